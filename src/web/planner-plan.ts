/** From what history knows and what somebody assumes to a plan. Pure. */
import type { Answer, Routes } from "../api/routes.ts";
import {
  type Plan,
  type PlanSource,
  type PlanStep,
  planRevenue,
  planSteps,
} from "../engine/planner.ts";
import type { Share } from "../engine/share.ts";
import { DAY, type Instant } from "../engine/time.ts";
import { type Assumed, monthsOf, type PlanSearch } from "./planner-search.ts";

export type PlanHistory = Answer<Routes["planHistory"]>;
type SourceHistory = PlanHistory["sources"][number];

/** All sources planned as one. */
export const WHOLE = "*";

/** One row of the plan: what history says, and what is used. */
export type PlanRow = {
  readonly source: string;
  readonly history: { readonly [step in PlanStep]: Share };
  readonly rates: { readonly [step in PlanStep]: Share };
  readonly assumed: readonly PlanStep[];
  /** Per cent of what marketing brings. */
  readonly mix: number;
  readonly value: number;
  readonly cycle: number;
};

export type PlanMade = {
  readonly rows: readonly PlanRow[];
  readonly plan: Plan;
  readonly goal: number;
  readonly currency: string;
  readonly reps: number;
  readonly months: number;
  readonly from: Instant;
  /** What the leads of a month are worth together. */
  readonly worthPerMonth: number;
};

/** The plan that an address and a history make. `from` is the first instant of the period. */
export function planOf(search: PlanSearch, history: PlanHistory, from: Instant): PlanMade {
  const currency = currencyOf(history);
  const months = monthsOf[search.span];
  const all = merged(history.sources);
  const sources = search.by === "whole" ? [all] : history.sources;
  const goal = search.goal ?? usualGoal(all, currency, (months * 365) / 12 / search.days);
  const reps = search.reps ?? history.owners;
  const weights = sources.map((one) => ({ one, won: one.won }));
  const total = weights.reduce((sum, { won }) => sum + won, 0);
  const rows = weights.map(({ one, won }) => {
    const usual = total === 0 ? 100 / sources.length : (100 * won) / total;
    return rowOf(one, search, { currency, mix: Math.round(usual * 10) / 10, all });
  });
  const plan = planRevenue({
    goal: decimal(goal),
    from,
    reps,
    maxLeadsPerRep: search.load * months,
    sources: rows.map((row) => sourceOf(row, search)),
  });
  const worth = plan.sources.reduce(
    (sum, { steps, valuePerLead }) => sum + (steps.leads?.needed ?? 0) * valuePerLead,
    0,
  );
  return { rows, plan, goal, currency, reps, months, from, worthPerMonth: worth / months };
}

/** The currency most was won in; "" where none is known. */
function currencyOf({ sources }: PlanHistory): string {
  const sums = new Map<string, number>();
  for (const { worth } of sources) {
    for (const [currency, amount] of Object.entries(worth)) {
      sums.set(currency, (sums.get(currency) ?? 0) + Number(amount));
    }
  }
  return [...sums].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}

function merged(sources: readonly SourceHistory[]): SourceHistory {
  const sum = (key: "leads" | "mql" | "sql" | "opportunities" | "won") =>
    sources.reduce((total, one) => total + one[key], 0);
  const worth = new Map<string, number>();
  for (const [currency, amount] of sources.flatMap((one) => Object.entries(one.worth))) {
    worth.set(currency, (worth.get(currency) ?? 0) + Number(amount));
  }
  const cycles = sources.flatMap(({ cycleDays, won }) =>
    cycleDays === null ? [] : [{ cycleDays, won }],
  );
  const weight = cycles.reduce((total, { won }) => total + won, 0);
  const days = cycles.reduce((total, { cycleDays, won }) => total + cycleDays * won, 0);
  return {
    source: WHOLE,
    leads: sum("leads"),
    mql: sum("mql"),
    sql: sum("sql"),
    opportunities: sum("opportunities"),
    won: sum("won"),
    worth: Object.fromEntries([...worth].map(([currency, amount]) => [currency, String(amount)])),
    cycleDays: weight === 0 ? null : Math.round(days / weight),
  };
}

/** What would be won in the period if all went on as before, to two digits. */
function usualGoal(all: SourceHistory, currency: string, part: number): number {
  const usual = Number(all.worth[currency] ?? 0) * part;
  const size = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(usual, 1))) - 1);
  return Math.round(usual / size) * size;
}

type RowGiven = { readonly currency: string; readonly mix: number; readonly all: SourceHistory };

function rowOf(one: SourceHistory, search: PlanSearch, given: RowGiven): PlanRow {
  const assumed = search.assume?.[one.source] ?? {};
  const history = {
    opportunities: rateOf(one.won, one.opportunities),
    sql: rateOf(one.opportunities, one.sql),
    mql: rateOf(one.sql, one.mql),
    leads: rateOf(one.mql, one.leads),
  };
  const own = planSteps.filter((step) => assumed[step] !== undefined);
  const rate = (step: PlanStep): Share => {
    const percent = assumed[step];
    return percent === undefined ? history[step] : percentShare(percent);
  };
  return {
    source: one.source,
    history,
    rates: {
      opportunities: rate("opportunities"),
      sql: rate("sql"),
      mql: rate("mql"),
      leads: rate("leads"),
    },
    assumed: own,
    mix: assumed.mix ?? given.mix,
    value: assumed.value ?? search.value ?? dealValue(one, given) ?? 1,
    cycle: assumed.cycle ?? one.cycleDays ?? given.all.cycleDays ?? 0,
  };
}

/** The mean of a source's deals; of all where it has won none. */
function dealValue(one: SourceHistory, { currency, all }: RowGiven): number | undefined {
  for (const { worth, won } of [one, all]) {
    const amount = Number(worth[currency] ?? 0);
    if (won > 0 && amount > 0) return Math.floor(amount / won);
  }
  return undefined;
}

function rateOf(numerator: number, denominator: number): Share {
  if (denominator === 0) return { numerator: 0, denominator: 1 };
  return { numerator: Math.min(numerator, denominator), denominator };
}

/** "12.5 %" as 125 of 1,000: an exact share of what was typed. */
function percentShare(percent: number): Share {
  return { numerator: Math.round(percent * 1_000), denominator: 100_000 };
}

function sourceOf(row: PlanRow, { share }: PlanSearch): PlanSource {
  const { source, rates, assumed, mix, value, cycle } = row;
  const part = { numerator: Math.round(share * mix * 1_000), denominator: 10_000_000 };
  const cycleDays = Math.round(cycle);
  return { source, share: part, dealValue: decimal(value), rates, assumed, cycleDays };
}

/** A typed number as the decimal it reads as. */
function decimal(value: number): string {
  return value.toFixed(2);
}

/** What is assumed, with one value set; without it where it is undefined. */
export function assume(
  search: PlanSearch,
  source: string,
  change: { readonly key: keyof Assumed; readonly value: number | undefined },
): PlanSearch {
  const { [change.key]: _, ...others } = search.assume?.[source] ?? {};
  const own = change.value === undefined ? others : { ...others, [change.key]: change.value };
  return { ...search, assume: { ...search.assume, [source]: own } };
}

/** The first day of the next period of that length after `now`, as a date. */
export function nextStart(now: number, span: PlanSearch["span"]): string {
  const date = new Date(now);
  const months = monthsOf[span];
  const month = date.getFullYear() * 12 + date.getMonth();
  const next = Math.floor(month / months + 1) * months;
  return `${Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, "0")}-01`;
}

/** The last day of a period. */
export function lastDay(from: Instant, months: number): number {
  const date = new Date(from);
  return new Date(date.getFullYear(), date.getMonth() + months, date.getDate()).getTime() - DAY;
}
