/** One review: what happened in its span, what is decided, who signs. It is also printed. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { AgreementDocument } from "../../engine/agreement.ts";
import { usePageTitle } from "../page-title.ts";
import { ReviewDecisions } from "../parts/review-decisions.tsx";
import { ReviewFindingList } from "../parts/review-findings.tsx";
import { ReviewHolding } from "../parts/review-holding.tsx";
import { ReviewNotes } from "../parts/review-notes.tsx";
import { ReviewSides } from "../parts/review-sides.tsx";
import { ReviewSummary } from "../parts/review-summary.tsx";
import { Failed, Waiting } from "../parts/states.tsx";
import { TitleText } from "../parts/title-text.tsx";
import { routePaths } from "../paths.ts";
import { agreementQuestion, revisionQuestion, workspaceQuestion } from "../questions.ts";
import { reviewQuestion } from "../questions-review.ts";
import { useReader } from "../reader.tsx";
import { heldOf, type ReviewShown, shownOf } from "../review-json.ts";
import { reviewMarkdown } from "../review-markdown.ts";
import { type Telling, whyText } from "../review-text.ts";
import { saveFile } from "../save-file.ts";
import { reviewStates, reviewWords } from "../words/review.ts";

const route = getRouteApi(routePaths.review);

export function ReviewPage() {
  const { language } = useReader();
  const { review } = route.useParams();
  const answer = useQuery(reviewQuestion(language, review));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  return <Shown shown={shownOf(answer.data)} />;
}

type Named = { readonly isKnown: boolean; readonly title: string; readonly telling: Telling };

/** No year is this year of a document that outlives it: every date is told with its own. */
const YEARLESS = 0;

/** How parties are called, from the text that is in force. */
function useTelling(agreement: string): Named {
  const reader = useReader();
  const { language, say, percent } = reader;
  const detail = useQuery(agreementQuestion(language, agreement));
  const latest = Math.max(0, ...(detail.data?.revisions ?? []).map(({ number }) => number));
  const revision = useQuery({
    ...revisionQuestion(language, agreement, latest),
    enabled: latest > 0,
  });
  const document = revision.data?.document as AgreementDocument | undefined;
  const titled = (id: string) =>
    document?.spec.parties.find((party) => party.id === id)?.title ?? id;
  return {
    isKnown: document !== undefined || detail.isError || revision.isError,
    title: detail.data?.title ?? agreement,
    telling: { language, say, percent, party: titled, date: (at) => reader.date(at, YEARLESS) },
  };
}

function Shown({ shown }: { readonly shown: ReviewShown }) {
  const { say, language, full } = useReader();
  const { review, agenda } = shown;
  const { isKnown, title, telling } = useTelling(review.agreement);
  const workspace = useQuery(workspaceQuestion(language));
  const mayAct = workspace.data?.caller.permissions.includes("dispute") ?? false;
  usePageTitle(`${say(reviewWords.one)}: ${title}`);
  if (!isKnown) return <Waiting />;
  const heldAt = heldOf(review)?.at;
  const last = Date.parse(review.to) - 1;
  const span = say(reviewWords.fromTo, {
    from: telling.date(review.from),
    to: telling.date(last),
  });
  return (
    <article className="review">
      <div className="page-head">
        <h1>{say(reviewWords.one)}</h1>
        <Link
          to={routePaths.agreement}
          params={{ agreement: review.agreement }}
          search={{ tab: "document" }}
        >
          <TitleText text={title} />
        </Link>
        <span className="review-state">{say(reviewStates[review.state])}</span>
      </div>
      <p className="soft">
        {span} · {whyText(review.why, telling)}
      </p>
      <div className="review-files">
        <button type="button" className="button button-second" onClick={() => print()}>
          {say(reviewWords.print)}
        </button>
        <button
          type="button"
          className="button button-second"
          onClick={() => saveMarkdown(shown, title, telling)}
        >
          {say(reviewWords.markdown)}
        </button>
      </div>
      <p className="soft small">
        {heldAt === undefined
          ? say(reviewWords.live)
          : say(reviewWords.frozen, { moment: full(heldAt) })}
      </p>
      <ReviewSummary shown={shown} telling={telling} />
      <ReviewSides agenda={agenda} telling={telling} />
      <ReviewFindingList shown={shown} telling={telling} />
      <ReviewNotes review={review} telling={telling} mayAct={mayAct} />
      <ReviewDecisions review={review} telling={telling} mayAct={mayAct} />
      <ReviewHolding review={review} telling={telling} mayAct={mayAct} />
      {workspace.data && !mayAct && <p className="soft">{say(reviewWords.mayNot)}</p>}
    </article>
  );
}

function saveMarkdown(shown: ReviewShown, title: string, telling: Telling): void {
  const text = reviewMarkdown(shown, title, telling);
  const name = `review-${shown.review.agreement}-${shown.review.from.slice(0, 10)}.md`;
  saveFile(name, new Blob([text], { type: "text/markdown" }));
}
