/** The rates, the mix and the cycle of each source: what history knows, and what may be typed. */
import { type PlanStep, planSteps } from "../../engine/planner.ts";
import { wilsonInterval } from "../../engine/statistics.ts";
import { assume, type PlanMade, type PlanRow, WHOLE } from "../planner-plan.ts";
import type { Assumed, PlanSearch } from "../planner-search.ts";
import { useReader } from "../reader.tsx";
import { planWords, rateWords } from "../words/planner.ts";

type RatesProps = {
  readonly made: PlanMade;
  readonly search: PlanSearch;
  readonly change: (search: PlanSearch) => void;
};

export function PlanRates({ made, search, change }: RatesProps) {
  const { say } = useReader();
  const isWhole = search.by === "whole";
  const { assume: assumed, ...plain } = search;
  return (
    <section className="plan-rates">
      <h2>{say(planWords.rates)}</h2>
      <p className="soft small">{say(planWords.ratesText)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <section className="scroll" tabIndex={0} aria-label={say(planWords.rates)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(planWords.rowSource)}</th>
              {!isWhole && <th scope="col">{say(planWords.mix)}</th>}
              {!isWhole && <th scope="col">{say(planWords.deal)}</th>}
              {planSteps.map((step) => (
                <th key={step} scope="col">
                  {say(rateWords[step])}
                </th>
              ))}
              <th scope="col">{say(planWords.cycle)}</th>
            </tr>
          </thead>
          <tbody>
            {made.rows.map((row) => (
              <RateRow key={row.source} row={row} made={made} search={search} change={change} />
            ))}
          </tbody>
        </table>
      </section>
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

type RowProps = RatesProps & { readonly row: PlanRow };

function RateRow({ row, made, search, change }: RowProps) {
  const { say } = useReader();
  const name = row.source === WHOLE ? say(planWords.all) : row.source || say(planWords.unknown);
  const set = (key: keyof Assumed) => (value: number | undefined) =>
    change(assume(search, row.source, { key, value }));
  const cell = (key: "mix" | "value" | "cycle", label: string, unit: string) => (
    <td>
      <Cell
        label={say(planWords.ofSource, { what: label, source: name })}
        value={row[key]}
        unit={unit}
        change={set(key)}
      />
    </td>
  );
  return (
    <tr>
      <th scope="row">{name}</th>
      {search.by === "source" && cell("mix", say(planWords.mix), "%")}
      {search.by === "source" && cell("value", say(planWords.deal), made.currency)}
      {planSteps.map((step) => (
        <td key={step}>
          <Rate row={row} step={step} name={name} change={set(step)} />
        </td>
      ))}
      {cell("cycle", say(planWords.cycle), say(planWords.days))}
    </tr>
  );
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
