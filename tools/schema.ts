/**
 * The schema of a migrated database, read from its catalogs: what `src/store/schema.sql` shows.
 *
 * `node tools/schema.ts` writes the file; a test compares. The binaries we bring have no pg_dump,
 * and every fact here reads the same on PostgreSQL 15 to 18.
 */
import { writeFileSync } from "node:fs";
import pg from "pg";
import type { Target } from "../src/store/db.ts";
import { openTestDatabase } from "../test/database.ts";

const TABLES = `
  select c.oid, c.relname as name, c.relrowsecurity as secure, c.relforcerowsecurity as forced
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p')
  order by c.relname`;

const COLUMNS = `
  select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    a.attgenerated as generated, pg_get_expr(d.adbin, d.adrelid) as expression
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped
  order by a.attnum`;

const CONSTRAINTS = `
  select pg_get_constraintdef(oid) as says from pg_constraint
  where conrelid = $1 and contype in ('p', 'u', 'f', 'c')
  order by array_position(array['p', 'u', 'f', 'c'], contype::text), conname`;

const INDEXES = `
  select pg_get_indexdef(i.indexrelid) as says from pg_index i
  where i.indrelid = $1 and not exists (select from pg_constraint k where k.conindid = i.indexrelid
    and k.contype in ('p', 'u'))
  order by 1`;

const POLICIES = `
  select polname as name, polcmd as deed, pg_get_expr(polqual, polrelid) as sees,
    pg_get_expr(polwithcheck, polrelid) as writes,
    array(select rolname::text from pg_roles where oid = any (polroles) order by 1) as roles
  from pg_policy where polrelid = $1 order by polname`;

const GRANTS = `
  select grantee, string_agg(lower(privilege_type), ', ' order by privilege_type) as deeds
  from information_schema.role_table_grants
  where table_schema = 'public' and table_name = $1 and grantee like 'acuerdo\\_%'
  group by grantee order by grantee`;

const COLUMN_GRANTS = `
  select grantee, string_agg(column_name, ', ' order by column_name) as columns
  from information_schema.role_column_grants g
  where table_schema = 'public' and table_name = $1 and privilege_type = 'UPDATE'
    and grantee like 'acuerdo\\_%'
    and not exists (select from information_schema.role_table_grants t
      where t.table_schema = 'public' and t.table_name = $1 and t.grantee = g.grantee
        and t.privilege_type = 'UPDATE')
  group by grantee order by grantee`;

const TRIGGERS = `
  select pg_get_triggerdef(oid) as says from pg_trigger
  where tgrelid = $1 and not tgisinternal order by tgname`;

const FUNCTIONS = `
  select pg_get_functiondef(p.oid) as says
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = 'public' order by p.proname`;

/** The whole schema as text, in an order that does not depend on when anything was made. */
export async function describeSchema(target: Target): Promise<string> {
  const config = typeof target === "string" ? { connectionString: target } : target;
  const client = new pg.Client(config);
  await client.connect();
  try {
    const { rows: tables } = await client.query(TABLES);
    const parts = ["-- Written by tools/schema.ts from the migrated database. Do not edit."];
    for (const table of tables) parts.push(await describeTable(client, table));
    const { rows: functions } = await client.query(FUNCTIONS);
    return `${[...parts, ...functions.map(({ says }) => `${says.trim()};`)].join("\n\n")}\n`;
  } finally {
    await client.end();
  }
}

type Table = { oid: number; name: string; secure: boolean; forced: boolean };

async function describeTable(client: pg.Client, table: Table): Promise<string> {
  const rows = async (text: string, key: unknown = table.oid) =>
    (await client.query(text, [key])).rows;
  const body = [
    ...(await rows(COLUMNS)).map(columnLine),
    ...(await rows(CONSTRAINTS)).map(({ says }) => `  ${says}`),
  ];
  return [
    `create table ${table.name} (\n${body.join(",\n")}\n);`,
    ...(await rows(INDEXES)).map(({ says }) => `${says};`),
    ...(table.secure ? [`alter table ${table.name} enable row level security;`] : []),
    ...(table.forced ? [`alter table ${table.name} force row level security;`] : []),
    ...(await rows(POLICIES)).map((policy) => policyLine(table.name, policy)),
    ...(await rows(GRANTS, table.name)).map(
      ({ grantee, deeds }) => `grant ${deeds} on ${table.name} to ${grantee};`,
    ),
    ...(await rows(COLUMN_GRANTS, table.name)).map(
      ({ grantee, columns }) => `grant update (${columns}) on ${table.name} to ${grantee};`,
    ),
    ...(await rows(TRIGGERS)).map(({ says }) => `${says};`),
  ].join("\n");
}

function columnLine(column: Record<string, unknown>): string {
  const { name, type, required, generated, expression } = column;
  const value =
    generated === "s" ? ` generated always as (${expression}) stored` : ` default ${expression}`;
  return `  ${name} ${type}${required ? " not null" : ""}${expression === null ? "" : value}`;
}

function policyLine(table: string, policy: Record<string, unknown>): string {
  const { name, deed, sees, writes, roles } = policy;
  const forWhat = deed === "r" ? " for select" : "";
  const to = (roles as string[]).length > 0 ? ` to ${(roles as string[]).join(", ")}` : "";
  const check = writes === null ? "" : ` with check (${writes})`;
  return `create policy ${name} on ${table}${forWhat}${to} using (${sees})${check};`;
}

if (import.meta.main) {
  const database = await openTestDatabase();
  const file = new URL("../src/store/schema.sql", import.meta.url);
  writeFileSync(file, await describeSchema(database.ownerAddress));
  await database.drop();
}
