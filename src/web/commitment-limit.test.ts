import assert from "node:assert/strict";
import { test } from "node:test";
import type { AgreementDocument } from "../engine/agreement.ts";
import { limitsOf } from "./commitment-limit.ts";

const agreement = (target: readonly object[]) =>
  ({
    spec: { commitments: [{ id: "reply", target }, { id: "count" }] },
  }) as unknown as AgreementDocument;

test("limits are lengths of open time alone, the shortest first", () => {
  const targets = [{ within: "8bh" }, { within: "24h" }, { within: "2bd" }, { within: "15bm" }];
  assert.deepEqual(limitsOf(agreement([...targets, { by: { date: "due" } }]), "reply"), [
    { ms: 900_000, text: "15bm" },
    { ms: 28_800_000, text: "8bh" },
  ]);
});

test("what has no clock, or is not there, has none", () => {
  assert.deepEqual(limitsOf(agreement([]), "count"), []);
  assert.deepEqual(limitsOf(undefined, "reply"), []);
});
