/** The corrections of an agreement, the latest first; each with the verdict it made. */
import { Link } from "@tanstack/react-router";
import type { Language } from "../../engine/agreement.ts";
import type { ClockPlace } from "../../engine/correction.ts";
import { describeCondition } from "../../language/describe-condition.ts";
import { recurrenceWords } from "../../language/words-recurrence.ts";
import type { CorrectionJson } from "../dispute-json.ts";
import { routePaths } from "../paths.ts";
import { type Reader, useReader } from "../reader.tsx";
import { correctionKinds, correctionWords } from "../words/correction.ts";
import { claimVerdictWords } from "../words/dispute.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { Moment } from "./moment.tsx";

type TableProps = {
  readonly agreement: string;
  readonly corrections: readonly CorrectionJson[];
  readonly revoke?: (correction: CorrectionJson) => void;
};

export function CorrectionTable({ agreement, corrections, revoke }: TableProps) {
  const reader = useReader();
  const { say } = reader;
  const gone = new Set(
    corrections.flatMap((one) => (one.kind === "revocation" ? one.revokes : [])),
  );
  const deeds: DataColumn<CorrectionJson> = {
    key: "deeds",
    head: say(correctionWords.deeds),
    value: () => null,
    cell: (one) =>
      one.kind === "revocation" || gone.has(one.id) ? (
        "–"
      ) : (
        <button
          type="button"
          className="button button-second button-small"
          onClick={() => revoke?.(one)}
        >
          {say(correctionWords.revoke)}
        </button>
      ),
  };
  return (
    <DataTable
      caption={say(correctionWords.title)}
      rows={corrections.toReversed()}
      rowKey={({ id }) => id}
      fileName={`corrections-${agreement}`}
      empty={say(correctionWords.none)}
      columns={revoke ? [...columnsFor(reader), deeds] : columnsFor(reader)}
    />
  );
}

function columnsFor({ say, language }: Reader): readonly DataColumn<CorrectionJson>[] {
  return [
    {
      key: "kind",
      head: say(correctionWords.kind),
      value: ({ kind }) => say(correctionKinds[kind]),
    },
    {
      key: "about",
      head: say(correctionWords.about),
      value: (one) => aboutOf(one, language),
      cell: (one) => ("clock" in one ? <ClockLink clock={one.clock} /> : aboutOf(one, language)),
    },
    {
      key: "measured",
      head: say(correctionWords.measured),
      value: ({ measured }) => (measured === null ? null : say(claimVerdictWords[measured])),
    },
    {
      key: "change",
      head: say(correctionWords.change),
      value: (one) => ("clock" in one ? say(claimVerdictWords[one.verdict]) : null),
    },
    { key: "reason", head: say(correctionWords.reason), value: ({ reason }) => reason },
    { key: "author", head: say(correctionWords.author), value: ({ by }) => by },
    {
      key: "approvals",
      head: say(correctionWords.approvals),
      value: ({ approvals }) => approvals.join(", "),
    },
    {
      key: "at",
      head: say(correctionWords.at),
      value: ({ at }) => new Date(at).toISOString(),
      cell: ({ at }) => <Moment at={new Date(at).toISOString()} />,
    },
  ];
}

function ClockLink({ clock }: { readonly clock: ClockPlace }) {
  const { agreement, commitment, subject, cycle } = clock;
  const id = `${subject}/${agreement}/${commitment}/${cycle}`;
  return (
    <Link to={routePaths.today} search={{ view: "all", clock: id }}>
      {subject} · {commitment}
    </Link>
  );
}

function aboutOf(one: CorrectionJson, language: Language): string {
  if ("clock" in one) return `${one.clock.subject} · ${one.clock.commitment}`;
  if (one.kind === "revocation") return one.revokes;
  const { id, interval, rrule, where } = one.exclusion;
  if (interval) return `${id}: ${interval.from} – ${interval.to}`;
  if (rrule) return `${id}: ${recurrenceWords(rrule, language)}`;
  return `${id}: ${where ? describeCondition(where, language) : ""}`;
}
