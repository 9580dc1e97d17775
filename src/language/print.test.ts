import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Refusal } from "../engine/problem.ts";
import { editText, printDocument } from "./print.ts";
import { readDocuments } from "./reader.ts";

const folder = join(import.meta.dirname, "../../examples");
const examples = readdirSync(folder)
  .filter((file) => file.endsWith(".yaml"))
  .map((file): [string, string] => [file, readFileSync(join(folder, file), "utf8")]);

function linesThatDiffer(before: string, after: string): readonly [string, string][] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  assert.equal(old.length, now.length);
  return old.flatMap((line, at): [string, string][] =>
    line === now[at] ? [] : [[line.trim(), (now[at] ?? "").trim()]],
  );
}

describe("what is printed", () => {
  for (const [file, text] of examples) {
    test(`reads back as it was: ${file}`, () => {
      const [document] = readDocuments(text).documents;
      assert.ok(document);
      assert.deepEqual(readDocuments(printDocument(document)).documents, [document]);
    });
  }
});

const text = `# A promise, with its reasons.
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: a}   # its name
spec:
  purpose: "quoted"   # why

  term:   {from: 2026-01-01, timeZone: UTC}
  parties:
    # who
    - {id: b, kind: team, role: [provider]}
`;

describe("an edit", () => {
  const table: readonly (readonly [string, unknown, readonly [string, string][]])[] = [
    [
      "spec.term.from",
      "2027-01-01",
      [["term:   {from: 2026-01-01, timeZone: UTC}", "term:   {from: 2027-01-01, timeZone: UTC}"]],
    ],
    [
      "spec.purpose",
      "other: words",
      [['purpose: "quoted"   # why', 'purpose: "other: words"   # why']],
    ],
    [
      "metadata.name",
      "b",
      [["metadata: {name: a}   # its name", "metadata: {name: b}   # its name"]],
    ],
    [
      "spec.parties[0].id",
      "true",
      [["- {id: b, kind: team, role: [provider]}", '- {id: "true", kind: team, role: [provider]}']],
    ],
  ];
  for (const [path, value, changed] of table) {
    test(`of ${path} touches nothing else`, () =>
      assert.deepEqual(linesThatDiffer(text, editText(text, [{ path, value }])), changed));
  }

  test("that adds a clause keeps the comments", () => {
    const edited = editText(text, [{ path: "spec.term.notice", value: "30d" }]);
    for (const comment of ["# A promise, with its reasons.", "# its name", "# why", "# who"]) {
      assert.ok(edited.includes(comment), comment);
    }
    assert.match(edited, /notice: 30d/);
  });

  test("that takes a clause away takes only that", () => {
    const edited = editText(text, [{ path: "spec.purpose" }]);
    assert.doesNotMatch(edited, /purpose/);
    assert.match(edited, /# who/);
  });

  test("reaches the document it names", () => {
    const both = `${text}---\n${text}`;
    const edited = editText(both, [{ path: "metadata.name", value: "second" }], 1);
    assert.equal(edited.indexOf("second") > text.length, true);
    assert.ok(edited.startsWith(text));
  });

  test("is refused where there is nothing", () =>
    assert.throws(() => editText(text, [{ path: "spec.nothing.here" }]), Refusal));

  for (const [file, whole] of examples) {
    test(`of every single value of ${file} reads back`, () => {
      for (const [path, value] of scalarsOf(readDocuments(whole).documents[0], "")) {
        const edited = editText(whole, [{ path, value: `${value}1` }]);
        assert.equal(linesThatDiffer(whole, edited).length, 1, path);
      }
    });
  }
});

function scalarsOf(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === "string") return /^[\w-]+$/.test(value) ? [[path, value]] : [];
  if (typeof value !== "object" || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, entry]) => {
    if (!/^[\w-]+$/.test(key)) return [];
    return scalarsOf(entry, isList ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`);
  });
}
