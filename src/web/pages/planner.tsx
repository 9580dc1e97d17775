/** The planner: from a revenue goal to the leads it takes, and to a promise. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type Instant, readInstant } from "../../engine/time.ts";
import { useNow } from "../now.ts";
import { usePageTitle } from "../page-title.ts";
import { PlanInputs } from "../parts/plan-inputs.tsx";
import { PlanNotes } from "../parts/plan-notes.tsx";
import { PlanPace } from "../parts/plan-pace.tsx";
import { PlanPromise } from "../parts/plan-promise.tsx";
import { PlanRates } from "../parts/plan-rates.tsx";
import { PlanResult } from "../parts/plan-result.tsx";
import { Failed, Waiting } from "../parts/states.tsx";
import { routePaths } from "../paths.ts";
import { nextStart, planOf } from "../planner-plan.ts";
import type { PlanSearch } from "../planner-search.ts";
import { planHistoryQuestion } from "../questions-planner.ts";
import { useReader } from "../reader.tsx";
import { planWords } from "../words/planner.ts";

const route = getRouteApi(routePaths.planner);
const DAY = 86_400_000;

export function PlannerPage() {
  const { say, language } = useReader();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const now = useNow();
  usePageTitle(say(planWords.title));
  const to = Math.ceil(now / DAY) * DAY;
  const span = {
    from: new Date(to - search.days * DAY).toISOString(),
    to: new Date(to).toISOString(),
  };
  const answer = useQuery(planHistoryQuestion(language, span));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const day = search.from ?? nextStart(now, search.span);
  const made = planOf(search, answer.data, startOf(day));
  const change = (next: PlanSearch) =>
    navigate({ search: next, replace: true, resetScroll: false });
  return (
    <div className="planner">
      <div className="page-head">
        <h1>{say(planWords.title)}</h1>
        <p className="soft">{say(planWords.lead)}</p>
      </div>
      {answer.data.sources.length === 0 && (
        <p className="soft">
          {say(planWords.none)}. {say(planWords.noneText)}
        </p>
      )}
      <PlanInputs search={search} made={made} day={day} change={change} />
      <PlanResult made={made} search={search} />
      <PlanRates made={made} search={search} change={change} />
      <PlanNotes made={made} history={answer.data} search={search} span={span} />
      <PlanPromise made={made} />
      <PlanPace />
    </div>
  );
}

/** The first instant of a day where the reader is. */
function startOf(day: string): Instant {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const at = new Date(year, month - 1, date).toISOString();
  return readInstant(at) ?? (0 as Instant);
}
