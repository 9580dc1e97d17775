import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { projectCount } from "./pace.ts";

describe("where a count may end", () => {
  test("is not known on the first morning, and is what it is after the last evening", () => {
    assert.equal(projectCount(7, { elapsed: 0, total: 20 }), undefined);
    assert.deepEqual(projectCount(7, { elapsed: 20, total: 20 }), { likely: 7, low: 7, high: 7 });
  });

  test("by hand: 100 in half of twenty days ends at 200, between 172 and 228", () => {
    const spread = 1.96 * Math.sqrt(100 * 2);
    assert.deepEqual(projectCount(100, { elapsed: 10, total: 20 }), {
      likely: 200,
      low: Math.floor(200 - spread),
      high: Math.ceil(200 + spread),
    });
  });

  test("a month without any is no proof that none will come", () => {
    const range = projectCount(0, { elapsed: 10, total: 20 });
    assert.deepEqual([range?.likely, range?.low], [0, 0]);
    assert.ok((range?.high ?? 0) >= 1);
  });

  test("holds what is there already, and the likely end; it narrows as days go by", () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.integer({ min: 1, max: 22 }), (count, elapsed) => {
        const range = projectCount(count, { elapsed, total: 23 });
        assert.ok(range && range.low >= count && range.low <= range.likely);
        assert.ok(range.likely <= range.high);
        const later = projectCount(count, { elapsed: elapsed + 1, total: 23 });
        assert.ok(later && later.high - later.low <= range.high - range.low + 1);
      }),
    );
  });
});
