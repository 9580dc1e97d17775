/** What was found later of final periods, which stand as they were: entries of a later one. */
import type { CorrectionEntryJson } from "../dispute-json.ts";
import { usePeriodDate } from "../period-zone.ts";
import { useReader } from "../reader.tsx";
import { correctionWords } from "../words/correction.ts";
import { DataTable } from "./data-table.tsx";

type EntriesProps = {
  readonly agreement: string;
  readonly entries: readonly CorrectionEntryJson[];
};

/** Nothing where nothing came late. */
export function CorrectionEntries({ agreement, entries }: EntriesProps) {
  const { say } = useReader();
  const periodDate = usePeriodDate();
  if (entries.length === 0) return null;
  const dateOf = (at: number) => periodDate({ agreement, from: new Date(at).toISOString() });
  return (
    <DataTable
      caption={say(correctionWords.entries)}
      fileName={`entries-${agreement}`}
      rows={entries.toReversed()}
      rowKey={({ commitment, of, at }) => `${commitment} ${of.from} ${at}`}
      columns={[
        {
          key: "commitment",
          head: say(correctionWords.commitment),
          value: ({ commitment }) => commitment,
        },
        {
          key: "of",
          head: say(correctionWords.ofPeriod),
          value: ({ of }) => new Date(of.from).toISOString(),
          cell: ({ of }) => dateOf(of.from),
        },
        {
          key: "in",
          head: say(correctionWords.inPeriod),
          value: (entry) => new Date(entry.in.from).toISOString(),
          cell: (entry) => dateOf(entry.in.from),
        },
        {
          key: "met",
          head: say(correctionWords.met),
          value: ({ before, after }) => `${before.met} › ${after.met}`,
        },
        {
          key: "missed",
          head: say(correctionWords.missed),
          value: ({ before, after }) => `${before.breached} › ${after.breached}`,
        },
        {
          key: "facts",
          head: say(correctionWords.lateFacts),
          value: ({ lateFacts }) => lateFacts.length,
          isNumber: true,
        },
      ]}
    />
  );
}
