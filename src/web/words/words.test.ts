import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { parse } from "@formatjs/icu-messageformat-parser";
import type { Sentence } from "../../engine/problems/kind.ts";

type Element = ReturnType<typeof parse>[number];

const folder = new URL("./", import.meta.url);
const files = readdirSync(folder).filter((name) => !name.endsWith(".test.ts"));

for (const file of files) {
  const tables: Record<string, Record<string, Sentence>> = await import(new URL(file, folder).href);
  describe(`the words of ${file}`, () => {
    for (const [name, sentence] of Object.values(tables).flatMap((table) =>
      Object.entries(table),
    )) {
      test(`${name}: Spanish and English ask for the same facts and know their plurals`, () => {
        const [es, en] = [parse(sentence.es), parse(sentence.en)];
        assert.deepEqual(factsOf(es), factsOf(en));
        assert.notEqual(sentence.es.trim(), "");
        for (const options of [...pluralsOf(es), ...pluralsOf(en)]) {
          assert.ok(options.includes("one") && options.includes("other"), options.join());
        }
      });
    }
  });
}

function factsOf(elements: readonly Element[]): readonly string[] {
  const found = new Set<string>();
  visit(elements, (element) => {
    if ("value" in element && !("children" in element) && element.type !== 0) {
      found.add(String(element.value));
    }
  });
  return [...found].sort();
}

function pluralsOf(elements: readonly Element[]): readonly (readonly string[])[] {
  const found: string[][] = [];
  visit(elements, (element) => {
    if (element.type === 6) found.push(Object.keys(element.options));
  });
  return found;
}

function visit(elements: readonly Element[], see: (element: Element) => void): void {
  for (const element of elements) {
    see(element);
    if ("options" in element) {
      for (const { value } of Object.values(element.options)) visit(value, see);
    }
  }
}
