/** The heads of today's columns. */
import type { ReactNode } from "react";
import { useReader } from "../reader.tsx";
import type { TodaySearch } from "../today-view.ts";
import { deedWords } from "../words/deed.ts";
import { todayWords } from "../words/today.ts";

const heads = ["state", "due", "record", "commitment", "owner"] as const;

type HeadsProps = { readonly search: TodaySearch; readonly choice?: ReactNode };

export function TodayHeads({ search, choice }: HeadsProps) {
  const { say } = useReader();
  return (
    <thead>
      <tr>
        <td className="cell-choice">{choice}</td>
        {heads.map((head) => (
          <th
            key={head}
            scope="col"
            className={`cell-${head}`}
            aria-sort={head === "due" && !search.sort ? "ascending" : undefined}
          >
            {say(todayWords[head])}
          </th>
        ))}
        <th scope="col" className="cell-deeds">
          <span className="hidden">{say(deedWords.more)}</span>
        </th>
      </tr>
    </thead>
  );
}
