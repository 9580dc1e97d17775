/** The reviews of every agreement: those that are open, and those that were closed. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useLatestDocument } from "../latest-document.ts";
import { useNow } from "../now.ts";
import { usePageTitle } from "../page-title.ts";
import { type DataColumn, DataTable } from "../parts/data-table.tsx";
import { ReviewTriggers } from "../parts/review-triggers.tsx";
import { Empty, Failed, Waiting } from "../parts/states.tsx";
import { TitleText } from "../parts/title-text.tsx";
import { routePaths } from "../paths.ts";
import { agreementsQuestion } from "../questions.ts";
import { reviewsQuestion } from "../questions-review.ts";
import { useReader } from "../reader.tsx";
import { type ReviewJson, reviewsOf } from "../review-json.ts";
import { whyText } from "../review-text.ts";
import { reviewStates, reviewWords } from "../words/review.ts";

export function ReviewsPage() {
  const { say, language } = useReader();
  const answer = useQuery(reviewsQuestion(language));
  const columns = useColumns();
  usePageTitle(say(reviewWords.title));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const reviews = reviewsOf(answer.data);
  const open = reviews.filter(({ state }) => state !== "closed");
  const past = reviews.filter(({ state }) => state === "closed");
  const rowKey = ({ id }: ReviewJson) => id;
  return (
    <div className="reviews">
      <div className="page-head">
        <h1>{say(reviewWords.title)}</h1>
      </div>
      {reviews.length === 0 ? (
        <Empty title={say(reviewWords.none)} text={say(reviewWords.noneText)}>
          <Link className="button" to={routePaths.agreements}>
            {say(reviewWords.toAgreements)}
          </Link>
        </Empty>
      ) : (
        <>
          <DataTable
            caption={say(reviewWords.open)}
            columns={columns}
            rows={open}
            rowKey={rowKey}
            fileName="reviews-open"
            empty={say(reviewWords.noOpen)}
          />
          <DataTable
            caption={say(reviewWords.past)}
            columns={columns}
            rows={past}
            rowKey={rowKey}
            fileName="reviews-closed"
            empty={say(reviewWords.noPast)}
          />
        </>
      )}
      <ReviewTriggers />
    </div>
  );
}

function useColumns(): readonly DataColumn<ReviewJson>[] {
  const reader = useReader();
  const { say, date, language } = reader;
  const now = useNow();
  const { data } = useQuery(agreementsQuestion(language));
  const titleOf = ({ agreement }: ReviewJson) =>
    data?.agreements.find(({ id }) => id === agreement)?.title ?? agreement;
  return [
    {
      key: "agreement",
      head: say(reviewWords.agreement),
      value: titleOf,
      cell: (review) => (
        <Link to={routePaths.review} params={{ review: review.id }}>
          <TitleText text={titleOf(review)} />
        </Link>
      ),
    },
    { key: "why", head: say(reviewWords.why), value: ({ why }) => whyText(why, reader) },
    {
      key: "span",
      head: say(reviewWords.span),
      value: ({ from }) => from,
      cell: ({ from, to }) =>
        say(reviewWords.fromTo, { from: date(from, now), to: date(Date.parse(to) - 1, now) }),
    },
    {
      key: "due",
      head: say(reviewWords.dueAt),
      value: ({ dueAt }) => dueAt,
      cell: ({ dueAt }) => date(dueAt, now),
    },
    { key: "state", head: say(reviewWords.state), value: ({ state }) => say(reviewStates[state]) },
    {
      key: "missing",
      head: say(reviewWords.missingSigns),
      value: ({ missing }) => missing.join(", ") || null,
      cell: (review) => <Missing {...review} />,
    },
  ];
}

/** Parties by the names of the latest text; by their ids until it is there. */
function Missing({ agreement, missing }: ReviewJson) {
  const parties = useLatestDocument(agreement)?.spec.parties ?? [];
  const named = missing.map((id) => parties.find((party) => party.id === id)?.title ?? id);
  return named.join(", ") || "–";
}
