/** Dates on the wall of a zone, and the instants they begin at. */
import { dayNumber } from "../engine/calendar-date.ts";
import { DAY } from "../engine/time.ts";
import { instantAt } from "../engine/zone.ts";

/** The first instant of a date in a zone, as a request carries it. */
export function startOfDate(timeZone: string, date: string): string {
  const day = dayNumber(date) ?? 0;
  return new Date(instantAt(timeZone, day * DAY)).toISOString();
}

/** The date on the wall of a zone. */
export function dateIn(timeZone: string, at: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at);
}
