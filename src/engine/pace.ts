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
