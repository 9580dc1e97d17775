/**
 * Business days: the same wall time on a later open date.
 *
 * A date is open when the timetable has open time between its first instant and the next date's.
 * Source: docs/reference/calendar.md#business-days.
 */
import { dayNumber, dayText, type LocalDate } from "./calendar-date.ts";
import { refuse } from "./problem.ts";
import { DAY, type Instant, LATEST } from "./time.ts";
import { LONGEST, nextOpen, previousOpen, type Timetable } from "./timetable.ts";
import { instantAt, localDay, wallAt } from "./zone.ts";

/**
 * The same wall time `days` open dates later, held inside that date's opening hours.
 *
 * - From before its date's opening: the opening of the date reached.
 * - From between opening and closing: the same wall time; the opening of the date reached where
 *   that is later, its closing where that is earlier, its next opening where the time falls into a
 *   break.
 * - From after closing, or from a closed date: the opening of the open date after the one reached.
 *
 * Edges: `from` itself when `days` is 0. Law: a later start is never due earlier, but in a
 * repeated hour.
 * Undefined: more than LONGEST after `from`. Refuses: instant-outside, amount-not-whole.
 */
export function dueAfterDays(
  timetable: Timetable,
  from: Instant,
  days: number,
): Instant | undefined {
  if (!Number.isInteger(days) || days < 0) refuse("amount-not-whole", { amount: String(days) });
  if (days === 0) return from;
  const { timeZone } = timetable;
  const start = localDay(timeZone, from);
  const own = hoursOf(timetable, start);
  const isLate = !own || from > own.closes;
  const reached = dateAfter(timetable, start, isLate ? days + 1 : days, from);
  if (!reached) return undefined;
  if (isLate || from < own.opens) return reached.opens;
  const wall = wallAt(timeZone, from) - start * DAY;
  const same = instantAt(timeZone, reached.day * DAY + wall);
  if (same <= reached.opens) return reached.opens;
  if (same >= reached.closes) return reached.closes;
  return previousOpen(timetable, same) === same ? same : nextOpen(timetable, same);
}

/**
 * The first open date after `date`, in the timetable's zone.
 * Undefined: none within LONGEST. Refuses: date-unknown.
 */
export function nextOpenDate(timetable: Timetable, date: LocalDate): LocalDate | undefined {
  const day = dayNumber(date) ?? refuse("date-unknown", { date });
  const opens = nextOpen(timetable, startOf(timetable, day + 1));
  return opens === undefined ? undefined : dayText(localDay(timetable.timeZone, opens));
}

type OpenDate = { readonly day: number; readonly opens: Instant; readonly closes: Instant };

/** What is known of the days of a timetable; null: closed. There are few, and many ask. */
const known = new WeakMap<Timetable, Map<number, OpenDate | null>>();

/** The first opening and the last closing of a day, or undefined where it stays closed. */
function hoursOf(timetable: Timetable, day: number): OpenDate | undefined {
  const days = known.get(timetable) ?? new Map<number, OpenDate | null>();
  if (days.size === 0) known.set(timetable, days);
  const found = days.get(day);
  if (found !== undefined) return found ?? undefined;
  const hours = findHours(timetable, day);
  days.set(day, hours ?? null);
  return hours;
}

function findHours(timetable: Timetable, day: number): OpenDate | undefined {
  const begins = startOf(timetable, day);
  const ends = startOf(timetable, day + 1);
  if (begins >= ends || ends > LATEST) return undefined;
  const opens = nextOpen(timetable, begins);
  const closes = previousOpen(timetable, ends);
  if (opens === undefined || closes === undefined || opens >= ends) return undefined;
  return { day, opens, closes };
}

/** The open date `count` after a day. Each step jumps over the closed dates between. */
function dateAfter(
  timetable: Timetable,
  start: number,
  count: number,
  from: Instant,
): OpenDate | undefined {
  let day = start;
  for (let passed = 0; passed < count; passed += 1) {
    const next = hoursOf(timetable, day + 1) ?? reopening(timetable, day + 1);
    if (next === undefined || next.opens > from + LONGEST) return undefined;
    day = next.day;
  }
  return hoursOf(timetable, day);
}

/** The first open date after a closed one. */
function reopening(timetable: Timetable, day: number): OpenDate | undefined {
  const begins = startOf(timetable, day);
  const opens = begins > LATEST ? undefined : nextOpen(timetable, begins);
  return opens === undefined ? undefined : hoursOf(timetable, localDay(timetable.timeZone, opens));
}

function startOf(timetable: Timetable, day: number): Instant {
  return instantAt(timetable.timeZone, day * DAY);
}
