/**
 * Which tier a period falls into, and what it comes to. Docs: docs/reference/remedy.md#tiers.
 */
import type { ObjectiveSpec } from "./agreement.ts";
import { fractionOfMoney, type Money } from "./money.ts";
import {
  addFractions,
  compareFractions,
  type Fraction,
  greaterFraction,
  lesserFraction,
  nothing,
  readPercent,
  subtractFractions,
  timesFraction,
} from "./money-fraction.ts";
import { boundOf, isFloor } from "./objective.ts";
import { refuse } from "./problem.ts";
import type { Points, Rate, Tier } from "./remedy.ts";

export const WHOLE: Fraction = { numerator: 1n, denominator: 1n };

/** The tier [atLeast, below) that `attained` lies in; undefined between or outside them. */
export function tierOf(tiers: readonly Tier[], attained: Fraction): Tier | undefined {
  return tiers.find(
    ({ atLeast, below }) =>
      (!atLeast || compareFractions(attained, atLeast) >= 0) &&
      (!below || compareFractions(attained, below) < 0),
  );
}

/**
 * The attainment an objective asks for: the share it names; the whole, where it asks for at least
 * so much of a volume (`isVolume`). Undefined: neither, so tiers of shares do not fit it.
 */
export function promisedShare(objective: ObjectiveSpec, isVolume: boolean): Fraction | undefined {
  const share = readPercent(String(boundOf(objective).value));
  if (share) return share;
  const isWhole = isVolume && isFloor(objective) && objective.versus === undefined;
  return isWhole ? WHOLE : undefined;
}

/**
 * What a tier comes to, in units of the base's currency, not yet rounded.
 *
 * `perPoint`: for every percentage point between objective and attainment, parts of one included.
 * Refused: money-currencies, an amount in another currency than the base.
 */
export function worthOf(
  { rate, perPoint }: Pick<Tier, "rate" | "perPoint">,
  base: Money,
  gap: Fraction,
): Fraction {
  const once = rateWorth(rate, base);
  if (!perPoint) return once;
  return timesFraction(once, timesFraction(gap, { numerator: 100n, denominator: 1n }));
}

/** A rate of a base: its share, or the amount it names. Refused: money-currencies. */
export function rateWorth(rate: Rate, base: Money): Fraction {
  if ("share" in rate) return timesFraction(fractionOfMoney(base), rate.share);
  if (rate.amount.currency !== base.currency) {
    refuse("money-currencies", { first: rate.amount.currency, second: base.currency });
  }
  return fractionOfMoney(rate.amount);
}

/** How far two shares lie apart, whichever is the greater. */
export function gapBetween(a: Fraction, b: Fraction): Fraction {
  return subtractFractions(greaterFraction(a, b), lesserFraction(a, b));
}

/** What one failure comes to; `event` names what it came from. */
export type Part = { readonly event: string; readonly worth: Fraction };

/**
 * Several failures together: those of one event give the highest or their sum; events add up.
 */
export function combineParts(parts: readonly Part[], combine: "highest" | "sum"): Fraction {
  const together = combine === "highest" ? greaterFraction : addFractions;
  const events = Map.groupBy(parts, ({ event }) => event);
  return [...events.values()]
    .map((group) => group.map(({ worth }) => worth).reduce(together, nothing))
    .reduce(addFractions, nothing);
}

/** The highest step that so many points reach; undefined below the first. */
export function stepOf({ steps }: Points, points: number): Points["steps"][number] | undefined {
  return steps
    .filter(({ atLeast }) => atLeast <= points)
    .reduce<Points["steps"][number] | undefined>(
      (best, step) => (best && best.atLeast >= step.atLeast ? best : step),
      undefined,
    );
}

/** At most `cap`, and whether that took something away. */
export function capAt(
  worth: Fraction,
  cap: Fraction | undefined,
): { readonly worth: Fraction; readonly capped: boolean } {
  if (!cap || compareFractions(worth, cap) <= 0) return { worth, capped: false };
  return { worth: greaterFraction(cap, nothing), capped: true };
}
