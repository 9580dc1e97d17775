/**
 * Instants, lengths of time and spans: whole milliseconds, and nothing that knows a wall clock.
 *
 * Source: docs/reference/time.md.
 */

declare const instantBrand: unique symbol;
declare const millisBrand: unique symbol;

/** A point in time: whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly [instantBrand]: true };

/** A length of time: whole milliseconds. */
export type Millis = number & { readonly [millisBrand]: true };

/** A half-open span, [from, to). Empty where `to` is not after `from`. */
export type Span = { readonly from: Instant; readonly to: Instant };

export const SECOND = 1_000 as Millis;
export const MINUTE = 60_000 as Millis;
export const HOUR = 3_600_000 as Millis;
export const DAY = 86_400_000 as Millis;

/** The first and last instants an event or a range may carry: years 1 to 9999 in UTC. */
export const EARLIEST = Date.parse("0001-01-01T00:00:00.000Z") as Instant;
export const LATEST = Date.parse("9999-12-31T23:59:59.999Z") as Instant;

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * Reads ISO 8601 with an offset, cut down to the millisecond.
 *
 * Undefined: no offset, a date that does not exist, or a year outside 1–9999. A wall time without
 * an offset names no instant; the caller that knows the zone says which one is meant.
 */
export function readInstant(text: string): Instant | undefined {
  const parts = ISO.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second = "00", fraction = "", offset = "Z"] = parts;
  if (!isDay(Number(year), Number(month), Number(day)) || Number(hour) > 23) return undefined;
  const cut = fraction.slice(0, 3).padEnd(3, "0");
  const zone =
    offset === "Z" || offset.includes(":") ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${cut}${zone}`);
  return Number.isNaN(at) || at < EARLIEST || at > LATEST ? undefined : (at as Instant);
}

/** ISO 8601 in UTC with milliseconds; a day's text is made once, which is most of the work. */
export function instantText(at: Instant): string {
  const day = Math.floor(at / DAY);
  const ms = at - day * DAY;
  const [hour, minute] = [Math.floor(ms / HOUR), Math.floor(ms / MINUTE) % 60];
  const second = Math.floor(ms / SECOND) % 60;
  return `${dayText(day)}${two[hour]}:${two[minute]}:${two[second]}.${three[Math.floor(ms % SECOND)]}Z`;
}

const two = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, "0"));
const three = Array.from({ length: 1_000 }, (_, value) => String(value).padStart(3, "0"));

/** Begun anew with every so many days. */
const MOST_DAYS = 4_000;
const days = new Map<number, string>();

/** "2026-03-31T" */
function dayText(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  if (days.size >= MOST_DAYS) days.clear();
  const text = new Date(day * DAY).toISOString().slice(0, -"00:00:00.000Z".length);
  days.set(day, text);
  return text;
}

/** Whether `text` is a date of the calendar, written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const parts = DATE.exec(text);
  return parts !== null && isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether `value` is a whole number of milliseconds inside EARLIEST … LATEST. */
export function isInstant(value: unknown): value is Instant {
  return Number.isInteger(value) && (value as number) >= EARLIEST && (value as number) <= LATEST;
}
