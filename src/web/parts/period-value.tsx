/** The value of a period with the cases it rests on: never a percentage alone. */
import { type PeriodJson, valueText } from "../period-json.ts";
import { useReader } from "../reader.tsx";
import { lengthText } from "../time-text.ts";
import { agreementWords } from "../words/agreement.ts";

export function PeriodValue({ period }: { readonly period: PeriodJson }) {
  const { say, language } = useReader();
  const { value, unit, bounds } = period;
  const least = value === null && unit === "ms" ? bounds?.low : null;
  if (least) {
    return <span>{say(agreementWords.moreThan, { value: lengthText(least) })}</span>;
  }
  if (value === null) return <span className="soft">{say(agreementWords.verdictNone)}</span>;
  const text = valueText(period, language);
  const all = casesOf(period);
  if (unit !== "share" || all === 0) return <span className="number">{text}</span>;
  return (
    <span className="number">
      {say(agreementWords.ofCount, { share: text, met: period.met, all })}
    </span>
  );
}

/** Of a conversion also the cases that may still convert, since the share is of them all. */
function casesOf({ measure, met, breached, openNotDue }: PeriodJson): number {
  return met + breached + (measure === "conversion" ? openNotDue : 0);
}
