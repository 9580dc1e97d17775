/** Today's list: rows by the instant they are due, drawn only where they can be seen. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useKeys } from "../keyboard.ts";
import { routePaths } from "../paths.ts";
import { clocksQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import type { Clock } from "../standing.ts";
import { longer, type SteadyList, steady } from "../steady-list.ts";
import { clockQueryOf, type TodaySearch } from "../today-view.ts";
import { todayWords } from "../words/today.ts";
import { Empty, Failed, Waiting } from "./states.tsx";
import { TodayRow } from "./today-row.tsx";

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
      <News list={list} renew={renew} total={total} />
      {list.rows.length === 0 ? (
        <NothingHere view={search.view} />
      ) : (
        <Rows list={list} search={search} readOn={readOn} total={total} />
      )}
    </section>
  );
}

/** What is shown stays until the filter changes or the reader asks; further pages come below it. */
function useSteady(filter: string, latest: readonly Clock[], pages: number) {
  const [shown, setShown] = useState({ filter, pages: 0, rows: latest });
  const isOther = shown.filter !== filter || shown.pages === 0;
  useLayoutEffect(() => {
    if (pages === 0) return;
    if (isOther) setShown({ filter, pages, rows: latest });
    else if (pages > shown.pages) {
      setShown({ filter, pages, rows: longer(shown.rows, latest) });
    }
  }, [filter, pages, latest, isOther, shown]);
  const list = useMemo(
    () => steady(isOther ? latest : shown.rows, latest),
    [isOther, shown.rows, latest],
  );
  return [list, () => setShown({ filter, pages, rows: latest })] as const;
}

type NewsProps = {
  readonly list: SteadyList<Clock>;
  readonly renew: () => void;
  readonly total: number | undefined;
};

function News({ list, renew, total }: NewsProps) {
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

function NothingHere({ view }: { readonly view: TodaySearch["view"] }) {
  const { say } = useReader();
  const navigate = useNavigate();
  return (
    <Empty title={say(todayWords.nothingDue)} text={say(todayWords.nothingText)}>
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

type RowsProps = {
  readonly list: SteadyList<Clock>;
  readonly search: TodaySearch;
  readonly readOn: () => void;
  readonly total: number | undefined;
};

/** Rows still to come when the next page is asked for. */
const AHEAD = 40;
const ROW_HEIGHT = 61;

const heads = ["state", "due", "record", "commitment", "owner"] as const;

function Rows({ list, search, readOn, total }: RowsProps) {
  const { say } = useReader();
  const body = useRef<HTMLTableSectionElement>(null);
  const { rows } = list;
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]?.row.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - AHEAD) readOn();
  }, [last, rows.length, readOn]);
  useRowKeys(body, rows.length, (index) => virtual.scrollToIndex(index));
  const before = (items[0]?.start ?? 0) - virtual.options.scrollMargin;
  const after = virtual.getTotalSize() + virtual.options.scrollMargin - (items.at(-1)?.end ?? 0);
  return (
    <table className="rows" aria-rowcount={total ?? rows.length}>
      <caption className="hidden">{say(todayWords.list)}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" aria-sort={head === "due" ? "ascending" : undefined}>
              {say(todayWords[head])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        <Spacer height={before} />
        {items.map(({ index, key }) => {
          const at = rows[index];
          return at ? (
            <TodayRow
              key={key}
              ref={virtual.measureElement}
              {...at}
              index={index}
              search={search}
            />
          ) : null;
        })}
        <Spacer height={after} />
      </tbody>
    </table>
  );
}

/** The room of rows that are not drawn. */
function Spacer({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row has nothing to put a focus on
  return <tr aria-hidden="true" className="spacer" style={{ height }} />;
}

/** J and K go from row to row; the row that has the focus is always in sight. */
function useRowKeys(
  body: React.RefObject<HTMLTableSectionElement | null>,
  count: number,
  show: (index: number) => void,
): void {
  const step = (by: number) => {
    const focused = document.activeElement?.closest<HTMLElement>("[data-index]");
    const from = focused ? Number(focused.dataset.index) : -1;
    const to = Math.min(Math.max(from + by, 0), count - 1);
    const link = () => body.current?.querySelector<HTMLElement>(`[data-index="${to}"] a`);
    show(to);
    link()?.focus({ preventScroll: true });
    if (!link()) requestAnimationFrame(() => link()?.focus());
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
}
