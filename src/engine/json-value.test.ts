import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isJsonValue, isSameValue } from "./json-value.ts";
import { canonicalText } from "./ledger-chain.ts";

const values = [
  null,
  0,
  1,
  "",
  "1",
  true,
  [],
  {},
  [1],
  [1, 2],
  [2, 1],
  { a: 1 },
  { a: 1, b: undefined },
  { a: 1, b: null },
  { b: null, a: 1 },
  { b: 1 },
  { c: undefined, b: 1 },
  { a: { c: 1, b: [2, { d: "x" }] } },
  { a: { b: [2, { d: "x" }], c: 1 } },
  { a: { b: [2, { d: "y" }], c: 1 } },
];

test("two values are the same exactly where their canonical texts are", () => {
  for (const a of values) {
    for (const b of values) {
      const isSame = canonicalText(a) === canonicalText(b);
      assert.equal(isSameValue(a, b), isSame, `${JSON.stringify(a)} beside ${JSON.stringify(b)}`);
    }
  }
});

test("a JSON value is one that comes back as it is", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => assert.ok(isJsonValue(value))));
  fc.assert(
    fc.property(fc.anything(), (value) => {
      if (isJsonValue(value)) assert.ok(isSameValue(JSON.parse(JSON.stringify(value)), value));
    }),
    { numRuns: 2_000 },
  );
  for (const value of [undefined, { a: undefined }, [Number.NaN], new Date(0), { a: new Map() }]) {
    assert.equal(isJsonValue(value), false);
  }
});
