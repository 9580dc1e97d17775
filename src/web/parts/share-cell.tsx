/** A share in a table: its part, of how many, how sure it is, and how many are too young for it. */
import type { Share } from "../../engine/share.ts";
import type { Interval } from "../../engine/statistics.ts";
import { useReader } from "../reader.tsx";
import { leadWords } from "../words/lead-quality.ts";

type ShareProps = {
  readonly share: Share;
  readonly interval: Interval;
  readonly young?: number;
};

export function ShareCell({ share, interval, young = 0 }: ShareProps) {
  const { say, percent } = useReader();
  const { numerator: part, denominator: all } = share;
  const { low, high } = interval;
  return (
    <span className="share-cell">
      {all === 0 ? "–" : percent(part / all)}
      {all > 0 && (
        <span className="soft small">
          <span>{say(leadWords.partOf, { part, all })}</span>
          <span>{say(leadWords.between, { low: percent(low), high: percent(high) })}</span>
        </span>
      )}
      {young > 0 && <span className="young small">{say(leadWords.young, { count: young })}</span>}
    </span>
  );
}
