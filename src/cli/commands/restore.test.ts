import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { acuerdo } from "../../../test/command.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { showOwnerLink } from "../../actions/account.ts";
import type { Instant } from "../../engine/time.ts";
import { inWorkspace } from "../../store/db.ts";
import { addWorkspace, findWorkspace } from "../../store/workspace.ts";

const now = Date.parse("2026-03-31T10:00:00Z") as Instant;
const folder = mkdtempSync(join(tmpdir(), "acuerdo-restore-"));
const file = join(folder, "whole.acuerdo.gz");

let here: TestDatabase;
let there: TestDatabase;
before(async () => {
  here = await openTestDatabase();
  there = await openTestDatabase();
  for (const id of ["uno", "dos"]) await add(id);
  await showOwnerLink(here.database, { token: "t".repeat(43), now });
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await here.drop();
  await there.drop();
});

function add(id: string): Promise<unknown> {
  const workspace = { id, title: id, language: "es", timeZone: "UTC", settings: {} } as const;
  return inWorkspace(here.database, id, (db) => addWorkspace(db, { ...workspace, createdAt: now }));
}

function run({ ownerAddress }: TestDatabase, ...words: readonly string[]) {
  const { host, user, database } = ownerAddress;
  const DATABASE_URL = `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
  return acuerdo(words, { environment: { DATABASE_URL } });
}

const isThere = (database: TestDatabase, id: string) =>
  inWorkspace(database.database, id, (db) => findWorkspace(db, id));

describe("acuerdo export and acuerdo restore", () => {
  test("bring a whole store from one database to another, once", async () => {
    const kept = await run(here, "export", file);
    assert.deepEqual([kept.code, kept.err], [0, ""]);
    assert.match(kept.out, /2 workspaces kept in/);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const brought = await run(there, "restore", file);
    assert.deepEqual([brought.code, brought.err], [0, ""]);
    assert.equal(brought.out.match(/its audit holds/g)?.length, 2);
    assert.ok(await isThere(there, "uno"));
    const again = await run(there, "restore", file);
    assert.equal(again.code, 1);
    assert.match(again.err, /already a workspace/);
  });

  test("bring one workspace under another name", async () => {
    const one = join(folder, "one.gz");
    assert.equal((await run(here, "export", one, "--workspace", "dos")).code, 0);
    assert.equal((await run(there, "restore", one, "--as", "tres")).code, 0);
    assert.ok(await isThere(there, "tres"));
  });

  test("write over nothing, and leave nothing half written behind", async () => {
    const there = join(folder, "there.gz");
    writeFileSync(there, "mine");
    const over = await run(here, "export", there);
    assert.equal(over.code, 1);
    assert.match(over.err, /cannot be written: EEXIST/);
    const missing = join(folder, "missing.gz");
    assert.equal((await run(here, "export", missing, "--workspace", "nobody")).code, 1);
    assert.equal(existsSync(missing), false);
    assert.match((await run(here, "restore", missing)).err, /There is no file/);
  });
});
