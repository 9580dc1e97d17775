/**
 * A database of one's own for a test file: a copy of a migrated one, in a cluster all files share.
 *
 * ACUERDO_TEST_SOCKET names the socket folder of another server to test on, of any supported
 * version, with a superuser `postgres` and a role `acuerdo` that may create roles and databases.
 *
 * The cluster is run by a process of its own (`test/cluster.ts`) that ends, and takes everything
 * with it, soon after the last connection is gone; so files may run side by side or one after the
 * other.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { Instant } from "../src/engine/time.ts";
import { Database, type PoolSettings } from "../src/store/db.ts";
import type { Address } from "../src/store/embedded/server.ts";
import { migrate } from "../src/store/migrate.ts";

export type TestDatabase = {
  readonly database: Database;
  /** As the owner of the tables, for what the product itself may not do. */
  readonly ownerAddress: Address;
  readonly superuserAddress: Address;
  /** Another pool on the same database: a second process, as far as the server can tell. */
  readonly open: (settings?: PoolSettings) => Database;
  readonly drop: () => Promise<void>;
};

const migrations = new URL("../src/store/migrations/", import.meta.url);

/** Opens a fresh, migrated, empty database. Call `drop` after the tests. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const socket = await sharedCluster();
  const template = await ensureTemplate(socket);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asSuperuser(socket, `create database ${name} owner acuerdo template ${template}`);
  const ownerAddress = { host: socket, port: 5432, user: "acuerdo", database: name };
  const pools: Database[] = [];
  const open = (settings?: PoolSettings) => {
    const pool = new Database(ownerAddress, settings);
    pools.push(pool);
    return pool;
  };
  return {
    database: open(),
    ownerAddress,
    superuserAddress: { ...ownerAddress, user: "postgres" },
    open,
    drop: async () => {
      for (const pool of pools) await pool.close();
      await asSuperuser(socket, `drop database ${name} with (force)`);
    },
  };
}

/** An empty database without a schema, for the tests of migrations themselves. */
export async function openEmptyDatabase(): Promise<{
  readonly address: Address;
  readonly drop: () => Promise<void>;
}> {
  const socket = await sharedCluster();
  const database = `test_${randomUUID().replaceAll("-", "")}`;
  await asSuperuser(socket, `create database ${database} owner acuerdo`);
  return {
    address: { host: socket, port: 5432, user: "acuerdo", database },
    drop: () => asSuperuser(socket, `drop database ${database} with (force)`),
  };
}

let cluster: Promise<string> | undefined;

function sharedCluster(): Promise<string> {
  cluster ??= startCluster();
  return cluster;
}

/** Tried again: the cluster of the run before may be on its way out just now. */
async function startCluster(): Promise<string> {
  const given = process.env.ACUERDO_TEST_SOCKET;
  if (given) return given;
  for (let attempt = 1; attempt < 5; attempt += 1) {
    const socket = await askForCluster();
    if (socket !== undefined && (await hold(socket))) return socket;
    await wait(500);
  }
  assert.fail("no cluster to test on: see what test/cluster.ts says");
}

async function askForCluster(): Promise<string | undefined> {
  const script = fileURLToPath(new URL("cluster.ts", import.meta.url));
  const child = spawn(process.execPath, [script], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const [socket] = await Promise.race([once(lines, "line"), once(lines, "close")]);
  child.stdout.destroy();
  child.unref();
  return socket;
}

/** Connects until this process ends: as long as anybody does, the cluster stays. */
async function hold(socket: string): Promise<boolean> {
  const client = new pg.Client(rootOf(socket));
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch {
    return false;
  }
  (client as unknown as { connection: { stream: { unref(): void } } }).connection.stream.unref();
  return true;
}

async function ensureTemplate(socket: string): Promise<string> {
  const texts = readdirSync(migrations).sort();
  const hash = createHash("sha256");
  for (const name of texts) hash.update(name).update(readFileSync(new URL(name, migrations)));
  const template = `template_${hash.digest("hex").slice(0, 16)}`;
  const client = new pg.Client(rootOf(socket));
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('acuerdo test template'))");
    const made = await client.query("select 1 from pg_database where datname = $1", [template]);
    if (made.rowCount === 0) {
      await client.query(`create database ${template}_part owner acuerdo`);
      const address = { host: socket, port: 5432, user: "acuerdo", database: `${template}_part` };
      await migrate(address, Date.parse("2026-01-01T00:00:00Z") as Instant);
      await client.query(`alter database ${template}_part rename to ${template}`);
    }
    return template;
  } finally {
    await client.end();
  }
}

async function asSuperuser(socket: string, text: string): Promise<void> {
  const client = new pg.Client(rootOf(socket));
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

function rootOf(socket: string): pg.ClientConfig {
  return { host: socket, port: 5432, user: "postgres", database: "postgres" };
}
