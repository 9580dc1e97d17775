/** Calendars as they stand: those of the workspace, and those that agreements write out. */
import type { Language } from "../engine/agreement.ts";
import { type CalendarDay, calendarDays } from "../engine/calendar-day.ts";
import type { CalendarSpec } from "../engine/calendar-spec.ts";
import { refuse } from "../engine/problem.ts";
import type { Revision } from "../engine/revision.ts";
import { describeCalendar } from "../language/describe-calendar.ts";
import { allCalendars, type CalendarRow } from "../store/calendar.ts";
import { inWorkspace } from "../store/db.ts";
import type { Acting } from "./acting.ts";
import { joinVersions, rulesOf } from "./rulebook.ts";

/** Written out in an agreement: it changes with that agreement's next revision. */
export type WrittenCalendar = {
  readonly agreement: string;
  readonly calendar: string;
  readonly timeZone: string;
  readonly says: string;
};

export type KnownCalendars = {
  readonly rows: readonly CalendarRow[];
  readonly says: ReadonlyMap<string, { readonly timeZone: string; readonly says: string }>;
  readonly written: readonly WrittenCalendar[];
};

/** Every version of every calendar, each in words, and those that agreements within reach write. */
export function knownCalendars(acting: Acting, language: Language): Promise<KnownCalendars> {
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const rows = await allCalendars(db, workspaceId);
    const { agreements } = await rulesOf(db, workspaceId);
    const said = joinVersions(rows).map(({ metadata, spec }) => [
      metadata.name,
      { timeZone: zoneOf(spec), says: describeCalendar(spec, language) },
    ]);
    return {
      rows,
      says: new Map(said as [string, { timeZone: string; says: string }][]),
      written: writtenCalendars(reachable(agreements, acting), language),
    };
  });
}

export type DaysAsked = {
  readonly calendar: string;
  readonly agreement?: string;
  readonly from: string;
  readonly to: string;
  readonly language: Language;
};

/** The days of a calendar as it stands. Refused: one that is not there, or out of reach. */
export function daysOfCalendar(
  acting: Acting,
  asked: DaysAsked,
): Promise<{ readonly timeZone: string; readonly days: readonly CalendarDay[] }> {
  const { database, workspaceId } = acting;
  const { calendar, agreement, language, ...span } = asked;
  return inWorkspace(database, workspaceId, async (db) => {
    const { agreements, calendars } = await rulesOf(db, workspaceId);
    const spec =
      agreement === undefined
        ? calendars.find(({ metadata }) => metadata.name === calendar)?.spec
        : writtenIn(reachable(agreements, acting), agreement, calendar);
    if (!spec) return refuse("thing-missing", { name: calendar });
    return { timeZone: zoneOf(spec), days: calendarDays(spec, span, language) };
  });
}

/** The calendar that an agreement's latest revision writes out under that name. */
export function writtenIn(
  agreements: readonly Revision[],
  agreement: string,
  calendar: string,
): CalendarSpec | undefined {
  const latest = agreements.findLast(({ document }) => document.metadata.name === agreement);
  const found = latest?.document.spec.calendars?.[calendar];
  return found === undefined || "ref" in found ? undefined : found;
}

/** The zone whose dates are the calendar's: of several parts the first one's. */
export function zoneOf(spec: CalendarSpec): string {
  if ("timeZone" in spec) return spec.timeZone;
  const [first] = "union" in spec ? spec.union : spec.intersect;
  return first ? zoneOf(first) : "UTC";
}

function writtenCalendars(
  agreements: readonly Revision[],
  language: Language,
): readonly WrittenCalendar[] {
  // What has no number was made from a remedy: nobody wrote it, and nobody changes it.
  const published = agreements.filter(({ number }) => number !== undefined);
  const latest = new Map(published.map((one) => [one.document.metadata.name, one]));
  return [...latest].flatMap(([agreement, { document }]) =>
    Object.entries(document.spec.calendars ?? {}).flatMap(([calendar, spec]) => {
      if ("ref" in spec) return [];
      const says = describeCalendar(spec, language);
      return [{ agreement, calendar, timeZone: zoneOf(spec), says }];
    }),
  );
}

function reachable(agreements: readonly Revision[], { agreements: own }: Acting) {
  if (!own) return agreements;
  return agreements.filter(({ document }) => own.includes(document.metadata.name));
}
