import assert from "node:assert/strict";
import { test } from "node:test";
import { controlOf, type PeriodJson } from "./period-json.ts";

const period = (index: number, numerator: number, more: object = {}) =>
  ({
    from: String(index),
    status: "final",
    share: { numerator, denominator: 100 },
    interval: { low: 0, high: 1 },
    ...more,
  }) as unknown as PeriodJson;

test("periods have the control limits of those that are over, and one may lie beyond", () => {
  const over = Array.from({ length: 8 }, (_, index) => period(index, 90));
  const others = [
    period(8, 80, { status: "open" }),
    period(9, 82, { status: "open" }),
    period(10, 0, { interval: null }),
  ];
  const control = controlOf([...over, ...others]);
  // 0.9 ± 3 √(0.9 · 0.1 / 100) = 0.9 ± 0.09
  assert.equal(control.get("0")?.low.toFixed(4), "0.8100");
  assert.deepEqual(
    [...control].filter(([, { isBeyond }]) => isBeyond).map(([from]) => from),
    ["8"],
  );
  assert.equal(control.has("10"), false);
  assert.equal(controlOf(over.slice(1)).size, 0);
});
