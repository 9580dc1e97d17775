/**
 * The page of worked examples and the tests say the same, and no published example is forgotten.
 */
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";

const root = join(import.meta.dirname, "..", "..");
const page = readFileSync(join(root, "docs", "internals", "worked-examples.md"), "utf8");
const collection = join(root, "..", "shared", "WORKED-EXAMPLES.md");

type Row = { readonly id: string; readonly says: string; readonly reason: string };

const rows: readonly Row[] = page
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter(([, id]) => /^[A-Z]\d+$/.test(id ?? ""))
  .map(([, id = "", says = "", reason = ""]) => ({ id, says, reason }));

/** The ids that the tests of one file carry in their names. */
function idsIn(file: string): readonly string[] {
  const source = readFileSync(join(root, file), "utf8");
  const names = source.matchAll(/^\s*(?:test|describe)\([`"]([A-Z]\d+) /gm);
  return [...new Set([...names].map(([, id = ""]) => id))];
}

describe("the page of worked examples", () => {
  test("has one row for each id", () => {
    const ids = rows.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
    assert.ok(ids.length > 100, `${ids.length} rows`);
  });

  test("names for each example of ours the file whose test carries its id", () => {
    const told = rows.flatMap(({ id, reason }) => {
      const [file] = /test\/worked\/[a-z-]+\.test\.ts/.exec(reason) ?? [];
      return file && !idsIn(file).includes(id) ? [`${id} is not in ${file}`] : [];
    });
    assert.deepEqual(told, []);
  });

  test("gives a test for each yes and a reason for each no", () => {
    for (const { id, says, reason } of rows) {
      assert.match(says, /^(yes|no)\b/, id);
      const files = reason.match(/[a-z/-]+\.test\.ts/g) ?? [];
      const isOther = /^([A-Z]\d+)\b/.test(reason);
      if (says.startsWith("yes")) assert.ok(files.length > 0 || isOther, id);
      else assert.ok(reason.length > 5, id);
    }
  });

  test("leaves out no test that carries an id", () => {
    const known = new Set(rows.map(({ id }) => id));
    const sections = new Set(rows.map(({ id }) => id[0]));
    const isForgotten = (id: string) => sections.has(id[0]) && !known.has(id);
    const files = globSync("test/worked/*.test.ts", { cwd: root });
    const unknown = files.flatMap((file) => idsIn(file).filter(isForgotten));
    assert.deepEqual(unknown, []);
  });

  const isAbsent = existsSync(collection) ? false : "the collection is not beside the project";
  test("leaves out no example of the collection up to M", { skip: isAbsent }, () => {
    const text = readFileSync(collection, "utf8");
    const [before = ""] = text.split("\n## N.");
    const ids = [...before.matchAll(/^(?:\| |\*\*)([A-Z]\d+)(?= \|| —)/gm)].map(([, id]) => id);
    const known = new Set(rows.map(({ id }) => id));
    assert.deepEqual(
      ids.filter((id) => !known.has(id ?? "")),
      [],
    );
    assert.ok(ids.length > 100, `${ids.length} examples`);
  });
});
