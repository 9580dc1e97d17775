/**
 * Chance with a seed: the same draws on every machine and every version of Node.
 *
 * The generator is sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state, whole-number
 * operations only. No logarithm or exponential is taken anywhere in the demo, because their last
 * bits may differ between engines; distributions are straight lines between quantiles.
 */

/** The next draw, in [0, 1). */
export type Random = () => number;

/** Least, median, ninth decile and most of a distribution; straight lines between them. */
export type Spread = readonly [least: number, half: number, ninety: number, most: number];

const WARM_UP = 12;

/**
 * A generator of its own for each pair of seed and stream, so that stories do not disturb each
 * other.
 */
export function randomFrom(seed: number, stream: number): Random {
  let a = mix(seed);
  let b = mix(stream ^ 0x9e3779b9);
  let c = mix(a ^ Math.imul(b, 31));
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let draw = 0; draw < WARM_UP; draw += 1) next();
  return next;
}

export function happens(random: Random, share: number): boolean {
  return random() < share;
}

/** A whole number of [least, most], both included. */
export function wholeBetween(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

export function pick<T>(random: Random, among: readonly [T, ...T[]]): T {
  return among[Math.floor(random() * among.length)] ?? among[0];
}

/** One of the values, each as likely as its weight says. */
export function pickWeighted<T>(
  random: Random,
  among: readonly [readonly [T, number], ...(readonly [T, number])[]],
): T {
  const total = among.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [value, weight] of among) {
    left -= weight;
    if (left < 0) return value;
  }
  return among[0][0];
}

export function drawFrom(random: Random, [least, half, ninety, most]: Spread): number {
  const share = random();
  if (share < 0.5) return least + ((half - least) * share) / 0.5;
  if (share < 0.9) return half + ((ninety - half) * (share - 0.5)) / 0.4;
  return ninety + ((most - ninety) * (share - 0.9)) / 0.1;
}

/** The finaliser of MurmurHash3: neighbouring seeds give distant states. */
function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
