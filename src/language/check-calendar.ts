/** Checks of calendars, which the engine makes; here they get their place in the document. */
import type { AcuerdoDocument } from "../engine/agreement.ts";
import { checkCalendar } from "../engine/calendar-check.ts";
import type { CalendarSpec } from "../engine/calendar-spec.ts";
import type { Problem } from "../engine/problem.ts";
import { type Finding, finding } from "./checked.ts";
import { under } from "./path.ts";

/**
 * What is wrong with the calendars of a document. One that never opens is told where something has
 * to fall due on it, not here.
 */
export function checkCalendars(document: AcuerdoDocument): readonly Finding[] {
  return calendarsIn(document).flatMap(([path, name, calendar]) =>
    checkCalendar(calendar, name)
      .filter(({ code }) => code !== "calendar-never-opens")
      .map(({ code, facts, place }) => finding(code, inside(path, place), facts)),
  );
}

/** Whether nothing can ever fall due on a calendar that is right otherwise. */
export function neverOpens(calendar: CalendarSpec): boolean {
  return checkCalendar(calendar).some(({ code }) => code === "calendar-never-opens");
}

type Placed = readonly [path: string, name: string, calendar: CalendarSpec];

function calendarsIn(document: AcuerdoDocument): readonly Placed[] {
  if (document.kind === "Calendar") return [["spec", document.metadata.name, document.spec]];
  return Object.entries(document.spec.calendars ?? {}).flatMap(([name, calendar]) =>
    "ref" in calendar ? [] : [[under("spec.calendars", name), name, calendar] as const],
  );
}

function inside(path: string, place: Problem["place"]): string {
  if (!place?.path) return path;
  return place.path.startsWith("[") ? `${path}${place.path}` : `${path}.${place.path}`;
}
