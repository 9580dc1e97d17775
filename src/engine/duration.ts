/**
 * Durations as agreements write them: elapsed time, open time and business days.
 *
 * Source: docs/reference/time.md#durations.
 */
import type { Language } from "./agreement.ts";
import { type Problem, problem } from "./problem.ts";
import { DAY, HOUR, MINUTE, type Millis, SECOND } from "./time.ts";
import { LONGEST } from "./timetable.ts";

/** A length as it is written: `ms` of elapsed or of open time, or a number of business days. */
export type Duration =
  | {
      readonly basis: "elapsed" | "open";
      readonly amount: number;
      readonly unit: Unit;
      readonly ms: Millis;
    }
  | { readonly basis: "businessDays"; readonly amount: number; readonly unit: "bd" };

type Unit = keyof typeof units;

const WEEK = (7 * DAY) as Millis;

/** Every unit: what it counts, its length, and its words for one and for several. */
const units = {
  s: { basis: "elapsed", ms: SECOND, es: ["segundo", "segundos"], en: ["second", "seconds"] },
  m: { basis: "elapsed", ms: MINUTE, es: ["minuto", "minutos"], en: ["minute", "minutes"] },
  h: { basis: "elapsed", ms: HOUR, es: ["hora", "horas"], en: ["hour", "hours"] },
  d: {
    basis: "elapsed",
    ms: DAY,
    es: ["día natural", "días naturales"],
    en: ["calendar day", "calendar days"],
  },
  w: { basis: "elapsed", ms: WEEK, es: ["semana", "semanas"], en: ["week", "weeks"] },
  bs: {
    basis: "open",
    ms: SECOND,
    es: ["segundo de horario", "segundos de horario"],
    en: ["open second", "open seconds"],
  },
  bm: {
    basis: "open",
    ms: MINUTE,
    es: ["minuto de horario", "minutos de horario"],
    en: ["open minute", "open minutes"],
  },
  bh: {
    basis: "open",
    ms: HOUR,
    es: ["hora de horario", "horas de horario"],
    en: ["open hour", "open hours"],
  },
  bd: {
    basis: "businessDays",
    ms: DAY,
    es: ["día hábil", "días hábiles"],
    en: ["business day", "business days"],
  },
} as const satisfies Readonly<Record<string, UnitWords>>;

type UnitWords = {
  readonly basis: Duration["basis"];
  readonly ms: Millis;
  readonly es: readonly [one: string, several: string];
  readonly en: readonly [one: string, several: string];
};

const DURATION = /^(\d{1,15}(?:\.\d{1,9})?)(s|m|h|d|w|bs|bm|bh|bd)$/;

/**
 * Reads "15m", "1.5h", "4bh", "2bd".
 *
 * Amounts may be decimal where they come to whole milliseconds; business days are whole.
 * Nothing is longer than LONGEST.
 * Undefined: anything else; `checkDuration` says what is wrong.
 */
export function readDuration(text: string): Duration | undefined {
  const duration = parse(text);
  return duration && !isTooLong(duration) ? duration : undefined;
}

/** What is wrong with a duration's text: no unit, unreadable, or longer than LONGEST. */
export function checkDuration(text: unknown): Problem | undefined {
  const written = String(text);
  if (/^\s*-?\d+(\.\d+)?\s*$/.test(written)) {
    return problem("duration-without-unit", { text: written });
  }
  const duration = parse(text);
  if (!duration) return problem("duration-unreadable", { text: written });
  return isTooLong(duration) ? problem("duration-too-long", { text: written }) : undefined;
}

/** The duration in words: "2 días hábiles", "1.5 hours". Spanish writes a decimal comma. */
export function durationText({ amount, unit }: Duration, language: Language): string {
  const [one, several] = units[unit][language];
  const number = language === "es" ? String(amount).replace(".", ",") : String(amount);
  return `${number} ${amount === 1 ? one : several}`;
}

/**
 * Negative where `a` is shorter, positive where longer, 0 where equal.
 * Undefined: they count different things (elapsed, open, business days), so neither is longer.
 */
export function compareDurations(a: Duration, b: Duration): number | undefined {
  return a.basis === b.basis ? lengthOf(a) - lengthOf(b) : undefined;
}

function parse(text: unknown): Duration | undefined {
  const [, number, unit] = (typeof text === "string" && DURATION.exec(text)) || [];
  if (number === undefined || !isUnit(unit)) return undefined;
  const amount = Number(number);
  if (unit === "bd") {
    return Number.isInteger(amount) ? { basis: "businessDays", amount, unit } : undefined;
  }
  const { basis, ms } = units[unit];
  const length = roundedProduct(amount, ms);
  return length === undefined ? undefined : { basis, amount, unit, ms: length as Millis };
}

/** The product where it is whole but for the error of binary fractions (0.1 × 3 600 000). */
function roundedProduct(amount: number, ms: number): number | undefined {
  const exact = amount * ms;
  const whole = Math.round(exact);
  return Math.abs(exact - whole) <= 1e-6 * Math.max(1, whole * 1e-6) ? whole : undefined;
}

function isUnit(text: string | undefined): text is Unit {
  return text !== undefined && Object.hasOwn(units, text);
}

function isTooLong(duration: Duration): boolean {
  return lengthOf(duration) > LONGEST;
}

function lengthOf({ amount, unit }: Duration): number {
  return amount * units[unit].ms;
}
