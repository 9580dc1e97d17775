import assert from "node:assert/strict";
import { test } from "node:test";
import { isSameValue } from "./json-value.ts";
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
