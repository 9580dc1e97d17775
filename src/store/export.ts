/** Export: workspaces, one or all, as one file that any later Acuerdo can import. */
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to } from "pg-copy-streams";
import { refuse } from "../engine/problem.ts";
import { type Instant, instantText } from "../engine/time.ts";
import {
  accountTables,
  archivedTables,
  FORMAT,
  ownColumns,
  pieceFrame,
  recordFrame,
} from "./archive.ts";
import { acrossWorkspaces, type Database, type Db, setWorkspace } from "./db.ts";
import { findWorkspace, listWorkspaces } from "./workspace.ts";

const PAGE = 1_000;

/**
 * Writes workspaces into `sink`: those named, or all, as they stood at one moment. With all of them
 * go the accounts of their people.
 *
 * Each is read under its own row-level security, so that a file for one company cannot hold a row
 * of another. Writing goes on meanwhile and is not in the file. Refused: a workspace that is not
 * there.
 */
export function exportArchive(
  database: Database,
  asked: { readonly now: Instant; readonly workspaces?: readonly string[] },
  sink: Writable,
): Promise<void> {
  return database.transaction(
    async (db) => {
      const workspaces = asked.workspaces ?? (await allWorkspaces(database));
      const isWhole = asked.workspaces === undefined;
      const frames = writeFrames(db, { workspaces, isWhole, now: asked.now });
      await pipeline(Readable.from(frames), createGzip(), sink);
    },
    { isSnapshot: true },
  );
}

async function allWorkspaces(database: Database): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const after = ids.at(-1) ?? "";
    const page = await acrossWorkspaces(database, (db) =>
      listWorkspaces(db, { after, limit: PAGE }),
    );
    ids.push(...page.map(({ id }) => id));
    if (page.length < PAGE) return ids;
  }
}

async function* writeFrames(
  db: Db,
  {
    workspaces,
    isWhole,
    now,
  }: { readonly workspaces: readonly string[]; readonly isWhole: boolean; readonly now: Instant },
): AsyncGenerator<Buffer> {
  yield recordFrame({ format: FORMAT, exportedAt: instantText(now) });
  for (const workspace of workspaces) {
    await db.client.query(setWorkspace(workspace));
    if (!(await findWorkspace(db, workspace))) refuse("workspace-missing", { workspace });
    yield recordFrame({ workspace });
    for (const table of archivedTables) yield* writeTable(db, table);
  }
  if (isWhole) {
    yield recordFrame({ accounts: true });
    for (const table of accountTables) yield* writeTable(db, table);
  }
  yield recordFrame({ workspaces: workspaces.length });
}

async function* writeTable(db: Db, table: string): AsyncGenerator<Buffer> {
  const columns = await ownColumns(db, table);
  yield recordFrame({ table, columns });
  let bytes = 0;
  const listed = columns.map(pg.escapeIdentifier).join(", ");
  for await (const piece of db.client.query(to(`copy ${table} (${listed}) to stdout`))) {
    bytes += piece.length;
    yield pieceFrame(piece);
  }
  yield recordFrame({ endOf: table, bytes });
}
