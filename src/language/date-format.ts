/** Dates as files write them: a form compiled once, then tried on each cell. */
import { dayNumber } from "../engine/calendar-date.ts";
import { type Instant, isInstant, readInstant } from "../engine/time.ts";

/** A time of a wall clock, whose zone somebody else knows. */
export type WallTime = { readonly date: string; readonly time: string; readonly millis: number };

export type DateReader = (text: string) => Instant | WallTime | undefined;

/** Letters of a form, longest first, with the pattern each stands for. */
const letters: Readonly<Record<string, string>> = {
  yyyy: "(?<year>\\d{4})",
  MM: "(?<month>\\d{2})",
  dd: "(?<day>\\d{2})",
  HH: "(?<hour>\\d{2})",
  hh: "(?<half>\\d{2})",
  mm: "(?<minute>\\d{2})",
  ss: "(?<second>\\d{2})",
  SSS: "(?<millis>\\d{3})",
  M: "(?<month>\\d{1,2})",
  d: "(?<day>\\d{1,2})",
  H: "(?<hour>\\d{1,2})",
  h: "(?<half>\\d{1,2})",
  a: "(?<noon>[AaPp])\\.?\\s?[Mm]\\.?",
};

const LETTER = /yyyy|MM|dd|HH|hh|mm|ss|SSS|M|d|H|h|a|[^A-Za-z]+|[A-Za-z]+/g;

const named: Readonly<Record<string, DateReader>> = {
  iso: readIso,
  epoch: (text) => epoch(text, 1_000),
  epochMillis: (text) => epoch(text, 1),
};

/** Undefined for a form whose letters are not known, or that lacks year, month or day. */
export function compileDateFormat(format: string): DateReader | undefined {
  const known = Object.hasOwn(named, format) ? named[format] : undefined;
  if (known) return known;
  const parts = format.match(LETTER) ?? [];
  const words = parts.filter((part) => /[A-Za-z]/.test(part));
  const needed = [/^yyyy$/, /^MM?$/, /^dd?$/];
  if (!words.every((part) => Object.hasOwn(letters, part))) return undefined;
  if (new Set(words.map((part) => part[0])).size < words.length) return undefined;
  if (!needed.every((form) => words.some((part) => form.test(part)))) return undefined;
  const pattern = new RegExp(`^${parts.map((part) => letters[part] ?? escaped(part)).join("")}$`);
  return (text) => toWall(pattern.exec(text)?.groups);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}

function toWall(groups: Readonly<Record<string, string>> | undefined): WallTime | undefined {
  if (!groups) return undefined;
  const { year = "", month = "", day = "", minute = "0", second = "0", millis = "0" } = groups;
  const date = `${year}-${two(month)}-${two(day)}`;
  const hour = hourOf(groups);
  const isTime = hour < 24 && Number(minute) < 60 && Number(second) < 60;
  if (dayNumber(date) === undefined || !isTime) return undefined;
  const time = `${two(String(hour))}:${two(minute)}:${two(second)}`;
  return { date, time, millis: Number(millis) };
}

function hourOf({ hour, half, noon }: Readonly<Record<string, string>>): number {
  if (half === undefined) return Number(hour ?? 0);
  const isAfternoon = noon !== undefined && noon.toLowerCase() === "p";
  return (Number(half) % 12) + (isAfternoon ? 12 : 0);
}

function two(text: string): string {
  return text.padStart(2, "0");
}

const WALL = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(\.\d{1,9})?)?$/;

/** ISO 8601 with T or a space; with an offset an instant, without one a wall time. */
function readIso(text: string): Instant | WallTime | undefined {
  const wall = WALL.exec(text);
  if (!wall) return readInstant(text.replace(" ", "T"));
  const [, date = "", minutes = "00:00", seconds = ":00", fraction = ""] = wall;
  const isTime = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(minutes + seconds);
  if (dayNumber(date) === undefined || !isTime) return undefined;
  const millis = Number(fraction.slice(1, 4).padEnd(3, "0"));
  return { date, time: minutes + seconds, millis };
}

function epoch(text: string, unit: number): Instant | undefined {
  if (!/^-?\d{1,15}(\.\d{1,9})?$/.test(text)) return undefined;
  const at = Math.floor(Number(text) * unit);
  return isInstant(at) ? at : undefined;
}
