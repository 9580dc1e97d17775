/**
 * Attainment: the share of clocks of a period that met their promise, as an exact fraction, and how many
 * more may be missed. Docs: docs/reference/period.md#attainment.
 */
import type { ObjectiveSpec } from "./agreement.ts";
import { refuse } from "./problem.ts";
import { compareShares, readShare, type Share } from "./share.ts";

/** Clocks counted in one period. Excused and void ones are no part of the share. */
export type Tally = {
  readonly met: number;
  readonly breached: number;
  readonly excused: number;
  readonly openNotDue: number;
};

export const emptyTally: Tally = { met: 0, breached: 0, excused: 0, openNotDue: 0 };

/** Met of met and breached; undefined where there is none. */
export function shareOf({ met, breached }: Tally): Share | undefined {
  const judged = met + breached;
  return judged === 0 ? undefined : { numerator: met, denominator: judged };
}

const bounds = ["atLeast", "above", "atMost", "below"] as const;
type Bound = (typeof bounds)[number];

/** The one comparison of an objective. Refused: none, or a value that is no percentage. */
function boundOf(objective: ObjectiveSpec): { readonly bound: Bound; readonly share: Share } {
  const bound = bounds.find((name) => objective[name] !== undefined) ?? "atLeast";
  const text = String(objective[bound]);
  return { bound, share: readShare(text) ?? refuse("share-unreadable", { text }) };
}

export type ShareVerdict = "met" | "breached" | "notAssessable";

/** How a tally stands against an objective; under `minVolume` it is not assessable. */
export function verdictOfTally(tally: Tally, objective: ObjectiveSpec): ShareVerdict {
  const value = shareOf(tally);
  if (!value) return objective.noData ?? "notAssessable";
  if (value.denominator < (objective.minVolume ?? 0)) return "notAssessable";
  const { bound, share } = boundOf(objective);
  const order = compareShares(value, share);
  const holds = { atLeast: order >= 0, above: order > 0, atMost: order <= 0, below: order < 0 };
  return holds[bound] ? "met" : "breached";
}

/**
 * The most clocks of the period that may be missed for the objective still to hold, with those judged
 * and those still open. Undefined where the objective is an upper bound.
 */
export function allowedMisses(tally: Tally, objective: ObjectiveSpec): number | undefined {
  const { bound, share } = boundOf(objective);
  if (bound === "atMost" || bound === "below") return undefined;
  const total = tally.met + tally.breached + tally.openNotDue;
  const product = BigInt(total) * BigInt(share.numerator);
  const denominator = BigInt(share.denominator);
  const least =
    bound === "above" ? product / denominator + 1n : (product + denominator - 1n) / denominator;
  return Math.max(0, total - Number(least));
}
