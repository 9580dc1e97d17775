import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  controlLimits,
  meanOf,
  quantile,
  survivalMean,
  survivalQuantile,
  survivalSteps,
  wilsonInterval,
} from "./statistics.ts";

describe("Wilson's interval", () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I.
  const cases = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const;
  for (const [numerator, denominator, low, high] of cases) {
    test(`of ${numerator} in ${denominator} is ${low} to ${high}`, () => {
      const interval = wilsonInterval({ numerator, denominator });
      assert.equal(interval.low.toFixed(4), low.toFixed(4));
      assert.equal(interval.high.toFixed(4), high.toFixed(4));
    });
  }

  test("of nothing says nothing", () =>
    assert.deepEqual(wilsonInterval({ numerator: 0, denominator: 0 }), { low: 0, high: 1 }));
});

describe("control limits", () => {
  // Cans that leak, of fifty each: Montgomery, Introduction to Statistical Quality Control.
  const leaking = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12,
    7, 13, 9, 6,
  ];
  const samples = leaking.map((numerator) => ({ numerator, denominator: 50 }));

  test("are those of the book: 347 of 1500 is 0.2313, and 0.1789 either side", () => {
    const { low = 1, high = 0 } = controlLimits(samples, 50) ?? {};
    assert.deepEqual([low.toFixed(4), high.toFixed(4)], ["0.0524", "0.4102"]);
    const beyond = leaking.flatMap((count, at) =>
      count / 50 < low || count / 50 > high ? [at + 1] : [],
    );
    assert.deepEqual(beyond, [15, 23]);
  });

  test("widen with fewer cases, to 0 and 1 at most", () => {
    assert.deepEqual(controlLimits(samples, 1), { low: 0, high: 1 });
    const eight = Array.from({ length: 8 }, () => ({ numerator: 9, denominator: 10 }));
    // 0.9 ± 3 √(0.9 · 0.1 / 100) = 0.9 ± 0.09
    const { low = 0, high = 0 } = controlLimits(eight, 100) ?? {};
    assert.deepEqual([low.toFixed(4), high.toFixed(4)], ["0.8100", "0.9900"]);
    assert.deepEqual(controlLimits([...eight, { numerator: 0, denominator: 0 }], 100), {
      low,
      high,
    });
  });

  test("are not known of few samples, or of no case", () => {
    assert.equal(controlLimits(samples.slice(0, 7), 50), undefined);
    assert.equal(controlLimits(samples, 0), undefined);
  });
});

describe("Kaplan and Meier", () => {
  // Weeks in remission under 6-MP, Freireich et al. 1963; ended, then those not yet.
  const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
  const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];

  test("agree with the published curve", () => {
    const steps = [...survivalSteps({ ended, censored })].map(({ at, survival }) => [
      at,
      survival.toFixed(3),
    ]);
    assert.deepEqual(steps, [
      [6, "0.857"],
      [7, "0.807"],
      [10, "0.753"],
      [13, "0.690"],
      [16, "0.627"],
      [22, "0.538"],
      [23, "0.448"],
    ]);
    assert.equal(survivalQuantile({ ended, censored }, 50), 23);
    assert.equal(survivalQuantile({ ended, censored }, 90), undefined);
  });

  const lengths = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 40 });

  test("without open cases are the plain quantile and mean", () =>
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 99 }), (list, percent) => {
        const sorted = [...list].sort((a, b) => a - b);
        const plain = { ended: sorted, censored: [] };
        assert.equal(survivalQuantile(plain, percent), quantile(sorted, percent));
        const mean = meanOf(sorted);
        const exact = Number(mean?.numerator) / Number(mean?.denominator);
        assert.ok(Math.abs((survivalMean(plain) ?? Number.NaN) - exact) <= 0.5 + 1e-9);
      }),
    ));

  test("agree with the product written out", () =>
    fc.assert(
      fc.property(lengths, lengths, (done, open) => {
        let survival = 1;
        const slow = [...new Set(done)]
          .sort((a, b) => a - b)
          .map((at) => {
            const atRisk = [...done, ...open].filter((length) => length >= at).length;
            survival *= 1 - done.filter((length) => length === at).length / atRisk;
            return survival;
          });
        const fast = [...survivalSteps({ ended: done, censored: open })].map(
          ({ survival }) => survival,
        );
        assert.equal(fast.length, slow.length);
        for (const [index, value] of fast.entries()) {
          assert.ok(Math.abs(value - (slow[index] ?? Number.NaN)) < 1e-9);
        }
      }),
    ));
});
