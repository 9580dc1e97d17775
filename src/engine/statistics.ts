/**
 * Statistics of small samples and of lengths of which some have not ended.
 * Source: docs/reference/measure.md#statistics.
 */
import type { Fraction } from "./money-fraction.ts";
import type { Share } from "./share.ts";

export type Interval = { readonly low: number; readonly high: number };

/** Ninety-five per cent of a normal distribution lie within so many standard deviations. */
const DEVIATIONS = 1.959964;

/**
 * The Wilson score interval of a share at 95 %: where the rate behind it plausibly lies.
 *
 * For reading, never for a verdict. Edges: from 0 to 1 where nothing was observed. Source: E. B.
 * Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
export function wilsonInterval({ numerator, denominator: n }: Share): Interval {
  if (n <= 0) return { low: 0, high: 1 };
  const share = numerator / n;
  const square = DEVIATIONS * DEVIATIONS;
  const middle = share + square / (2 * n);
  const spread = DEVIATIONS * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  const whole = 1 + square / n;
  return {
    low: numerator <= 0 ? 0 : Math.max(0, (middle - spread) / whole),
    high: numerator >= n ? 1 : Math.min(1, (middle + spread) / whole),
  };
}

/** So few samples say too little of how a share moves by chance. */
const LEAST_SAMPLES = 8;

/**
 * The limits of a p-chart: where the share of `cases` lies as long as nothing but chance moves it,
 * three standard deviations either side of the share of all samples of `base` together.
 *
 * For reading, never for a verdict. Edges: cut off at 0 and 1; empty samples do not count.
 * Undefined: no case, or fewer than eight samples. Source: W. A. Shewhart, "Economic Control of
 * Quality of Manufactured Product" (1931).
 */
export function controlLimits(base: readonly Share[], cases: number): Interval | undefined {
  const samples = base.filter(({ denominator }) => denominator > 0);
  if (samples.length < LEAST_SAMPLES || cases <= 0) return undefined;
  const total = (part: keyof Share) => samples.reduce((sum, sample) => sum + sample[part], 0);
  const middle = total("numerator") / total("denominator");
  const spread = 3 * Math.sqrt((middle * (1 - middle)) / cases);
  return { low: Math.max(0, middle - spread), high: Math.min(1, middle + spread) };
}

/**
 * The nearest-rank quantile of sorted numbers: the smallest that at least `percent` of them do not
 * exceed. Undefined where there is none. `percent` is a whole number from 1 to 99.
 */
export function quantile(sorted: readonly number[], percent: number): number | undefined {
  const rank = Math.ceil((sorted.length * percent) / 100);
  return sorted[Math.max(0, rank - 1)];
}

/** Lengths that have ended, and how far those that have not have got. */
export type Lengths = { readonly ended: readonly number[]; readonly censored: readonly number[] };

/**
 * The share still going on just after `at`, by Kaplan and Meier: `survival` for reading, good to
 * nine digits; `isAtMost` decides exactly, and is to be asked before the next step.
 */
export type SurvivalStep = {
  readonly at: number;
  readonly survival: number;
  readonly isAtMost: (share: Share) => boolean;
};

/**
 * The Kaplan–Meier curve: a step at each length at which something ended, the shortest first.
 *
 * A length that has not ended counts as at risk up to and including how far it has got. Law:
 * without such lengths, a step's survival is the share of lengths above it. Source: E. L. Kaplan
 * and P. Meier, JASA 53 (1958).
 */
export function* survivalSteps({ ended, censored }: Lengths): Generator<SurvivalStep> {
  const ends = [...ended].sort((a, b) => a - b);
  const cuts = [...censored].sort((a, b) => a - b);
  const product = new ShareProduct();
  let [left, gone] = [0, 0];
  while (left < ends.length) {
    const at = ends[left] as number;
    while (gone < cuts.length && (cuts[gone] as number) < at) gone += 1;
    const risk = ends.length - left + cuts.length - gone;
    const first = left;
    while (left < ends.length && ends[left] === at) left += 1;
    product.times(risk - (left - first), risk);
    yield { at, survival: product.value, isAtMost: (share) => product.isAtMost(share) };
  }
}

/**
 * A product of shares whose whole numbers are multiplied only where nearness asks for it. A
 * numerator and the denominator after it cancel while nothing is censored between, so few factors
 * are kept.
 */
class ShareProduct {
  value = 1;
  private readonly tops: number[] = [];
  private readonly bottoms: number[] = [];

  times(top: number, bottom: number): void {
    this.value *= top / bottom;
    if (this.tops.at(-1) === bottom) this.tops.pop();
    else this.bottoms.push(bottom);
    this.tops.push(top);
  }

  isAtMost({ numerator, denominator }: Share): boolean {
    const share = numerator / denominator;
    if (Math.abs(this.value - share) > NEAR) return this.value < share;
    const [top, bottom] = [productOf(this.tops), productOf(this.bottoms)];
    return top * BigInt(denominator) <= bottom * BigInt(numerator);
  }
}

/** Far above the error of a hundred thousand divisions. */
const NEAR = 1e-9;

/** Halves are multiplied with halves, so that large numbers meet late. */
function productOf(factors: readonly number[]): bigint {
  if (factors.length === 0) return 1n;
  if (factors.length === 1) return BigInt(factors[0] as number);
  const middle = factors.length >> 1;
  return productOf(factors.slice(0, middle)) * productOf(factors.slice(middle));
}

/**
 * The length by which `percent` have ended, those still going on taken into account.
 * Undefined: so many have not ended within any length observed.
 */
export function survivalQuantile(lengths: Lengths, percent: number): number | undefined {
  const rest = { numerator: 100 - percent, denominator: 100 };
  for (const { at, isAtMost } of survivalSteps(lengths)) if (isAtMost(rest)) return at;
  return undefined;
}

/** The arithmetic mean as an exact fraction; undefined of none. */
export function meanOf(numbers: readonly number[]): Fraction | undefined {
  if (numbers.length === 0) return undefined;
  const numerator = numbers.reduce((sum, number) => sum + BigInt(number), 0n);
  return { numerator, denominator: BigInt(numbers.length) };
}

/**
 * The mean up to the longest length observed: the area under the Kaplan–Meier curve, rounded to a
 * whole unit. A lower bound where the longest has not ended. Undefined where nothing ended.
 */
export function survivalMean(lengths: Lengths): number | undefined {
  if (lengths.ended.length === 0) return undefined;
  let [area, from, height] = [0, 0, 1];
  for (const { at, survival } of survivalSteps(lengths)) {
    area += height * (at - from);
    from = at;
    height = survival;
  }
  const longest = lengths.censored.reduce((most, length) => Math.max(most, length), from);
  return Math.round(area + height * (longest - from));
}
