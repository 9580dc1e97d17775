import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { differenceOf, editedText, editedValue, freeName, valueAt } from "./editor-change.ts";
import { readText } from "./editor-reading.ts";

const text = `# Why we promise this.
kind: Agreement
metadata: {name: a}
spec:
  purpose: >
    one
    two
  parties: # who
    - {id: b} # the first
  term: {from: 2026-01-01, timeZone: UTC}
`;

const edited = (path: string, next: unknown) => editedText(readText(text), path, next);

describe("a field of the form", () => {
  test("writes its value and leaves comments, order and the rest alone", () => {
    const after = edited("spec.term.from", "2027-01-01");
    assert.equal(after, text.replace("2026-01-01", "2027-01-01"));
  });

  test("writes over a text of several lines without drawing in what follows", () => {
    const after = edited("spec.purpose", "three") ?? "";
    assert.equal(valueAt(readText(after).value, "spec.purpose"), "three\n".trim());
    assert.equal(valueAt(readText(after).value, "spec.parties[0].id"), "b");
    assert.match(after, /# the first/);
  });

  test("makes what stands above it where it is not there yet", () => {
    const { value } = readText(edited("spec.remedies[0].when.below", "90%") ?? "");
    assert.deepEqual(valueAt(value, "spec.remedies"), [{ when: { below: "90%" } }]);
  });

  test("takes the map or list along with the last of its entries", () => {
    const { value } = readText(edited("spec.parties[0].id", undefined) ?? "");
    assert.equal(valueAt(value, "spec.parties"), undefined);
    assert.equal(valueAt(value, "spec.term.timeZone"), "UTC");
  });

  test("changes nothing by taking what is not there", () => {
    assert.equal(edited("spec.review", undefined), undefined);
  });
});

describe("a value without a text", () => {
  const paths = [
    "spec.term.from",
    "spec.purpose",
    "spec.parties[0].id",
    "spec.parties[1]",
    "spec.review.every",
    'spec.scope["a.b"].any[0].status.exists',
  ];

  test("changes as the text that says it does", () => {
    const puts = fc.tuple(
      fc.constantFrom(...paths),
      fc.option(fc.constantFrom("2027-01-01", 3, true), { nil: undefined }),
    );
    fc.assert(
      fc.property(fc.array(puts, { maxLength: 6 }), (all) => {
        const texts = all.reduce(
          (before, [path, next]) => editedText(readText(before), path, next) ?? before,
          text,
        );
        const values = all.reduce(
          (before: unknown, [path, next]) => editedValue(before, path, next),
          readText(text).value,
        );
        assert.deepEqual(values, readText(texts).value);
      }),
    );
  });
});

describe("the difference of two texts", () => {
  test("put in makes one of the other", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const { from, to, insert } = differenceOf(before, after);
        assert.equal(before.slice(0, from) + insert + before.slice(to), after);
      }),
    );
  });
});

test("a name that is taken gets a number", () => {
  assert.equal(freeName("parte", ["parte", "parte-2"]), "parte-3");
});
