/**
 * Exact values of measures: decimals as text, compared as fractions of whole numbers.
 * Source: docs/reference/measure.md#exactness.
 */
import { type Fraction, fractionOf } from "./money-fraction.ts";
import { readShare, type Share } from "./share.ts";

const DECIMAL = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/;

/** Reads "-12.50" exactly. Undefined: no plain decimal (an exponent, a word, an empty text). */
export function readDecimal(text: string): Fraction | undefined {
  const parts = DECIMAL.exec(text);
  if (!parts) return undefined;
  const [, sign = "", whole = "", fraction = ""] = parts;
  return {
    numerator: BigInt(`${sign}${whole}${fraction}`),
    denominator: 10n ** BigInt(fraction.length),
  };
}

/** A whole number as a fraction. */
export function wholeFraction(whole: number): Fraction {
  return { numerator: BigInt(whole), denominator: 1n };
}

/** "90%" as a fraction. Undefined: no percentage. */
export function readSharePart(text: string): Fraction | undefined {
  const share = readShare(text);
  return share && fractionOf(share);
}

/** The sum of two decimals, or their difference with `sign` -1: exact, without trailing zeros. */
export function addDecimals(a: string, b: string, sign: 1 | -1 = 1): string {
  const [x, y] = [decimalOf(a), decimalOf(b)];
  const denominator = x.denominator > y.denominator ? x.denominator : y.denominator;
  const left = x.numerator * (denominator / x.denominator);
  const right = y.numerator * (denominator / y.denominator);
  return decimalText(sign === 1 ? left + right : left - right, denominator);
}

/** The smaller of two decimals; the first where they are equal. */
export function lesserDecimal(a: string, b: string): string {
  const [x, y] = [decimalOf(a), decimalOf(b)];
  return x.numerator * y.denominator <= y.numerator * x.denominator ? a : b;
}

/** A decimal as a fraction; what is no decimal counts as nothing. */
export function decimalOf(text: string): Fraction {
  return readDecimal(text) ?? wholeFraction(0);
}

/** `denominator` is a power of ten. */
function decimalText(numerator: bigint, denominator: bigint): string {
  const places = String(denominator).length - 1;
  const isNegative = numerator < 0n;
  const digits = String(isNegative ? -numerator : numerator).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, "");
  return `${isNegative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

const PRECISION = 10n ** 15n;

/** The nearest number, for reading only: nothing is decided by it. A denominator of 0 gives NaN. */
export function numberOf({ numerator, denominator }: Fraction): number {
  const [top, bottom] = [Number(numerator), Number(denominator)];
  if (Number.isSafeInteger(top) && Number.isSafeInteger(bottom)) return top / bottom;
  if (denominator === 0n) return Number.NaN;
  const whole = numerator / denominator;
  const rest = numerator % denominator;
  return Number(whole) + Number((rest * PRECISION) / denominator) / Number(PRECISION);
}

/** The fraction as a share, where its whole numbers are not too large to be exact; else null. */
export function shareOfFraction(fraction: Fraction): Share | null {
  const [numerator, denominator] = [Number(fraction.numerator), Number(fraction.denominator)];
  const isExact = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  return isExact ? { numerator, denominator } : null;
}
