/** The rates, the mix and the cycle of each source: what history knows, and what may be typed. */
import { type PlanStep, planSteps } from "../../engine/planner.ts";
import { wilsonInterval } from "../../engine/statistics.ts";
import { assume, type PlanMade, type PlanRow, WHOLE } from "../planner-plan.ts";
import type { Assumed, PlanSearch } from "../planner-search.ts";
import { useReader } from "../reader.tsx";
import { planWords, rateWords } from "../words/planner.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";

type RatesProps = {
  readonly made: PlanMade;
  readonly search: PlanSearch;
  readonly change: (search: PlanSearch) => void;
};

export function PlanRates({ made, search, change }: RatesProps) {
  const { say } = useReader();
  const { assume: assumed, ...plain } = search;
  const columns = useColumns({ made, search, change });
  return (
    <section className="plan-rates">
      <p className="soft small">{say(planWords.ratesText)}</p>
      <DataTable
        caption={say(planWords.rates)}
        columns={columns}
        rows={made.rows}
        rowKey={({ source }) => source}
        fileName="plan-rates"
      />
      {assumed && (
        <button
          type="button"
          className="button button-second button-small"
          onClick={() => change(plain)}
        >
          {say(planWords.forget)}
        </button>
      )}
    </section>
  );
}

function useColumns({ made, search, change }: RatesProps): readonly DataColumn<PlanRow>[] {
  const { say } = useReader();
  const nameOf = ({ source }: PlanRow) =>
    source === WHOLE ? say(planWords.all) : source || say(planWords.unknown);
  const set = (row: PlanRow, key: keyof Assumed) => (value: number | undefined) =>
    change(assume(search, row.source, { key, value }));
  const typed = (key: "mix" | "value" | "cycle", head: string, unit: string) => ({
    key,
    head,
    value: (row: PlanRow) => row[key],
    cell: (row: PlanRow) => (
      <Cell
        label={say(planWords.ofSource, { what: head, source: nameOf(row) })}
        value={row[key]}
        unit={unit}
        change={set(row, key)}
      />
    ),
  });
  const ofSources = [
    typed("mix", say(planWords.mix), "%"),
    typed("value", say(planWords.deal), made.currency),
  ];
  return [
    { key: "source", head: say(planWords.rowSource), value: nameOf },
    ...(search.by === "whole" ? [] : ofSources),
    ...planSteps.map((step) => ({
      key: step,
      head: say(rateWords[step]),
      value: ({ rates }: PlanRow) => rates[step].numerator / rates[step].denominator,
      cell: (row: PlanRow) => (
        <Rate row={row} step={step} name={nameOf(row)} change={set(row, step)} />
      ),
    })),
    typed("cycle", say(planWords.cycle), say(planWords.days)),
  ];
}

type RateProps = {
  readonly row: PlanRow;
  readonly step: PlanStep;
  readonly name: string;
  readonly change: (value: number | undefined) => void;
};

function Rate({ row, step, name, change }: RateProps) {
  const { say, percent } = useReader();
  const { numerator, denominator } = row.rates[step];
  const history = row.history[step];
  const { low, high } = wilsonInterval(history);
  const isAssumed = row.assumed.includes(step);
  const before = percent(history.numerator / history.denominator);
  return (
    <>
      <Cell
        label={say(planWords.ofSource, { what: say(rateWords[step]), source: name })}
        value={Math.round((numerator / denominator) * 1_000) / 10}
        unit="%"
        change={change}
      />
      <span className="soft small under">
        {isAssumed
          ? say(planWords.assumed, { rate: before })
          : say(planWords.observed, { part: history.numerator, all: history.denominator })}
        {!isAssumed && (
          <span className="under">
            {say(planWords.rateRange, { low: percent(low), high: percent(high) })}
          </span>
        )}
      </span>
    </>
  );
}

type CellProps = {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly change: (value: number | undefined) => void;
};

/** A number in a table: its head is the label for eyes, a whole name for ears. */
function Cell({ label, value, unit, change }: CellProps) {
  return (
    <span className="field-unit">
      <input
        type="number"
        inputMode="decimal"
        aria-label={label}
        value={value}
        min={0}
        step="any"
        onChange={({ target }) =>
          change(Number.isNaN(target.valueAsNumber) ? undefined : target.valueAsNumber)
        }
      />
      <span className="soft">{unit}</span>
    </span>
  );
}
