import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { checkSet } from "../src/language/check.ts";
import { readDocuments } from "../src/language/reader.ts";

/**
 * Every file of test/broken, and what is said of it: place, severity, code, sentences. The table is
 * test/broken/expected.md; `UPDATE=1 node --test test/broken.test.ts` writes it anew, to be read.
 */
const folder = join(import.meta.dirname, "broken");
const table = join(folder, "expected.md");

function told(file: string): string {
  const { documents, problems } = readDocuments(readFileSync(join(folder, file), "utf8"));
  const all = [...problems, ...checkSet(documents)].filter(({ severity }) => severity !== "info");
  const lines = all.map(
    ({ place, severity, code, says }) =>
      `${place?.line}:${place?.column} ${severity} ${code}\n- ${says.es}\n- ${says.en}\n`,
  );
  return lines.length > 0 ? lines.join("\n") : "Nothing to say.\n";
}

const files = readdirSync(folder)
  .filter((file) => file.endsWith(".yaml"))
  .toSorted();

if (process.env.UPDATE) {
  const sections = files.map((file) => `## ${file}\n\n${told(file)}`);
  writeFileSync(table, `# What is said of each broken file\n\n${sections.join("\n")}`);
}

const expected = new Map(
  readFileSync(table, "utf8")
    .split(/^## /m)
    .slice(1)
    .map((section): [string, string] => {
      const [file = "", ...rest] = section.split("\n\n");
      return [file, `${rest.join("\n\n").trim()}\n`];
    }),
);

describe("a broken file is told where and why, in both languages", () => {
  for (const file of files) {
    test(file, () => assert.equal(told(file), expected.get(file)));
  }
  test("and the table has no file that is not there", () =>
    assert.deepEqual([...expected.keys()].toSorted(), files));
});
