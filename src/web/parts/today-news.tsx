/** What changed since a list was shown: counted, and shown only when it is asked for. */
import { useReader } from "../reader.tsx";
import type { Clock } from "../standing.ts";
import type { SteadyList } from "../steady-list.ts";
import { todayWords } from "../words/today.ts";

type NewsProps = {
  readonly list: SteadyList<Clock>;
  readonly renew: () => void;
  readonly total: number | undefined;
};

export function TodayNews({ list, renew, total }: NewsProps) {
  const { say } = useReader();
  const shown = list.rows.length;
  const isNews = list.fresh > 0 || list.gone > 0;
  return (
    <div className="news">
      <p className="soft small" role="status">
        {isNews && list.gone > 0
          ? say(todayWords.settled, { count: list.gone })
          : say(todayWords.shown, { shown, total: Math.max(total ?? shown, shown) })}
      </p>
      {isNews && (
        <button type="button" className="button button-small" onClick={renew}>
          {list.fresh > 0 ? say(todayWords.fresh, { count: list.fresh }) : say(todayWords.tidy)}
        </button>
      )}
    </div>
  );
}
