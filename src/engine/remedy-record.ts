/** The final periods that consequences are drawn from. Docs: docs/reference/remedy.md#credits. */
import { readDecimal } from "./exact.ts";
import { type Fraction, fractionOf, subtractFractions, timesFraction } from "./money-fraction.ts";
import { isFloor, wantedOf } from "./objective.ts";
import type { Period } from "./period.ts";

/** The final periods of one commitment of one agreement, earliest first. */
export type Finals = (agreement: string, commitment: string) => readonly Period[];

/** Final periods by agreement and commitment; open and provisional ones are left out. */
export function finalsOf(periods: readonly Period[]): Finals {
  const sorted = periods
    .filter(({ status }) => status === "final")
    .toSorted((a, b) => a.from - b.from);
  const groups = Map.groupBy(sorted, ({ agreement, commitment }) => `${agreement}#${commitment}`);
  return (agreement, commitment) => groups.get(`${agreement}#${commitment}`) ?? [];
}

/**
 * The exact attainment of a period: its share; of a volume that is to be at least so much, the part
 * of it that there was. Undefined: neither, or nothing was measured.
 */
export function attainedOf(period: Period): Fraction | undefined {
  const { share, value, unit } = period;
  if (share) return fractionOf(share);
  if (value === null) return undefined;
  if (unit === "share") return readDecimal(String(value));
  const volume = volumeOf(period);
  if (!volume || volume.wanted.numerator === 0n) return undefined;
  return timesFraction(volume.reached, inverse(volume.wanted));
}

/** How many whole cases a period lacks: those that missed, or what a volume falls short by. */
export function missedIn(period: Period): number {
  const { share, breached } = period;
  if (share) return share.denominator - share.numerator;
  const volume = volumeOf(period);
  if (!volume) return breached;
  const { numerator, denominator } = subtractFractions(volume.wanted, volume.reached);
  return Math.max(0, Number((numerator + denominator - 1n) / denominator));
}

/** A number of events, or a sum, against a floor that is not the change from another period. */
function volumeOf(
  period: Period,
): { readonly reached: Fraction; readonly wanted: Fraction } | undefined {
  const { unit, value, facts, currency, objective, commitment } = period;
  const isVolume = isVolumeUnit(unit) && isFloor(objective) && objective.versus === undefined;
  if (!isVolume || value === null) return undefined;
  const exact = unit === "count" ? value : facts[currency || "points"];
  const reached = readDecimal(String(exact));
  return reached && { reached, wanted: wantedOf(objective, unit, commitment).fraction };
}

function isVolumeUnit(unit: Period["unit"]): boolean {
  return unit === "count" || unit === "amount";
}

function inverse({ numerator, denominator }: Fraction): Fraction {
  return numerator < 0n
    ? { numerator: -denominator, denominator: -numerator }
    : { numerator: denominator, denominator: numerator };
}
