/** The value of a period with the cases it rests on: never a percentage alone. */
import { type PeriodJson, valueText } from "../period-json.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";

export function PeriodValue({ period }: { readonly period: PeriodJson }) {
  const { say, language } = useReader();
  const { value, unit, met, breached } = period;
  if (value === null) return <span className="soft">{say(agreementWords.verdictNone)}</span>;
  const text = valueText(period, language);
  if (unit !== "share" || met + breached === 0) return <span className="number">{text}</span>;
  return (
    <span className="number">
      {say(agreementWords.ofCount, { share: text, met, all: met + breached })}
    </span>
  );
}
