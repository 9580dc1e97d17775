/** `acuerdo import`: facts of files into a workspace of the database, telling nobody. */
import type { Acting } from "../../actions/acting.ts";
import { LARGEST_BATCH, recordEvents } from "../../actions/record-events.ts";
import type { Event } from "../../engine/event.ts";
import { refuse } from "../../engine/problem.ts";
import { acrossWorkspaces, type Database } from "../../store/db.ts";
import { listWorkspaces } from "../../store/workspace.ts";
import type { CommandRow, ExitCode, Given } from "../command.ts";
import { readCsvFile } from "../csv-file.ts";
import { openDatabase } from "../database.ts";
import { readEventFile } from "../event-file.ts";
import { Intake, rowsLine } from "../intake.ts";
import { readMapping } from "../mapping-file.ts";
import { exitCodeOf, problemJson, problemLines } from "../say.ts";
import { inWords, type Terminal } from "../terminal.ts";

export const importCommand: CommandRow = {
  name: "import",
  usage: "FILE...",
  least: 1,
  most: 100,
  says: {
    es: "Trae hechos de archivos a un espacio de trabajo (.ndjson, o .csv con --map) sin avisar a nadie. Repetirlo no cambia nada.",
    en: "Bring facts from files into a workspace (.ndjson, or .csv with --map) telling nobody. Doing it again changes nothing.",
  },
  options: [
    {
      name: "map",
      value: "FILE",
      says: { es: "Cómo se leen las filas del CSV.", en: "How the rows of the CSV are read." },
    },
    {
      name: "workspace",
      value: "ID",
      says: {
        es: "El espacio de trabajo; si solo hay uno, ese.",
        en: "The workspace; the only one where there is one.",
      },
    },
  ],
  examples: [
    "acuerdo import facts.ndjson",
    "acuerdo import leads.csv --map leads-map.yaml --workspace main",
  ],
  run,
};

const says = {
  es: "{recorded|hecho nuevo|hechos nuevos} en «{workspace}», {known} ya estaban.",
  en: '{recorded|new fact|new facts} in "{workspace}", {known} there already.',
};

const progress = { es: "Registrando: {done} de {all}", en: "Recording: {done} of {all}" };

async function run(given: Given, terminal: Terminal): Promise<ExitCode> {
  const intake = await readFiles(given, terminal);
  const opened = await openDatabase(terminal);
  try {
    const workspace = await workspaceOf(opened.database, given.text("workspace"));
    const actor = "acuerdo/import";
    const acting = {
      database: opened.database,
      workspaceId: workspace,
      actor,
      now: terminal.now(),
    };
    const recorded = await recordAll(acting, intake.events, terminal);
    const known = intake.events.length - recorded;
    const { problems, rows } = intake;
    if (terminal.isJson) {
      const told = { workspace, recorded, known, rows, problems: problems.map(problemJson) };
      await terminal.print(`${JSON.stringify(told, null, 2)}\n`);
    } else {
      await terminal.warn(problemLines(terminal, problems));
      await terminal.print(rowsLine(terminal, rows));
      await terminal.print(`${inWords(terminal, says, { recorded, known, workspace })}\n`);
    }
    return exitCodeOf(problems);
  } finally {
    await opened.close();
  }
}

async function readFiles(given: Given, terminal: Terminal): Promise<Intake> {
  const map = given.text("map");
  const mapping = map === undefined ? undefined : await readMapping(map, terminal);
  const intake = new Intake(terminal.now());
  for (const file of given.arguments) {
    const isTable = /\.csv(\.gz)?$/.test(file);
    if (isTable && !mapping) refuse("option-missing", { option: "--map" });
    if (isTable && mapping) await readCsvFile({ file, mapping }, intake, terminal);
    else await readEventFile(file, intake, terminal);
  }
  return intake;
}

async function workspaceOf(database: Database, asked: string | undefined): Promise<string> {
  const found = await acrossWorkspaces(database, (db) => listWorkspaces(db, { limit: 1_000 }));
  if (asked === undefined && found.length === 1 && found[0]) return found[0].id;
  if (asked === undefined) return refuse("option-missing", { option: "--workspace" });
  if (found.some(({ id }) => id === asked)) return asked;
  return refuse("workspace-missing", { workspace: asked });
}

/** In the order of their times, so that a subject's history is mostly gone on with. */
async function recordAll(
  acting: Acting,
  events: readonly Event[],
  terminal: Terminal,
): Promise<number> {
  const sorted = events.toSorted((a, b) => a.occurredAt - b.occurredAt);
  let recorded = 0;
  for (let from = 0; from < sorted.length; from += LARGEST_BATCH) {
    const batch = sorted.slice(from, from + LARGEST_BATCH);
    recorded += (await recordEvents(acting, batch, { isQuiet: true })).size;
    terminal.progress(() => inWords(terminal, progress, { done: from, all: sorted.length }));
  }
  return recorded;
}
