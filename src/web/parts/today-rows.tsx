/** The rows of today's list, drawn only where they can be seen; worked by keys, chosen for many. */
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useKeys } from "../keyboard.ts";
import { useReader } from "../reader.tsx";
import type { Clock } from "../standing.ts";
import type { SteadyList } from "../steady-list.ts";
import type { TodaySearch } from "../today-view.ts";
import { useLoads } from "../use-loads.ts";
import { deedWords } from "../words/deed.ts";
import { todayWords } from "../words/today.ts";
import { TodayBulk } from "./today-bulk.tsx";
import { TodayHeads } from "./today-heads.tsx";
import { TodayRow } from "./today-row.tsx";

type RowsProps = {
  readonly list: SteadyList<Clock>;
  readonly search: TodaySearch;
  readonly readOn: () => void;
  readonly total: number | undefined;
};

/** Rows still to come when the next page is asked for. */
const AHEAD = 40;
const ROW_HEIGHT = 61;

export function TodayRows({ list, search, readOn, total }: RowsProps) {
  const { say } = useReader();
  const body = useRef<HTMLTableSectionElement>(null);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const loads = useLoads();
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
  const clocks = rows.flatMap(({ row, isGone }) => (chosen.has(row.id) && !isGone ? row : []));
  const chooseAll = (isChosen: boolean) =>
    choose(new Set(isChosen ? rows.map(({ row }) => row.id) : []));
  return (
    <>
      <TodayBulk clocks={clocks} clear={() => choose(new Set())} />
      <table className="rows" aria-rowcount={total ?? rows.length}>
        <caption className="hidden">
          {say(search.sort ? todayWords.listByWorth : todayWords.list)}
        </caption>
        <TodayHeads
          search={search}
          choice={<ChooseAll isChosen={clocks.length === rows.length} choose={chooseAll} />}
        />
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
                loads={loads}
                isChosen={chosen.has(at.row.id)}
                choose={choose}
              />
            ) : null;
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </>
  );
}

type ChooseAllProps = { readonly isChosen: boolean; readonly choose: (all: boolean) => void };

function ChooseAll({ isChosen, choose }: ChooseAllProps) {
  const { say } = useReader();
  return (
    <input
      type="checkbox"
      aria-label={say(deedWords.chooseAll)}
      checked={isChosen}
      onChange={({ target }) => choose(target.checked)}
    />
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
  body: RefObject<HTMLTableSectionElement | null>,
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
