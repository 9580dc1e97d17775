/**
 * Runs the cluster of a test run: prints its socket, and ends some seconds after nobody uses it.
 *
 * A second one finds the first through the data folder, prints the same socket and stays as long:
 * the supervisor passes the server on, so it does not matter which of them ends first. Coming and
 * going are done one at a time, and whoever comes is a guest that counts before the next may go: so
 * nobody is told of a server that is on its way out. Who goes moves the folder away first, and the
 * next makes one of its own.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { alone } from "../launch/lock.js";
import { superuser } from "../src/store/embedded/postmaster.ts";
import { type Embedded, startEmbedded } from "../src/store/embedded/server.ts";

const IDLE_CHECKS = 10;
const CHECK_EVERY = 500;
const CHECKS_LIMIT = 7_200;
const STAYS_LIMIT = 100;
/** Milliseconds in which whoever asked for the socket has connected to it, generously. */
const GUEST_FOR = 10_000;

const project = createHash("sha256")
  .update(import.meta.url)
  .digest("hex")
  .slice(0, 8);
const directory = join(tmpdir(), `acuerdo-test-${userInfo().username}-${project}`);
const lock = `${directory}.lock`;

let server: Embedded | undefined;
await alone(lock, async () => {
  server = await come();
});
assert.ok(server);
process.stdout.write(`${server.address.host}\n`);
const watching = superuser(server.address.host, "postgres");
watching.on("error", () => process.exit(1));
await watching.connect();
let isGone = false;
for (let stay = 0; stay < STAYS_LIMIT && !isGone; stay += 1) {
  await untilIdle();
  await alone(lock, async () => {
    isGone = (await others()) === 0;
    if (isGone) await go(server as Embedded);
  });
}

async function come(): Promise<Embedded> {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o755);
  const embedded = await startEmbedded({ directory });
  const { host } = embedded.address;
  const guest = new pg.Client({ host, port: 5432, user: "postgres", database: "postgres" });
  guest.on("error", () => undefined);
  await guest.connect();
  setTimeout(() => guest.end(), GUEST_FOR).unref();
  return embedded;
}

async function go(embedded: Embedded): Promise<void> {
  await watching.end();
  if (!embedded.isOwner()) return embedded.stop();
  const gone = `${directory}.gone-${process.pid}`;
  renameSync(directory, gone);
  await embedded.stop();
  rmSync(gone, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

async function untilIdle(): Promise<void> {
  for (let check = 0, idle = 0; check < CHECKS_LIMIT && idle < IDLE_CHECKS; check += 1) {
    idle = (await others()) === 0 ? idle + 1 : 0;
    await wait(CHECK_EVERY);
  }
}

async function others(): Promise<number> {
  const { rows } = await watching.query(
    `select count(*)::int as others from pg_stat_activity
     where backend_type = 'client backend' and application_name <> 'acuerdo supervisor'`,
  );
  return rows[0].others;
}
