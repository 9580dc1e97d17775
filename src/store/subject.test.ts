import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import type { Instant } from "../engine/time.ts";
import { type Db, inWorkspace } from "./db.ts";
import { addSubjects, lockSubjects, saveSubjects } from "./subject.ts";

const now = Date.parse("2026-03-02T09:00:00Z") as Instant;

let db: TestDatabase;
before(async () => {
  db = await openTestDatabase();
});
after(() => db.drop());

async function addMany(workspaceId: string, count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, (_, index) => `lead/${index}`);
  await inWorkspace(db.database, workspaceId, async (tx) => {
    await addSubjects(tx, { workspaceId, now }, ids);
    const rows = ids.map((id, index) => {
      const at = (now + index) as Instant;
      return { id, type: "lead", attributes: {}, events: 1, firstAt: at, lastAt: at };
    });
    await saveSubjects(tx, { workspaceId, now }, rows);
  });
  return ids;
}

async function asSuperuser(text: string): Promise<void> {
  const client = new pg.Client(db.superuserAddress);
  await client.connect();
  await client.query(text);
  await client.end();
}

/** The indexes that the server reads for the statements that `work` asks. */
async function indexesFor(tx: Db, work: (spied: Db) => Promise<unknown>): Promise<string[]> {
  const asked: { text: string; values: unknown[] }[] = [];
  const query = (one: { text: string; values: unknown[] }) => {
    asked.push(one);
    return tx.client.query(one);
  };
  await work({ ...tx, client: { query } as unknown as pg.PoolClient });
  const plans = [];
  for (const { text, values } of asked) {
    plans.push(
      JSON.stringify((await tx.client.query(`explain (format json) ${text}`, values)).rows),
    );
  }
  return plans.flatMap((plan) =>
    [...plan.matchAll(/"Index Name":"(\w+)"/g)].map(([, name]) => name ?? ""),
  );
}

describe("the subjects of a workspace that the server's statistics know nothing of", () => {
  test("are held by their names, not by reading all there are", async () => {
    await addMany("old", 2_000);
    await asSuperuser("analyze subject");
    const ids = await addMany("fresh", 2_000);
    const indexes = await inWorkspace(db.database, "fresh", (tx) =>
      indexesFor(tx, (spied) => lockSubjects(spied, "fresh", ids.slice(0, 300))),
    );
    assert.deepEqual(indexes, ["subject_pkey"]);
  });
});
