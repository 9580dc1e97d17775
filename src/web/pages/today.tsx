/** Today: what is due next, live, with the proof of each clock beside it. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useMemo } from "react";
import { usePageTitle } from "../page-title.ts";
import { DeedsProvider } from "../parts/deeds.tsx";
import { Failed, Waiting } from "../parts/states.tsx";
import { TodayBudget } from "../parts/today-budget.tsx";
import { TodayCounters } from "../parts/today-counters.tsx";
import { TodayEmpty } from "../parts/today-empty.tsx";
import { TodayGroups } from "../parts/today-groups.tsx";
import { TodayList } from "../parts/today-list.tsx";
import { TodayOffice } from "../parts/today-office.tsx";
import { TodayViews } from "../parts/today-views.tsx";
import { routePaths } from "../paths.ts";
import { countsQuestion, workspaceQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { dayText } from "../time-text.ts";
import { endOfDay, scopeOf } from "../today-view.ts";
import { todayWords } from "../words/today.ts";

/** Fetched when the first proof is looked at. */
const ProofDrawer = lazy(async () => ({
  default: (await import("../parts/proof-drawer.tsx")).ProofDrawer,
}));

const route = getRouteApi(routePaths.today);

export function TodayPage() {
  const { say, language } = useReader();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { agreement } = search;
  const workspace = useQuery(workspaceQuestion(language));
  const counts = useQuery(countsQuestion(language, scopeOf(search)));
  const agreements = useQuery(countsQuestion(language, {})).data?.groups ?? [];
  usePageTitle(say(todayWords.title));
  const day = workspace.data && endOfDay(Date.parse(workspace.data.now), workspace.data.timeZone);
  const dayEnds = useMemo(() => day, [day]);
  if (workspace.isError) {
    return <Failed error={workspace.error} again={() => workspace.refetch()} />;
  }
  if (!workspace.data || dayEnds === undefined) return <Waiting />;
  const { timeZone, now, isEmpty, caller } = workspace.data;
  const { clock, ...closed } = search;
  const close = () => navigate({ search: closed, replace: true, resetScroll: false });
  return (
    <div className="today">
      <div className="page-head">
        <h1>{say(todayWords.title)}</h1>
        <p className="soft">{dayText(Date.parse(now), { language, timeZone })}</p>
        <TodayOffice agreement={agreement} />
      </div>
      {isEmpty ? (
        <TodayEmpty mayLoad={caller.permissions.includes("admin")} timeZone={timeZone} />
      ) : (
        <DeedsProvider permissions={caller.permissions}>
          <TodayCounters counts={counts.data} search={search} />
          <div className="today-columns">
            <div className="today-side">
              <TodayViews groups={agreements} search={search} />
              <TodayBudget
                agreements={agreement ? [agreement] : agreements.flatMap(({ key }) => key ?? [])}
              />
            </div>
            {search.grouped ? (
              <TodayGroups search={search} dayEnds={dayEnds} />
            ) : (
              <TodayList
                search={search}
                dayEnds={dayEnds}
                total={totalOf(counts.data, search.view)}
              />
            )}
          </div>
          <Suspense>
            {clock && <ProofDrawer clock={clock} close={close} zone={timeZone} />}
          </Suspense>
        </DeedsProvider>
      )}
    </div>
  );
}

type Counts = Readonly<Record<"open" | "overdue" | "dueToday" | "atRisk" | "unassigned", number>>;

const counterOf = {
  all: "open",
  overdue: "overdue",
  today: "dueToday",
  risk: "atRisk",
  unassigned: "unassigned",
} as const;

function totalOf(counts: Counts | undefined, view: keyof typeof counterOf): number | undefined {
  return counts?.[counterOf[view]];
}
