/** What a goal takes: step by step with its range, by source, and whether the team can answer. */
import { type PlanStep, planSteps } from "../../engine/planner.ts";
import { amountsText } from "../amount-text.ts";
import { useNow } from "../now.ts";
import { lastDay, type PlanMade, WHOLE } from "../planner-plan.ts";
import type { PlanSearch } from "../planner-search.ts";
import { useReader } from "../reader.tsx";
import { planWords } from "../words/planner.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { Icon } from "./icon.tsx";

type ResultProps = { readonly made: PlanMade; readonly search: PlanSearch };

export function PlanResult({ made, search }: ResultProps) {
  const { say, language } = useReader();
  const { total } = made.plan;
  return (
    <section className="plan-result">
      <h2>{say(planWords.needs)}</h2>
      <ol className="figures">
        <li className="figure">
          <span className="figure-name">{say(planWords.customers)}</span>
          <strong className="number">{total.customers.toLocaleString(language)}</strong>
        </li>
        {planSteps.map((step) => (
          <Step key={step} step={step} made={made} />
        ))}
      </ol>
      {total.steps.leads === null && <p className="soft">{say(planWords.noNumberText)}</p>}
      <Capacity made={made} />
      <Lag made={made} />
      {search.by === "source" && <BySource made={made} />}
    </section>
  );
}

function Step({ step, made }: { readonly step: PlanStep; readonly made: PlanMade }) {
  const { say, language } = useReader();
  const { plan, months } = made;
  const needed = plan.total.steps[step];
  const range = plan.total.ranges[step];
  return (
    <li className="figure" data-step={step}>
      <span className="figure-name">{say(planWords[step])}</span>
      <strong className="number">{needed === null ? "–" : needed.toLocaleString(language)}</strong>
      <span className="soft small">
        {needed === null && say(planWords.noNumber)}
        {range && range.high !== null && range.low !== range.high
          ? say(planWords.range, { low: range.low, high: range.high })
          : null}
        {range && range.high === null && say(planWords.rangeOpen, { low: range.low })}
      </span>
      {needed !== null && months > 1 && (
        <span className="soft small">
          {say(planWords.perMonth, { count: Math.ceil(needed / months) })}
        </span>
      )}
    </li>
  );
}

function Capacity({ made }: { readonly made: PlanMade }) {
  const { say } = useReader();
  const { repsNeeded: needed, reps, isShort } = made.plan.capacity;
  if (needed === null) return <p className="soft">{say(planWords.capacityUnknown)}</p>;
  if (!isShort) {
    return (
      <p className="plan-fine">
        <Icon shape="met" /> {say(planWords.capacityFine, { needed, reps })}
      </p>
    );
  }
  return (
    <p className="notice">
      <Icon shape="atRisk" />
      <span>{say(planWords.capacityShort, { needed, reps })}</span>
    </p>
  );
}

function Lag({ made }: { readonly made: PlanMade }) {
  const { say, date, language } = useReader();
  const now = useNow();
  const { plan, from, months, worthPerMonth, currency } = made;
  const arrive = Math.min(from, ...plan.sources.map(({ arriveFrom }) => arriveFrom));
  const told = { from: date(from, now), to: date(lastDay(from, months), now) };
  const lag = dayOf(arrive) < dayOf(now) ? planWords.lagLate : planWords.lag;
  return (
    <>
      <p>{say(lag, { ...told, arrive: date(arrive, now) })}</p>
      {worthPerMonth > 0 && (
        <p>
          {say(planWords.worth, {
            amount: amountsText({ [currency]: worthPerMonth.toFixed(0) }, language),
          })}
        </p>
      )}
    </>
  );
}

type Row = PlanMade["plan"]["sources"][number];

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function BySource({ made }: { readonly made: PlanMade }) {
  const { say, date, language } = useReader();
  const now = useNow();
  const step = (key: PlanStep): DataColumn<Row> => ({
    key,
    head: say(planWords[key]),
    value: ({ steps }) => steps[key]?.needed ?? null,
    isNumber: true,
    cell: ({ steps }) => <Needed needed={steps[key]} />,
  });
  const columns: readonly DataColumn<Row>[] = [
    {
      key: "source",
      head: say(planWords.rowSource),
      value: ({ source }) => (source === WHOLE ? say(planWords.all) : source),
    },
    {
      key: "customers",
      head: say(planWords.customers),
      value: ({ customers }) => customers,
      isNumber: true,
    },
    ...planSteps.map(step),
    {
      key: "worth",
      head: say(planWords.perLead),
      value: ({ valuePerLead }) => valuePerLead,
      isNumber: true,
      cell: ({ valuePerLead }) =>
        amountsText({ [made.currency]: valuePerLead.toFixed(2) }, language),
    },
    {
      key: "arrive",
      head: say(planWords.arriveFrom),
      value: ({ arriveFrom }) => dayOf(arriveFrom),
      cell: ({ arriveFrom }) => date(arriveFrom, now),
    },
  ];
  return (
    <DataTable
      caption={say(planWords.perSource)}
      columns={columns}
      rows={made.plan.sources}
      rowKey={({ source }) => source}
      fileName="plan-by-source"
    />
  );
}

function Needed({ needed }: { readonly needed: Row["steps"][PlanStep] }) {
  const { say, language } = useReader();
  if (!needed) return "–";
  const { low, high } = needed;
  return (
    <>
      {needed.needed.toLocaleString(language)}
      <span className="soft small under">
        {high === null ? say(planWords.rangeOpen, { low }) : say(planWords.range, { low, high })}
      </span>
    </>
  );
}
