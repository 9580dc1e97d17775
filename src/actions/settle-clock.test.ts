import assert from "node:assert/strict";
import { test } from "node:test";
import type { View } from "../engine/condition.ts";
import type { Attributes } from "../engine/event.ts";
import type { StandingClock } from "../engine/standing.ts";
import { toClockRow } from "./settle-clock.ts";

const standing = {
  judged: { subject: "deal/1" },
  clock: { commitment: { spec: { obliged: "sales", beneficiary: "clients" } } },
} as unknown as StandingClock;

const worthOf = (attributes: Attributes) =>
  toClockRow(standing, { attributes } as View).facets?.worth;

test("a clock is worth the first field that holds a number, exactly", () => {
  assert.equal(worthOf({ value: 3, expectedValue: "0.10", amount: "a lot" }), "0.1");
  assert.equal(worthOf({ value: 3, expectedValue: 2, amount: 0 }), "0");
  assert.equal(
    worthOf({ amount: "123456789012345678.000000000001" }),
    "123456789012345678.000000000001",
  );
  assert.equal(worthOf({ amount: 1e21, value: "" }), undefined);
  assert.equal(worthOf({}), undefined);
});
