import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { checkSet } from "./check.ts";
import { isPlainMap } from "./form.ts";
import { jsonSchemas } from "./json-schema.ts";
import { placeOf } from "./place.ts";
import { LARGEST_FILE, readDocuments } from "./reader.ts";

const root = join(import.meta.dirname, "../..");
const schemas = jsonSchemas();
const ajv = new Ajv2020({ strict: false });
const isValid = {
  Agreement: ajv.compile(schemas.agreement),
  Calendar: ajv.compile(schemas.calendar),
};

function texts(folder: string): readonly (readonly [file: string, text: string])[] {
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => [file, readFileSync(join(root, folder, file), "utf8")]);
}

const three = ["marketing-ventas.yaml", "soporte-acme.yaml", "soporte-estandar.yaml"];

describe("the examples", () => {
  for (const folder of ["examples", "../shared/examples"]) {
    const isThere = existsSync(join(root, folder));
    test(`of ${folder} are clean`, { skip: isThere ? false : `${folder} is not here` }, () => {
      const results = texts(folder).map(([file, text]) => readDocuments(text, { file }));
      const documents = results.flatMap((result) => result.documents);
      const problems = [...results.flatMap((result) => result.problems), ...checkSet(documents)];
      assert.ok(documents.length >= three.length);
      for (const { severity, place, says } of problems) {
        const isTold = severity === "error" || three.includes(place?.file ?? "");
        assert.ok(severity === "info" || !isTold, `${place?.file}:${place?.line} ${says.en}`);
      }
      for (const document of documents) assert.ok(isValid[document.kind](document));
    });
  }
});

describe("the schema and the reader judge alike", () => {
  const [, text = ""] = texts("test/broken").find(([file]) => file === "correct.yaml") ?? [];
  const [correct] = readDocuments(text).documents;
  const wrong = [null, 7, -1.5, true, "", "x", [], {}, ["x"], { x: 1 }, "90%", "4bh"];

  test("whatever one value of a document is replaced by", () => {
    let tried = 0;
    for (const path of pathsOf(correct)) {
      for (const value of wrong) {
        const changed = replaced(correct, path, value);
        const { documents } = readDocuments(JSON.stringify(changed));
        const agreed = documents.length === 1;
        assert.equal(
          agreed,
          isValid.Agreement(changed),
          `${path.join(".")} = ${JSON.stringify(value)}`,
        );
        tried += 1;
      }
    }
    assert.ok(tried > 1_000);
  });
});

type Path = readonly string[];

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const own = path.length === 0 || path.at(-1) === "kind" ? [] : [path];
  return [...own, ...inner.flatMap(([key, entry]) => pathsOf(entry, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((one, at) => (String(at) === key ? replaced(one, rest, by) : one));
  return isPlainMap(value) ? { ...value, [key]: replaced(value[key], rest, by) } : value;
}

describe("a document", () => {
  const text = [
    "# first",
    "apiVersion: acuerdo/v1",
    "kind: Calendar",
    "metadata: {name: a}",
    "spec:",
    "  timeZone: UTC",
    "  week:",
    "    mon-fri: [09:00-14:00]",
    "  dates: {2026-12-24: []}",
    "",
  ].join("\n");

  test("keeps the place of every value", () => {
    const [document] = readDocuments(text, { file: "a.yaml" }).documents;
    assert.ok(document);
    const at = (path: string) => placeOf(document, path);
    assert.deepEqual(at("spec.timeZone"), {
      file: "a.yaml",
      line: 6,
      column: 13,
      path: "spec.timeZone",
    });
    assert.equal(at("spec.week.mon-fri[0]")?.column, 15);
    assert.equal(at("spec.dates.2026-12-24")?.line, 9);
    assert.equal(at("spec.effective[0].from")?.line, 6);
  });

  test("keeps dates and hours as they were written", () => {
    const [document] = readDocuments(text).documents;
    assert.deepEqual(document?.spec, {
      timeZone: "UTC",
      week: { "mon-fri": ["09:00-14:00"] },
      dates: { "2026-12-24": [] },
    });
  });

  test("may be JSON", () => {
    const [document] = readDocuments(text).documents;
    assert.deepEqual(readDocuments(JSON.stringify(document)).documents, [document]);
  });

  test("may stand among others, of which only the broken ones are left out", () => {
    const { documents, problems } = readDocuments(`${text}---\nkind: Calendar\n---\n${text}`);
    assert.equal(documents.length, 2);
    assert.deepEqual(
      problems.map(({ code, place }) => [code, place?.line]),
      [
        ["key-missing", 11],
        ["key-missing", 11],
        ["key-missing", 11],
      ],
    );
  });

  test("cannot reach the prototype of anything", () => {
    const { problems } = readDocuments(
      text.replace("labels", "").replace("{name: a}", "{name: a, __proto__: {x: 1}}"),
    );
    assert.equal(problems[0]?.code, "key-unknown");
    assert.equal(({} as { x?: number }).x, undefined);
  });
});

describe("a hostile file is refused within bounds", () => {
  const M = LARGEST_FILE;
  const files: Readonly<Record<string, string>> = {
    "one byte too many": "x".repeat(M + 1),
    "two-byte letters": "é".repeat(M / 2 + 1),
    "nothing but brackets": "[".repeat(100_000),
    "nothing but dashes": "- ".repeat(50_000),
    "maps within maps": "{a: ".repeat(20_000),
    "twenty thousand documents": "---\n".repeat(20_000),
    "ten thousand unknown keys": Array.from({ length: 10_000 }, (_, at) => `k${at}: 1`).join("\n"),
    "ten thousand aliases": `a: &a x\nb:\n${"- *a\n".repeat(10_001)}`,
    "an alias of itself": "a: &a {b: *a}",
    "a quote that never ends": `"${"a".repeat(100_000)}`,
    "half of a pair of surrogates": "a: \ud800",
  };
  for (const [name, text] of Object.entries(files)) {
    test(name, () => {
      const { documents, problems } = readDocuments(text);
      assert.equal(documents.length, 0);
      assert.ok(problems.length > 0 && problems.length <= 501);
    });
  }
});
