import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { amendObjective } from "./amend.ts";
import { readDocuments } from "./reader.ts";

const text = readFileSync(new URL("../../examples/marketing-ventas.yaml", import.meta.url), "utf8");
const volume = { commitment: "volumen-mql", bound: "atLeast" } as const;

describe("a number amended in an agreement's text", () => {
  test("changes that number and nothing else", () => {
    const amended = amendObjective(text, { ...volume, value: "310" }) ?? assert.fail("amended");
    const [before, after] = [text.split("\n"), amended.split("\n")];
    assert.equal(after.length, before.length);
    assert.deepEqual(
      after.filter((line, index) => line !== before[index]),
      ["      objective: {atLeast: 310, each: month}"],
    );
    assert.deepEqual(readDocuments(amended).problems, readDocuments(text).problems);
  });

  test("is found in a later document of the file, and under comments", () => {
    const own = "commitments:\n    # the one\n    - id: x\n      objective: {atMost: 3d} # days\n";
    const two = `kind: Calendar\n---\nspec:\n  ${own}`;
    assert.equal(
      amendObjective(two, { commitment: "x", bound: "atMost", value: "2d" }),
      two.replace("3d", "2d"),
    );
  });

  for (const [why, given, commitment] of [
    ["no such commitment", text, "none"],
    ["no such bound", text, "ciclo-de-ventas"],
    ["no commitments", "kind: Calendar", "volumen-mql"],
    ["text that is no YAML", "{", "volumen-mql"],
    ["no text", "", "volumen-mql"],
  ] as const) {
    test(`is left alone: ${why}`, () =>
      assert.equal(amendObjective(given, { commitment, bound: "atLeast", value: "1" }), undefined));
  }
});
