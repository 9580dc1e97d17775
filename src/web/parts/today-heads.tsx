/** The heads of today's columns. */
import type { ReactNode } from "react";
import { useReader } from "../reader.tsx";
import { deedWords } from "../words/deed.ts";
import { todayWords } from "../words/today.ts";

const heads = ["state", "due", "record", "commitment", "owner"] as const;

export function TodayHeads({ choice }: { readonly choice?: ReactNode }) {
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
            aria-sort={head === "due" ? "ascending" : undefined}
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
