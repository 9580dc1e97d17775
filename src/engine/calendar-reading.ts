/**
 * A calendar read: the texts of its document turned into days, hours and zones, and everything that
 * is wrong with it found on the way.
 */
import { dayNumber } from "./calendar-date.ts";
import { under } from "./calendar-path.ts";
import type { AbsenceSpec, CalendarSpec, CalendarVersionSpec, HoursSpec } from "./calendar-spec.ts";
import { type HolidayRule, readHolidays } from "./holiday.ts";
import { type Problem, problem } from "./problem.ts";
import { DAY, type Instant, readInstant, type Span } from "./time.ts";
import { type DayHours, type Report, readDates, readWeek, type Week } from "./week.ts";
import { instantAt, isTimeZone } from "./zone.ts";

/** The hours in force from the day numbered `from`; −Infinity for those of the calendar itself. */
export type Version = {
  readonly name: string;
  readonly from: number;
  readonly week: Week;
  readonly holidays: HolidayRule | undefined;
  readonly dates: ReadonlyMap<number, DayHours>;
};

export type Absence = { readonly owner: string; readonly span: Span };

export type HoursReading = {
  readonly kind: "hours";
  readonly timeZone: string;
  readonly versions: readonly Version[];
  readonly absences: readonly Absence[];
};

export type Reading =
  | HoursReading
  | { readonly kind: "union" | "intersect"; readonly parts: readonly Reading[] };

const MOST_NESTED = 8;
const MOST_PARTS = 500;
const MOST_VERSIONS = 500;

/** Reads a calendar; what cannot be read is reported and left out. */
export function readCalendar(spec: CalendarSpec, report: Report): Reading {
  let parts = 0;
  const read = (part: CalendarSpec, path: string, depth: number): Reading => {
    parts += 1;
    if (depth > MOST_NESTED) return tooLarge(path, MOST_NESTED);
    if (parts > MOST_PARTS) return tooLarge(path, MOST_PARTS);
    if (!isRecord(part)) return noCalendar(path);
    if (!("union" in part) && !("intersect" in part)) return readHoursSpec(part, path, report);
    const kind = "union" in part ? "union" : "intersect";
    const list = "union" in part ? part.union : part.intersect;
    if (!Array.isArray(list) || list.length === 0) return noCalendar(under(path, kind));
    const readings = list
      .slice(0, MOST_PARTS)
      .map((each, i) => read(each, under(under(path, kind), i), depth + 1));
    return { kind, parts: readings };
  };
  const tooLarge = (path: string, limit: number): Reading => {
    report(problem("calendar-too-large", { part: path, limit }, { path }));
    return { kind: "union", parts: [] };
  };
  const noCalendar = (path: string): Reading => {
    report(misshapen(path, "timeZone + week | union: [...] | intersect: [...]"));
    return { kind: "union", parts: [] };
  };
  return read(spec, "", 0);
}

function readHoursSpec(spec: HoursSpec, path: string, report: Report): Reading {
  const place = { path: under(path, "timeZone") };
  const isKnown = isTimeZone(spec.timeZone);
  if (!isKnown) report(problem("time-zone-unknown", { zone: String(spec.timeZone) }, place));
  const timeZone = isKnown ? spec.timeZone : "UTC";
  const versions = readVersions(spec, path, report);
  const away = listOf(spec.absences, under(path, "absences"), report);
  const absences = away.flatMap((absence, i) =>
    readAbsence(absence, timeZone, under(under(path, "absences"), i), report),
  );
  return { kind: "hours", timeZone, versions, absences };
}

function readVersions(spec: HoursSpec, path: string, report: Report): readonly Version[] {
  const nothing: Version = {
    name: "first",
    from: Number.NEGATIVE_INFINITY,
    week: [[], [], [], [], [], [], []],
    holidays: undefined,
    dates: new Map(),
  };
  if (spec.week === undefined) {
    report(misshapen(under(path, "week"), "mon-fri: [HH:MM-HH:MM]"));
  }
  const versions = [restate(nothing, spec, path, report)];
  const later = listOf(spec.effective, under(path, "effective"), report).slice(0, MOST_VERSIONS);
  later.forEach((version, i) => {
    const at = under(under(path, "effective"), i);
    const previous = versions.at(-1) ?? nothing;
    const from = dayNumber(version.from);
    const facts = { from: String(version.from), previous: previous.name, date: version.from };
    if (from === undefined) report(problem("date-unknown", facts, { path: under(at, "from") }));
    else if (from <= previous.from) report(problem("version-disorder", facts, { path: at }));
    else versions.push(restate({ ...previous, name: version.from, from }, version, at, report));
  });
  return versions;
}

type Read<In, Out> = (spec: In, path: string, report: Report) => Out;

/** What a version does not restate is kept from the one before it. */
function restate(
  before: Version,
  spec: Omit<CalendarVersionSpec, "from"> & { readonly from?: string },
  path: string,
  report: Report,
): Version {
  const part = <In, Out>(
    key: string,
    said: In | undefined,
    kept: Out,
    read: Read<In, Out>,
  ): Out => {
    if (said === undefined) return kept;
    if (isRecord(said)) return read(said, under(path, key), report);
    report(misshapen(under(path, key), "{...}"));
    return kept;
  };
  return {
    ...before,
    week: part("week", spec.week, before.week, readWeek),
    holidays: part("holidays", spec.holidays, before.holidays, readHolidays),
    dates: part("dates", spec.dates, before.dates, readDates),
  };
}

function readAbsence(
  { owner, from, to }: AbsenceSpec,
  timeZone: string,
  path: string,
  report: Report,
): readonly Absence[] {
  const starts = edgeOf(from, timeZone, 0);
  const ends = edgeOf(to, timeZone, 1);
  for (const [text, edge] of [[from, starts] as const, [to, ends] as const]) {
    if (edge === undefined) report(problem("absence-unreadable", { text: String(text) }, { path }));
  }
  if (starts === undefined || ends === undefined) return [];
  if (ends > starts) return [{ owner, span: { from: starts, to: ends } }];
  report(problem("absence-backwards", { owner, from, to }, { path }));
  return [];
}

/**
 * A date begins at its first instant; as an end it is inclusive, so the next date's first instant.
 */
function edgeOf(text: string, timeZone: string, daysLater: 0 | 1): Instant | undefined {
  const day = dayNumber(text);
  if (day === undefined) return readInstant(String(text));
  return instantAt(timeZone, (day + daysLater) * DAY);
}

function listOf<Entry>(
  value: readonly Entry[] | undefined,
  path: string,
  report: Report,
): readonly Entry[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  report(misshapen(path, "[...]"));
  return [];
}

function misshapen(path: string, expected: string): Problem {
  return problem("calendar-misshapen", { part: path || "spec", expected }, { path });
}

function isRecord(value: unknown): value is Record<string, never> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
