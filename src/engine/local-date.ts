/**
 * Arithmetic of dates without a zone, written YYYY-MM-DD, and the reporting spans they fall in. No
 * wall clocks here: a date becomes an instant only in `calendar.ts`.
 */
import type { PeriodLength } from "./agreement.ts";
import { localDate, startOfLocalDay } from "./calendar.ts";
import { dayNumber, dayText, type LocalDate, weekdayOf } from "./calendar-date.ts";
import { refuse } from "./problem.ts";
import type { Instant, Span } from "./time.ts";

/** The date `days` later, earlier where negative. Refuses: date-unknown. */
export function plusDays(date: LocalDate, days: number): LocalDate {
  return dayText(numberOf(date) + days);
}

function numberOf(date: LocalDate): number {
  return dayNumber(date) ?? refuse("date-unknown", { date });
}

/** A reporting length that repeats by the calendar: not a rolling one. */
export type CalendarLength = Exclude<PeriodLength, { readonly rolling: string }>;

/** The half-open span of dates. */
export type DateSpan = { readonly from: LocalDate; readonly to: LocalDate };

/** The reporting span of that length that `at` falls in, in local days. Weeks begin on Monday. */
export function localPeriod(timeZone: string, at: Instant, length: CalendarLength): Span {
  const { from, to } = dateSpanOf(length, localDate(timeZone, at));
  return { from: startOfLocalDay(timeZone, from), to: startOfLocalDay(timeZone, to) };
}

/** The reporting span in dates that `date` falls in. */
export function dateSpanOf(length: CalendarLength, date: LocalDate): DateSpan {
  if (typeof length === "object") return monthsFrom(date, 1, length.month.startDay);
  if (length !== "week") return monthsFrom(date, monthsIn[length], 1);
  const from = plusDays(date, -weekdayOf(numberOf(date)));
  return { from, to: plusDays(from, 7) };
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/** Spans of months that begin on `startDay` (1–28). */
function monthsFrom(date: LocalDate, months: number, startDay: number): DateSpan {
  const [year, month] = date.split("-").map(Number) as [number, number];
  const count = year * 12 + month - 1;
  const first = count - (count % months);
  const from = monthText(date < monthText(first, startDay) ? first - months : first, startDay);
  const [fromYear, fromMonth] = from.split("-").map(Number) as [number, number];
  return { from, to: monthText(fromYear * 12 + fromMonth - 1 + months, startDay) };
}

/** `count`: months since the year 0. */
function monthText(count: number, day: number): LocalDate {
  const pad = (number: number, width: number) => String(number).padStart(width, "0");
  return `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}-${pad(day, 2)}`;
}
