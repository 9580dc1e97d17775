/** How many misses the open periods still allow: under the views, never under an endless list. */
import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { routePaths } from "../paths.ts";
import { type PeriodJson, periodsOf } from "../period-json.ts";
import { periodsQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { todayWords } from "../words/today.ts";

/** Agreements told of at once. */
const MOST = 6;

export function TodayBudget({ agreements }: { readonly agreements: readonly string[] }) {
  const { say, language } = useReader();
  const answers = useQueries({
    queries: agreements.slice(0, MOST).map((one) => periodsQuestion(language, one)),
  });
  const periods = answers.flatMap(({ data }) => (data ? periodsOf(data) : [])).filter(isCounted);
  if (periods.length === 0) return null;
  return (
    <details className="budget" open={matchMedia("(min-width: 60rem)").matches}>
      <summary>{say(todayWords.budget)}</summary>
      <ul>
        {periods.map((period) => (
          <li key={`${period.agreement} ${period.commitment}`}>
            <Link
              to={routePaths.commitment}
              params={{ agreement: period.agreement, commitment: period.commitment }}
            >
              {period.commitment}
            </Link>
            <Used period={period} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Used({ period }: { readonly period: PeriodJson }) {
  const { say, moment } = useReader();
  const { allowed, breached, to } = period;
  const until = moment(to, Date.parse(period.from));
  const isOver = breached > (allowed ?? 0);
  return (
    <span className={isOver ? "budget-over" : "soft"} title={say(todayWords.until, { until })}>
      {say(todayWords.used, { used: breached, allowed: allowed ?? 0 })}
    </span>
  );
}

/** Clocks alone miss one by one; the period that is running is the one that can be helped. */
function isCounted({ status, measure, allowed }: PeriodJson): boolean {
  return status === "open" && measure === "clock" && allowed !== null;
}
