/**
 * Error budgets of shares: how much may go wrong in a period, and how fast it is being used up.
 * Docs: docs/reference/period.md#error-budget.
 */
import { type Fraction, fractionOf, timesFraction } from "./money-fraction.ts";
import type { Share } from "./share.ts";
import type { Millis } from "./time.ts";

/** A promise of a share over a period of time. */
export type BudgetSpec = { readonly objective: Share; readonly period: Millis };

/** The share that may go wrong: one less the objective. */
function errorShare({ numerator, denominator }: Share): Share {
  return { numerator: denominator - numerator, denominator };
}

/** How long everything may be wrong in the period; whole milliseconds, cut down. */
export function errorBudget({ objective, period }: BudgetSpec): Millis {
  const { numerator, denominator } = errorShare(objective);
  return Number((BigInt(period) * BigInt(numerator)) / BigInt(denominator)) as Millis;
}

/**
 * How many times faster than allowed the budget is used: the share that goes wrong over the share
 * that may. Undefined: nothing may.
 */
export function burnRate(wrong: Share, objective: Share): Fraction | undefined {
  const allowed = fractionOf(errorShare(objective));
  if (allowed.numerator === 0n || wrong.denominator === 0) return undefined;
  const inverse = { numerator: allowed.denominator, denominator: allowed.numerator };
  return timesFraction(fractionOf(wrong), inverse);
}

/** When a whole budget is used up at a burn rate. Undefined: never, at a rate of nothing. */
export function exhaustedAfter(period: Millis, burn: Fraction): Millis | undefined {
  if (burn.numerator <= 0n) return undefined;
  return Number((BigInt(period) * burn.denominator) / burn.numerator) as Millis;
}

/** The burn rate that uses a share of the period's budget within a window. */
export function burnThreshold(share: Share, window: Millis, period: Millis): Fraction {
  return timesFraction(fractionOf(share), {
    numerator: BigInt(period),
    denominator: BigInt(window),
  });
}

/** Whether to raise the alarm: it burns now, and has for long enough to matter. */
export function isBurning(rates: {
  readonly long: number;
  readonly short: number;
  readonly threshold: number;
}): boolean {
  return rates.long >= rates.threshold && rates.short >= rates.threshold;
}
