import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { addDecimals, lesserDecimal, numberOf, readDecimal } from "./exact.ts";
import { type Cell, CellSum, emptyCell, mergeCells, takeCell } from "./measure-cell.ts";

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat({ max: 4 }))
  .map(([digits, places]) => decimal(digits, places));

function decimal(digits: bigint, places: number): string {
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
  const whole = text.slice(0, text.length - places);
  const rest = places === 0 ? "" : `.${text.slice(text.length - places)}`;
  return `${digits < 0n ? "-" : ""}${whole}${rest}`;
}

const names = fc.constantFrom("a", "b", "c");
const raw = fc.record({
  counts: fc.dictionary(names, fc.nat({ max: 5 })),
  sums: fc.dictionary(names, amount),
  lists: fc.dictionary(names, fc.array(fc.nat({ max: 5 }))),
});
/** Cells as they are kept: nothing is left out, lists are sorted. */
const cells = raw.map((cell): Cell => mergeCells(cell, emptyCell));

describe("cells", () => {
  test("add up in any order", () =>
    fc.assert(
      fc.property(cells, cells, cells, (a, b, c) => {
        assert.deepEqual(mergeCells(a, b), mergeCells(b, a));
        assert.deepEqual(mergeCells(mergeCells(a, b), c), mergeCells(a, mergeCells(b, c)));
        assert.deepEqual(mergeCells(a, emptyCell), a);
      }),
    ));

  test("are taken away without a trace", () =>
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        assert.deepEqual(takeCell(mergeCells(a, b), b), a);
      }),
    ));

  test("change as much one by one as all at once", () =>
    fc.assert(
      fc.property(fc.array(cells), cells, (list, replaced) => {
        const sum = new CellSum();
        sum.add(replaced);
        for (const cell of list) sum.add(cell);
        sum.take(replaced);
        assert.deepEqual(sum.cell(), list.reduce(mergeCells, emptyCell));
      }),
    ));
});

describe("decimals", () => {
  test("are summed to the last digit, like whole numbers of the smallest unit", () =>
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 50 }), (amounts) => {
        const sum = amounts.reduce((total, one) => addDecimals(total, one), "0");
        const units = amounts.reduce((total, one) => total + tenThousandths(one), 0n);
        assert.equal(tenThousandths(sum), units);
      }),
      { numRuns: 2_000 },
    ));

  test("are written one way", () => {
    assert.equal(addDecimals("0.10", "0.2"), "0.3");
    assert.equal(addDecimals("1.50", "1.5", -1), "0");
    assert.equal(addDecimals("-1", "0.5"), "-0.5");
    assert.equal(lesserDecimal("2", "10"), "2");
  });

  test("refuse what is no plain decimal", () => {
    for (const text of ["", "1e3", ".5", "5.", "1,5", "NaN", "--1"]) {
      assert.equal(readDecimal(text), undefined, text);
    }
  });

  test("of any size are read as the nearest number", () => {
    assert.equal(numberOf({ numerator: 1n, denominator: 3n }), 1 / 3);
    const large = 10n ** 30n;
    assert.equal(numberOf({ numerator: large + large / 2n, denominator: large }), 1.5);
  });
});

function tenThousandths(text: string): bigint {
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  const size = BigInt(`${whole}${fraction.padEnd(4, "0")}`);
  return text.startsWith("-") ? -size : size;
}
