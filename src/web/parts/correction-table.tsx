/** The corrections of an agreement, the latest first; each with the verdict it made. */
import type { Correction } from "../../engine/correction.ts";
import { type Reader, useReader } from "../reader.tsx";
import { correctionKinds, correctionWords } from "../words/correction.ts";
import { claimVerdictWords } from "../words/dispute.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { Moment } from "./moment.tsx";

type TableProps = {
  readonly agreement: string;
  readonly corrections: readonly Correction[];
  readonly revoke?: (correction: Correction) => void;
};

export function CorrectionTable({ agreement, corrections, revoke }: TableProps) {
  const reader = useReader();
  const { say } = reader;
  const gone = new Set(
    corrections.flatMap((one) => (one.kind === "revocation" ? one.revokes : [])),
  );
  const deeds: DataColumn<Correction> = {
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

function columnsFor({ say }: Reader): readonly DataColumn<Correction>[] {
  return [
    {
      key: "kind",
      head: say(correctionWords.kind),
      value: ({ kind }) => say(correctionKinds[kind]),
    },
    { key: "about", head: say(correctionWords.about), value: aboutOf },
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

function aboutOf(one: Correction): string {
  if ("clock" in one) return `${one.clock.subject} · ${one.clock.commitment}`;
  if (one.kind === "revocation") return one.revokes;
  const { id, interval, rrule, where } = one.exclusion;
  const what = interval ? `${interval.from} – ${interval.to}` : (rrule ?? JSON.stringify(where));
  return `${id}: ${what}`;
}
