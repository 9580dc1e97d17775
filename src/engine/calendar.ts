/**
 * From a calendar as its document says it to a timetable that answers.
 *
 * Each edge of a day's hours is mapped from the wall clock to an instant on its own. Two dates
 * never count one instant twice, whatever clocks did; a date that the zone skipped has no hours.
 *
 * Source: docs/reference/calendar.md.
 */

import { dayNumber, dayText, type LocalDate, weekdayOf } from "./calendar-date.ts";
import { type HoursReading, type Reading, readCalendar, type Version } from "./calendar-reading.ts";
import type { CalendarSpec } from "./calendar-spec.ts";
import { isHoliday } from "./holiday.ts";
import { type Problem, Refusal, refuse } from "./problem.ts";
import { DAY, type Instant } from "./time.ts";
import { type Edges, Timetable } from "./timetable.ts";
import { intersect, tidyEdges, union, without } from "./timetable-algebra.ts";
import type { DayHours } from "./week.ts";
import { instantAt, isTimeZone, localDay, readTime } from "./zone.ts";

/**
 * The timetable of a calendar, absences left aside.
 *
 * Refuses what `checkCalendar` calls an error, all of it at once. A calendar that never opens is
 * laid out: its open time is 0, and nothing falls due on it.
 */
export function openCalendar(spec: CalendarSpec): Timetable {
  return timetableOf(readOrRefuse(spec), () => false);
}

/**
 * The timetable of one owner: the hours less that owner's absences. Refuses like `openCalendar`.
 */
export function ownerCalendar(spec: CalendarSpec, owner: string): Timetable {
  return timetableOf(readOrRefuse(spec), (absent) => absent === owner);
}

/** Open around the clock; its dates are those of `timeZone`. Refuses: time-zone-unknown. */
export function alwaysOpen(timeZone: string): Timetable {
  if (!isTimeZone(timeZone)) refuse("time-zone-unknown", { zone: timeZone });
  return new Timetable(
    timeZone,
    (from, to) => [from, to],
    () => "first",
  );
}

/** The date on the wall at that instant. Refuses: time-zone-unknown. */
export function localDate(timeZone: string, at: Instant): LocalDate {
  return dayText(localDay(timeZone, at));
}

/** The first instant of a local date: not midnight where midnight is skipped. */
export function startOfLocalDay(timeZone: string, date: LocalDate): Instant {
  return wallInstant(timeZone, date, "00:00");
}

/**
 * The instant of a wall time "HH:MM", "HH:MM:SS" or "24:00" on a local date.
 *
 * A skipped time moves later by the gap; of a repeated time the earlier instant is meant.
 * Refuses: time-zone-unknown, date-unknown, time-unreadable.
 */
export function wallInstant(timeZone: string, date: LocalDate, time: string): Instant {
  const day = dayNumber(date) ?? refuse("date-unknown", { date });
  const ms = readTime(time) ?? refuse("time-unreadable", { text: time });
  return instantAt(timeZone, day * DAY + ms);
}

function readOrRefuse(spec: CalendarSpec): Reading {
  const errors: Problem[] = [];
  const reading = readCalendar(spec, (found) => {
    if (found.severity === "error") errors.push(found);
  });
  const [first, ...rest] = errors;
  if (first) throw new Refusal([first, ...rest]);
  return reading;
}

function timetableOf(reading: Reading, isAway: (owner: string) => boolean): Timetable {
  if (reading.kind === "hours") return hoursTimetable(reading, isAway);
  const [first, ...rest] = reading.parts.map((part) => timetableOf(part, isAway));
  if (!first) return refuse("calendar-misshapen", { part: reading.kind, expected: "[...]" });
  return reading.kind === "union" ? union([first, ...rest]) : intersect([first, ...rest]);
}

function hoursTimetable(reading: HoursReading, isAway: (owner: string) => boolean): Timetable {
  const { timeZone, versions, absences } = reading;
  const name = (at: Instant) => versionOn(versions, localDay(timeZone, at)).name;
  const layOut = (from: Instant, to: Instant) => layOutDays(reading, from, to);
  const timetable = new Timetable(timeZone, layOut, name);
  const away = absences.filter(({ owner }) => isAway(owner)).map(({ span }) => span);
  return away.length === 0 ? timetable : without(timetable, away);
}

/**
 * A day more on either side: a clock put back or forward may carry hours over midnight. Holidays
 * are looked up last, because a year of them costs more than a year of anything else.
 */
function layOutDays({ timeZone, versions }: HoursReading, from: Instant, to: Instant): Edges {
  const last = localDay(timeZone, (to - 1) as Instant) + 1;
  const edges: number[] = [];
  let isTidy = true;
  for (let day = localDay(timeZone, from) - 1; day <= last; day += 1) {
    const version = versionOn(versions, day);
    const open = edgesOn(timeZone, day, hoursOn(version, day)).filter(
      ([opens, closes]) => opens < closes && opens < to && closes > from,
    );
    if (open.length === 0 || isSkipped(timeZone, day) || isRestDay(version, day)) continue;
    for (const [opens, closes] of open) {
      isTidy &&= opens > (edges.at(-1) ?? Number.NEGATIVE_INFINITY);
      edges.push(Math.max(opens, from), Math.min(closes, to));
    }
  }
  return isTidy ? edges : tidyEdges(edges);
}

function edgesOn(timeZone: string, day: number, hours: DayHours): (readonly [number, number])[] {
  return hours.map(({ from, to }) => [
    instantAt(timeZone, day * DAY + from),
    instantAt(timeZone, day * DAY + to),
  ]);
}

/** Whether the zone never showed that date. */
function isSkipped(timeZone: string, day: number): boolean {
  return instantAt(timeZone, day * DAY) === instantAt(timeZone, (day + 1) * DAY);
}

/** The version in force on a day. Refuses: calendar-misshapen, where there is none at all. */
export function versionOn(versions: readonly Version[], day: number): Version {
  const found = versions.findLast(({ from }) => from <= day);
  return found ?? refuse("calendar-misshapen", { part: "effective", expected: "[...]" });
}

/** Single dates beat holidays, and holidays beat the week. */
function hoursOn({ dates, week }: Version, day: number): DayHours {
  return dates.get(day) ?? week[weekdayOf(day)] ?? [];
}

/** Whether a holiday closes the day; hours of a single date stand against it. */
export function isRestDay({ dates, holidays }: Version, day: number): boolean {
  return holidays !== undefined && !dates.has(day) && isHoliday(holidays, day);
}
