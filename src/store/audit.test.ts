import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import type { Instant } from "../engine/time.ts";
import { appendAudit, lastAudit, listAudit, verifyAudit } from "./audit.ts";
import { inWorkspace } from "./db.ts";
import { addWorkspace } from "./workspace.ts";

const morning = Date.parse("2026-03-31T09:00:00Z") as Instant;

let db: TestDatabase;
before(async () => {
  db = await openTestDatabase();
});
after(() => db.drop());

const deed = (n: number) => ({
  at: (morning + n) as Instant,
  actor: "ana",
  deed: "agreement.published",
  target: `agreement/a${n}`,
  facts: { z: n, a: { "10": [1.5, null, "ñ"], "2": true }, gone: undefined },
});

async function freshChain(workspaceId: string, deeds: number): Promise<void> {
  const workspace = { id: workspaceId, title: "W", language: "es", timeZone: "UTC" } as const;
  await inWorkspace(db.database, workspaceId, async (tx) => {
    await addWorkspace(tx, { ...workspace, settings: {}, createdAt: morning });
    for (let n = 1; n <= deeds; n += 1) await appendAudit(tx, workspaceId, deed(n));
  });
}

const verified = (workspaceId: string) =>
  inWorkspace(db.database, workspaceId, (tx) => verifyAudit(tx, workspaceId));

/** What only somebody with the server itself in hand can do: switch the guard off. */
async function tamper(text: string): Promise<void> {
  const client = new pg.Client(db.superuserAddress);
  await client.connect();
  await client.query(`alter table audit disable trigger append_only; ${text};
    alter table audit enable trigger append_only`);
  await client.end();
}

describe("the audit", () => {
  test("is a chain from the first deed to the last, longer than a page of it", async () => {
    await freshChain("long", 1_203);
    assert.deepEqual(await verified("long"), { rows: 1_203 });
    await inWorkspace(db.database, "long", async (tx) => {
      const [last] = await listAudit(tx, "long", { after: 1_202, limit: 5 });
      assert.deepEqual(last, await lastAudit(tx, "long"));
      assert.equal(last?.target, "agreement/a1203");
    });
  });

  test("of an empty workspace is whole", async () =>
    assert.deepEqual(await verified("nobody"), { rows: 0 }));

  const tamperings: [string, string, string, number][] = [
    ["changed", "changed", "update audit set actor = 'leo' where number = 3", 3],
    ["re-dated", "dated", "update audit set at = at + interval '1 ms' where number = 5", 5],
    [
      "with other facts",
      "facts",
      `update audit set facts = facts || '{"z": 0}' where number = 2`,
      2,
    ],
    ["removed", "removed", "delete from audit where number = 4", 4],
    ["cut off at the start", "cut", "delete from audit where number = 1", 1],
    [
      "swapped with its neighbour",
      "swapped",
      `update audit set number = 9999 where number = 2;
       update audit set number = 2 where number = 3;
       update audit set number = 3 where number = 9999`,
      2,
    ],
  ];
  for (const [name, workspaceId, text, brokenAt] of tamperings) {
    test(`shows a row that was ${name}`, async () => {
      await freshChain(workspaceId, 6);
      await tamper(text.replaceAll("where", `where workspace_id = '${workspaceId}' and`));
      assert.deepEqual(await verified(workspaceId), { rows: brokenAt - 1, brokenAt });
    });
  }

  test("stays one chain when many write at the same moment", async () => {
    await freshChain("busy", 0);
    const writers = Array.from({ length: 20 }, (_, n) =>
      inWorkspace(db.database, "busy", (tx) => appendAudit(tx, "busy", deed(n))),
    );
    await Promise.all(writers);
    assert.deepEqual(await verified("busy"), { rows: 20 });
  });
});
