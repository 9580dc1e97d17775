/**
 * Runs the cluster of a test run: prints its socket, and ends some seconds after nobody uses it.
 *
 * A second one finds the first through the data folder, prints the same socket and stays as long:
 * the supervisor passes the server on, so it does not matter which of them ends first. The folder
 * is moved away before the server stops: whoever comes at that moment makes one of its own.
 */
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { superuser } from "../src/store/embedded/postmaster.ts";
import { startEmbedded } from "../src/store/embedded/server.ts";

const IDLE_CHECKS = 10;
const CHECK_EVERY = 500;
const CHECKS_LIMIT = 7_200;

const project = createHash("sha256")
  .update(import.meta.url)
  .digest("hex")
  .slice(0, 8);
const directory = join(tmpdir(), `acuerdo-test-${userInfo().username}-${project}`);
mkdirSync(directory, { recursive: true });
chmodSync(directory, 0o755);

const server = await startEmbedded({ directory });
process.stdout.write(`${server.address.host}\n`);
await untilIdle();
if (server.isOwner()) {
  const gone = `${directory}.gone-${process.pid}`;
  renameSync(directory, gone);
  await server.stop();
  rmSync(gone, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
} else await server.stop();

async function untilIdle(): Promise<void> {
  const client = superuser(server.address.host, "postgres");
  client.on("error", () => process.exit(1));
  await client.connect();
  let idle = 0;
  for (let check = 0; check < CHECKS_LIMIT && idle < IDLE_CHECKS; check += 1) {
    const { rows } = await client.query(
      `select count(*)::int as others from pg_stat_activity
       where backend_type = 'client backend' and application_name <> 'acuerdo supervisor'`,
    );
    idle = rows[0].others === 0 ? idle + 1 : 0;
    await wait(CHECK_EVERY);
  }
  await client.end();
}
