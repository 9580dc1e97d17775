/**
 * Everything that is wrong with a calendar, at once.
 */

import { openCalendar } from "./calendar.ts";
import { type Reading, readCalendar } from "./calendar-reading.ts";
import type { CalendarSpec } from "./calendar-spec.ts";
import { type Problem, problem } from "./problem.ts";
import { DAY, type Instant } from "./time.ts";
import { nextOpen } from "./timetable.ts";

/**
 * Every problem of a calendar, each with the path inside the spec that leads to it.
 *
 * The errors among them are what `openCalendar` refuses, but for calendar-never-opens, which is for
 * the caller to judge: only where something must fall due is it one.
 */
export function checkCalendar(spec: CalendarSpec, name = "calendar"): readonly Problem[] {
  const problems: Problem[] = [];
  const reading = readCalendar(spec, (found) => problems.push(found));
  if (problems.some(({ severity }) => severity === "error")) return problems;
  if (!everOpens(spec, reading)) problems.push(problem("calendar-never-opens", { calendar: name }));
  return problems;
}

/** Looks ten years ahead of an ordinary date and of every day on which something changes. */
function everOpens(spec: CalendarSpec, reading: Reading): boolean {
  if (!mayOpen(reading)) return false;
  const timetable = openCalendar(spec);
  const starts = new Set([ORDINARY_DAY, ...daysOf(reading)]);
  for (const day of starts) {
    const from = Math.max(day - 1, FIRST_DAY) * DAY;
    if (nextOpen(timetable, from as Instant) !== undefined) return true;
  }
  return false;
}

const ORDINARY_DAY = Date.parse("2024-01-01T00:00:00Z") / DAY;
const FIRST_DAY = Date.parse("0001-01-02T00:00:00Z") / DAY;

/** Whether there are any hours at all, before anything is laid out. */
function mayOpen(reading: Reading): boolean {
  if (reading.kind !== "hours") {
    const { kind, parts } = reading;
    return kind === "union" ? parts.some(mayOpen) : parts.every(mayOpen);
  }
  return reading.versions.some(
    ({ week, dates }) =>
      week.some((hours) => hours.length > 0) ||
      [...dates.values()].some(({ length }) => length > 0),
  );
}

function daysOf(reading: Reading): readonly number[] {
  if (reading.kind !== "hours") return reading.parts.flatMap(daysOf);
  return reading.versions.flatMap(({ from, dates }) => [
    ...(Number.isFinite(from) ? [from] : []),
    ...[...dates].filter(([, hours]) => hours.length > 0).map(([day]) => day),
  ]);
}
