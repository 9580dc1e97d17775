import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { candidatesOf, heldOf, objectiveOf } from "./candidate.ts";
import { readDuration } from "./duration.ts";
import { MINUTE } from "./time.ts";

const minutes = (...all: readonly number[]) => all.map((one) => one * MINUTE);
const withinOf = (ended: readonly number[], censored: readonly number[] = []) =>
  candidatesOf({ ended, censored }, "open")?.map(({ within }) => within);

describe("three promises chosen from a past", () => {
  for (const [ended, censored, expected] of [
    [minutes(3, 9, 12, 14, 26, 50, 55, 100, 200, 900), [], ["4bh", "2bh", "30bm"]],
    [minutes(7, 7, 7, 7), [], ["15bm", "10bm", "5bm"]],
    [minutes(1), [], ["15bm", "10bm", "5bm"]],
    [minutes(9_000, 9_000), [], ["80bh", "40bh", "24bh"]],
    // Two in three never end: nothing is promised that is longer than what was ever seen.
    [minutes(20), minutes(500, 500), ["1bh", "30bm", "15bm"]],
  ] as const) {
    test(`of ${ended.length} that ended and ${censored.length} that did not`, () => {
      assert.deepEqual(withinOf(ended, censored), expected);
    });
  }

  test("of nothing that ended there are none", () => {
    assert.equal(withinOf([], minutes(5)), undefined);
  });

  test("each is stricter than the one before, whatever the past", () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 10_000 * MINUTE }));
    fc.assert(
      fc.property(
        lengths,
        lengths,
        fc.constantFrom("open", "elapsed"),
        (ended, censored, basis) => {
          fc.pre(ended.length > 0);
          const found = candidatesOf({ ended, censored }, basis) ?? [];
          const [most = 0, middle = 0, least = 0] = found.map(
            ({ within }) => (readDuration(within) as { readonly ms: number }).ms,
          );
          assert.ok(least < middle && middle < most, `${least} ${middle} ${most}`);
        },
      ),
    );
  });

  test("the objective is the low end of the interval, cut down to a multiple of five", () => {
    const held = heldOf([...Array(46).fill("met"), ...Array(4).fill("breached"), "void", "open"]);
    assert.deepEqual([held.met, held.judged], [46, 50]);
    assert.equal(objectiveOf(held), 80);
    assert.equal(objectiveOf(heldOf(["breached"])), 5);
  });
});
