/** How many more may be missed: the number that people ask for. Of availability it is a time. */
import type { PeriodJson } from "../period-json.ts";
import { useReader } from "../reader.tsx";
import { lengthText } from "../time-text.ts";
import { agreementWords } from "../words/agreement.ts";

export function MissesLeft({ period }: { readonly period: PeriodJson }) {
  const { say } = useReader();
  const { left, status, measure } = period;
  if (left === null || status !== "open") return null;
  const count = Math.max(left, 0);
  const isTime = measure === "availability" && count > 0;
  return (
    <span className="soft">
      {isTime
        ? say(agreementWords.leftDown, { length: lengthText(count) })
        : say(agreementWords.left, { count })}
    </span>
  );
}
