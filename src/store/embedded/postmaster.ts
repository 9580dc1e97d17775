/**
 * One PostgreSQL process: spawned with durable settings, watched until it answers, stopped in
 * order.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { asAccount } from "./account.ts";
import { lastWords } from "./cluster.ts";
import type { Site } from "./place.ts";

/** Nothing here trades durability for speed: an answer of 202 survives the plug being pulled. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: "",
  port: "5432",
  unix_socket_permissions: "0700",
  ssl: "off",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  shared_buffers: "128MB",
  max_connections: "120",
  max_wal_size: "1GB",
  jit: "off",
  // Containers give 64 MB of /dev/shm, which a parallel query outgrows.
  max_parallel_workers_per_gather: "0",
  // A plan is as good as the last look at the tables, and a first import grows them in seconds.
  autovacuum_naptime: "5s",
  timezone: "UTC",
  log_timezone: "UTC",
  logging_collector: "on",
  log_directory: "log",
  log_filename: "%a.log",
  log_rotation_age: "1d",
  log_truncate_on_rotation: "on",
  log_min_messages: "warning",
};

const READY_CHECKS = 240;
const CHECK_EVERY = 50;
const STOP_WITHIN = 20_000;

export type Postmaster = { readonly child: ChildProcess; readonly socket: string };

/**
 * Starts a server on `site` and waits until it answers; the reason in a sentence where it gave up.
 *
 * On Linux the kernel stops it when this process dies in any way. It lives in a session of its own,
 * since Ctrl-C in a terminal would otherwise stop it before we have finished what we were doing.
 */
export async function startPostmaster(
  site: Site,
): Promise<Postmaster | { readonly reason: string }> {
  const child = spawnServer(site);
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said = (said + chunk).slice(-4_000);
  });
  const ended = new Promise<void>((done) => {
    child.once("exit", () => done());
    child.once("error", () => done());
  });
  let isOver = false;
  ended.then(() => {
    isOver = true;
  });
  for (let check = 0; check < READY_CHECKS && !isOver; check += 1) {
    if (await answers(site.socket)) return { child, socket: site.socket };
    await Promise.race([ended, wait(CHECK_EVERY)]);
  }
  if (!isOver) child.kill("SIGQUIT");
  const isLogged = said.includes("logging collector");
  return { reason: isLogged ? join(site.cluster, "log") : lastWords(said) };
}

/** Whether a server behind `socket` takes a connection now. */
export async function answers(socket: string): Promise<boolean> {
  const client = superuser(socket, "postgres");
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * A connection as the cluster's own superuser: for making roles and databases, and for watching.
 */
export function superuser(socket: string, database: string): pg.Client {
  const client = new pg.Client({
    host: socket,
    port: 5432,
    user: "postgres",
    database,
    application_name: "acuerdo supervisor",
    connectionTimeoutMillis: 2_000,
  });
  // A connection that breaks fails the query at hand; unheard, it would end the process as well.
  client.on("error", () => undefined);
  return client;
}

/** Ends the server: sessions are cut, what was committed is kept, a checkpoint is written. */
export async function stopPostmaster({ child }: Postmaster): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  child.kill("SIGINT");
  const limit = new AbortController();
  await Promise.race([ended, wait(STOP_WITHIN, undefined, { signal: limit.signal })]);
  limit.abort();
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGQUIT");
  await ended;
}

function spawnServer(site: Site): ChildProcess {
  const options = { ...settings, unix_socket_directories: site.socket };
  const flags = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = [join(site.native, "bin", "postgres"), "-D", site.cluster, ...flags];
  const [command, ...rest] = canBindToParent(site)
    ? ["setpriv", "--pdeathsig", "INT", "--", ...server]
    : server;
  return spawn(command as string, rest, {
    ...asAccount(site.account),
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
}

function canBindToParent({ outlives, account }: Site): boolean {
  if (outlives || process.platform !== "linux") return false;
  const tried = spawnSync("setpriv", ["--pdeathsig", "INT", "--", "true"], asAccount(account));
  return tried.status === 0;
}
