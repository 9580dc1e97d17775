/** The final periods that consequences are drawn from. Docs: docs/reference/remedy.md#credits. */
import { fractionOfMoney } from "./money.ts";
import { type Fraction, fractionOf } from "./money-fraction.ts";
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

/** The exact attainment of a period; a measure without one gives the decimal it is told by. */
export function attainedOf({ share, value, unit }: Period): Fraction | undefined {
  if (share) return fractionOf(share);
  if (unit !== "share") return undefined;
  const amount = String(value);
  const isDecimal = /^-?\d+(\.\d+)?$/.test(amount);
  return isDecimal ? fractionOfMoney({ amount, currency: "" }) : undefined;
}
