/** Today's list: every clock that passes the filter, a page at a time as the reader goes down. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useNow } from "../now.ts";
import { routePaths } from "../paths.ts";
import { clocksQuestion } from "../questions.ts";
import { nextDueQuestion } from "../questions-today.ts";
import { useReader } from "../reader.tsx";
import { clockQueryOf, scopeOf, type TodaySearch } from "../today-view.ts";
import { useSteady } from "../use-steady.ts";
import { todayWords } from "../words/today.ts";
import { Empty, Failed, Waiting } from "./states.tsx";
import { TodayNews } from "./today-news.tsx";
import { TodayRows } from "./today-rows.tsx";

type ListProps = {
  readonly search: TodaySearch;
  readonly dayEnds: string;
  readonly total: number | undefined;
};

export function TodayList({ search, dayEnds, total }: ListProps) {
  const { language } = useReader();
  const query = useMemo(() => clockQueryOf(search, dayEnds), [search, dayEnds]);
  const answer = useInfiniteQuery(clocksQuestion(language, query));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = answer;
  const pages = answer.data?.pages;
  const latest = useMemo(() => (pages ?? []).flatMap(({ clocks }) => clocks), [pages]);
  const [list, renew] = useSteady(JSON.stringify(query), latest, pages?.length ?? 0);
  if (answer.isError && !pages) return <Failed error={answer.error} again={answer.refetch} />;
  if (!pages) return <Waiting />;
  const readOn = () => {
    if (hasNextPage && !isFetchingNextPage) fetchNextPage();
  };
  return (
    <section className="today-list" aria-busy={answer.isFetching}>
      <TodayNews list={list} renew={renew} total={total} search={search} />
      {list.rows.length === 0 ? (
        <NothingHere search={search} />
      ) : (
        <TodayRows list={list} search={search} readOn={readOn} total={total} />
      )}
    </section>
  );
}

/** Says until when: what is not due has its hour too. */
function NothingHere({ search }: { readonly search: TodaySearch }) {
  const { say, language, moment } = useReader();
  const now = useNow();
  const navigate = useNavigate();
  const { view } = search;
  const { data } = useQuery(nextDueQuestion(language, scopeOf(search), now));
  const next = view === "unassigned" ? null : data?.clocks[0]?.dueAt;
  const title = next
    ? say(todayWords.nothingUntil, { moment: moment(next, now) })
    : say(todayWords.nothingDue);
  return (
    <Empty title={title} text={say(todayWords.nothingText)}>
      {view !== "all" && (
        <button
          type="button"
          className="button"
          onClick={() => navigate({ to: routePaths.today, search: { view: "all" } })}
        >
          {say(todayWords.seeAll)}
        </button>
      )}
    </Empty>
  );
}
