import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { say } from "../../../test/terminal.ts";
import type { Instant } from "../../engine/time.ts";
import { inWorkspace } from "../../store/db.ts";
import { addWorkspace } from "../../store/workspace.ts";

const fact = (id: string, more = {}) =>
  JSON.stringify({
    id,
    source: "crm",
    type: "lead.created",
    subject: "lead/1",
    time: "2026-03-02T09:00:00Z",
    ...more,
  });

describe("commands that work on a database", () => {
  let opened: TestDatabase;
  let folder = "";
  let environment: Readonly<Record<string, string>> = {};
  before(async () => {
    opened = await openTestDatabase();
    const { host, database, user } = opened.ownerAddress;
    const socket = encodeURIComponent(host);
    environment = { DATABASE_URL: `postgres://${user}@localhost/${database}?host=${socket}` };
    folder = mkdtempSync(join(tmpdir(), "acuerdo-import-"));
    writeFileSync(join(folder, "facts.ndjson"), [fact("1"), fact("2"), "no json"].join("\n"));
    writeFileSync(join(folder, "leads.csv"), "id\n1\n");
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await opened.drop();
  });

  const add = (id: string) =>
    inWorkspace(opened.database, id, (db) =>
      addWorkspace(db, {
        id,
        title: id,
        language: "en",
        timeZone: "UTC",
        settings: {},
        createdAt: 0 as Instant,
      }),
    );
  const importing = (...words: string[]) =>
    say(["import", join(folder, "facts.ndjson"), ...words], { environment });

  test("a database that is up to date needs no migration", async () => {
    const said = await say(["migrate", "--json"], { environment });
    assert.deepEqual(JSON.parse(said.out), { applied: [] });
  });

  test("facts go into the only workspace once; a bad line is named", async () => {
    assert.match((await importing()).err, /--workspace/);
    await add("one");
    const first = await importing("--json");
    const { recorded, workspace, problems } = JSON.parse(first.out);
    assert.deepEqual([recorded, workspace], [2, "one"]);
    assert.equal(problems[0].code, "line-not-json");
    assert.equal(first.code, 1);
    assert.match((await importing()).out, /0 new facts in "one", 2 there already/);
  });

  test("of several workspaces one must be named and exist; a table needs its mapping", async () => {
    await add("two");
    assert.match((await importing()).err, /--workspace/);
    assert.match((await importing("--workspace", "three")).err, /three/);
    assert.match((await importing("--workspace", "two")).out, /2 new facts in "two"/);
    const table = await say(["import", join(folder, "leads.csv")], { environment });
    assert.match(table.err, /--map/);
  });
});
