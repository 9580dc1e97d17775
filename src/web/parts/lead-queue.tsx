/** The queue of returned leads: what sales says, and how long it has waited for an answer. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type QueuedHandoff, queueOf } from "../lead-quality-json.ts";
import { type LeadSearch, leadFamilies } from "../lead-quality-search.ts";
import { useNow } from "../now.ts";
import { routePaths } from "../paths.ts";
import { handoffsQuestion } from "../questions-lead-quality.ts";
import { useReader } from "../reader.tsx";
import { useReason } from "../reason-text.ts";
import { lengthText } from "../time-text.ts";
import { handoffWords } from "../words/handoff.ts";
import { leadWords } from "../words/lead-quality.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { SelectField } from "./field.tsx";
import { Moment } from "./moment.tsx";
import { Empty, Failed, Waiting } from "./states.tsx";

const route = getRouteApi(routePaths.leadQuality);

/** What has no code cannot be looked for by its family. */
const families = leadFamilies.filter((family) => family !== "unknown");

type QueueProps = { readonly search: LeadSearch };

export function LeadQueue({ search }: QueueProps) {
  const { say, language } = useReader();
  const isSettled = search.settled ?? false;
  const family = families.find((one) => one === search.family);
  const answer = useInfiniteQuery(
    handoffsQuestion(language, {
      answer: "returned",
      subjectType: "lead",
      settled: isSettled ? "true" : "false",
      ...(family ? { family } : {}),
    }),
  );
  const columns = useColumns(search);
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const rows = answer.data.pages.flatMap(queueOf);
  return (
    <>
      <Filters search={search} />
      {rows.length === 0 ? (
        <Empty
          title={say(isSettled ? handoffWords.noneSettled : handoffWords.noneWaiting)}
          text={say(handoffWords.noneWaitingText)}
        />
      ) : (
        <DataTable
          caption={say(isSettled ? handoffWords.settled : handoffWords.waiting)}
          columns={columns}
          rows={rows}
          rowKey={({ agreement, subject, round }) => `${agreement} ${subject} ${round}`}
          fileName="returned-leads"
        />
      )}
      {answer.hasNextPage && (
        <button
          type="button"
          className="button button-second"
          onClick={() => answer.fetchNextPage()}
        >
          {say(leadWords.moreLeads)}
        </button>
      )}
    </>
  );
}

function Filters({ search }: QueueProps) {
  const { say } = useReader();
  const reason = useReason();
  const navigate = route.useNavigate();
  const { settled, family, ...rest } = search;
  const go = (next: LeadSearch) => navigate({ search: next, replace: true, resetScroll: false });
  const kept = settled ? { settled } : {};
  return (
    <div className="choices-row">
      <SelectField
        label={say(handoffWords.state)}
        value={settled ? "settled" : "waiting"}
        options={[
          { value: "waiting", label: say(handoffWords.waiting) },
          { value: "settled", label: say(handoffWords.settled) },
        ]}
        change={(value) =>
          go({
            ...rest,
            ...(family ? { family } : {}),
            ...(value === "settled" ? { settled: true as const } : {}),
          })
        }
      />
      <SelectField
        label={say(handoffWords.family)}
        value={family ?? ""}
        options={[
          { value: "", label: say(handoffWords.allFamilies) },
          ...families.map((value) => ({ value, label: reason.family(value) })),
        ]}
        change={(value) => {
          const chosen = families.find((one) => one === value);
          go({ ...rest, ...kept, ...(chosen ? { family: chosen } : {}) });
        }}
      />
    </div>
  );
}

const did = {
  correct: handoffWords.didCorrect,
  reroute: handoffWords.didReroute,
  accept: handoffWords.didAccept,
  disagree: handoffWords.didDisagree,
} as const;

function useColumns(search: LeadSearch): readonly DataColumn<QueuedHandoff>[] {
  const { say } = useReader();
  const reason = useReason();
  const now = useNow();
  const waitOf = ({ answer }: QueuedHandoff) => (answer ? now - Date.parse(answer.at) : null);
  return [
    {
      key: "lead",
      head: say(handoffWords.lead),
      value: ({ title, subject }) => title ?? subject,
      cell: (row) => <Lead row={row} search={search} />,
    },
    {
      key: "reason",
      head: say(handoffWords.family),
      value: ({ answer }) => reason.whole(answer?.family ?? null, answer?.detail ?? null),
    },
    {
      key: "comment",
      head: say(handoffWords.comment),
      value: ({ answer }) => answer?.says ?? null,
    },
    { key: "source", head: say(handoffWords.source), value: ({ source }) => source },
    { key: "owner", head: say(handoffWords.owner), value: ({ owner }) => owner },
    {
      key: "returned",
      head: say(handoffWords.returnedAt),
      value: ({ answer }) => answer?.at ?? null,
      cell: ({ answer }) => answer && <Moment at={answer.at} />,
    },
    search.settled
      ? {
          key: "settled",
          head: say(handoffWords.answered),
          value: ({ answer }) => (answer?.settled ? say(did[answer.settled.is]) : null),
        }
      : {
          key: "waits",
          head: say(handoffWords.waits),
          value: waitOf,
          isNumber: true,
          cell: (row) => lengthText(waitOf(row) ?? 0),
        },
  ];
}

type LeadProps = { readonly row: QueuedHandoff; readonly search: LeadSearch };

function Lead({ row, search }: LeadProps) {
  const { subject, round, title, company } = row;
  return (
    <>
      <Link
        to={routePaths.leadQuality}
        search={{ ...search, lead: subject, round }}
        resetScroll={false}
      >
        {title ?? subject}
      </Link>
      {company && <span className="soft small under">{company}</span>}
    </>
  );
}
