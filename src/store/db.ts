/**
 * One way to the database: a pool, transactions, and four verbs that run a statement.
 *
 * Every statement about a workspace runs inside `inWorkspace`: there row-level security shows that
 * workspace alone, so that a statement which forgets its `where` reads nothing of another's.
 */
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { Sql } from "sql-template-tag";
import { refuse } from "../engine/problem.ts";
import { typeParsers } from "./column.ts";

/**
 * A transaction: what runs statements. It is of no use after the function that was given it
 * returns or throws: then it `isOver`.
 */
export type Db = {
  readonly client: pg.PoolClient;
  readonly isPipelined?: boolean;
  readonly isOver?: boolean;
};

export type Row = Readonly<Record<string, unknown>>;

/**
 * A socket folder or host with its names, or a URL of the form
 * postgres://user:password@host/database.
 */
export type Target =
  | string
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
    };

export type PoolSettings = {
  readonly connections?: number;
  /** Milliseconds a statement may take before the server gives it up. */
  readonly statementTimeout?: number;
  /**
   * Lets statements that do not wait for each other's answers travel together. Copying is not
   * possible on such connections.
   */
  readonly isPipelined?: boolean;
  /** The role statements run as; the product's own unless a migration is run. */
  readonly role?: string;
};

/**
 * Neither owner of a table nor superuser, so that row-level security and missing grants hold for
 * it.
 */
export const APP_ROLE = "acuerdo_app";

/** May read a few tables of every workspace, to learn where there is work, and change none. */
export const ACROSS_ROLE = "acuerdo_across";

const CONNECTIONS = 10;
const STATEMENT_TIMEOUT = 30_000;
const LOCK_TIMEOUT = 15_000;
const IDLE_IN_TRANSACTION_TIMEOUT = 60_000;
const CONNECT_TIMEOUT = 10_000;

/** Deadlock and serialization failure: the server undid everything and asks to be asked again. */
const retried: ReadonlySet<unknown> = new Set(["40P01", "40001"]);
const TRIES = 4;

/** Nobody at the address, or a server that is just starting or stopping: five seconds of it. */
const absent: ReadonlySet<unknown> = new Set(["ENOENT", "ECONNREFUSED", "57P03"]);
/** The server says goodbye: it is being stopped, or a neighbour of ours crashed it. */
const ending: ReadonlySet<unknown> = new Set(["57P01", "57P02"]);
const CONNECT_TRIES = 20;
const CONNECT_AGAIN_AFTER = 250;

export type Transaction = {
  readonly workspace?: string;
  readonly role?: string;
  /** One snapshot for all statements, and no writing: what an export needs. It may be long, too. */
  readonly isSnapshot?: boolean;
  /** May take as long as it takes: an import waits for its file. */
  readonly isLong?: boolean;
};

/** A pool of connections. Closed by whoever opened it. */
export class Database {
  readonly #pool: pg.Pool;
  readonly #isPipelined: boolean;

  constructor(target: Target, settings: PoolSettings = {}) {
    this.#pool = new pg.Pool(poolConfig(target, settings));
    this.#isPipelined = settings.isPipelined ?? false;
    // An idle connection that breaks is dropped by the pool; the next statement opens another.
    this.#pool.on("error", () => undefined);
    // One that breaks in use fails the statement at hand; unheard, it would end the process as
    // well.
    this.#pool.on("connect", (client) => client.on("error", () => undefined));
  }

  /**
   * Runs `work` in one transaction: all of it is kept, or none.
   *
   * It may be run again, up to four times, when the server ended it to break a deadlock, or the
   * connection broke before the end was asked for: what it does outside the database must be safe
   * to repeat. One that breaks at the very end is told of, since nobody knows what became of it:
   * whoever asked knows whether to ask again.
   */
  async transaction<T>(work: (db: Db) => Promise<T>, settings: Transaction = {}): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const course = { isEnding: false };
      try {
        return await this.#attempt(work, begin(settings), course);
      } catch (error) {
        const isUndone = retried.has(codeOf(error)) || isCutOff(error, course);
        if (attempt < TRIES && isUndone && !isStreamed(settings)) continue;
        throw named(error);
      }
    }
  }

  /** A connection for a library with statements of its own; whoever takes it releases it. */
  lend(): Promise<pg.PoolClient> {
    return this.#connect();
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  /**
   * Waits while the server is being started again: nothing was asked yet, so nothing is repeated.
   */
  async #connect(): Promise<pg.PoolClient> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#pool.connect();
      } catch (error) {
        const isAway = absent.has(codeOf(error)) || isBroken(error);
        if (attempt === CONNECT_TRIES || !isAway) throw error;
        await wait(CONNECT_AGAIN_AFTER);
      }
    }
  }

  /**
   * A connection with its transaction begun. One that broke while it lay idle shows only now;
   * nothing was asked on it yet, so another is taken.
   */
  async #open(opening: string): Promise<pg.PoolClient> {
    for (let attempt = 1; ; attempt += 1) {
      const client = await this.#connect();
      try {
        await client.query(opening);
        return client;
      } catch (error) {
        client.release(true);
        if (attempt === CONNECT_TRIES || !isBroken(error)) throw error;
      }
    }
  }

  async #attempt<T>(
    work: (db: Db) => Promise<T>,
    opening: string,
    course: { isEnding: boolean },
  ): Promise<T> {
    const client = await this.#open(opening);
    const db = { client, isPipelined: this.#isPipelined, isOver: false };
    let isLost = false;
    try {
      const result = await work(db);
      db.isOver = true;
      course.isEnding = true;
      await client.query("commit");
      return result;
    } catch (error) {
      db.isOver = true;
      await client.query("rollback").catch(() => {
        isLost = true;
      });
      throw error;
    } finally {
      client.release(isLost);
    }
  }
}

/** What is read from a file, or written to one as it comes, cannot be done again. */
function isStreamed({ isSnapshot, isLong }: Transaction): boolean {
  return isSnapshot === true || isLong === true;
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}

/** Whether the connection broke before the server can have been asked for the end. */
function isCutOff(error: unknown, { isEnding }: { readonly isEnding: boolean }): boolean {
  if (!isBroken(error)) return false;
  return !isEnding || UNSENT.test((error as Error).message);
}

/** The connection itself is gone: the driver says so, or the server's last answer does. */
function isBroken(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return ending.has(error.code);
  return error instanceof Error && (lost.has(codeOf(error)) || GONE.test(error.message));
}

const lost: ReadonlySet<unknown> = new Set(["EPIPE", "ECONNRESET"]);
/** The driver knew that the connection was gone, and sent nothing. */
const UNSENT = /not queryable/;
/** Not one that was waited for in vain: that took its time already. */
const GONE = /^Connection terminated(?! due to connection timeout)|not queryable/;

/** Runs `work` in a transaction that sees and writes the rows of one workspace, and no others. */
export function inWorkspace<T>(
  database: Database,
  workspaceId: string,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  return database.transaction(work, { workspace: workspaceId });
}

/** Runs `work` where it may read, but not write, the tables that say where there is work to do. */
export function acrossWorkspaces<T>(database: Database, work: (db: Db) => Promise<T>): Promise<T> {
  return database.transaction(work, { role: ACROSS_ROLE });
}

/** Every row, as a value. */
export async function many<T>(db: Db, statement: Sql, toValue: (row: Row) => T): Promise<T[]> {
  return (await ask(db, statement)).rows.map(toValue);
}

/** The only row, where there is one. */
export async function maybe<T>(
  db: Db,
  statement: Sql,
  toValue: (row: Row) => T,
): Promise<T | undefined> {
  const { rows } = await ask(db, statement);
  assert.ok(rows.length <= 1, "a statement for one row found several");
  return rows[0] && toValue(rows[0]);
}

/** The only row of a statement that always has one. */
export async function one<T>(db: Db, statement: Sql, toValue: (row: Row) => T): Promise<T> {
  const { rows } = await ask(db, statement);
  assert.equal(rows.length, 1, "a statement for exactly one row");
  return toValue(rows[0] as Row);
}

/** How many rows a statement changed. */
export async function run(db: Db, statement: Sql): Promise<number> {
  return (await ask(db, statement)).rowCount ?? 0;
}

/** What is done together: functions, each of which runs statements and waits for nothing else. */
type Works = readonly (() => Promise<unknown>)[];
type Results<T extends Works> = { -readonly [K in keyof T]: Awaited<ReturnType<T[K]>> };

/**
 * Runs statements that do not wait for each other's answers: in their order, and on one way to the
 * server and back where the connection allows it.
 */
export async function together<const T extends Works>(db: Db, ...works: T): Promise<Results<T>> {
  if (db.isPipelined) return (await Promise.all(works.map((work) => work()))) as Results<T>;
  const results: unknown[] = [];
  for (const work of works) results.push(await work());
  return results as Results<T>;
}

/**
 * Begins what is only asked about later: sent at once where the connection allows it, so that the
 * server does it meanwhile; else done when it is asked about. Asked again it tells the same.
 */
export function meanwhile<T>(db: Db, work: () => Promise<T>): () => Promise<T> {
  let told = db.isPipelined ? work() : undefined;
  // Whoever asks is told of a fault; where something else failed first, nobody asks.
  told?.catch(() => undefined);
  return () => {
    told ??= work();
    return told;
  };
}

/** What was begun beside a statement that failed may go on: the connection is another's by then. */
function ask(db: Db, statement: Sql): Promise<pg.QueryResult<Row>> {
  assert.ok(!db.isOver, "a statement of a transaction that is over");
  const name = statementName(statement.text);
  const query = { text: statement.text, values: statement.values };
  return db.client.query<Row>(name ? { ...query, name } : query);
}

/**
 * Named statements are parsed once a connection. Their texts are few: what varies is a parameter.
 */
const names = new Map<string, string>();
const NAMES_LIMIT = 1_000;

function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= NAMES_LIMIT) return known;
  const name = `acuerdo_${names.size}`;
  names.set(text, name);
  return name;
}

/** One message to the server, though it is up to three statements. */
function begin({ workspace, role, isSnapshot, isLong }: Transaction): string {
  const opening = [isSnapshot ? "begin isolation level repeatable read read only" : "begin"];
  if (isSnapshot || isLong) {
    opening.push("set local statement_timeout = 0");
    opening.push("set local idle_in_transaction_session_timeout = 0");
  }
  if (role) opening.push(`set local role ${pg.escapeIdentifier(role)}`);
  if (workspace !== undefined) opening.push(setWorkspace(workspace));
  return opening.join("; ");
}

/** The statement that turns the transaction to `workspaceId`. */
export function setWorkspace(workspaceId: string): string {
  return `select set_config('acuerdo.workspace', ${pg.escapeLiteral(workspaceId)}, true)`;
}

function poolConfig(target: Target, settings: PoolSettings): pg.PoolConfig {
  const place = typeof target === "string" ? { connectionString: target } : target;
  const role = settings.role ?? APP_ROLE;
  return {
    ...place,
    application_name: "acuerdo",
    max: settings.connections ?? CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    statement_timeout: settings.statementTimeout ?? STATEMENT_TIMEOUT,
    lock_timeout: LOCK_TIMEOUT,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT,
    pipeline: settings.isPipelined ?? false,
    options: startOptions(role),
    types: typeParsers,
  };
}

/**
 * A plan is made for the values at hand, each time. One made for any values believes that a
 * workspace it knows nothing of is small, and has compared every timer with every id of a batch.
 */
function startOptions(role: string): string {
  const options = ["timezone=UTC", "datestyle=ISO", "plan_cache_mode=force_custom_plan"];
  if (role) options.push(`role=${role}`);
  return options.map((option) => `-c ${option}`).join(" ");
}

/** Text the database cannot hold: a NUL, half a surrogate pair, a number beyond its range. */
const unstorable: ReadonlySet<unknown> = new Set(["22021", "22P05", "22P02", "22003"]);

function named(error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message?: string };
  return unstorable.has(code) ? asRefusal(message ?? "") : error;
}

function asRefusal(reason: string): unknown {
  try {
    return refuse("value-unstorable", { reason });
  } catch (refusal) {
    return refusal;
  }
}
