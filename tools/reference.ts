/**
 * Writes what is made from tables: the JSON Schemas and the page of problems.
 *
 * `node tools/reference.ts` writes them; test/reference.test.ts fails when one has drifted.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { mappingShape } from "../src/cli/mapping.ts";
import { agreementProblems } from "../src/engine/problems/agreement.ts";
import { calendarProblems } from "../src/engine/problems/calendar.ts";
import { commandProblems } from "../src/engine/problems/command.ts";
import { databaseProblems } from "../src/engine/problems/database.ts";
import { documentProblems } from "../src/engine/problems/document.ts";
import { eventProblems } from "../src/engine/problems/event.ts";
import { judgingProblems } from "../src/engine/problems/judging.ts";
import type { ProblemKind } from "../src/engine/problems/kind.ts";
import { measureProblems } from "../src/engine/problems/measure.ts";
import { remedyProblems } from "../src/engine/problems/remedy.ts";
import { requestProblems } from "../src/engine/problems/request.ts";
import { textProblems } from "../src/engine/problems/text.ts";
import { documentSchema, jsonSchemas } from "../src/language/json-schema.ts";
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

/** Every table of problems, with the title it has on the page. */
export const problemTables: readonly (readonly [string, Readonly<Record<string, ProblemKind>>])[] =
  [
    ["The text of a file", textProblems],
    ["The form of a document", documentProblems],
    ["What an agreement says", agreementProblems],
    ["When agreements meet events", judgingProblems],
    ["Measures", measureProblems],
    ["Remedies", remedyProblems],
    ["Calendars", calendarProblems],
    ["Events", eventProblems],
    ["Commands", commandProblems],
    ["Requests", requestProblems],
    ["The database", databaseProblems],
  ];

function problemsPage(): string {
  return [
    "# Problems",
    "",
    "Every problem has a code that never changes its meaning, a severity, and a sentence in both",
    "languages. `{name}` stands for the fact of that name. *Status* is what HTTP answers with.",
    "Made by `tools/reference.ts` from `src/engine/problems/`: do not edit.",
    "",
    ...problemTables.flatMap(([title, table]) => problemRows(title, table)),
  ].join("\n");
}

type ProblemTable = Readonly<Record<string, ProblemKind>>;

function problemRows(title: string, table: ProblemTable): readonly string[] {
  const rows = Object.entries(table)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { severity, status, says }]) =>
      ["", `\`${code}\``, severity, status, cell(says.en), cell(says.es), ""].join(" | ").trim(),
    );
  const head = [
    "| code | severity | status | English | español |",
    "| --- | --- | --- | --- | --- |",
  ];
  return [`## ${title}`, "", ...head, ...rows, ""];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}

if (import.meta.main) {
  for (const [path, text] of referencePages()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  execFileSync("npx", ["biome", "format", "--write", "schema"], { cwd: root, stdio: "ignore" });
}
