/**
 * Three promises that a past can be held to: durations that people say, chosen from how long things
 * took. Docs: docs/guides/first-agreement.md#the-reveal.
 */
import { type Interval, type Lengths, survivalQuantile, wilsonInterval } from "./statistics.ts";
import { HOUR, MINUTE, type Millis } from "./time.ts";

export const candidateNames = ["conservative", "attainable", "stretch"] as const;

export type CandidateName = (typeof candidateNames)[number];

/** `within` is a duration as agreements write it. */
export type Candidate = { readonly name: CandidateName; readonly within: string };

/** Of open time a day has eight hours here, so that 16 hours read as two days of an office. */
const MINUTES = [5, 10, 15, 30];
const HOURS = [1, 2, 4, 8, 16, 24, 40, 80];

type Sayable = { readonly ms: Millis; readonly amount: number; readonly unit: "m" | "h" };

const sayable: readonly Sayable[] = [
  ...MINUTES.map((amount): Sayable => ({ ms: (amount * MINUTE) as Millis, amount, unit: "m" })),
  ...HOURS.map((amount): Sayable => ({ ms: (amount * HOUR) as Millis, amount, unit: "h" })),
];

/**
 * The strictest of the three first would be kept by about half, the next by three in four, the last
 * by nine in ten: each the shortest sayable duration by which so many had ended, what has not ended
 * yet taken into account (Kaplan–Meier). Undefined where nothing has ended.
 *
 * Law: stretch < attainable < conservative. Where fewer ever end than a candidate asks for, it is
 * the longest that anything took.
 */
export function candidatesOf(
  lengths: Lengths,
  basis: "open" | "elapsed",
): readonly Candidate[] | undefined {
  if (lengths.ended.length === 0) return undefined;
  const last = sayable.length - 1;
  const middle = Math.min(Math.max(placeOf(lengths, 75), 1), last - 1);
  const places = {
    conservative: Math.max(middle + 1, placeOf(lengths, 90)),
    attainable: middle,
    stretch: Math.min(middle - 1, placeOf(lengths, 50)),
  };
  return candidateNames.map((name) => ({ name, within: textOf(places[name], basis) }));
}

function placeOf(lengths: Lengths, percent: number): number {
  const longest = lengths.ended.reduce((most, one) => Math.max(most, one), 0);
  const wanted = survivalQuantile(lengths, percent) ?? longest;
  const found = sayable.findIndex(({ ms }) => ms >= wanted);
  return found < 0 ? sayable.length - 1 : found;
}

function textOf(place: number, basis: "open" | "elapsed"): string {
  const { amount, unit } = sayable[place] as Sayable;
  return `${amount}${basis === "open" ? "b" : ""}${unit}`;
}

/** How a candidate would have done: met of those judged, and where the rate plausibly lies. */
export type Held = { readonly met: number; readonly judged: number; readonly interval: Interval };

/**
 * What became of clocks with these verdicts: only met and breached count. Wilson interval at 95 %.
 */
export function heldOf(verdicts: readonly string[]): Held {
  const met = verdicts.filter((verdict) => verdict === "met").length;
  const judged = met + verdicts.filter((verdict) => verdict === "breached").length;
  return { met, judged, interval: wilsonInterval({ numerator: met, denominator: judged }) };
}

const STEP = 5;

/**
 * The objective to propose, in per cent: the low end of the interval cut down to a multiple of
 * five, so that what was kept in the past is likely to be kept again. From 5 to 95.
 */
export function objectiveOf({ interval }: Held): number {
  const low = Math.floor((interval.low * 100) / STEP) * STEP;
  return Math.min(95, Math.max(STEP, low));
}
