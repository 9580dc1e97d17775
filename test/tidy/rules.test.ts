import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as floors from "./floors.ts";
import * as limits from "./limits.ts";
import { cycles, unusedExports } from "./modules.ts";
import { floatsOfMoney } from "./money.ts";
import { type Source, sourceFrom } from "./source.ts";
import * as words from "./words.ts";

type Row = readonly [rule: (source: Source) => readonly string[], good: string, bad: string];

const lines = (count: number) => "f();\n".repeat(count);
const long = "x".repeat(90);

/** Each rule with a text that keeps it and one that just breaks it, once. */
const table: readonly Row[] = [
  [limits.longFiles, lines(400), lines(401)],
  [limits.longLines, `// ${long}`, `// ${long} ${long}`],
  [
    limits.longLines,
    `const a = {\n  es: "${long} ${long}",\n};`,
    `const es = f("${long}", "${long}");`,
  ],
  [limits.longFunctions, `const f = () => {\n${lines(58)}};`, `function f() {\n${lines(59)}}`],
  [limits.manyParameters, "function f(a, b, c, d) {}", "const f = (a, b, c, d, e) => {};"],
  [
    limits.deepNesting,
    "for (;;) { if (a) { while (b) { f(); } } else if (c) { try { f(); } finally {} } }",
    "for (;;) { if (a) { list.map(() => { while (b) { if (c) f(); } }); } }",
  ],
  [limits.anyTypes, "const any: unknown = 1;", "const x = f as any;"],
  [limits.assertedPresence, "const x = !y;", "const x = y!.z;"],
  [limits.assertedPresence, "let x: number;", "let x!: number;"],
  [limits.defaultExports, "export const x = 1;", "export default 1;"],
  [
    floatsOfMoney,
    'import { addMoney } from "./money.ts"; BigInt(amount);',
    'import { addMoney } from "./money.ts"; Number(amount);',
  ],
  [floatsOfMoney, "Number(amount) * 0.05;", 'import "./money.ts"; f(amount, 0.05);'],
  [
    words.namelessErrors,
    'function assertOpen() { throw new Error("closed"); }\nthrow new Refusal([]);',
    'function open() { throw new RangeError("closed"); }',
  ],
  [words.hiddenReadings, "new Date(now); Date.parse(text);", "const now = new Date();"],
  [words.hiddenReadings, "clock.now();", "const now = Date.now();"],
  [words.hiddenReadings, 'import { createHash } from "node:crypto";', "process.env.HOME;"],
  [
    words.hiddenReadings,
    'import { randomFrom } from "./random.ts";',
    'import { randomUUID } from "node:crypto";',
  ],
  [words.loosePromises, "// TODO #12: leap seconds", "// TODO: leap seconds"],
  [words.silentFunctions, "/** In days. */\nexport function f() {}", "export function f() {}"],
  [floors.wrongArrows, 'import "./time.ts";', 'import "../store/db.ts";'],
  [floors.wrongArrows, 'import("./time.ts");', 'type Db = import("../store/db.ts").Db;'],
  [floors.wrongPackages, 'import "temporal-polyfill";', 'import { readFileSync } from "node:fs";'],
  [floors.wrongPackages, 'import "temporal-polyfill/global";', 'import pg from "pg";'],
  [floors.passedOn, 'import { x } from "./x.ts";', 'export { x } from "./x.ts";'],
  [floors.entriesUsedInside, 'import "./time.ts";', 'import "../engine/index.ts";'],
];

describe("a rule of the tidy test finds what breaks it, and nothing else", () => {
  for (const [rule, good, bad] of table) {
    test(`${rule.name}: ${bad.slice(0, 60).replaceAll("\n", " ")}`, () => {
      const path = "src/engine/sample.ts";
      assert.deepEqual(rule(sourceFrom(path, good)), []);
      const found = rule(sourceFrom(path, bad));
      assert.equal(found.length, 1, found.join("\n"));
      assert.match(found[0] ?? "", /^src\/engine\/sample\.ts:\d+ /);
    });
  }

  test("badNames", () => {
    const found = ["open-hours", "utils", "openHours"].map((name) =>
      words.badNames(sourceFrom(`src/engine/${name}.ts`, "")),
    );
    assert.deepEqual(
      found.map(({ length }) => length),
      [0, 1, 1],
    );
  });

  test("cycles are told once, with every file in them", () => {
    const sources = [
      sourceFrom("src/a.ts", 'import "./b.ts";'),
      sourceFrom("src/b.ts", 'import "./c.ts";'),
      sourceFrom("src/c.ts", 'import "./a.ts";\nimport "./d.ts";'),
      sourceFrom("src/d.ts", ""),
    ];
    assert.deepEqual(cycles(sources), ["src/a.ts → src/b.ts → src/c.ts → src/a.ts"]);
  });

  test("unused exports are told, and parts of a used one are not", () => {
    const text = "type Hidden = 1;\nexport type Part = 2;\nexport type Whole = Part | Hidden;";
    const sources = [
      sourceFrom(
        "src/a.ts",
        `${text}\nexport const { lost, used } = f();\nexport { used as again };`,
      ),
      sourceFrom("src/b.ts", 'import { type Whole, used } from "./a.ts";'),
    ];
    const [checked] = sources;
    assert.ok(checked);
    assert.deepEqual(unusedExports([checked], sources), [
      "src/a.ts:4 exports lost, and nothing imports it",
      "src/a.ts:5 exports again, and nothing imports it",
    ]);
  });
});
