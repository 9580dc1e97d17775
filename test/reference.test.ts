import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { problemKinds } from "../src/engine/problem.ts";
import { problemTables, referencePages } from "../tools/reference.ts";

const root = join(import.meta.dirname, "..");

describe("pages made from tables are as the tables say", () => {
  for (const [path, text] of referencePages()) {
    test(path, () => {
      const standing = readFileSync(join(root, path), "utf8");
      const read = path.endsWith(".json") ? JSON.parse : String;
      assert.deepEqual(read(standing), read(text), "run: node tools/reference.ts");
    });
  }
});

test("every problem is in one table, and every table is on the page", () => {
  const codes = problemTables.flatMap(({ table }) => Object.keys(table));
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
  assert.deepEqual(twice, []);
  assert.deepEqual(codes.toSorted(), Object.keys(problemKinds).toSorted());
});
