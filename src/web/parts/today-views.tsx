/**
 * The views at the side: one for each agreement that has open clocks. Their addresses can be kept.
 */
import { Link } from "@tanstack/react-router";
import { routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import type { TodaySearch } from "../today-view.ts";
import { todayWords } from "../words/today.ts";

type Group = { readonly key: string | null; readonly clocks: number };

type ViewsProps = { readonly groups: readonly Group[]; readonly search: TodaySearch };

export function TodayViews({ groups, search }: ViewsProps) {
  const { say, language } = useReader();
  const number = new Intl.NumberFormat(language);
  const { agreement, clock: _clock, ...rest } = search;
  return (
    <nav className="views" aria-labelledby="views-title">
      <h2 id="views-title">{say(todayWords.views)}</h2>
      <ul>
        <li>
          <Link
            to={routePaths.today}
            search={rest}
            aria-current={agreement === undefined ? "true" : undefined}
          >
            <span>{say(todayWords.viewAll)}</span>
          </Link>
        </li>
        {groups.map(({ key, clocks }) =>
          key === null ? null : (
            <li key={key}>
              <Link
                to={routePaths.today}
                search={{ ...rest, agreement: key }}
                aria-current={agreement === key ? "true" : undefined}
              >
                <span>{key}</span>
                <span className="count">{number.format(clocks)}</span>
              </Link>
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}
