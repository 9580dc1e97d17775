import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { compareFractions, type Fraction, nothing } from "./money-fraction.ts";
import { compileTier } from "./remedy.ts";
import { capAt, combineParts, promisedShare, tierOf } from "./remedy-tier.ts";

const whole = (value: number): Fraction => ({ numerator: BigInt(value), denominator: 1n });
const hundredth = (value: number): Fraction => ({ numerator: BigInt(value), denominator: 100n });
const isEqual = (a: Fraction, b: Fraction) => assert.equal(compareFractions(a, b), 0);

describe("failures", () => {
  const parts = [
    { event: "outage", worth: whole(5) },
    { event: "outage", worth: whole(8) },
    { event: "fire", worth: whole(3) },
  ];
  test("through one event give the highest of them, those of two events both", () =>
    isEqual(combineParts(parts, "highest"), whole(11)));
  test("or add up", () => isEqual(combineParts(parts, "sum"), whole(16)));
  test("that are none give nothing", () => isEqual(combineParts([], "highest"), nothing));
});

describe("a cap", () => {
  const cases: readonly [string, number, number | undefined, number, boolean][] = [
    ["that is not there takes nothing", 9, undefined, 9, false],
    ["that is reached takes nothing", 9, 9, 9, false],
    ["that is passed takes the rest", 10, 9, 9, true],
    ["that is used up leaves nothing", 10, -1, 0, true],
  ];
  for (const [name, worth, cap, left, capped] of cases) {
    test(name, () => {
      const held = capAt(whole(worth), cap === undefined ? undefined : whole(cap));
      isEqual(held.worth, whole(left));
      assert.equal(held.capped, capped);
    });
  }
});

test("every attainment lies in one tier, whatever the edges", () => {
  const edges = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(edges, fc.integer({ min: 0, max: 100 }), (unsorted, attained) => {
      const sorted = unsorted.toSorted((a, b) => a - b);
      const tiers = [...sorted, undefined].map((below, index) => {
        const low = sorted[index - 1];
        return compileTier({
          credit: `${index}%`,
          ...(low === undefined ? {} : { atLeast: `${low}%` }),
          ...(below === undefined ? {} : { below: `${below}%` }),
        });
      });
      const found = tierOf(tiers, hundredth(attained));
      const wanted = sorted.filter((edge) => edge <= attained).length;
      assert.equal(found?.spec.credit, `${wanted}%`);
    }),
  );
});

test("an objective promises a share, the whole of a volume, or neither", () => {
  const cases = [
    [{ atLeast: "95%" }, false, hundredth(95)],
    [{ below: "0.1%" }, false, { numerator: 1n, denominator: 1000n }],
    [{ atLeast: 250 }, true, whole(1)],
    [{ atMost: 250 }, true, undefined],
    [{ atLeast: 40 }, false, undefined],
    [{ atMost: "45d" }, false, undefined],
  ] as const;
  for (const [bound, isVolume, wanted] of cases) {
    const promised = promisedShare({ ...bound, each: "month" }, isVolume);
    assert.equal(promised === undefined, wanted === undefined, JSON.stringify(bound));
    if (promised && wanted) isEqual(promised, wanted);
  }
});
