/**
 * Brings a database to the schema this program knows: forward only, one file one transaction.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { refuse } from "../engine/problem.ts";
import { type Instant, instantText } from "../engine/time.ts";
import { ACROSS_ROLE, APP_ROLE, type Target } from "./db.ts";

type Migration = { readonly name: string; readonly text: string; readonly checksum: string };

/** In the package the files lie where they lie in the source, beside the compiled program. */
const FOLDER = new URL("../../src/store/migrations/", import.meta.url);

const OLDEST_SERVER = 15;

/** Two programs that migrate at once wait for each other on this number. */
const LOCK = "select pg_advisory_lock(hashtextextended('acuerdo migration', 0))";

const LEDGER = `
  create table if not exists migration (
    name text primary key,
    checksum text not null,
    applied_at timestamptz not null
  )`;

/**
 * Applies the migrations a database lacks and returns their names.
 *
 * Refuses: a server that is too old, an applied file that has changed, a database from a newer
 * program, a user who may not make the roles that row-level security needs.
 */
export async function migrate(
  target: Target,
  now: Instant,
  folder: URL = FOLDER,
): Promise<readonly string[]> {
  const config = typeof target === "string" ? { connectionString: target } : target;
  const client = new pg.Client({ ...config, application_name: "acuerdo migrate" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await refuseOldServer(client);
    await client.query(LOCK);
    await ensureRoles(client);
    await client.query(LEDGER);
    return await applyMissing(client, readMigrations(folder), now);
  } finally {
    await client.end();
  }
}

async function applyMissing(
  client: pg.Client,
  known: readonly Migration[],
  now: Instant,
): Promise<readonly string[]> {
  const { rows } = await client.query("select name, checksum from migration order by name");
  const applied = new Map(rows.map(({ name, checksum }) => [name as string, checksum as string]));
  refuseDrift(applied, known);
  const missing = known.filter(({ name }) => !applied.has(name));
  for (const migration of missing) await apply(client, migration, now);
  return missing.map(({ name }) => name);
}

function refuseDrift(applied: ReadonlyMap<string, string>, known: readonly Migration[]): void {
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]));
  for (const [migration, checksum] of applied) {
    const here = checksums.get(migration);
    if (here === undefined) refuse("migration-unknown", { migration });
    if (here !== checksum) refuse("migration-changed", { migration });
  }
}

async function apply(client: pg.Client, { name, text, checksum }: Migration, now: Instant) {
  await client.query("begin");
  try {
    await client.query(text);
    await client.query("insert into migration (name, checksum, applied_at) values ($1, $2, $3)", [
      name,
      checksum,
      instantText(now),
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

function readMigrations(folder: URL): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return names.sort().map((name) => {
    const text = readFileSync(new URL(name, folder), "utf8").replaceAll("\r\n", "\n");
    return { name, text, checksum: createHash("sha256").update(text).digest("hex") };
  });
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    "select current_setting('server_version_num')::int as version",
  );
  const found = Math.floor(rows[0].version / 10_000);
  if (found < OLDEST_SERVER) refuse("database-version-old", { found, need: OLDEST_SERVER });
}

/** From 16 on, whoever makes a role may hand it out, itself included, but is not in it. */
const MAY_BECOME = `
  select pg_has_role($1, case when current_setting('server_version_num')::int >= 160000
    then 'set' else 'member' end) as may`;

/**
 * Roles belong to the server, not to the database, so another database may have made them already.
 */
async function ensureRoles(client: pg.Client): Promise<void> {
  for (const role of [APP_ROLE, ACROSS_ROLE]) {
    try {
      await client.query(`
        do $$ begin
          if not exists (select from pg_roles where rolname = '${role}') then
            create role ${role} nologin nosuperuser nobypassrls;
          end if;
        exception when duplicate_object or unique_violation then null;
        end $$`);
      const { rows } = await client.query(MAY_BECOME, [role]);
      if (!rows[0].may) await client.query(`grant ${role} to current_user`);
      await client.query(`grant usage on schema public to ${role}`);
    } catch (error) {
      if ((error as { code?: unknown }).code !== "42501") throw error;
      refuse("database-role-missing", { role, user: client.user ?? "?" });
    }
  }
}
