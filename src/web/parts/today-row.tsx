/** One open clock in today's list. */
import { Link } from "@tanstack/react-router";
import type { KeyboardEvent, Ref } from "react";
import type { Language } from "../../engine/agreement.ts";
import { amountsText } from "../amount-text.ts";
import { deedKeys } from "../deed.ts";
import { routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import type { Clock } from "../standing.ts";
import type { TodaySearch } from "../today-view.ts";
import type { Loads } from "../use-loads.ts";
import { deedWords } from "../words/deed.ts";
import { todayWords } from "../words/today.ts";
import { ClockChip } from "./clock-chip.tsx";
import { DeedButtons } from "./deed-buttons.tsx";
import { useDeeds } from "./deeds.tsx";
import { Moment } from "./moment.tsx";

type Choose = (change: (before: ReadonlySet<string>) => ReadonlySet<string>) => void;

type RowProps = {
  readonly row: Clock;
  readonly isGone: boolean;
  readonly search: TodaySearch;
  readonly loads: Loads;
  readonly index?: number;
  readonly ref?: Ref<HTMLTableRowElement>;
  readonly isChosen?: boolean;
  readonly choose?: Choose;
};

/** Deeds beside a row; all of them stand in the drawer. */
const BESIDE = 2;

export function TodayRow(props: RowProps) {
  const { row, isGone, index = 0, search, loads, ref, isChosen, choose } = props;
  const { say, language } = useReader();
  const press = useDeedKeys(row, isGone);
  const { id, title, subject, agreement, commitment, owner, dueAt, breachedAt } = row;
  const load = loads.get(owner);
  const due = breachedAt ?? dueAt;
  const isOpen = search.clock === id;
  const name = title ?? subject;
  return (
    <tr
      ref={ref}
      data-index={index}
      aria-rowindex={index + 2}
      onKeyDown={press}
      className={`${isGone ? "row-gone" : ""}${isOpen ? " row-open" : ""}`}
    >
      <td className="cell-choice">
        {choose && (
          <input
            type="checkbox"
            aria-label={say(deedWords.choose, { name })}
            checked={isChosen ?? false}
            disabled={isGone}
            onChange={() => choose((before) => toggled(before, id))}
          />
        )}
      </td>
      <td className="cell-state">
        <ClockChip clock={row} />
        {isGone && <span className="soft small">{say(todayWords.settledRow)}</span>}
      </td>
      <td className="cell-due">{due ? <Moment at={due} /> : "–"}</td>
      <th scope="row" className="cell-record">
        <Link
          to={routePaths.today}
          search={{ ...search, clock: id }}
          resetScroll={false}
          aria-label={say(todayWords.openProof, { name })}
        >
          {name}
        </Link>
        <span className="soft small">{besides(row, language)}</span>
      </th>
      <td className="cell-commitment">
        {commitment}
        <span className="soft small">{agreement}</span>
      </td>
      <td className="cell-owner">
        {owner ?? <span className="soft">{say(todayWords.noOwner)}</span>}
        {owner !== null && load !== undefined && (
          <span className="soft small">{say(todayWords.load, { count: load })}</span>
        )}
      </td>
      <td className="cell-deeds">{!isGone && <DeedButtons clock={row} most={BESIDE} />}</td>
    </tr>
  );
}

/** "Acme · web · 84,000 MXN", "lead/7 · web": as much of it as is known. */
function besides({ title, subject, company, source, worth }: Clock, language: Language): string {
  const value = worth && amountsText({ [worth.currency ?? ""]: worth.amount }, language);
  return [company ?? (title && subject), source, value].filter(Boolean).join(" · ");
}

/** E, R and A act on the row that has the focus, before anything else hears of them. */
function useDeedKeys(row: Clock, isGone: boolean) {
  const { act } = useDeeds();
  return (event: KeyboardEvent) => {
    const deed = deedKeys[event.key];
    if (!deed || isGone || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act(deed, [row]);
  };
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]);
}
