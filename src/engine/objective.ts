/**
 * Objectives: what must be true of a period, and what an improvement has to come to.
 * Docs: docs/reference/period.md#objective.
 */
import type { ObjectiveSpec } from "./agreement.ts";
import { readDuration } from "./duration.ts";
import { readDecimal, readSharePart, wholeFraction } from "./exact.ts";
import { readMoney } from "./money.ts";
import { addFractions, compareFractions, type Fraction, timesFraction } from "./money-fraction.ts";
import { refuse } from "./problem.ts";

const bounds = ["atLeast", "above", "atMost", "below"] as const;
type Bound = (typeof bounds)[number];

/**
 * What the value of a period is: a share, a number of events, money or points, a length, a score.
 */
export type Unit = "share" | "count" | "amount" | "ms" | "score";

/** The one comparison of an objective, as it is written. */
export function boundOf(objective: ObjectiveSpec): {
  readonly bound: Bound;
  readonly value: string | number;
} {
  const bound = bounds.find((name) => objective[name] !== undefined) ?? "atLeast";
  return { bound, value: objective[bound] ?? "" };
}

/** Whether more is better: at least, above. */
export function isFloor(objective: ObjectiveSpec): boolean {
  const { bound } = boundOf(objective);
  return bound === "atLeast" || bound === "above";
}

/** A value that is wanted; `currency` where it is money. */
export type Wanted = { readonly fraction: Fraction; readonly currency: string };

/**
 * The value an objective names, exactly: shares as parts of one, lengths in milliseconds. Refused:
 * objective-unreadable, business days among them, since no length of time is so many of them.
 */
export function wantedOf(objective: ObjectiveSpec, unit: Unit, commitment: string): Wanted {
  const { value } = boundOf(objective);
  const text = String(value);
  return readWanted(text, unit) ?? refuse("objective-unreadable", { commitment, value: text });
}

function readWanted(text: string, unit: Unit): Wanted | undefined {
  if (unit === "amount" && text.includes(" ")) {
    const money = readMoney(text);
    const fraction = money && readDecimal(money.amount);
    return fraction && { fraction, currency: money.currency };
  }
  const fraction = readers[unit](text);
  return fraction && { fraction, currency: "" };
}

const readers: Readonly<Record<Unit, (text: string) => Fraction | undefined>> = {
  share: readSharePart,
  count: readDecimal,
  amount: readDecimal,
  score: readDecimal,
  ms: (text) => {
    const duration = readDuration(text);
    return duration && "ms" in duration ? wholeFraction(duration.ms) : undefined;
  },
};

/** Whether a value satisfies the comparison of an objective. */
export function satisfies(objective: ObjectiveSpec, value: Fraction, wanted: Fraction): boolean {
  const order = compareFractions(value, wanted);
  const { bound } = boundOf(objective);
  return { atLeast: order >= 0, above: order > 0, atMost: order <= 0, below: order < 0 }[bound];
}

/**
 * What a baseline becomes when it is improved by a share of itself: more where more is better, else
 * less. Of a baseline below zero the share is taken of its size, so that improving never means
 * sinking.
 * Refused: share-unreadable.
 */
export function improved(objective: ObjectiveSpec, baseline: Fraction, by: string): Fraction {
  const share = readSharePart(by) ?? refuse("share-unreadable", { text: by });
  const isBelow = baseline.numerator < 0n;
  const size = isBelow ? { ...baseline, numerator: -baseline.numerator } : baseline;
  const step = timesFraction(size, share);
  return addFractions(
    baseline,
    isFloor(objective) ? step : { ...step, numerator: -step.numerator },
  );
}
