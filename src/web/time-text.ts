/**
 * Lengths and moments as people say them: two units at most, the day only where it is not today.
 */
import type { Language } from "../engine/agreement.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "12 min", "2 h 05", "3 d 4 h"; "45 s" under two minutes. A length has no sign. */
export function lengthText(ms: number): string {
  const long = Math.abs(ms);
  if (long < 2 * MINUTE) return `${Math.floor(long / 1_000)} s`;
  if (long < HOUR) return `${Math.floor(long / MINUTE)} min`;
  if (long < DAY) return hoursText(long);
  const hours = Math.floor((long % DAY) / HOUR);
  return `${Math.floor(long / DAY)} d${hours > 0 ? ` ${hours} h` : ""}`;
}

/** Open time has no days of 24 hours: "1.999 h", "4 h 17", "12 min". */
export function openText(ms: number, language: Language): string {
  if (ms < 100 * HOUR) return ms < HOUR ? lengthText(ms) : hoursText(ms);
  return `${new Intl.NumberFormat(language).format(Math.floor(ms / HOUR))} h`;
}

function hoursText(long: number): string {
  const minutes = Math.floor((long % HOUR) / MINUTE);
  const rest = minutes > 0 ? ` ${String(minutes).padStart(2, "0")}` : "";
  return `${Math.floor(long / HOUR)} h${rest}`;
}

/** Where and in which language a reader reads. */
export type Place = { readonly language: Language; readonly timeZone: string };

const tomorrows = { es: "mañana", en: "tomorrow" } as const;
const yesterdays = { es: "ayer", en: "yesterday" } as const;

/** "10:42" today, "mañana 10:00", "vie 6 mar, 10:42", and the year where it is another. */
export function momentText(at: number, now: number, place: Place): string {
  const clock = format(at, place, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const day = dayKey(at, place);
  if (day === dayKey(now, place)) return clock;
  if (day === dayKey(now + DAY, place)) return `${tomorrows[place.language]} ${clock}`;
  if (day === dayKey(now - DAY, place)) return `${yesterdays[place.language]} ${clock}`;
  return `${dateText(at, now, place)}, ${clock}`;
}

/** "vie 6 mar" */
export function dateText(at: number, now: number, place: Place): string {
  const isThisYear = dayKey(at, place).slice(0, 4) === dayKey(now, place).slice(0, 4);
  return format(at, place, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(isThisYear ? {} : { year: "numeric" }),
  }).replace(/^(\S+?),/, "$1");
}

/** "6 mar": what stands under a bar. */
export function barDateText(at: number, place: Place): string {
  return format(at, place, { day: "numeric", month: "short" });
}

/** The whole moment with the name of its zone: what a title says. */
export function fullText(at: number, place: Place): string {
  return format(at, place, { dateStyle: "full", timeStyle: "long" });
}

/** The whole day in words: what the head of today says. */
export function dayText(at: number, place: Place): string {
  return format(at, place, { dateStyle: "full" });
}

/** The date in the zone as 2026-03-06: Swedish writes dates so. */
function dayKey(at: number, { timeZone }: Place): string {
  return formatter("sv-SE", timeZone, { dateStyle: "short" }).format(at);
}

function format(at: number, { language, timeZone }: Place, how: Intl.DateTimeFormatOptions) {
  return formatter(language === "es" ? "es" : "en-GB", timeZone, how).format(at);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A formatter is dear to make and is asked for on every row. */
function formatter(locale: string, timeZone: string, how: Intl.DateTimeFormatOptions) {
  const key = `${locale} ${timeZone} ${JSON.stringify(how)}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...how, timeZone });
  formatters.set(key, made);
  return made;
}

/** "92 %": cut down, never up, so that what missed its objective never reads as if it had not. */
export function percentText(share: number, language: Language): string {
  const floored = Math.floor(share * 1_000 + 1e-9) / 10;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(floored);
  return language === "es" ? `${number} %` : `${number}%`;
}
