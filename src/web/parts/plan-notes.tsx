/** What a plan stands on: how many, from when, and what it takes for granted. */
import { useNow } from "../now.ts";
import type { PlanHistory, PlanMade } from "../planner-plan.ts";
import type { PlanSearch } from "../planner-search.ts";
import { useReader } from "../reader.tsx";
import { planWords } from "../words/planner.ts";

type NotesProps = {
  readonly made: PlanMade;
  readonly history: PlanHistory;
  readonly search: PlanSearch;
  readonly span: { readonly from: string; readonly to: string };
};

/** Below so many deals a rate may be anything. */
const FEW = 50;

export function PlanNotes({ made, history, search, span }: NotesProps) {
  const { say, date } = useReader();
  const now = useNow();
  const sum = (key: "leads" | "mql" | "sql" | "opportunities" | "won") =>
    history.sources.reduce((total, one) => total + one[key], 0);
  const won = sum("won");
  const typed = Object.values(search.assume ?? {}).flatMap((one) => Object.keys(one)).length;
  const isAssumed = made.rows.every(({ assumed }) => assumed.includes("opportunities"));
  return (
    <div className="notes soft small">
      <p>
        {say(planWords.sample, {
          leads: sum("leads"),
          mql: sum("mql"),
          sql: sum("sql"),
          opportunities: sum("opportunities"),
          won,
          from: date(span.from, now),
          to: date(Date.parse(span.to) - 1, now),
        })}
        {typed > 0 && ` ${say(planWords.typed, { count: typed })}`}
      </p>
      <p>{say(planWords.assumptions)}</p>
      {won < FEW && !isAssumed && <p>{say(planWords.few, { won })}</p>}
    </div>
  );
}
