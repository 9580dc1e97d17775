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
  return (
    <span className={young > 0 ? "share-cell share-young" : "share-cell"}>
      {all === 0 ? "–" : say(leadWords.shareOf, { share: percent(part / all), part, all })}
      <span className="soft small">
        {all > 0 &&
          say(leadWords.between, { low: percent(interval.low), high: percent(interval.high) })}
        {young > 0 && ` ${all > 0 ? "· " : ""}${say(leadWords.young, { count: young })}`}
      </span>
    </span>
  );
}
