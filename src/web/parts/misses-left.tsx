/** How many more may be missed: the number that people ask for. Of availability it is a time. */
import type { PeriodJson } from "../period-json.ts";
import { useReader } from "../reader.tsx";
import { lengthText } from "../time-text.ts";
import { agreementWords } from "../words/agreement.ts";

export function MissesLeft({ period }: { readonly period: PeriodJson }) {
  const { say } = useReader();
  const { left, status, measure } = period;
  if (left === null || status !== "open") return null;
  const isTime = measure === "availability";
  const text =
    isTime && left > 0
      ? say(agreementWords.leftDown, { length: lengthText(left) })
      : left < 0 && !isTime
        ? say(agreementWords.over, { count: -left })
        : say(agreementWords.left, { count: Math.max(left, 0) });
  return <span className="soft">{text}</span>;
}
