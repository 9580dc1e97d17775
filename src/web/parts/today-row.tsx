/** One open clock in today's list. */
import { Link } from "@tanstack/react-router";
import type { Ref } from "react";
import { routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import type { Clock } from "../standing.ts";
import type { TodaySearch } from "../today-view.ts";
import { todayWords } from "../words/today.ts";
import { ClockChip } from "./clock-chip.tsx";
import { Moment } from "./moment.tsx";

type RowProps = {
  readonly row: Clock;
  readonly isGone: boolean;
  readonly index: number;
  readonly search: TodaySearch;
  readonly ref: Ref<HTMLTableRowElement>;
};

export function TodayRow({ row, isGone, index, search, ref }: RowProps) {
  const { say } = useReader();
  const { id, title, subject, agreement, commitment, owner, source, dueAt, breachedAt } = row;
  const due = breachedAt ?? dueAt;
  const isOpen = search.clock === id;
  return (
    <tr
      ref={ref}
      data-index={index}
      aria-rowindex={index + 2}
      className={`${isGone ? "row-gone" : ""}${isOpen ? " row-open" : ""}`}
    >
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
          aria-label={say(todayWords.openProof, { name: title ?? subject })}
        >
          {title ?? subject}
        </Link>
        <span className="soft small">
          {[title ? subject : "", source].filter(Boolean).join(" · ")}
        </span>
      </th>
      <td className="cell-commitment">
        {commitment}
        <span className="soft small">{agreement}</span>
      </td>
      <td className="cell-owner">
        {owner ?? <span className="soft">{say(todayWords.noOwner)}</span>}
      </td>
    </tr>
  );
}
