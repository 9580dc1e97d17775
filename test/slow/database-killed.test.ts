import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import sql from "sql-template-tag";
import type { Instant } from "../../src/engine/time.ts";
import { Database, inWorkspace, many } from "../../src/store/db.ts";
import { readLock } from "../../src/store/embedded/lock.ts";
import { type Embedded, startEmbedded } from "../../src/store/embedded/server.ts";
import { insertEvents } from "../../src/store/event.ts";
import { migrate } from "../../src/store/migrate.ts";

const now = Date.parse("2026-03-31T10:00:00Z") as Instant;
const recording = { workspaceId: "ours", now };

let scratch: string;
let server: Embedded;
let database: Database;
before(async () => {
  scratch = mkdtempSync(join(tmpdir(), "acuerdo-killed-"));
  server = await startEmbedded({ directory: join(scratch, "data") });
  await migrate(server.address, now);
  database = new Database(server.address);
});
after(async () => {
  await database.close();
  await server.stop();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

function append(id: string): Promise<unknown> {
  const event = { id, source: "crm", type: "lead.created", subject: `lead/${id}`, occurredAt: now };
  return inWorkspace(database, "ours", (tx) => insertEvents(tx, recording, [event]));
}

const pidOf = () => readLock(join(server.directory, "postgres"))?.pid;

/**
 * Four writers at once, each noting what was acknowledged, until the server is killed under them.
 */
async function writeUntilKilled(round: number, killAfter: number): Promise<string[]> {
  const acknowledged: string[] = [];
  let isKilled = false;
  const writer = async (name: number) => {
    for (let n = 0; !isKilled; n += 1) {
      const id = `${round}-${name}-${n}`;
      await append(id);
      acknowledged.push(id);
      if (acknowledged.length === killAfter) {
        isKilled = true;
        process.kill(pidOf() ?? 0, "SIGKILL");
      }
    }
  };
  await Promise.allSettled([1, 2, 3, 4].map(writer));
  return acknowledged;
}

test("what was acknowledged is there, however often the server is killed under load", async () => {
  const acknowledged: string[] = [];
  for (const [round, killAfter] of [1, 7, 40, 203, 611].entries()) {
    acknowledged.push(...(await writeUntilKilled(round, killAfter)));
    await append(`again-${round}`);
    acknowledged.push(`again-${round}`);
  }
  assert.ok(acknowledged.length >= 867);
  const kept = await inWorkspace(database, "ours", (tx) =>
    many(tx, sql`select id from event`, ({ id }) => id as string),
  );
  const there = new Set(kept);
  assert.deepEqual(
    acknowledged.filter((id) => !there.has(id)),
    [],
  );
});
