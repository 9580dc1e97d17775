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

const CLOCK = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?`;
const OFFSET = String.raw`(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)`;
const ISO = new RegExp(String.raw`^\d{4}-\d\d-\d\dT${CLOCK}${OFFSET}$`);

/**
 * Reads ISO 8601 with an offset, cut down to the millisecond.
 *
 * Undefined: no offset, a date that does not exist, or a year outside 1–9999. A wall time without
 * an offset names no instant; the caller that knows the zone says which one is meant.
 */
export function readInstant(text: string): Instant | undefined {
  if (!ISO.test(text)) return undefined;
  const day = dayOf(text.slice(0, 10));
  if (day === undefined) return undefined;
  const time = pair(text, 11) * HOUR + pair(text, 14) * MINUTE + secondsOf(text);
  const at = day * DAY + time - offsetOf(text);
  return at < EARLIEST || at > LATEST ? undefined : (at as Instant);
}

/** Seconds and their fraction, cut down; none where the time ends with its minutes. */
function secondsOf(text: string): Millis {
  if (text[16] !== ":") return 0 as Millis;
  const fraction = text[19] === "." ? (FRACTION.exec(text)?.[1] ?? "") : "";
  return (pair(text, 17) * SECOND + Number(fraction.padEnd(3, "0"))) as Millis;
}

const FRACTION = /\.(\d{1,3})/;

/** The number that two digits at `index` write. */
function pair(text: string, index: number): number {
  return (text.charCodeAt(index) - ZERO) * 10 + text.charCodeAt(index + 1) - ZERO;
}

const ZERO = 48;

function offsetOf(text: string): Millis {
  if (text.endsWith("Z")) return 0 as Millis;
  const sign = Math.max(text.lastIndexOf("+"), text.lastIndexOf("-"));
  const ms = pair(text, sign + 1) * HOUR + pair(text, text.length - 2) * MINUTE;
  return (text[sign] === "-" ? -ms : ms) as Millis;
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
const dayTexts = new Map<number, string>();
const dayNumbers = new Map<string, number | undefined>();

/** "2026-03-31T" */
function dayText(day: number): string {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  if (dayTexts.size >= MOST_DAYS) dayTexts.clear();
  const text = new Date(day * DAY).toISOString().slice(0, -"00:00:00.000Z".length);
  dayTexts.set(day, text);
  return text;
}

/** Days since 1970 of a date written YYYY-MM-DD; undefined where there is no such day. */
function dayOf(date: string): number | undefined {
  const known = dayNumbers.get(date);
  if (known !== undefined || dayNumbers.has(date)) return known;
  if (dayNumbers.size >= MOST_DAYS) dayNumbers.clear();
  const day = isDate(date) ? Date.parse(`${date}T00:00:00.000Z`) / DAY : undefined;
  dayNumbers.set(date, day);
  return day;
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
