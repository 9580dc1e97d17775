/**
 * The hours of a day and of a week, read from their texts.
 *
 * Hours are wall times, in milliseconds from midnight; `zone.ts` knows which instants they are.
 * Source: docs/reference/calendar.md#week.
 */
import { dayNumber } from "./calendar-date.ts";
import { under } from "./calendar-path.ts";
import type { DatesSpec, WeekSpec } from "./calendar-spec.ts";
import { type Problem, type ProblemCode, problem } from "./problem.ts";
import { readTime } from "./zone.ts";

/** Wall times of one day as milliseconds from midnight: [from, to). */
export type Hours = { readonly from: number; readonly to: number };

/** The hours of a day: in order, disjoint, not touching. */
export type DayHours = readonly Hours[];

/** Seven days, Monday first. */
export type Week = readonly DayHours[];

/** Where a reader puts what it finds wrong. */
export type Report = (found: Problem) => void;

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MOST_INTERVALS = 200;
const MOST_DATES = 20_000;

/**
 * Reads a week. A day that stands in several entries ("mon-fri", "tue-sat") has the hours of all.
 * Reports: day-unknown, intervals that cannot be read, overlaps (merged).
 */
export function readWeek(spec: WeekSpec, path: string, report: Report): Week {
  const texts: { text: string; path: string }[][] = DAYS.map(() => []);
  for (const [key, intervals] of Object.entries(spec)) {
    const days = readDays(key);
    if (!days) report(problem("day-unknown", { day: key }, { path: under(path, key) }));
    if (!isList(intervals, under(path, key), report)) continue;
    intervals.forEach((text, i) => {
      for (const day of days ?? []) texts[day]?.push({ text, path: under(under(path, key), i) });
    });
  }
  const once = reportOnce(report);
  return texts.map((list, day) => readDay(list, DAYS[day] ?? "", once));
}

/** Reads the hours that replace those of single dates, by day number. */
export function readDates(
  spec: DatesSpec,
  path: string,
  report: Report,
): ReadonlyMap<number, DayHours> {
  const dates = new Map<number, DayHours>();
  const entries = Object.entries(spec);
  if (entries.length > MOST_DATES) report(tooLarge(path, MOST_DATES));
  for (const [date, intervals] of entries.slice(0, MOST_DATES)) {
    const day = dayNumber(date);
    if (day === undefined) report(problem("date-unknown", { date }, { path: under(path, date) }));
    if (!isList(intervals, under(path, date), report)) continue;
    const list = intervals.map((text, i) => ({ text, path: under(under(path, date), i) }));
    const hours = readDay(list, date, report);
    if (day !== undefined) dates.set(day, hours);
  }
  return dates;
}

function readDays(key: string): readonly number[] | undefined {
  const [first, last = first, ...rest] = key.split("-").map((name) => DAYS.indexOf(name));
  if (first === undefined || last === undefined || rest.length > 0) return undefined;
  if (first < 0 || last < 0) return undefined;
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, i) => (first + i) % 7);
}

function readDay(
  list: readonly { readonly text: string; readonly path: string }[],
  day: string,
  report: Report,
): DayHours {
  const read = list.flatMap(({ text, path }) => {
    const hours = readHours(text);
    if (typeof hours === "object") return [{ ...hours, text, path }];
    report(problem(hours, { interval: String(text) }, { path }));
    return [];
  });
  read.sort((a, b) => a.from - b.from || a.to - b.to);
  let longest = read[0];
  for (const interval of read.slice(1)) {
    const { from, to, text, path } = interval;
    if (longest && longest.to > from) {
      report(problem("intervals-overlap", { first: longest.text, second: text, day }, { path }));
    }
    if (!longest || to > longest.to) longest = interval;
  }
  return merge(read);
}

function readHours(text: string): Hours | ProblemCode {
  const ends = String(text)
    .split("-")
    .map((end) => readTime(end.trim()));
  const [from, to] = ends;
  if (from === undefined || to === undefined || ends.length !== 2) return "interval-unreadable";
  if (from === to) return "interval-empty";
  return from < to ? { from, to } : "interval-backwards";
}

function merge(sorted: readonly Hours[]): DayHours {
  const merged: Hours[] = [];
  for (const { from, to } of sorted) {
    const last = merged.at(-1);
    if (!last || from > last.to) merged.push({ from, to });
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  }
  return merged;
}

function isList(value: unknown, path: string, report: Report): value is readonly string[] {
  if (!Array.isArray(value)) {
    report(problem("calendar-misshapen", { part: path, expected: "[HH:MM-HH:MM]" }, { path }));
    return false;
  }
  if (value.length <= MOST_INTERVALS) return true;
  report(tooLarge(path, MOST_INTERVALS));
  return false;
}

function tooLarge(path: string, limit: number): Problem {
  return problem("calendar-too-large", { part: path, limit }, { path });
}

/** A range of days would report the same text once a day. */
function reportOnce(report: Report): Report {
  const seen = new Set<string>();
  return (found) => {
    const key = `${found.code} ${found.place?.path}`;
    if (!seen.has(key)) report(found);
    seen.add(key);
  };
}
