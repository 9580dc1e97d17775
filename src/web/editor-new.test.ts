import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { promisedIn, repromisedText } from "./editor-new.ts";
import { readText } from "./editor-reading.ts";

const text = `# Kept
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: north}
spec:
  commitments:
    - id: answer
      guard: solve
    - {id: solve, guard: answer}  # and back
    - id: solve-2
  remedies:
    - id: paid
      on: [answer, solve]
      pool: {weights: {answer: 60%, solve: 40%}}
      points: {each: {solve: 2, solve-2: 1}}
`;

describe("the promises of a copy", () => {
  test("get names that nobody has promised under, wherever they are named", () => {
    const copy = repromisedText(text, ["answer", "solve", "solve-3"]);
    const { spec } = readText(copy).value as { spec: unknown };
    assert.deepEqual(spec, {
      commitments: [
        { id: "answer-2", guard: "solve-4" },
        { id: "solve-4", guard: "answer-2" },
        { id: "solve-2" },
      ],
      remedies: [
        {
          id: "paid",
          on: ["answer-2", "solve-4"],
          pool: { weights: { "answer-2": "60%", "solve-4": "40%" } },
          points: { each: { "solve-4": 2, "solve-2": 1 } },
        },
      ],
    });
    assert.match(copy, /^# Kept\n.*# and back/s);
  });

  test("stay byte for byte where they are free already, or stand for inherited ones", () => {
    const extending = text.replace("spec:", "spec:\n  extends: [base]");
    assert.equal(repromisedText(text, ["other"]), text);
    assert.equal(repromisedText(extending, ["answer"]), extending);
    assert.equal(repromisedText("a: [", ["answer"]), "a: [");
  });

  test("are those of the latest revisions", () => {
    const latest = { commitments: [{ id: "answer" }, { id: "solve" }] };
    assert.deepEqual(promisedIn([{ latest }, { latest: null }]), ["answer", "solve"]);
  });
});
