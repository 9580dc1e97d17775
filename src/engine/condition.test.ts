import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type ConditionSpec, compileCondition, like, plainTerms, type View } from "./condition.ts";
import type { Attributes, Event } from "./event.ts";
import { Refusal } from "./problem.ts";
import type { Instant } from "./time.ts";

const event: Event = {
  id: "1",
  source: "test",
  type: "lead.created",
  subject: "lead/1",
  occurredAt: 0 as Instant,
  actor: { kind: "human", id: "ana" },
};

function viewOf(attributes: Attributes, before: Attributes = {}): View {
  return { subject: "lead/1", isNew: false, attributes, before, event };
}

function holds(spec: ConditionSpec, attributes: Attributes, before: Attributes = {}): boolean {
  return compileCondition(spec, plainTerms)(viewOf(attributes, before));
}

describe("a condition", () => {
  const lead = { status: "new", score: 60, account: { tier: "oro" }, tags: ["a", "b"], phone: "" };
  const table: readonly [ConditionSpec, boolean][] = [
    [{}, true],
    [{ status: "new" }, true],
    [{ status: "new", score: 61 }, false],
    [{ "account.tier": "oro" }, true],
    [{ "account.size": { exists: false } }, true],
    [{ status: { in: ["old", "new"] } }, true],
    [{ status: { notIn: ["old", "new"] } }, false],
    [{ score: { atLeast: 60 } }, true],
    [{ score: { above: 60 } }, false],
    [{ score: { atMost: 60 } }, true],
    [{ score: { below: 60 } }, false],
    [{ score: { atLeast: 50, below: 60 } }, false],
    [{ tags: "b" }, true],
    [{ tags: { notIn: ["b"] } }, false],
    [{ phone: { exists: true } }, false],
    [{ phone: null }, true],
    [{ missing: { atLeast: 1 } }, false],
    [{ status: { like: "n?w" } }, true],
    [{ status: { like: "*x*" } }, false],
    [{ any: [{ status: "x" }, { score: 60 }] }, true],
    [{ all: [{ status: "x" }, { score: 60 }] }, false],
    [{ not: { status: "x" } }, true],
    [{ "event.type": "lead.created" }, true],
    [{ "event.actor.kind": "automation" }, false],
    [{ "event.actor.id": { in: ["ana"] } }, true],
  ];
  for (const [spec, expected] of table) {
    test(`${JSON.stringify(spec)} is ${expected}`, () => assert.equal(holds(spec, lead), expected));
  }

  test("knows what the event changed", () => {
    assert.equal(holds({ owner: { changed: true } }, { owner: "b" }, { owner: "a" }), true);
    assert.equal(holds({ owner: { changed: true } }, { owner: "a" }, { owner: "a" }), false);
    assert.equal(holds({ owner: { changed: false } }, { owner: "a" }, { owner: "a" }), true);
  });

  test("between values of different kinds is false and is reported with the field", () => {
    const reported: string[] = [];
    const terms = { ...plainTerms, mismatch: (field: string) => reported.push(field) };
    const condition = compileCondition({ score: { atLeast: 60 }, status: 5 }, terms);
    assert.equal(condition(viewOf({ score: "60", status: 5 })), false);
    assert.deepEqual(reported, ["score"]);
  });

  test("uses the agreement's own terms", () => {
    const definitions = { MQL: { score: { atLeast: 60 } }, hot: { is: "MQL", status: "new" } };
    const condition = compileCondition({ is: "hot" }, { ...plainTerms, definitions });
    assert.equal(condition(viewOf(lead)), true);
  });

  test("refuses a term that is not defined, or defined by itself", () => {
    const definitions = { a: { is: "b" }, b: { is: "a" } };
    const compile = (term: string) => () =>
      compileCondition({ is: term }, { ...plainTerms, definitions });
    const refusedAs = (code: string) => (error: unknown) =>
      error instanceof Refusal && error.code === code;
    assert.throws(compile("a"), refusedAs("definition-cyclic"));
    assert.throws(compile("c"), refusedAs("definition-untestable"));
  });
});

describe("a glob", () => {
  test("agrees with the same pattern as a regular expression", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 10 });
    fc.assert(
      fc.property(letters, text, (glob, value) => {
        const pattern = glob.replaceAll("*", ".*").replaceAll("?", ".");
        assert.equal(like(value, glob), new RegExp(`^${pattern}$`, "s").test(value));
      }),
      { numRuns: 2_000 },
    );
  });

  test("takes bounded time on a pattern made to backtrack", () => {
    assert.equal(like("a".repeat(5_000), `${"*a".repeat(500)}b`), false);
  });
});
