/** What a decision would change: the period and the credits, before and after. */
import type { ReactNode } from "react";
import { type EffectJson, periodOf } from "../dispute-json.ts";
import { type PeriodJson, valueText } from "../period-json.ts";
import { useReader } from "../reader.tsx";
import { disputeWords } from "../words/dispute.ts";
import { DataTable } from "./data-table.tsx";
import { PeriodValue } from "./period-value.tsx";

type EffectProps = { readonly id: string; readonly effect: EffectJson };

/** A side of a row as a file has it, and as it is shown where that is more. */
type Side = { readonly text: string; readonly shown?: ReactNode };
type Row = { readonly key: string; readonly name: string; readonly sides: readonly [Side, Side] };

export function DisputeEffect({ id, effect: { before, after, credits } }: EffectProps) {
  const { say, language } = useReader();
  const [was, is] = [periodOf(before), periodOf(after)];
  const isSame = JSON.stringify(was) === JSON.stringify(is) && credits.length === 0;
  if (isSame) return <p>{say(disputeWords.noEffect)}</p>;
  const valued = (period: PeriodJson | null): Side =>
    period
      ? { text: valueText(period, language), shown: <PeriodValue period={period} /> }
      : { text: "–" };
  const excused = (period: PeriodJson | null): Side => ({ text: String(period?.excused ?? "–") });
  const rows: readonly Row[] = [
    { key: "period", name: say(disputeWords.period), sides: [valued(was), valued(is)] },
    { key: "excused", name: say(disputeWords.excused), sides: [excused(was), excused(is)] },
    ...credits.map(
      ({ credit, currency, ...amounts }): Row => ({
        key: credit,
        name: say(disputeWords.amount),
        sides: [
          { text: `${amounts.before ?? "0"} ${currency}` },
          { text: `${amounts.after ?? "0"} ${currency}` },
        ],
      }),
    ),
  ];
  const column = (key: "before" | "after", index: 0 | 1) => ({
    key,
    head: say(disputeWords[key]),
    value: ({ sides }: Row) => sides[index].text,
    cell: ({ sides }: Row) => sides[index].shown ?? sides[index].text,
    isNumber: true,
  });
  return (
    <div className="dispute-effect">
      <DataTable
        caption={say(disputeWords.effect)}
        rows={rows}
        rowKey={({ key }) => key}
        fileName={`${id}-effect`}
        columns={[
          { key: "name", head: say(disputeWords.what), value: ({ name }) => name },
          column("before", 0),
          column("after", 1),
        ]}
      />
    </div>
  );
}
