/** Lengths of time, shares and instants as people read them. */
import type { Language } from "../engine/agreement.ts";
import { DAY, HOUR, type Instant, MINUTE, SECOND } from "../engine/time.ts";
import { wallAt } from "../engine/zone.ts";

type Unit = readonly [length: number, name: string];

const units: readonly Unit[] = [
  [DAY, "d"],
  [HOUR, "h"],
  [MINUTE, "min"],
  [SECOND, "s"],
  [1, "ms"],
];

/**
 * The two largest units ("2 d 3 h", "14 min 5 s"), the rest cut off; the same in both languages.
 */
export function lengthText(length: number): string {
  return inUnits(length, units);
}

/** As above without days: a day of open time is not a day of the clock. */
export function openText(length: number): string {
  return inUnits(length, units.slice(1));
}

function inUnits(length: number, units: readonly Unit[]): string {
  const sign = length < 0 ? "−" : "";
  let left = Math.abs(length);
  const parts: string[] = [];
  for (const [unit, name] of units) {
    const count = Math.floor(left / unit);
    left -= count * unit;
    if (count > 0 && parts.length < 2) parts.push(`${count} ${name}`);
    else if (parts.length > 0) break;
  }
  return parts.length === 0 ? "0 s" : sign + parts.join(" ");
}

/** Cut down, not rounded up, so that 94.99 % is never shown as the 95 % that was promised. */
export function shareText(value: number | null, language: Language): string {
  if (value === null) return "–";
  const tenths = (Math.floor(value * 1_000 + 1e-9) / 10).toFixed(1);
  return `${language === "es" ? tenths.replace(".", ",") : tenths} %`;
}

/** The wall time of a zone, to the minute, to the second where there are any. */
export function wallText(timeZone: string, at: Instant): string {
  const wall = new Date(wallAt(timeZone, at)).toISOString();
  const hasSeconds = wall.slice(17, 19) !== "00";
  return `${wall.slice(0, 10)} ${wall.slice(11, hasSeconds ? 19 : 16)}`;
}
