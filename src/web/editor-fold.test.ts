import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { withoutEntry, withWay } from "./editor-fold.ts";

const open = (...paths: readonly string[]) => paths.reduce(withWay, new Set<string>());

describe("what is open in the form", () => {
  test("has the way to it open", () => {
    assert.deepEqual([...open("spec.commitments[2].target[0].within")].toSorted(), [
      "spec",
      "spec.commitments",
      "spec.commitments[2]",
      "spec.commitments[2].target",
      "spec.commitments[2].target[0]",
      "spec.commitments[2].target[0].within",
    ]);
  });

  test("stays so when an entry before it is taken away", () => {
    const after = withoutEntry(
      open("spec.commitments[2].clock", "spec.parties[3]"),
      "spec.commitments[0]",
    );
    assert.deepEqual(after, open("spec.commitments[1].clock", "spec.parties[3]"));
  });

  test("goes with its own entry, and no entry after that opens in its place", () => {
    const after = withoutEntry(open("spec.commitments[1]"), "spec.commitments[1]");
    assert.deepEqual(after, open("spec.commitments"));
  });
});
