/**
 * Dates of the calendar without a zone: "YYYY-MM-DD" texts and the day numbers behind them.
 *
 * Source: docs/reference/time.md#dates.
 */
import type { PeriodLength } from "./agreement.ts";
import { DAY, isDate } from "./time.ts";

/** A date written YYYY-MM-DD, years 0001 to 9999. Which instants it holds depends on a zone. */
export type LocalDate = string;

/** The dates of a period: `from` is its first date, `to` the first date after it. */
export type DateRange = { readonly from: LocalDate; readonly to: LocalDate };

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

/** The date `days` later (earlier where negative). `date` must exist. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dayText(Date.parse(`${date}T00:00:00Z`) / DAY + days);
}

/**
 * The period of that length that holds `date`.
 *
 * Weeks begin on Monday. A month with a `startDay` begins on that day, or on the month's last day
 * where the month is shorter, so that periods always meet. `rolling` lengths have no fixed edges.
 */
export function periodOf(
  date: LocalDate,
  length: Exclude<PeriodLength, { readonly rolling: string }>,
): DateRange {
  if (length === "week") return weekOf(date);
  if (typeof length === "object") return monthsFrom(date, 1, length.month.startDay);
  return monthsFrom(date, monthsOf[length], 1);
}

const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

function weekOf(date: LocalDate): DateRange {
  const from = addDays(date, -weekdayOf(Date.parse(`${date}T00:00:00Z`) / DAY));
  return { from, to: addDays(from, 7) };
}

function monthsFrom(date: LocalDate, months: number, startDay: number): DateRange {
  const { year, month } = parts(date);
  const first = month - (month % months);
  const begins = dateOf(year, first, startDay);
  if (date < begins) return { from: dateOf(year, first - months, startDay), to: begins };
  return { from: begins, to: dateOf(year, first + months, startDay) };
}

function parts(date: LocalDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const [year = "1970", month = "01", day = "01"] = date.split("-");
  return { year: Number(year), month: Number(month) - 1, day: Number(day) };
}

/** `month` counts from 0 and may lie outside 0–11; `day` is cut down to the month's length. */
function dateOf(year: number, month: number, day: number): LocalDate {
  const at = new Date(0);
  at.setUTCFullYear(year, month + 1, 0);
  at.setUTCDate(Math.min(day, at.getUTCDate()));
  return at.toISOString().slice(0, 10);
}
