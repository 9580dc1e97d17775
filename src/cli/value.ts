/** The value of a period in its unit, and the difference of two of them. */
import type { Language } from "../engine/agreement.ts";
import type { Period } from "../engine/period.ts";
import { lengthText, shareText } from "../language/amount.ts";

type Valued = Pick<Period, "value" | "unit" | "currency" | "bounds">;

type Write = (value: number, language: Language) => string;

/** A share is cut down, never rounded up to what was promised; the rest is rounded for reading. */
const writers: Readonly<Record<Period["unit"], Write>> = {
  share: (value, language) => shareText(value, language),
  count: (value) => String(value),
  amount: (value, language) => decimal(value, 2, language),
  score: (value, language) => decimal(value, 1, language),
  ms: (value) => lengthText(value),
};

/** A median not yet reached is at least its lower bound. */
export function valueText(valued: Valued, language: Language): string {
  const { value, unit, currency, bounds } = valued;
  const low = bounds?.low ?? null;
  if (value === null && low !== null) return `≥ ${writers[unit](low, language)}`;
  if (value === null) return "–";
  return writers[unit](value, language) + (currency === null ? "" : ` ${currency}`);
}

/** What the second has over the first: shares in percentage points, to a tenth. */
export function differenceText(one: Valued, other: Valued, language: Language): string {
  if (one.value === null || other.value === null || one.unit !== other.unit) return "–";
  const difference = other.value - one.value;
  const size = Math.abs(difference);
  const text =
    one.unit === "share" ? decimal(size * 100, 1, language) : writers[one.unit](size, language);
  return (difference < 0 ? "−" : "+") + text;
}

function decimal(value: number, digits: number, language: Language): string {
  const text = value.toFixed(digits);
  return language === "es" ? text.replace(".", ",") : text;
}
