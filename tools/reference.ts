/**
 * Writes what is made from tables: the JSON Schemas and the page of problems.
 *
 * `node tools/reference.ts` writes them; test/reference.test.ts fails when one has drifted.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ProblemKind } from "../src/engine/problems/kind.ts";
import { documentSchema, jsonSchemas } from "../src/language/json-schema.ts";
import { mappingShape } from "../src/language/mapping.ts";
import { commandPage, mappingPage } from "./command-page.ts";

const root = join(import.meta.dirname, "..");

/** Path from the root to the text of each page. */
export function referencePages(): ReadonlyMap<string, string> {
  const { agreement, calendar } = jsonSchemas();
  return new Map([
    ["schema/agreement.json", `${JSON.stringify(agreement, undefined, 2)}\n`],
    ["schema/calendar.json", `${JSON.stringify(calendar, undefined, 2)}\n`],
    ["docs/reference/problems.md", problemsPage()],
    ["schema/mapping.json", schemaText(documentSchema(mappingShape, "Mapping", "Acuerdo mapping"))],
    ["docs/reference/cli.md", commandPage()],
    ["docs/reference/mapping.md", mappingPage()],
  ]);
}

function schemaText(schema: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

type ProblemTable = Readonly<Record<string, ProblemKind>>;

const problems = join(root, "src/engine/problems");

/** Every table of problems: the name of its file, what its head says, and its rows. */
export const problemTables = await Promise.all(
  readdirSync(problems)
    .filter((file) => file.endsWith(".ts") && file !== "kind.ts")
    .toSorted()
    .map(async (file) => {
      const [says = ""] = readFileSync(join(problems, file), "utf8").split("\n");
      const exported: Readonly<Record<string, unknown>> = await import(join(problems, file));
      const [table = {}] = Object.values(exported);
      return {
        name: file.replace(".ts", ""),
        says: says.replace(/^\/\*\* | \*\/$/g, ""),
        table: table as ProblemTable,
      };
    }),
);

function problemsPage(): string {
  return [
    "# Problems",
    "",
    "Every problem has a code that never changes its meaning, a severity, and a sentence in both",
    "languages. `{name}` stands for the fact of that name. *Status* is what HTTP answers with.",
    "Made by `tools/reference.ts` from `src/engine/problems/`: do not edit.",
    "",
    ...problemTables.flatMap(problemRows),
  ].join("\n");
}

function problemRows({ name, says, table }: (typeof problemTables)[number]): readonly string[] {
  const rows = Object.entries(table)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { severity, status, says }]) =>
      ["", `\`${code}\``, severity, status, cell(says.en), cell(says.es), ""].join(" | ").trim(),
    );
  const head = [
    "| code | severity | status | English | español |",
    "| --- | --- | --- | --- | --- |",
  ];
  return [`## ${name}`, "", says, "", ...head, ...rows, ""];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of referencePages()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  execFileSync("npx", ["biome", "format", "--write", "schema"], { cwd: root, stdio: "ignore" });
}
