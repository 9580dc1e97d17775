/** Import: what an export wrote, whole or not at all. */
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from } from "pg-copy-streams";
import { refuse } from "../engine/problem.ts";
import { hasAccounts } from "./account.ts";
import {
  type ArchiveRecord,
  accountTables,
  archivedTables,
  FORMAT,
  type Frame,
  ownColumns,
  readFrames,
} from "./archive.ts";
import { type AuditFinding, verifyAudit } from "./audit.ts";
import { type Database, type Db, setWorkspace } from "./db.ts";
import { findWorkspace } from "./workspace.ts";

/** A workspace that came in, and whether its audit is still the chain it was. */
export type Imported = { readonly workspace: string; readonly audit: AuditFinding };

/** `rename` says what a workspace is called here. `accounts`: whether those of the file come in. */
export type ImportSettings = {
  readonly rename?: (workspaceId: string) => string;
  readonly accounts?: "bring" | "leave";
};

/**
 * Reads an archive from `source` into the store: every workspace in it, or none; those of a whole
 * store with the accounts of their people.
 *
 * Rows pass the same row-level security as any other. Refused: a file that is no archive or was cut
 * off, one with columns this schema does not have, a workspace that is here already, accounts where
 * there are some already.
 */
export function importArchive(
  database: Database,
  source: Readable,
  settings: ImportSettings = {},
): Promise<readonly Imported[]> {
  const frames = readFrames(source);
  return database.transaction(async (db) => importAll(db, new Frames(frames), settings), {
    isLong: true,
  });
}

/** The frames of an archive, read as what is expected next. */
class Frames {
  readonly #frames: AsyncIterator<Frame>;
  #next: Frame | undefined;

  constructor(frames: AsyncIterator<Frame>) {
    this.#frames = frames;
  }

  async record(): Promise<ArchiveRecord> {
    const frame = await this.#take();
    return "record" in frame ? frame.record : unreadable("a record");
  }

  async *pieces(): AsyncGenerator<Buffer> {
    for (;;) {
      const frame = await this.#take();
      if ("record" in frame) {
        this.#next = frame;
        return;
      }
      yield frame.piece;
    }
  }

  /** Read to its end, a file has shown that its checksum is right too. */
  async end(): Promise<void> {
    if (!(await this.#frames.next()).done) unreadable("the end of the file");
  }

  async #take(): Promise<Frame> {
    const kept = this.#next;
    this.#next = undefined;
    if (kept) return kept;
    const { value, done } = await this.#frames.next();
    return done ? unreadable("the rest of the file") : value;
  }
}

async function importAll(
  db: Db,
  frames: Frames,
  { rename = (workspaceId) => workspaceId, accounts = "bring" }: ImportSettings,
): Promise<readonly Imported[]> {
  const head = await frames.record();
  if (!("format" in head) || head.format !== FORMAT) unreadable(FORMAT);
  const imported: Imported[] = [];
  for (;;) {
    const record = await frames.record();
    if ("workspaces" in record && record.workspaces === imported.length) {
      await frames.end();
      return imported;
    }
    if ("accounts" in record) await importAccounts(db, frames, accounts);
    else if ("workspace" in record) {
      imported.push(await importWorkspace(db, frames, rename(record.workspace)));
    } else return unreadable("a workspace");
  }
}

async function importWorkspace(db: Db, frames: Frames, workspace: string): Promise<Imported> {
  await db.client.query(setWorkspace(workspace));
  if (await findWorkspace(db, workspace)) refuse("workspace-exists", { workspace });
  for (const _ of archivedTables) await importTable(db, frames, workspace);
  return { workspace, audit: await verifyAudit(db, workspace) };
}

/**
 * Accounts come into a store that has none: two people with one address, or second factors under
 * another secret, could not be told apart from an attack.
 */
async function importAccounts(db: Db, frames: Frames, deed: "bring" | "leave"): Promise<void> {
  const isBrought = deed === "bring";
  if (isBrought && (await hasAccounts(db))) refuse("accounts-exist");
  for (const expected of accountTables) {
    await withIncoming(db, frames, accountTables, async ({ table, columns }) => {
      if (table !== expected) return unreadable(expected);
      if (!isBrought) return;
      const listed = columns.map(pg.escapeIdentifier).join(", ");
      const taken = table === "account.secret" ? REPLACE : "";
      await db.client.query(
        `insert into ${table} (${listed}) select ${listed} from incoming ${taken}`,
      );
    });
  }
}

/** A server that was only begun has made a secret of its own, which nothing hangs on yet. */
const REPLACE =
  "on conflict (id) do update set value = excluded.value, created_at = excluded.created_at";

async function importTable(db: Db, frames: Frames, workspace: string): Promise<void> {
  await withIncoming(db, frames, archivedTables, async ({ table, columns }) => {
    assert.ok(columns.includes("workspace_id"), "every archived table belongs to a workspace");
    const others = columns.filter((column) => column !== "workspace_id");
    const rest = others.map(pg.escapeIdentifier).join(", ");
    await db.client.query(
      `insert into ${table} (workspace_id, ${rest})
       select ${pg.escapeLiteral(workspace)}, ${rest} from incoming`,
    );
  });
}

type Head = { readonly table: string; readonly columns: readonly string[] };

/** By way of a table of this transaction: PostgreSQL copies into no table that guards its rows. */
async function withIncoming(
  db: Db,
  frames: Frames,
  tables: readonly string[],
  work: (head: Head) => Promise<void>,
): Promise<void> {
  const { table, columns } = await readHead(db, frames, tables);
  const listed = columns.map(pg.escapeIdentifier).join(", ");
  await db.client.query(
    `create temporary table incoming on commit drop as select ${listed} from ${table} limit 0`,
  );
  await pipeline(
    Readable.from(frames.pieces()),
    db.client.query(from(`copy incoming (${listed}) from stdin`)),
  );
  await work({ table, columns });
  await db.client.query("drop table incoming");
  const end = await frames.record();
  if (!("endOf" in end) || end.endOf !== table) unreadable(`the end of ${table}`);
}

/** Names from a file go into statements, so only names that the schema has are let through. */
async function readHead(db: Db, frames: Frames, tables: readonly string[]): Promise<Head> {
  const record = await frames.record();
  if (!("table" in record)) return unreadable("a table");
  const table = tables.find((name) => name === record.table);
  if (table === undefined) return unreadable(`a table, not ${record.table}`);
  const known = await ownColumns(db, table);
  const strange = record.columns.find((column) => !known.includes(column));
  if (strange !== undefined) unreadable(`a column of ${table}, not ${strange}`);
  return { table, columns: record.columns };
}

function unreadable(expected: string): never {
  return refuse("archive-unreadable", { reason: `expected ${expected}` });
}
