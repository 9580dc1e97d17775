/** The reference pages of the command line and of mapping files, made from their tables. */
import { sharedOptions } from "../src/cli/arguments.ts";
import type { CommandRow, OptionRow } from "../src/cli/command.ts";
import { commands } from "../src/cli/commands.ts";
import { optionText } from "../src/cli/help.ts";
import { settingRows } from "../src/cli/settings.ts";
import { mappingShape } from "../src/language/mapping.ts";
import { keysOfRecord, type RecordShape, type Shape } from "../src/language/shape.ts";

const made = "Made by `tools/reference.ts`: do not edit.";

export function commandPage(): string {
  return [
    "# Commands",
    "",
    `\`acuerdo COMMAND [OPTIONS]\`. ${made}`,
    "",
    "Exit codes: 0 fine, 1 found something, 2 used wrongly. What a command finds goes to the standard",
    "output; problems, rows read and progress go to the standard error, except with `--json`, where",
    "problems are part of the answer. `-` names the standard input; a file that ends in `.gz` is",
    "unpacked as it is read.",
    "",
    ...table([...sharedOptions]),
    ...commands.flatMap(commandSection),
    "## Shape of the answers",
    "",
    ...shapes,
    "",
    "## Environment",
    "",
    "| variable | English | español |",
    "| --- | --- | --- |",
    ...settingRows.map(({ names, says }) => {
      return `| ${names.map((name) => `\`${name}\``).join(", ")} | ${says.en} | ${says.es} |`;
    }),
    "",
  ].join("\n");
}

function commandSection(row: CommandRow): readonly string[] {
  const { name, usage, says, options, examples } = row;
  return [
    `## ${name}`,
    "",
    `\`acuerdo ${[name, usage].filter(Boolean).join(" ")}\``,
    "",
    `${says.en} *${says.es}*`,
    "",
    ...(options.length > 0 ? table(options) : []),
    "```",
    ...examples,
    "```",
    "",
  ];
}

function table(options: readonly OptionRow[]): readonly string[] {
  return [
    "| option | English | español |",
    "| --- | --- | --- |",
    ...options.map((row) => `| \`${cell(optionText(row))}\` | ${row.says.en} | ${row.says.es} |`),
    "",
  ];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

/** What cannot be read off a table: the answers' shapes. */
const shapes = [
  "`evaluate --json` prints one object:",
  "",
  "- `asOf`: the instant judged at. All instants are ISO 8601 in UTC with milliseconds.",
  "- `clocks`: `agreement`, `revision`, `level`, `commitment`, `subject`, `cycle`, `state`, `verdict`,",
  "  `provisional`, `owner`, `startedAt`, `dueAt` (null while paused; as it stood after a stop),",
  "  `breachedAt`, `stoppedAt`, `target` {`text`, `ms`}, `spent` {`openMs`: what counts against the",
  "  target, `elapsedMs`: wall time not paused}, `remainingMs`, `warnings` [{`at`, `share`}],",
  "  `stretches` [{`from`, `to`, `kind`: running, paused or closed, `calendar`, `because`}].",
  "- `periods`: `agreement`, `revision`, `commitment`, `from`, `to`, `status`, `met`, `breached`,",
  "  `excused`, `openNotDue`, `value`, `objective`, `verdict`, `allowed`, `left`.",
  "- `credits`: `remedy`, `party`, `to`, `period`, `base`, `tier`, `amount`, `currency`, `capped`, and",
  "  `remedies`: plans, replacements, meetings that follow a miss.",
  "- `rows` (read, used, refused, ignored, unknown, repeated, moved) and `problems`",
  "  (`code`, `severity`, `place`, `facts`, `says` in both languages).",
  "",
  "`backtest --json` prints `asOf`, `events`, `rows`, `commitments` (clocks by verdict and state, and",
  "`spent`: count, p50, p75, p90, p95, max of stopped clocks in milliseconds), `periods`, `problems`,",
  "with `--against` also `against` {`commitments`, `periods`, `changes`}, and where the mapping has a",
  "`label` also `label` {`labelled`, `judged`, `agree`, `table`, `disagreements`}.",
  "",
  "`calendar --json` prints `from`, `to`, `openMs`, `elapsedMs`, or `from`, `within`, `dueAt`.",
  "`explain --json` prints `subject`, `asOf` and `commitments`: the candidates with what became of",
  "each, and the clocks as above. `check --json` prints `documents`, `problems` and with `--words`",
  "`commitments`. `simulate` writes CloudEvents, one a line.",
];

export function mappingPage(): string {
  return [
    "# Mapping files",
    "",
    `How the rows of a CSV become events: \`kind: Mapping\`. ${made}`,
    "",
    ...introduction,
    "",
    ...keyTables("Mapping", mappingShape, new Set()),
    "Schema: `schema/mapping.json`. Ready mappings: `maps/`. Walk-through: docs/guides/backtest.md.",
    "",
  ].join("\n");
}

const introduction = [
  "A row may hold several events (a case with its times of opening and closing) or one (an event log).",
  "Each rule under `events` looks at each row: where `when` holds and the cell of `at` is not empty, the",
  "event happened. `when` is the condition language of agreements over the row's own texts.",
  "",
  "- **Every row is accounted for**: used, refused (a cell cannot be read; nothing of it is used),",
  "  unknown (no rule speaks of it) or left out (`ignore`). Refused and unknown rows are reported with",
  "  their line; `--strict` makes them a failure.",
  "- **Times** without an offset are wall times of `timeZone`; in the hour that is skipped in spring",
  "  they are moved on by the gap, in the one repeated in autumn the first is meant. Forms of dates:",
  "  `iso`, `epoch`, `epochMillis`, or letters: yyyy MM M dd d HH H hh h a mm ss SSS.",
  "- **Identity**: an event's id is its subject, type and time, unless `id` names a column. The same",
  "  file twice, or a later export that holds the same rows, tells nothing twice.",
  "- **Data**: `field: constant`, or `field: {column: …, as: number}`. A dot nests: `account.tier`.",
];

function keyTables(title: string, shape: RecordShape, told: Set<RecordShape>): readonly string[] {
  if (told.has(shape)) return [];
  told.add(shape);
  const keys = keysOfRecord(shape);
  const rows = keys.map(({ name, optional, field: [, en, es] }) => {
    return `| \`${name}\`${optional ? "" : " (needed)"} | ${en} | ${es} |`;
  });
  const below = keys.flatMap(({ name, field: [inner] }) => {
    return recordsIn(inner).flatMap((record) => keyTables(name, record, told));
  });
  const head = ["| key | English | español |", "| --- | --- | --- |"];
  return [`## ${title}`, "", ...head, ...rows, "", ...below];
}

function recordsIn(shape: Shape): readonly RecordShape[] {
  if (shape.is === "record") return [shape];
  if (shape.is === "list" || shape.is === "map") return recordsIn(shape.of);
  return shape.is === "either" ? shape.choices.flatMap(recordsIn) : [];
}
