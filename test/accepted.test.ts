import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { AgreementDocument } from "../src/engine/agreement.ts";
import { judge } from "../src/engine/judge.ts";
import { readInstant } from "../src/engine/time.ts";
import { checkSet } from "../src/language/check.ts";
import { describeAgreement } from "../src/language/describe-agreement.ts";
import { readDocuments } from "../src/language/reader.ts";

/**
 * What the check finds no error in, the engine judges and the sentences say: one value of a correct
 * agreement after the other is replaced by values of every kind, or taken away.
 */
const text = readFileSync(join(import.meta.dirname, "broken/correct.yaml"), "utf8");
const [correct] = readDocuments(text).documents;
const replacements: readonly unknown[] = [
  ...[7, 0, -1.5, true, "x", "a.b", "90%", "100%", "4bh", "2bd", "0s", "1 USD", "UTC"],
  ...["2026-01-01", "lead.assigned", "owner", "breach", "primer-contacto"],
  ["x"],
  ["lead.created", "deal.won"],
  { is: "MQL" },
  { x: 1 },
  undefined,
];

type Path = readonly string[];

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const own = path.length === 0 ? [] : [path];
  return [...own, ...inner.flatMap(([key, entry]) => pathsOf(entry, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    return value
      .map((one, at) => (String(at) === key ? replaced(one, rest, by) : one))
      .filter((one) => one !== undefined);
  }
  const map = value as Readonly<Record<string, unknown>>;
  return { ...map, [key]: replaced(map[key], rest, by) };
}

function accepted(path: Path, value: unknown): AgreementDocument | undefined {
  const { documents } = readDocuments(JSON.stringify(replaced(correct, path, value)));
  const [document] = documents;
  const isRefused = checkSet(documents).some(({ severity }) => severity === "error");
  return document?.kind === "Agreement" && !isRefused ? document : undefined;
}

describe("what the check accepts", () => {
  const asOf = readInstant("2026-06-01T00:00:00Z");
  assert.ok(asOf !== undefined);
  const variants = pathsOf(correct).flatMap((path) =>
    replacements.flatMap((value) => {
      const agreement = accepted(path, value);
      return agreement ? [{ agreement, name: `${path.join(".")} = ${JSON.stringify(value)}` }] : [];
    }),
  );

  test("is hundreds of variants of a correct agreement", () =>
    assert.ok(variants.length > 200, `only ${variants.length}`));

  test("is judged", () => {
    for (const { agreement, name } of variants) {
      const input = { agreements: [agreement], calendars: [], events: [], asOf };
      assert.doesNotThrow(() => judge(input), name);
    }
  });

  test("is said in both languages, with no hole in it", () => {
    for (const { agreement, name } of variants) {
      const prose = (["es", "en"] as const).map((language) =>
        JSON.stringify(describeAgreement(language, { agreement })),
      );
      for (const words of prose) assert.doesNotMatch(words, /undefined|NaN|\[object/, name);
    }
  });
});
