/** Shares of a whole as exact fractions, never as rounded percentages. */

export type Share = { readonly numerator: number; readonly denominator: number };

/** Reads "90%", "99.9%" or "12,5 %" exactly. Undefined: no percentage. */
export function readShare(text: string): Share | undefined {
  const parts = /^(\d{1,9})(?:[.,](\d{1,6}))?\s?%$/.exec(text);
  if (!parts) return undefined;
  const fraction = parts[2] ?? "";
  return {
    numerator: Number(`${parts[1]}${fraction}`),
    denominator: 100 * 10 ** fraction.length,
  };
}

/**
 * Below zero where `a` is less than `b`, zero where they are equal. Exact for any safe integers.
 */
export function compareShares(a: Share, b: Share): number {
  const left = BigInt(a.numerator) * BigInt(b.denominator);
  const right = BigInt(b.numerator) * BigInt(a.denominator);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The first whole number that is at least `share` of `whole`. */
export function atLeastShare(whole: number, share: Share): number {
  const product = BigInt(whole) * BigInt(share.numerator);
  const denominator = BigInt(share.denominator);
  return Number((product + denominator - 1n) / denominator);
}
