import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { AgreementDocument } from "../engine/agreement.ts";
import { compareRevisions } from "./compare.ts";
import { readDocuments } from "./reader.ts";

const file = join(import.meta.dirname, "../../examples/marketing-ventas.yaml");
const text = readFileSync(file, "utf8");

function read(from: string): AgreementDocument {
  const { documents, problems } = readDocuments(from);
  assert.deepEqual(problems, []);
  const [document] = documents;
  assert.ok(document?.kind === "Agreement");
  return document;
}

const before = read(text);

function changes(edit: (text: string) => string): readonly (readonly string[])[] {
  return compareRevisions(before, read(edit(text))).map(({ kind, path, says }) => [
    kind,
    path,
    says.es,
    says.en,
  ]);
}

describe("two revisions", () => {
  test("that are one have no difference", () =>
    assert.deepEqual(compareRevisions(before, structuredClone(before)), []));

  test("differ by clause, named by its id", () =>
    assert.deepEqual(
      changes((old) => old.replace("within: 24h", "within: 12h")),
      [
        [
          "changed",
          "spec.commitments.primer-contacto.target[2].within",
          "Compromiso «primer-contacto», target[2].within: 24h pasa a ser 12h.",
          "Commitment “primer-contacto”, target[2].within: 24h becomes 12h.",
        ],
      ],
    ));

  test("say what was added and what went", () => {
    const found = changes((old) =>
      old
        .replace("      guard: aceptacion\n", "")
        .replace("  governance:", "  legal: {law: México}\n  governance:"),
    );
    assert.deepEqual(found, [
      [
        "removed",
        "spec.commitments.volumen-mql.guard",
        "Compromiso «volumen-mql», guard: se quita aceptacion.",
        "Commitment “volumen-mql”, guard: aceptacion is taken away.",
      ],
      ["added", "spec.legal", "legal: se añade {law: México}.", "legal: {law: México} is added."],
    ]);
  });

  test("are the same where clauses only moved", () => {
    const commitments = before.spec.commitments.toReversed();
    assert.deepEqual(
      compareRevisions(before, { ...before, spec: { ...before.spec, commitments } }),
      [],
    );
  });

  test("whose targets changed places differ, for the first that fits holds", () => {
    const found = changes((old) =>
      old.replace(/( +- \{when: \{intent: demo\}, within: 15bm\}\n)( +- \{when: .*\}\n)/, "$2$1"),
    );
    assert.ok(found.length > 0);
  });
});
