/** The hours of the week in which most is missed. */
import type { JudgedClock } from "../engine/judged.ts";
import { DAY, HOUR } from "../engine/time.ts";
import { wallAt } from "../engine/zone.ts";

/** `weekday` 1 is Monday; `hour` is that of the clock on the wall. */
export type RevealHour = {
  readonly weekday: number;
  readonly hour: number;
  readonly missed: number;
  readonly judged: number;
};

/** Of fewer than these nothing is said. */
const LEAST = 5;
const MOST_TOLD = 3;

/** Hours with at least five judged clocks and a miss, the worst share first. */
export function worstHours(
  clocks: readonly JudgedClock[],
  timeZone: string,
): readonly RevealHour[] {
  const judged = clocks.filter(({ verdict }) => verdict === "met" || verdict === "breached");
  return [...Map.groupBy(judged, (clock) => hourOf(clock, timeZone))]
    .map(([key, own]) => ({
      weekday: Math.floor(key / 24) + 1,
      hour: key % 24,
      missed: own.filter(({ verdict }) => verdict === "breached").length,
      judged: own.length,
    }))
    .filter((one) => one.judged >= LEAST && one.missed > 0)
    .sort((a, b) => b.missed / b.judged - a.missed / a.judged || b.missed - a.missed)
    .slice(0, MOST_TOLD);
}

/** Hours since Monday at midnight; 1970 began on a Thursday. */
export function hourOf({ startedAt }: JudgedClock, timeZone: string): number {
  const wall = wallAt(timeZone, startedAt ?? (0 as NonNullable<typeof startedAt>));
  const weekday = (Math.floor(wall / DAY) + 3) % 7;
  return weekday * 24 + Math.floor((wall - Math.floor(wall / DAY) * DAY) / HOUR);
}
