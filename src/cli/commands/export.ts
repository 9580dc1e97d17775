/** `acuerdo export`: a workspace, or the whole store with its accounts, into one file. */
import type { WriteStream } from "node:fs";
import { type FileHandle, open, rm } from "node:fs/promises";
import { noteExport } from "../../actions/audit.ts";
import { refuse } from "../../engine/problem.ts";
import { acrossWorkspaces, Database } from "../../store/db.ts";
import { exportArchive } from "../../store/export.ts";
import { listWorkspaces } from "../../store/workspace.ts";
import type { CommandRow, ExitCode, Given } from "../command.ts";
import { type OpenDatabase, openDatabase } from "../database.ts";
import { inWords, type Terminal } from "../terminal.ts";

export const exportCommand: CommandRow = {
  name: "export",
  usage: "FILE",
  least: 1,
  most: 1,
  says: {
    es: "Guarda en un archivo nuevo un espacio de trabajo o, sin --workspace, todo: también las cuentas. Contiene datos personales y secretos.",
    en: "Keep a workspace in a new file or, without --workspace, everything: accounts too. It holds personal data and secrets.",
  },
  options: [
    {
      name: "workspace",
      value: "ID",
      says: { es: "Solo este espacio de trabajo.", en: "This workspace alone." },
    },
  ],
  examples: ["acuerdo export everything.acuerdo.gz", "acuerdo export w.gz --workspace nandu"],
  run,
};

const says = {
  es: "{count|espacio de trabajo guardado|espacios de trabajo guardados} en {file}.",
  en: "{count|workspace|workspaces} kept in {file}.",
};

/** More workspaces than these are exported with `pg_dump`. */
const MOST = 100_000;

async function run(given: Given, terminal: Terminal): Promise<ExitCode> {
  const [file = ""] = given.arguments;
  const opened = await openDatabase(terminal, 2);
  // What is copied does not travel together with other statements.
  const database = new Database(opened.target, { connections: 2 });
  try {
    let workspaces: readonly string[] = [];
    await write(file, async (sink) => {
      workspaces = await noteAll(opened, given.text("workspace"), terminal);
      const isWhole = given.text("workspace") === undefined;
      const asked = { now: terminal.now(), ...(isWhole ? {} : { workspaces }) };
      await exportArchive(database, asked, sink);
    });
    const told = inWords(terminal, says, { count: workspaces.length, file });
    await terminal.print(`${terminal.isJson ? JSON.stringify({ file, workspaces }) : told}\n`);
    return 0;
  } finally {
    await database.close();
    await opened.close();
  }
}

/** Notes in the audit of each workspace that it was taken out, and names them. */
async function noteAll(
  { database }: OpenDatabase,
  asked: string | undefined,
  terminal: Terminal,
): Promise<readonly string[]> {
  const page = { after: "", limit: MOST };
  const all = await acrossWorkspaces(database, (db) => listWorkspaces(db, page));
  const ids = asked === undefined ? all.map(({ id }) => id) : [asked];
  for (const workspaceId of ids) {
    await noteExport({ database, workspaceId, actor: "acuerdo/cli", now: terminal.now() });
  }
  return ids;
}

/** A file that is there already is not written over; one that was not finished does not stay. */
async function write(file: string, work: (sink: WriteStream) => Promise<void>): Promise<void> {
  const handle = await create(file);
  try {
    await work(handle.createWriteStream());
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

async function create(file: string): Promise<FileHandle> {
  try {
    return await open(file, "wx", 0o600);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refuse("file-unwritable", { file, reason: code ?? "?" });
  }
}
