/**
 * Attainment: how the value of a period stands against its objective, exactly, and how many more
 * may be missed. Docs: docs/reference/period.md#attainment.
 */
import type { ObjectiveSpec } from "./agreement.ts";
import { type Fraction, fractionOf } from "./money-fraction.ts";
import { boundOf, isFloor, satisfies } from "./objective.ts";
import { refuse } from "./problem.ts";
import { readShare, type Share } from "./share.ts";

/** Cases counted in one period. Excused and void ones are no part of the share. */
export type Tally = {
  readonly met: number;
  readonly breached: number;
  readonly excused: number;
  readonly openNotDue: number;
};

export const emptyTally: Tally = { met: 0, breached: 0, excused: 0, openNotDue: 0 };

/** Met of met and breached; undefined where there is none. */
function shareOf({ met, breached }: Tally): Share | undefined {
  const judged = met + breached;
  return judged === 0 ? undefined : { numerator: met, denominator: judged };
}

/** The share an objective names. Refused: a value that is no percentage. */
function wantedShare(objective: ObjectiveSpec): Share {
  const text = String(boundOf(objective).value);
  return readShare(text) ?? refuse("share-unreadable", { text });
}

export type ShareVerdict = "met" | "breached" | "notAssessable";

/**
 * A value to be judged. `volume`: how many cases it rests on, null where that makes no sense.
 * `wanted` are the values it has to satisfy, all of them: the objective's own, and an
 * improvement's.
 */
export type Judged = {
  readonly value: Fraction | null;
  readonly volume: number | null;
  readonly wanted: readonly Fraction[];
};

/** How a value stands against an objective; under `minVolume` it is not assessable. */
export function verdictOfValue(judged: Judged, objective: ObjectiveSpec): ShareVerdict {
  const { value, volume, wanted } = judged;
  if (!value) return objective.noData ?? "notAssessable";
  if (volume !== null && volume < (objective.minVolume ?? 0)) return "notAssessable";
  return wanted.every((one) => satisfies(objective, value, one)) ? "met" : "breached";
}

/** How a tally stands against an objective. */
export function verdictOfTally(tally: Tally, objective: ObjectiveSpec): ShareVerdict {
  const share = shareOf(tally);
  const value = share ? fractionOf(share) : null;
  const volume = tally.met + tally.breached;
  return verdictOfValue({ value, volume, wanted: [fractionOf(wantedShare(objective))] }, objective);
}

/**
 * How a value that may still change stands: as both of its bounds do, or open where they differ. A
 * bound of null is beyond any objective.
 */
export function verdictOfBounds(
  bounds: { readonly low: Fraction | null; readonly high: Fraction | null },
  { volume, wanted }: Omit<Judged, "value">,
  objective: ObjectiveSpec,
): ShareVerdict | "open" {
  if (volume !== null && volume < (objective.minVolume ?? 0)) return "notAssessable";
  const floor = isFloor(objective);
  const holdsAt = (bound: Fraction | null, isHigh: boolean): boolean =>
    bound === null ? isHigh === floor : wanted.every((one) => satisfies(objective, bound, one));
  const [low, high] = [holdsAt(bounds.low, false), holdsAt(bounds.high, true)];
  if (low !== high) return "open";
  return low ? "met" : "breached";
}

/**
 * The most clocks of the period that may be missed for the objective still to hold, with those
 * judged and those still open. Undefined where the objective is an upper bound.
 */
export function allowedMisses(tally: Tally, objective: ObjectiveSpec): number | undefined {
  const { bound } = boundOf(objective);
  if (!isFloor(objective)) return undefined;
  const share = wantedShare(objective);
  const total = tally.met + tally.breached + tally.openNotDue;
  const product = BigInt(total) * BigInt(share.numerator);
  const denominator = BigInt(share.denominator);
  const least =
    bound === "above" ? product / denominator + 1n : (product + denominator - 1n) / denominator;
  return Math.max(0, total - Number(least));
}
