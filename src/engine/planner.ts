/**
 * The revenue planner: from a goal to the leads it takes, source by source, and back to whether the
 * team can answer them. Docs: docs/reference/planner.md.
 */
import { decimalOf } from "./exact.ts";
import { type Fraction, fractionOf, timesFraction } from "./money-fraction.ts";
import type { Share } from "./share.ts";
import { type Interval, wilsonInterval } from "./statistics.ts";
import { DAY, type Instant } from "./time.ts";

/** Steps of the funnel, from the customer back to the lead. */
export const planSteps = ["opportunities", "sql", "mql", "leads"] as const;
export type PlanStep = (typeof planSteps)[number];

/**
 * What is known of a source. Amounts are decimals of one currency. `share` is the part of the goal
 * it is to bring; `rates` say how many of a step became the next one: "won of opportunities",
 * "opportunities of SQL", "SQL of MQL", "MQL of leads"; their denominators say how sure one may be.
 */
export type PlanSource = {
  readonly source: string;
  readonly share: Share;
  readonly dealValue: string;
  readonly rates: { readonly [step in PlanStep]: Share };
  /** Rates that somebody assumes: nothing was observed, so they have no interval. */
  readonly assumed?: readonly PlanStep[];
  readonly cycleDays: number;
};

/** `maxLeadsPerRep`: MQL one rep can work in the period. */
export type PlanInput = {
  readonly goal: string;
  readonly from: Instant;
  readonly sources: readonly PlanSource[];
  readonly reps: number;
  readonly maxLeadsPerRep: number;
};

/**
 * Whole cases needed; `low` and `high` by the Wilson intervals of the rates, null where unlimited.
 */
export type Needed = {
  readonly needed: number;
  readonly low: number;
  readonly high: number | null;
};

export type SourcePlan = {
  readonly source: string;
  readonly customers: number;
  readonly steps: { readonly [step in PlanStep]: Needed | null };
  /** What one lead is worth on average, rounded down to hundredths for reading. */
  readonly valuePerLead: number;
  /** Leads that are to be won in a period that begins at `from` have to arrive from then on. */
  readonly arriveFrom: Instant;
};

export type Plan = {
  readonly sources: readonly SourcePlan[];
  readonly total: {
    readonly customers: number;
    readonly steps: { readonly [step in PlanStep]: number | null };
    /** The sums of what the sources take at the best and at the worst. */
    readonly ranges: { readonly [step in PlanStep]: Omit<Needed, "needed"> | null };
  };
  readonly capacity: {
    readonly repsNeeded: number | null;
    readonly reps: number;
    readonly isShort: boolean;
  };
};

/**
 * What a goal takes. Exact until a whole number of cases is needed, which is rounded up once a
 * step.
 * Edges: a rate of nothing gives null: no number of leads is enough. Source:
 * docs/reference/planner.md.
 */
export function planRevenue(input: PlanInput): Plan {
  const sources = input.sources.map((source) => planSource(source, input));
  const total = (step: PlanStep): number | null =>
    sources.reduce<number | null>((sum, { steps }) => {
      const one = steps[step];
      return sum === null || one === null ? null : sum + one.needed;
    }, 0);
  const mql = total("mql");
  const repsNeeded = mql === null ? null : Math.ceil(mql / input.maxLeadsPerRep);
  return {
    sources,
    total: {
      customers: sources.reduce((sum, { customers }) => sum + customers, 0),
      steps: each(total),
      ranges: each((step) => rangeOf(sources.map(({ steps }) => steps[step]))),
    },
    capacity: {
      repsNeeded,
      reps: input.reps,
      isShort: repsNeeded === null || repsNeeded > input.reps,
    },
  };
}

function rangeOf(all: readonly (Needed | null)[]): Omit<Needed, "needed"> | null {
  const needed = all.flatMap((one) => one ?? []);
  if (needed.length < all.length) return null;
  const highs = needed.flatMap(({ high }) => high ?? []);
  const low = needed.reduce((sum, one) => sum + one.low, 0);
  return { low, high: highs.length < all.length ? null : highs.reduce((sum, one) => sum + one, 0) };
}

function planSource(source: PlanSource, { goal, from }: PlanInput): SourcePlan {
  const wanted = timesFraction(decimalOf(goal), fractionOf(source.share));
  const customers = timesFraction(wanted, inverse(decimalOf(source.dealValue)));
  return {
    source: source.source,
    customers: ceiling(customers),
    steps: each((step) =>
      needed(
        customers,
        stepsTo(step).map((one) => knownOf(source, one)),
      ),
    ),
    valuePerLead: leadValue(source),
    arriveFrom: (from - source.cycleDays * DAY) as Instant,
  };
}

function each<T>(toValue: (step: PlanStep) => T): { readonly [step in PlanStep]: T } {
  return Object.fromEntries(planSteps.map((step) => [step, toValue(step)])) as {
    [step in PlanStep]: T;
  };
}

/** The steps between a customer and a step, that one included. */
function stepsTo(step: PlanStep): readonly PlanStep[] {
  return planSteps.slice(0, planSteps.indexOf(step) + 1);
}

/** A rate, and how good or bad it may be. */
type Known = { readonly rate: Share; readonly interval: Interval };

function knownOf({ rates, assumed = [] }: PlanSource, step: PlanStep): Known {
  const rate = rates[step];
  if (!assumed.includes(step)) return { rate, interval: wilsonInterval(rate) };
  const value = rate.numerator / rate.denominator;
  return { rate, interval: { low: value, high: value } };
}

function needed(customers: Fraction, known: readonly Known[]): Needed | null {
  if (known.some(({ rate }) => rate.numerator === 0)) return null;
  const exact = known.reduce(
    (cases, { rate: { numerator, denominator } }) =>
      timesFraction(cases, { numerator: BigInt(denominator), denominator: BigInt(numerator) }),
    customers,
  );
  const most = known.reduce((product, { interval }) => product * interval.high, 1);
  const least = known.reduce((product, { interval }) => product * interval.low, 1);
  const wanted = Number(customers.numerator) / Number(customers.denominator);
  return {
    needed: ceiling(exact),
    low: upFrom(wanted / most),
    high: least === 0 ? null : upFrom(wanted / least),
  };
}

/** Far above the error of a few multiplications, far below a case. */
const NEARLY = 1e-6;

/** Rounded up; a quotient that is whole but for its last bits stays so. */
function upFrom(cases: number): number {
  return Math.ceil(cases - NEARLY);
}

function leadValue(source: PlanSource): number {
  const rates = planSteps.map((step) => fractionOf(source.rates[step]));
  const value = rates.reduce(timesFraction, decimalOf(source.dealValue));
  if (value.denominator === 0n) return 0;
  return Number((value.numerator * 100n) / value.denominator) / 100;
}

function inverse({ numerator, denominator }: Fraction): Fraction {
  return { numerator: denominator, denominator: numerator };
}

/** The least whole number that is not below; 0 of nothing. */
function ceiling({ numerator, denominator }: Fraction): number {
  if (denominator === 0n) return 0;
  return Number((numerator + denominator - 1n) / denominator);
}
