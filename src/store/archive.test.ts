import assert from "node:assert/strict";
import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import { insertion, rows } from "../../test/rows.ts";
import type { Instant } from "../engine/time.ts";
import { accountTables, archivedTables, FORMAT, pieceFrame, recordFrame } from "./archive.ts";
import { appendAudit } from "./audit.ts";
import { type Database, inWorkspace } from "./db.ts";
import { insertEvents } from "./event.ts";
import { exportArchive } from "./export.ts";
import { importArchive } from "./import.ts";

const now = Date.parse("2026-03-31T10:00:00Z") as Instant;

let here: TestDatabase;
let there: TestDatabase;
before(async () => {
  here = await openTestDatabase();
  there = await openTestDatabase();
  await asSuperuser(here, people);
  for (const workspaceId of ["ours", "theirs"]) {
    await inWorkspace(here.database, workspaceId, async (tx) => {
      const tables = Object.keys(rows).filter((table) => table !== "audit");
      for (const table of tables) await tx.client.query(insertion(table, workspaceId));
      const deed = { at: now, actor: "ana", deed: "d", target: "t", facts: { b: 1, a: [] } };
      await appendAudit(tx, workspaceId, deed);
      await appendAudit(tx, workspaceId, deed);
      await insertEvents(tx, { workspaceId, now }, manyEvents(workspaceId));
    });
  }
});
after(async () => {
  await here.drop();
  await there.drop();
});

/** Two people, one with a password and a second factor; and what those are encrypted with. */
const people = `
  insert into account.person (id, name, email, email_verified, created_at, updated_at)
  values ('p1', 'Ana Ñ', 'ana@example.org', true, now(), now()),
    ('p2', 'Luis', 'luis@example.org', false, now(), now());
  insert into account.credential (id, person_id, provider_id, account_id, password, created_at,
    updated_at) values ('c1', 'p1', 'credential', 'p1', 'scrypt:hash', now(), now());
  insert into account.two_factor (id, person_id, secret, backup_codes, verified)
  values ('t1', 'p1', 'sealed', 'codes', true);
  insert into account.secret (value, created_at) values ('the secret', now())`;

async function asSuperuser(database: TestDatabase, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client(database.superuserAddress);
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

/** Every row of what is known of people, as text. */
async function accounts(database: TestDatabase): Promise<string[]> {
  const found = [];
  for (const table of accountTables) {
    const { rows: lines } = await asSuperuser(
      database,
      `select to_jsonb(t)::text as line from ${table} as t order by 1`,
    );
    found.push(...lines.map(({ line }) => `${table} ${line}`));
  }
  return found;
}

/** Enough that a table takes many pieces. */
function manyEvents(workspaceId: string) {
  return Array.from({ length: 5_000 }, (_, n) => ({
    id: `${workspaceId}-${n}`,
    source: "bulk",
    type: "ticket.created",
    subject: `ticket/${n}`,
    occurredAt: now,
    data: { note: "ñ\t\\N\n".repeat(n % 50), n },
  }));
}

async function exported(database: Database, workspaces?: readonly string[]): Promise<Buffer> {
  const sink = new PassThrough();
  const asked = workspaces ? { now, workspaces } : { now };
  const [whole] = await Promise.all([buffer(sink), exportArchive(database, asked, sink)]);
  return whole;
}

/** Every row of every table, as text, as the superuser sees it. */
async function contents(database: TestDatabase, workspaceId: string): Promise<string[]> {
  const client = new pg.Client(database.superuserAddress);
  await client.connect();
  const found = [];
  for (const table of archivedTables) {
    const { rows: lines } = await client.query(
      `select (to_jsonb(t) - 'workspace_id')::text as line from ${table} as t
       where workspace_id = $1 order by 1`,
      [workspaceId],
    );
    found.push(...lines.map(({ line }) => `${table} ${line}`));
  }
  await client.end();
  return found;
}

describe("an archive", () => {
  test("of the whole store gives the same store again, every row of every table", async () => {
    const archive = await exported(here.database);
    const imported = await importArchive(there.database, Readable.from([archive]));
    assert.deepEqual(imported, [
      { workspace: "ours", audit: { rows: 2 } },
      { workspace: "theirs", audit: { rows: 2 } },
    ]);
    for (const workspaceId of ["ours", "theirs"]) {
      const before = await contents(here, workspaceId);
      assert.ok(before.length > 5_000 + Object.keys(rows).length);
      assert.deepEqual(await contents(there, workspaceId), before);
    }
  });

  test("of the whole store brings its people, who sign in as before", async () => {
    const archive = await exported(here.database);
    const fresh = await openTestDatabase();
    await asSuperuser(fresh, "insert into account.secret values (true, 'of a first start', now())");
    await importArchive(fresh.database, Readable.from([archive]));
    assert.deepEqual(await accounts(fresh), await accounts(here));
    assert.equal((await accounts(fresh)).length, 5);
    await fresh.drop();
  });

  test("leaves its people out where that is asked, and there are others already", async () => {
    const archive = await exported(here.database);
    const other = await openTestDatabase();
    await asSuperuser(other, people.replaceAll("example.org", "example.com"));
    const before = await accounts(other);
    const coming = importArchive(other.database, Readable.from([archive]));
    await assert.rejects(coming, { code: "accounts-exist" });
    assert.deepEqual(await contents(other, "ours"), []);
    await importArchive(other.database, Readable.from([archive]), { accounts: "leave" });
    assert.deepEqual(await accounts(other), before);
    assert.deepEqual(await contents(other, "ours"), await contents(here, "ours"));
    await other.drop();
  });

  test("of one workspace holds no other, and may come in under another name", async () => {
    const archive = await exported(here.database, ["ours"]);
    assert.ok(!gunzipSync(archive).includes("theirs"));
    assert.ok(!gunzipSync(archive).includes("scrypt:hash"));
    await importArchive(there.database, Readable.from([archive]), {
      rename: (id) => `copy of ${id}`,
    });
    assert.deepEqual(await contents(there, "copy of ours"), await contents(here, "ours"));
  });

  test("arrives in pieces of any size", async () => {
    const archive = await exported(here.database, ["theirs"]);
    const pieces = Array.from({ length: Math.ceil(archive.length / 7) }, (_, n) =>
      archive.subarray(n * 7, n * 7 + 7),
    );
    await importArchive(there.database, Readable.from(pieces), { rename: () => "in pieces" });
    assert.deepEqual(await contents(there, "in pieces"), await contents(here, "theirs"));
  });
});

describe("importing refuses, and leaves nothing behind,", () => {
  const refused = async (bytes: Buffer, code: string, workspaceId = "fresh") => {
    const before = await contents(there, workspaceId);
    const rename = () => workspaceId;
    const coming = importArchive(there.database, Readable.from([bytes]), { rename });
    await assert.rejects(coming, { code });
    assert.deepEqual(await contents(there, workspaceId), before);
  };

  test("a workspace that is there already", async () => {
    const archive = Readable.from([await exported(here.database, ["ours"])]);
    await importArchive(there.database, archive, { rename: () => "there already" });
    await refused(await exported(here.database, ["ours"]), "workspace-exists", "there already");
  });

  test("a file that was cut off, wherever it was", async () => {
    const archive = await exported(here.database, ["ours"]);
    const plain = gunzipSync(archive);
    for (const share of [0.001, 0.2, 0.5, 0.9, 0.9999]) {
      await refused(archive.subarray(0, archive.length * share), "archive-unreadable");
      await refused(gzipSync(plain.subarray(0, plain.length * share)), "archive-unreadable");
    }
  });

  const head = recordFrame({ format: FORMAT, exportedAt: "" });
  const workspace = recordFrame({ workspace: "x" });
  const forged: [string, Buffer][] = [
    ["what is no archive", Buffer.from("PK not an archive")],
    ["what only looks like one", gzipSync("not an archive")],
    ["another format", gzipSync(recordFrame({ format: "acuerdo-archive/9", exportedAt: "" }))],
    ["an endless frame", gzipSync(Buffer.from("d\xff\xff\xff\xff", "latin1"))],
    ["a piece where a record belongs", gzipSync(Buffer.concat([head, pieceFrame(head)]))],
    [
      "a table that is none of ours",
      gzipSync(
        Buffer.concat([head, workspace, recordFrame({ table: "pg_authid", columns: ["rolname"] })]),
      ),
    ],
    [
      "a column that is none of ours",
      gzipSync(
        Buffer.concat([
          head,
          workspace,
          recordFrame({
            table: "workspace",
            columns: ["workspace_id", 'x"; drop table event; --'],
          }),
        ]),
      ),
    ],
  ];
  for (const [name, bytes] of forged) {
    test(name, () => refused(bytes, "archive-unreadable"));
  }
});

test("exporting refuses a workspace that is not there", () =>
  assert.rejects(exported(here.database, ["nobody"]), { code: "workspace-missing" }));
