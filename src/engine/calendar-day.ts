/**
 * A calendar day by day, as people look at it: the hours on the wall, and why they are so.
 *
 * Source: docs/reference/calendar.md#days.
 */
import type { Language } from "./agreement.ts";
import { isRestDay, openCalendar, startOfLocalDay, versionOn } from "./calendar.ts";
import { dayNumber, dayText, type LocalDate } from "./calendar-date.ts";
import { type HoursReading, type Reading, readCalendar } from "./calendar-reading.ts";
import type { CalendarSpec } from "./calendar-spec.ts";
import { holidayName } from "./holiday.ts";
import { refuse } from "./problem.ts";
import { DAY, type Instant, MINUTE } from "./time.ts";
import { openSpans, openTime, type Timetable, versionAt } from "./timetable.ts";
import { wallAt } from "./zone.ts";

/**
 * One local date. `open`: wall times, "24:00" at the end of a day. `because`: what decided the
 * hours. `holiday` is the name, where a country's or region's closes the day.
 */
export type CalendarDay = {
  readonly date: LocalDate;
  readonly open: readonly { readonly from: string; readonly to: string }[];
  readonly openMs: number;
  readonly because: "week" | "holiday" | "date";
  readonly holiday: string | null;
  readonly version: string;
};

/** More days than this are not looked at by anybody at once. */
const MOST_DAYS = 800;

/**
 * The dates from `from` to `to`, both among them, in order; no more than MOST_DAYS.
 *
 * Units: milliseconds of open time, as many as the day had. Edges: `to` before `from` gives none.
 * Refuses: what `openCalendar` refuses, date-unknown.
 * Law: the open time of the days adds up to `openTime` of the span they make.
 */
export function calendarDays(
  spec: CalendarSpec,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  language: Language,
): readonly CalendarDay[] {
  const timetable = openCalendar(spec);
  const parts = hoursIn(readCalendar(spec, () => undefined));
  const first = dayNumber(from) ?? refuse("date-unknown", { date: from });
  const last = dayNumber(to) ?? refuse("date-unknown", { date: to });
  const length = Math.min(MOST_DAYS, Math.max(0, last - first + 1));
  return Array.from({ length }, (_, index) =>
    dayOf(timetable, parts, { day: first + index, language }),
  );
}

function dayOf(
  timetable: Timetable,
  parts: readonly HoursReading[],
  { day, language }: { readonly day: number; readonly language: Language },
): CalendarDay {
  const { timeZone } = timetable;
  const date = dayText(day);
  const span = {
    from: startOfLocalDay(timeZone, date),
    to: startOfLocalDay(timeZone, dayText(day + 1)),
  };
  const open = [...openSpans(timetable, span)].map((one) => ({
    from: wallText(timeZone, one.from),
    to: one.to === span.to ? "24:00" : wallText(timeZone, one.to),
  }));
  return {
    date,
    open,
    openMs: openTime(timetable, span),
    version: versionAt(timetable, span.from),
    ...reasonOf(parts, day, language),
  };
}

/** A calendar made of others has the reason of whichever part has one. */
function reasonOf(
  parts: readonly HoursReading[],
  day: number,
  language: Language,
): Pick<CalendarDay, "because" | "holiday"> {
  const versions = parts.map((part) => versionOn(part.versions, day));
  if (versions.some(({ dates }) => dates.has(day))) return { because: "date", holiday: null };
  const resting = versions.filter((version) => isRestDay(version, day));
  if (resting.length === 0) return { because: "week", holiday: null };
  const names = resting.flatMap(({ holidays }) =>
    holidays ? (holidayName(holidays, day, language) ?? []) : [],
  );
  return { because: "holiday", holiday: names[0] ?? null };
}

function hoursIn(reading: Reading): readonly HoursReading[] {
  return reading.kind === "hours" ? [reading] : reading.parts.flatMap(hoursIn);
}

/** "09:00", and "09:00:30" where there are seconds. */
function wallText(timeZone: string, at: Instant): string {
  const wall = wallAt(timeZone, at);
  const time = (((wall % DAY) + DAY) % DAY) as number;
  const text = new Date(time).toISOString().slice(11, 19);
  return time % MINUTE === 0 ? text.slice(0, 5) : text;
}
