/**
 * The supervisor: whatever state the last run left behind, at the end a server answers, and one
 * that dies is started again. Several processes may ask for the same data: one starts it, the rest
 * attach.
 */
import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { problem, refuse } from "../../engine/problem.ts";
import { ensureCluster } from "./cluster.ts";
import { disarmLock, isServing, type Lock, readLock } from "./lock.ts";
import { type EmbeddedSettings, prepareSite, type Site } from "./place.ts";
import {
  answers,
  type Postmaster,
  startPostmaster,
  stopPostmaster,
  superuser,
} from "./postmaster.ts";

/** How to reach a server: what `pg` wants to hear. */
export type Address = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
};

export type Embedded = {
  readonly address: Address;
  /** Where the data really is. */
  readonly directory: string;
  /** Whether this process runs the server itself, or uses one that another process runs. */
  readonly isOwner: () => boolean;
  readonly stop: () => Promise<void>;
};

/** The owner of every table: neither a superuser nor free of row-level security. */
const OWNER = "acuerdo";

/** Fifteen seconds: the children of a killed server hold its memory for a moment after it. */
const ATTEMPTS = 60;
const ATTEMPT_EVERY = 250;

type Serving = { readonly socket: string; readonly own: Postmaster | undefined };

/** Starts, or finds, the PostgreSQL on `settings.directory` and keeps it going until `stop`. */
export async function startEmbedded(settings: EmbeddedSettings): Promise<Embedded> {
  const site = prepareSite(settings);
  ensureCluster(site);
  const keeper = new Keeper(site, settings);
  const socket = await keeper.keep();
  await prepareDatabase(socket);
  return {
    address: { host: socket, port: 5432, user: OWNER, database: OWNER },
    directory: site.base,
    isOwner: () => keeper.isOwner(),
    stop: () => keeper.stop(),
  };
}

/** Holds one connection open; when it ends unasked, the server is found or started again. */
class Keeper {
  readonly #site: Site;
  readonly #settings: EmbeddedSettings;
  #serving: Serving | undefined;
  #watch: pg.Client | undefined;
  #reviving: Promise<void> | undefined;
  #isStopping = false;

  constructor(site: Site, settings: EmbeddedSettings) {
    this.#site = site;
    this.#settings = settings;
  }

  isOwner(): boolean {
    return this.#serving?.own !== undefined;
  }

  async keep(): Promise<string> {
    const serving = await findOrStart(this.#site, this.#settings.attempts ?? ATTEMPTS);
    this.#serving = serving;
    const watch = superuser(serving.socket, "postgres");
    watch.once("end", () => this.#lost());
    await watch.connect();
    this.#watch = watch;
    return serving.socket;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#reviving;
    await this.#watch?.end().catch(() => undefined);
    if (this.#serving?.own) await stopPostmaster(this.#serving.own);
  }

  #lost(): void {
    if (this.#isStopping) return;
    this.#reviving = this.keep().then(
      () => this.#say("database-restarted", { directory: this.#site.base }),
      (error) =>
        this.#say("database-start-failed", { directory: this.#site.base, reason: `${error}` }),
    );
  }

  #say(code: "database-restarted" | "database-start-failed", facts: Record<string, string>): void {
    this.#settings.say?.(problem(code, facts));
  }
}

/** Attaches to a live server, starts one on what a dead one left, or says why neither works. */
async function findOrStart(site: Site, attempts: number): Promise<Serving> {
  let reason = "?";
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const lock = readLock(site.cluster);
    if (lock && isServing(lock, site.cluster)) {
      const socket = await attach(lock);
      if (socket) return { socket, own: undefined };
      reason = `pid ${lock.pid}`;
    } else {
      if (lock) disarmLock(site.cluster);
      const started = await startPostmaster(site);
      if ("child" in started) return { socket: started.socket, own: started };
      reason = started.reason;
    }
    await wait(ATTEMPT_EVERY);
  }
  const lock = readLock(site.cluster);
  if (lock && isServing(lock, site.cluster)) {
    return refuse("database-in-use", { pid: lock.pid, directory: site.base });
  }
  return refuse("database-start-failed", { directory: site.base, reason });
}

async function attach({ socket }: Lock): Promise<string | undefined> {
  return socket && (await answers(socket)) ? socket : undefined;
}

/** The role and the database everything else uses. Two processes may do this at the same moment. */
async function prepareDatabase(socket: string): Promise<void> {
  const client = superuser(socket, "postgres");
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('acuerdo embedded'))");
    const role = await client.query("select 1 from pg_roles where rolname = $1", [OWNER]);
    if (role.rowCount === 0) await client.query(`create role ${OWNER} login createrole createdb`);
    const database = await client.query("select 1 from pg_database where datname = $1", [OWNER]);
    if (database.rowCount === 0) await client.query(`create database ${OWNER} owner ${OWNER}`);
  } finally {
    await client.end();
  }
}
