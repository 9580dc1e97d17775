import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { AgreementDocument, RemedySpec } from "../src/engine/agreement.ts";
import { checkAgreement } from "../src/language/check.ts";
import { readDocuments } from "../src/language/reader.ts";
import { promised, sceneAgreement, told } from "./remedy-scene.ts";
import { textOf } from "./tidy/source.ts";

const page = textOf("docs/reference/remedy.md");
const [, example = ""] = /```yaml\n(.*?)```/s.exec(page) ?? [];

const commitments = ["first-response", "resolution"];
const spec = { ...sceneAgreement({ remedy: {}, commitments, months: [] }).spec };
const head = { apiVersion: "acuerdo/v1", kind: "Agreement", metadata: { name: "page" } };
const { remedies: _, commitments: promises, ...rest } = spec;
const withVolume = promises.map((one) => ({ ...one, objective: { ...promised, minVolume: 20 } }));
const text = [
  ...Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
  "spec:",
  ...Object.entries({ ...rest, commitments: withVolume }).map(
    ([key, value]) => `  ${key}: ${JSON.stringify(value)}`,
  ),
  ...example.split("\n").map((line) => `  ${line}`),
].join("\n");

describe("the page of remedies", () => {
  const { documents, problems } = readDocuments(text);
  const document = documents[0] as AgreementDocument;
  const remedy = document.spec.remedies?.[0] as RemedySpec;

  test("shows a remedy that is read, and raises no question", () => {
    assert.deepEqual(problems, []);
    const asked = checkAgreement(document).filter(({ code }) => code.startsWith("remedy-"));
    assert.deepEqual(asked, []);
  });

  for (const [met, owed] of [
    [9_240, ["1 2000.00 MXN"]],
    [9_000, ["1 2000.00 MXN"]],
    [8_999, ["1 4000.00 MXN"]],
    [9_500, []],
  ] as const) {
    test(`says what ${met / 100} % owes`, () => {
      const share = [met, 10_000] as const;
      const verdict = met < 9_500 ? ("breached" as const) : ("met" as const);
      const month = { month: 1, commitment: "resolution", share, verdict };
      assert.deepEqual(told({ remedy, commitments, months: [month] }), owed);
    });
  }
});
