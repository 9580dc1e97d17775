/** The counters above today's list; each is a filter of it. */
import { Link } from "@tanstack/react-router";
import { routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import type { TodaySearch } from "../today-view.ts";
import { todayWords } from "../words/today.ts";

const counters = [
  { view: "all", count: "open", says: todayWords.all },
  { view: "overdue", count: "overdue", says: todayWords.overdue },
  { view: "today", count: "dueToday", says: todayWords.today },
  { view: "risk", count: "atRisk", says: todayWords.risk },
  { view: "unassigned", count: "unassigned", says: todayWords.unassigned },
] as const;

type Counts = Readonly<Record<(typeof counters)[number]["count"], number>>;

type CountersProps = { readonly counts: Counts | undefined; readonly search: TodaySearch };

export function TodayCounters({ counts, search }: CountersProps) {
  const { say, language } = useReader();
  const number = new Intl.NumberFormat(language);
  const { clock: _, ...kept } = search;
  return (
    <nav aria-label={say(todayWords.counters)}>
      <ul className="counters">
        {counters.map(({ view, count, says }) => (
          <li key={view}>
            <Link
              to={routePaths.today}
              search={{ ...kept, view }}
              className="counter"
              aria-current={search.view === view ? "true" : undefined}
              data-kind={view}
            >
              <strong>{counts ? number.format(counts[count]) : "–"}</strong>
              <span>{say(says)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
