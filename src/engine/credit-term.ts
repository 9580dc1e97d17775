/**
 * When the terms of a consequence run out: windows, claims, plans, in elapsed or in business time.
 */

import { dueAfterDays } from "./business-day.ts";
import { localDate } from "./calendar.ts";
import type { Duration } from "./duration.ts";
import type { Hours } from "./hours.ts";
import type { RevisionInForce } from "./revision.ts";
import { durationOf } from "./target.ts";
import { type Instant, LATEST } from "./time.ts";
import { dueAt } from "./timetable.ts";

/** The end of a term that begins at `from`; LATEST where the calendar does not open enough. */
export function endOfTerm(length: Duration, from: Instant, { timetable }: Hours): Instant {
  if (length.basis === "elapsed") return (from + length.ms) as Instant;
  const end =
    length.basis === "businessDays"
      ? dueAfterDays(timetable, from, length.amount)
      : dueAt(timetable, from, length.ms);
  return end ?? LATEST;
}

/** When a period that ends at `to` becomes final: after its dispute window; at once without one. */
export function finalFrom({ spec }: RevisionInForce, to: Instant, hours: Hours): Instant {
  const window = spec.disputes?.window;
  return window === undefined ? to : endOfTerm(durationOf(window), to, hours);
}

/**
 * The year of an agreement that an instant falls in, by the calendar year it begins in: years run
 * from the day and month of the term's first day, in the term's zone.
 */
export function agreementYear({ spec: { term } }: RevisionInForce, at: Instant): number {
  const date = localDate(term.timeZone, at);
  const year = Number.parseInt(date.slice(0, 4), 10);
  return date.slice(5) < term.from.slice(5) ? year - 1 : year;
}
