/**
 * A calendar being changed: its text is what is kept, and the form changes that text clause by
 * clause, so that comments and order stay.
 */

import type { CalendarSpec, HoursSpec, WeekSpec } from "../engine/calendar-spec.ts";
import { under } from "../language/path.ts";
import { editText, printDocument } from "../language/print.ts";
import { readDocuments } from "../language/reader.ts";

/** `agreement`: the one that writes the calendar out. */
export type CalendarPlace = { readonly calendar: string; readonly agreement?: string };

/** What a form of a calendar is given. `change` undefined: the reader may only look. */
export type EditProps = {
  readonly place: CalendarPlace;
  readonly draft: string;
  readonly change: ((draft: string) => void) | undefined;
};

/** What each part of the form gets beside it: the hours as they stand in the draft. */
export type PartProps = EditProps & { readonly spec: HoursSpec };

/** The calendar that a text says; undefined where it cannot be read. */
export function specOf(text: string, { calendar, agreement }: CalendarPlace) {
  const { documents } = readDocuments(text);
  const [document] = documents;
  if (document?.kind === "Calendar") return agreement === undefined ? document.spec : undefined;
  const found = document?.spec.calendars?.[calendar];
  return found === undefined || "ref" in found ? undefined : found;
}

/** Hours of its own are edited by form; what is made of other calendars by its text. */
export function isHours(spec: CalendarSpec | undefined): spec is HoursSpec {
  return spec !== undefined && "week" in spec;
}

type Clause = Exclude<keyof HoursSpec, "effective">;

/** The text with one clause said otherwise, or taken away. */
export function withClause<K extends Clause>(
  text: string,
  place: CalendarPlace,
  { clause, value }: { readonly clause: K; readonly value: HoursSpec[K] | undefined },
): string {
  const spec = specOf(text, place);
  if (value === undefined && (!isHours(spec) || spec[clause] === undefined)) return text;
  const root = place.agreement === undefined ? "spec" : under("spec.calendars", place.calendar);
  const path = under(root, clause);
  return editText(text, [value === undefined ? { path } : { path, value }]);
}

/** The text with other hours on one date; undefined: those of its weekday, or of its holiday. */
export function withDate(
  text: string,
  place: CalendarPlace,
  { date, hours }: { readonly date: string; readonly hours: readonly string[] | undefined },
): string {
  const spec = specOf(text, place);
  if (!isHours(spec)) return text;
  const { [date]: _, ...others } = spec.dates ?? {};
  const dates = hours === undefined ? others : { ...others, [date]: hours };
  const sorted = Object.fromEntries(Object.entries(dates).sort(([a], [b]) => (a < b ? -1 : 1)));
  const value = Object.keys(sorted).length === 0 ? undefined : sorted;
  return withClause(text, place, { clause: "dates", value });
}

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** The hours of each weekday, Monday first, as they are written: "09:00-14:00, 15:00-18:00". */
export function weekTexts(week: WeekSpec): readonly string[] {
  return DAYS.map((_, day) =>
    Object.entries(week)
      .flatMap(([days, hours]) => (covers(days, day) ? hours : []))
      .toSorted()
      .join(", "),
  );
}

/** The same as a calendar says it: days that follow each other with equal hours are one entry. */
export function weekOf(texts: readonly string[]): WeekSpec {
  const runs: { from: number; to: number; text: string }[] = [];
  texts.forEach((given, day) => {
    const text = hoursOf(given).join(", ");
    const last = runs.at(-1);
    if (last?.text === text) last.to = day;
    else runs.push({ from: day, to: day, text });
  });
  const open = runs.filter(({ text }) => text !== "");
  return Object.fromEntries(
    open.map(({ from, to, text }) => [
      from === to ? `${DAYS[from]}` : `${DAYS[from]}-${DAYS[to]}`,
      hoursOf(text),
    ]),
  );
}

/** "9:00–14:00; 15:00 - 18:00" → ["09:00-14:00", "15:00-18:00"] */
export function hoursOf(text: string): readonly string[] {
  return text
    .split(/[,;]/)
    .map((part) =>
      part
        .replace(/\s/g, "")
        .replace(/[–—]/g, "-")
        .replace(/\b(\d:)/g, "0$1"),
    )
    .filter((part) => part !== "");
}

const INTERVAL = /^([01]\d|2[0-4]):[0-5]\d(:[0-5]\d)?-([01]\d|2[0-4]):[0-5]\d(:[0-5]\d)?$/;

/** Whether every interval reads as one; the server says more of what is wrong. */
export function areHours(text: string): boolean {
  return hoursOf(text).every((part) => {
    const [from = "", to = ""] = part.split("-");
    return INTERVAL.test(part) && from < to && to <= "24:00";
  });
}

function covers(days: string, day: number): boolean {
  const [from = -1, to = from] = days
    .split("-")
    .map((name) => DAYS.findIndex((one) => one === name));
  if (from < 0 || to < 0) return false;
  return from <= to ? from <= day && day <= to : day >= from || day <= to;
}

/** The calendar of an agreement as a text of its own: a document that could be shared. */
export function partText(text: string, place: CalendarPlace): string {
  const spec = specOf(text, place);
  if (!spec) return "";
  const metadata = { name: place.calendar };
  return printDocument({ apiVersion: "acuerdo/v1", kind: "Calendar", metadata, spec });
}

/** The text of a calendar that nobody has written yet: office hours from Monday to Friday. */
export function firstText(name: string, timeZone: string): string {
  return printDocument({
    apiVersion: "acuerdo/v1",
    kind: "Calendar",
    metadata: { name },
    spec: { timeZone, week: { "mon-fri": ["09:00-18:00"] } },
  });
}
