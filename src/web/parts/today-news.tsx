/** What changed since a list was shown: counted, and shown only when it is asked for. */
import { Link } from "@tanstack/react-router";
import { routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import type { Clock } from "../standing.ts";
import type { SteadyList } from "../steady-list.ts";
import type { TodaySearch } from "../today-view.ts";
import { useIsOutside } from "../use-navigation.ts";
import { todayWords } from "../words/today.ts";

const shownWords = { due: todayWords.shown, worth: todayWords.shownByWorth } as const;

type NewsProps = {
  readonly list: SteadyList<Clock>;
  readonly renew: () => void;
  readonly total: number | undefined;
  readonly search: TodaySearch;
};

export function TodayNews({ list, renew, total, search }: NewsProps) {
  const { say } = useReader();
  const shown = list.rows.length;
  const isNews = list.fresh > 0 || list.gone > 0;
  return (
    <div className="news">
      <p className="soft small" role="status">
        {isNews && list.gone > 0
          ? say(todayWords.settled, { count: list.gone })
          : say(shownWords[search.sort ?? "due"], {
              shown,
              total: Math.max(total ?? shown, shown),
            })}
      </p>
      <Order search={search} />
      {isNews && (
        <button type="button" className="button button-small" onClick={renew}>
          {list.fresh > 0 ? say(todayWords.fresh, { count: list.fresh }) : say(todayWords.tidy)}
        </button>
      )}
    </div>
  );
}

/** The other order, one step away. */
function Order({ search }: { readonly search: TodaySearch }) {
  const { say } = useReader();
  const isOutside = useIsOutside();
  const { sort, ...byDue } = search;
  if (isOutside) return null;
  return (
    <Link
      className="small soft order-link"
      to={routePaths.today}
      search={sort ? byDue : { ...byDue, sort: "worth" }}
      resetScroll={false}
    >
      {say(sort ? todayWords.sortByDue : todayWords.sortByWorth)}
    </Link>
  );
}
