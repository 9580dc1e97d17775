/** Instants as options say them: with an offset, or as a wall time of a zone. */
import { wallInstant } from "../engine/calendar.ts";
import { dayNumber, dayText } from "../engine/calendar-date.ts";
import { refuse } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import { compileDateFormat } from "../language/date-format.ts";
import type { Given } from "./command.ts";

const readIso = compileDateFormat("iso");

/** Undefined where it is neither; a date is its first instant. */
export function momentText(text: string, timeZone: string): Instant | undefined {
  const read = readIso?.(text);
  if (typeof read !== "object") return read;
  return (wallInstant(timeZone, read.date, read.time) + read.millis) as Instant;
}

/** The instant an option gives; undefined where it is not given, refused where it is none. */
export function momentOption(given: Given, option: string, timeZone: string): Instant | undefined {
  const text = given.text(option);
  if (text === undefined) return undefined;
  return momentText(text, timeZone) ?? refuseMoment(option, text);
}

/** As above, but a date means all of that day: its end, where the next begins. */
export function endOption(given: Given, option: string, timeZone: string): Instant | undefined {
  const text = given.text(option);
  const day = text === undefined ? undefined : dayNumber(text);
  if (day === undefined) return momentOption(given, option, timeZone);
  return wallInstant(timeZone, dayText(day + 1), "00:00");
}

function refuseMoment(option: string, given: string): never {
  return refuse("option-value-wrong", {
    option: `--${option}`,
    given,
    wantedEs: "una hora como 2026-03-31T18:00:00Z, 2026-03-31T12:00 o 2026-03-31",
    wantedEn: "a time like 2026-03-31T18:00:00Z, 2026-03-31T12:00 or 2026-03-31",
  });
}

/** A whole number of [least, most]. Refuses anything else. */
export function wholeOption(
  given: Given,
  option: string,
  {
    least,
    most,
    otherwise,
  }: { readonly least: number; readonly most: number; readonly otherwise: number },
): number {
  const text = given.text(option);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (/^\d{1,12}$/.test(text) && value >= least && value <= most) return value;
  return refuse("option-value-wrong", {
    option: `--${option}`,
    given: text,
    wantedEs: `un número entero de ${least} a ${most}`,
    wantedEn: `a whole number from ${least} to ${most}`,
  });
}
