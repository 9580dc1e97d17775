/** What the address of the planner says: the whole plan, so that a link is the plan. */
import { type PlanStep, planSteps } from "../engine/planner.ts";

export const planSpans = ["month", "quarter", "year"] as const;
export const planHistories = [90, 180, 365, 730] as const;
export const planModes = ["whole", "source"] as const;

export const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

/** What somebody assumes of a source: rates and its part of the goal in per cent. */
export type Assumed = { readonly [key in PlanStep | "mix" | "value" | "cycle"]?: number };

/** What is not said is taken from history. `goal` and `value` are of one currency. */
export type PlanSearch = {
  readonly goal?: number;
  /** Per cent of the goal that marketing is to bring. */
  readonly share: number;
  readonly value?: number;
  readonly span: (typeof planSpans)[number];
  /** The first day of the period. */
  readonly from?: string;
  readonly days: (typeof planHistories)[number];
  readonly by: (typeof planModes)[number];
  readonly reps?: number;
  /** MQL that one person can work in a month. */
  readonly load: number;
  /** By source; "*" where sources are planned as one. */
  readonly assume?: Readonly<Record<string, Assumed>>;
};

export type PlanGiven = Partial<PlanSearch>;

const LARGEST = 1e12;

export function readPlanSearch(given: PlanGiven): PlanSearch {
  const { from, assume } = given;
  return {
    ...known("goal", within(given.goal, 0, LARGEST)),
    share: within(given.share, 0, 100) ?? 100,
    ...known("value", within(given.value, 0.01, LARGEST)),
    span: planSpans.find((one) => one === given.span) ?? "quarter",
    ...(/^\d{4}-\d{2}-\d{2}$/.test(String(from)) ? { from: String(from) } : {}),
    days: planHistories.find((one) => one === given.days) ?? 365,
    by: planModes.find((one) => one === given.by) ?? "whole",
    ...known("reps", within(given.reps, 0, 100_000)),
    load: within(given.load, 1, 1e6) ?? 100,
    ...known("assume", assumptionsOf(assume)),
  };
}

const keys = [...planSteps, "mix", "value", "cycle"] as const;
const most = { mix: 100, value: LARGEST, cycle: 3_650 } as const;

function assumptionsOf(assume: unknown): PlanSearch["assume"] {
  if (typeof assume !== "object" || assume === null) return undefined;
  const read = Object.entries(assume).flatMap(([source, one]) => {
    const told = keys.flatMap((key) => {
      const value = within(one?.[key], 0, key in most ? most[key as keyof typeof most] : 100);
      return value === undefined ? [] : [[key, value] as const];
    });
    return told.length === 0 ? [] : [[source, Object.fromEntries(told) as Assumed] as const];
  });
  return read.length === 0 ? undefined : Object.fromEntries(read);
}

function within(value: unknown, least: number, greatest: number): number | undefined {
  const isFine = typeof value === "number" && value >= least && value <= greatest;
  return isFine ? value : undefined;
}

function known<K extends string, T>(key: K, value: T | undefined): { readonly [k in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [k in K]?: T };
}
