/**
 * Dates of the calendar without a zone: "YYYY-MM-DD" texts and the day numbers behind them.
 *
 * Source: docs/reference/time.md#dates.
 */
import { DAY, isDate } from "./time.ts";

/** A date written YYYY-MM-DD, years 0001 to 9999. Which instants it holds depends on a zone. */
export type LocalDate = string;

/** The days since 1970-01-01, negative before it. Undefined: not a date that exists. */
export function dayNumber(date: LocalDate): number | undefined {
  return isDate(date) ? Date.parse(`${date}T00:00:00Z`) / DAY : undefined;
}

/** The date of a day number; the inverse of `dayNumber`. */
export function dayText(day: number): LocalDate {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The day of the week of a day number: 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
