/**
 * Exact fractions for shares of money: whole numbers of any length over another, never divided
 * until the last step. Source: docs/reference/remedy.md#money.
 */
import type { Share } from "./share.ts";

export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

export const nothing: Fraction = { numerator: 0n, denominator: 1n };

/** A share of whole numbers as a fraction. */
export function fractionOf({ numerator, denominator }: Share): Fraction {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

const PERCENT = /^(\d{1,9})(?:[.,](\d{1,9}))?\s?%$/;

/** Reads "5%" or "99.901%" exactly. Undefined: no percentage. */
export function readPercent(text: string): Fraction | undefined {
  const [, whole, decimals = ""] = PERCENT.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return {
    numerator: BigInt(whole + decimals),
    denominator: 100n * 10n ** BigInt(decimals.length),
  };
}

/** Exact sum. */
export function addFractions(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** Exact difference; may be below zero. */
export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return addFractions(a, { ...b, numerator: -b.numerator });
}

/** Exact product. */
export function timesFraction(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.numerator,
    denominator: a.denominator * b.denominator,
  };
}

/** Below zero where `a` is less, zero where they are equal. Denominators are above zero. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The smaller; the first where they are equal. */
export function lesserFraction(a: Fraction, b: Fraction): Fraction {
  return compareFractions(a, b) <= 0 ? a : b;
}

/** The greater; the first where they are equal. */
export function greaterFraction(a: Fraction, b: Fraction): Fraction {
  return compareFractions(a, b) >= 0 ? a : b;
}
