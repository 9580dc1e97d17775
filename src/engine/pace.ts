/** Where a volume should stand today. Docs: docs/reference/measure.md#pacing. */
import { localDate } from "./calendar.ts";
import { type Fraction, timesFraction } from "./money-fraction.ts";
import type { Instant, Span } from "./time.ts";
import { openSpans, type Timetable } from "./timetable.ts";

/** Business days of a period: how many there are, and how many have closed. */
export type BusinessDays = { readonly elapsed: number; readonly total: number };

/** A date counts once it has open time in the period, and is over at its last closing. */
export function businessDaysOf(timetable: Timetable, span: Span, asOf: Instant): BusinessDays {
  const closings = new Map<string, Instant>();
  for (const { from, to } of openSpans(timetable, span)) {
    closings.set(localDate(timetable.timeZone, from), to);
  }
  const elapsed = [...closings.values()].filter((closes) => closes <= asOf).length;
  return { elapsed, total: closings.size };
}

/**
 * The part of a target that the business days gone by would have brought; all of it without any.
 */
export function expectedBy(target: Fraction, { elapsed, total }: BusinessDays): Fraction {
  if (total === 0) return target;
  return timesFraction(target, { numerator: BigInt(elapsed), denominator: BigInt(total) });
}

/** Where a count may end: at `likely`, and nineteen of twenty times between `low` and `high`. */
export type Projection = { readonly likely: number; readonly low: number; readonly high: number };

/** Nineteen of twenty lie within so many standard deviations. */
const DEVIATIONS = 1.96;

/**
 * Where a count that stands at `count` may end, for reading.
 *
 * Cases come at the rate of the business days gone by. How many come in those left varies as counts
 * do (by its root), and the rate itself is known no better than by what was counted; both are in
 * the range. Undefined: no business day has gone by, so that no rate is known.
 */
export function projectCount(
  count: number,
  { elapsed, total }: BusinessDays,
): Projection | undefined {
  if (elapsed === 0) return undefined;
  const left = Math.max(0, total - elapsed);
  const more = (Math.max(count, 0.5) * left) / elapsed;
  const spread = DEVIATIONS * Math.sqrt(more * (1 + left / elapsed));
  return {
    likely: Math.round(count + (count * left) / elapsed),
    low: Math.floor(count + Math.max(0, more - spread)),
    high: Math.ceil(count + (left === 0 ? 0 : more + spread)),
  };
}
