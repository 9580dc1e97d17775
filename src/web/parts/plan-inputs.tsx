/** What somebody wants, and with whom: the questions a plan begins with. */
import type { PlanMade } from "../planner-plan.ts";
import { type PlanSearch, planHistories, planModes, planSpans } from "../planner-search.ts";
import { useReader } from "../reader.tsx";
import { planWords } from "../words/planner.ts";
import { DateField, NumberField, SelectField } from "./field.tsx";

type InputsProps = {
  readonly search: PlanSearch;
  readonly made: PlanMade;
  readonly day: string;
  readonly change: (search: PlanSearch) => void;
};

export function PlanInputs({ search, made, day, change }: InputsProps) {
  const { say } = useReader();
  const { goal, currency, reps, rows } = made;
  const set = (next: Partial<PlanSearch>) => change({ ...search, ...next });
  return (
    <form className="plan-inputs" onSubmit={(event) => event.preventDefault()}>
      <NumberField
        label={say(planWords.goal)}
        hint={search.goal === undefined ? say(planWords.goalHint) : undefined}
        value={goal}
        least={0}
        step="any"
        unit={currency}
        change={(value) => change(without(search, "goal", value))}
      />
      <NumberField
        label={say(planWords.share)}
        value={search.share}
        least={0}
        most={100}
        unit="%"
        change={(share) => set({ share: share ?? 0 })}
      />
      <NumberField
        label={say(planWords.value)}
        hint={search.by === "source" ? say(planWords.valueHint) : undefined}
        value={search.value ?? (search.by === "whole" ? rows[0]?.value : undefined)}
        least={0}
        step="any"
        unit={currency}
        change={(value) => change(without(search, "value", value))}
      />
      <Times search={search} day={day} set={set} />
      <NumberField
        label={say(planWords.reps)}
        value={reps}
        least={0}
        change={(value) => change(without(search, "reps", value))}
      />
      <NumberField
        label={say(planWords.load)}
        value={search.load}
        least={1}
        change={(load) => set({ load: load ?? 1 })}
      />
      <SelectField
        label={say(planWords.by)}
        value={search.by}
        options={planModes.map((value) => ({ value, label: say(planWords[value]) }))}
        change={(value) => set({ by: planModes.find((one) => one === value) ?? search.by })}
      />
    </form>
  );
}

type TimesProps = {
  readonly search: PlanSearch;
  readonly day: string;
  readonly set: (next: Partial<PlanSearch>) => void;
};

function Times({ search, day, set }: TimesProps) {
  const { say } = useReader();
  return (
    <>
      <SelectField
        label={say(planWords.span)}
        value={search.span}
        options={planSpans.map((value) => ({ value, label: say(planWords[value]) }))}
        change={(value) => set({ span: planSpans.find((one) => one === value) ?? search.span })}
      />
      <DateField
        label={say(planWords.from)}
        value={day}
        change={(from) => from !== "" && set({ from })}
      />
      <SelectField
        label={say(planWords.history)}
        value={String(search.days)}
        options={planHistories.map((days) => ({
          value: String(days),
          label: say(planWords.lastDays, { days }),
        }))}
        change={(value) =>
          set({ days: planHistories.find((one) => String(one) === value) ?? search.days })
        }
      />
    </>
  );
}

/** An empty field goes back to what history says. */
function without(
  search: PlanSearch,
  key: "goal" | "value" | "reps",
  value: number | undefined,
): PlanSearch {
  const { [key]: _, ...others } = search;
  return value === undefined ? others : { ...others, [key]: value };
}
