import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { offersAt, wordsAt } from "./editor-schema.ts";
import { spotAt } from "./editor-spot.ts";

/** The cursor stands at "|". */
const table: readonly (readonly [string, string, "key" | "value", string])[] = [
  ["|", "", "key", ""],
  ["kind: Agr|", "kind", "value", "Agr"],
  ["spec:\n  par|", "spec", "key", "par"],
  ["spec:\n  parties:\n    - id: x\n      ki|", "spec/parties/[]", "key", "ki"],
  ["spec:\n  parties:\n  - id: x\n  re|", "spec", "key", "re"],
  ["spec:\n  parties:\n  - id: x\n    ti|", "spec/parties/[]", "key", "ti"],
  ["spec:\n  parties:\n    - {id: x, ki|", "spec/parties/[]", "key", "ki"],
  ["spec:\n  parties:\n    - {id: x, kind: te|", "spec/parties/[]/kind", "value", "te"],
  ["spec:\n  parties:\n    - {id: x, role: [prov|", "spec/parties/[]/role/[]", "value", "prov"],
  ["spec:\n  term: {from: 2026-01-01}\n  # why: {\n  re|", "spec", "key", "re"],
];

describe("a cursor in a half-typed agreement", () => {
  for (const [given, path, place, word] of table) {
    test(JSON.stringify(given), () => {
      const at = given.indexOf("|");
      const spot = spotAt(given.replace("|", ""), at);
      assert.deepEqual(spot, {
        path: path === "" ? [] : path.split("/"),
        place,
        word,
        from: at - word.length,
      });
    });
  }
});

describe("what is offered", () => {
  const value = { spec: { parties: [{ id: "ventas" }, { id: "marketing" }] } };
  const offered = (given: string) =>
    offersAt(spotAt(given, given.length), value, "es").map(({ label }) => label);

  test("the keys that the schema knows, with its words", () => {
    assert.ok(offered("spec:\n  ").includes("commitments"));
    assert.equal(wordsAt(["spec", "purpose"], "es"), "Por qué existe el acuerdo.");
    assert.equal(wordsAt(["spec", "purpose"], "en"), "Why the agreement exists.");
  });

  test("the words of an enumeration, event types, and the parties of the agreement itself", () => {
    const inside = "spec:\n  commitments:\n    - obliged: ";
    assert.deepEqual(offered(inside), ["ventas", "marketing"]);
    const clock = "spec:\n  commitments:\n    - id: x\n      clock: {start: ";
    assert.ok(offered(clock).includes("lead.assigned"));
    assert.deepEqual(offered("spec:\n  term: {renew: "), ["automatic", "manual", "none"]);
  });

  test("known fields where a condition stands", () => {
    const inside = "spec:\n  commitments:\n    - scope: {subject: lead, where: {";
    assert.ok(offered(inside).includes("company.industry"));
  });
});
