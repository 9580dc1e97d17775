import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { drawFrom, pickWeighted, randomFrom, type Spread, wholeBetween } from "./random.ts";

describe("chance with a seed", () => {
  test("draws these numbers from seed 7, on every machine", () => {
    const random = randomFrom(7, 1);
    const draws = Array.from({ length: 4 }, () => Math.floor(random() * 1_000_000));
    assert.deepEqual(draws, [390_641, 430_210, 947_688, 911_054]);
  });

  test("draws evenly", () => {
    const random = randomFrom(3, 9);
    const bins = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw += 1) {
      const bin = Math.floor(random() * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    for (const size of bins) assert.ok(size > 9_600 && size < 10_400, `${size}`);
  });

  test("gives neighbouring seeds and streams other numbers", () => {
    const firsts = new Set<number>();
    for (let seed = 0; seed < 100; seed += 1) {
      for (let stream = 0; stream < 100; stream += 1) firsts.add(randomFrom(seed, stream)());
    }
    assert.ok(firsts.size > 9_990);
  });

  test("stays within what a spread allows, half of it below the median", () => {
    const spread: Spread = [1, 10, 50, 200];
    const random = randomFrom(1, 1);
    const draws = Array.from({ length: 10_000 }, () => drawFrom(random, spread));
    assert.ok(draws.every((draw) => draw >= 1 && draw <= 200));
    const below = draws.filter((draw) => draw < 10).length;
    assert.ok(below > 4_800 && below < 5_200, `${below}`);
  });

  test("picks whole numbers and weights within their bounds", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: -50, max: 50 }),
        fc.nat(50),
        (seed, least, more) => {
          const drawn = wholeBetween(randomFrom(seed, 0), least, least + more);
          assert.ok(Number.isInteger(drawn) && drawn >= least && drawn <= least + more);
          const picked = pickWeighted(randomFrom(seed, 1), [
            ["never", 0],
            ["always", 1],
          ]);
          assert.equal(picked, "always");
        },
      ),
    );
  });
});
