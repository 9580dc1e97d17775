import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { sorted } from "./sorting.ts";

const itself = (one: string | number | null) => one;
const up = { key: "a", order: "ascending" } as const;
const down = { key: "a", order: "descending" } as const;

describe("rows sorted by a column", () => {
  test("numbers by their size, what is not known last both ways", () => {
    const rows = [10, null, 9, 100];
    assert.deepEqual(sorted(rows, itself, up, "es"), [9, 10, 100, null]);
    assert.deepEqual(sorted(rows, itself, down, "es"), [100, 10, 9, null]);
  });

  test("texts as their language orders them, numbers inside by their size", () =>
    assert.deepEqual(sorted(["oz", "nube", "ñu", "lead/10", "lead/9"], itself, up, "es"), [
      "lead/9",
      "lead/10",
      "nube",
      "ñu",
      "oz",
    ]));

  test("without an order they stay as they came", () =>
    assert.deepEqual(sorted([3, 1, 2], itself, undefined, "en"), [3, 1, 2]));

  test("sorting loses nothing and sorting twice changes nothing", () =>
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer())), (rows) => {
        const once = sorted(rows, itself, up, "en");
        assert.deepEqual(sorted(once, itself, up, "en"), once);
        assert.deepEqual(new Map(countsOf(once)), new Map(countsOf(rows)));
      }),
    ));
});

function countsOf(rows: readonly (number | null)[]) {
  return [...Map.groupBy(rows, (row) => row)].map(([key, all]) => [key, all.length] as const);
}
