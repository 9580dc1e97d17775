/** The audit: who did what, each row sealed with the hash of all before it. */
import { createHash } from "node:crypto";
import sql, { join } from "sql-template-tag";
import type { Attributes } from "../engine/event.ts";
import { type Instant, instantText } from "../engine/time.ts";
import { json, timestamp } from "./column.ts";
import { type Db, many, maybe, type Row, run } from "./db.ts";

export type Deed = {
  readonly at: Instant;
  readonly actor: string;
  readonly deed: string;
  readonly target: string;
  readonly facts: Attributes;
};

export type AuditRow = Deed & {
  readonly number: number;
  readonly previousHash: string;
  readonly hash: string;
};

/** Where a chain is broken first, and how many rows were looked at. */
export type AuditFinding = { readonly rows: number; readonly brokenAt?: number };

/**
 * Appends a deed to the workspace's chain.
 *
 * The workspace's row is locked until the transaction ends: the chain has one end, so deeds wait
 * for each other. Do this last in a transaction.
 */
export async function appendAudit(db: Db, workspaceId: string, done: Deed): Promise<AuditRow> {
  // What is sealed is what JSON keeps of it, since that is what will be read back.
  const deed = { ...done, facts: JSON.parse(json(done.facts)) as Attributes };
  await run(db, sql`select from workspace where workspace_id = ${workspaceId} for no key update`);
  const last = await lastAudit(db, workspaceId);
  const number = (last?.number ?? 0) + 1;
  const previousHash = last?.hash ?? "";
  const row = { ...deed, number, previousHash, hash: sealOf({ ...deed, number, previousHash }) };
  await run(
    db,
    sql`
      insert into audit (workspace_id, number, at, actor, deed, target, facts, previous_hash, hash,
        created_at)
      values (${workspaceId}, ${number}, ${timestamp(deed.at)}, ${deed.actor}, ${deed.deed},
        ${deed.target}, ${json(deed.facts)}::jsonb, ${previousHash}, ${row.hash},
        ${timestamp(deed.at)})`,
  );
  return row;
}

/**
 * The end of the chain. Whoever keeps its hash elsewhere can later show that nothing was cut off.
 */
export function lastAudit(db: Db, workspaceId: string): Promise<AuditRow | undefined> {
  return maybe(
    db,
    sql`
      select number, at, actor, deed, target, facts, previous_hash, hash from audit
      where workspace_id = ${workspaceId} order by number desc limit 1`,
    toAudit,
  );
}

/** What a reader looks for; each part narrows. `before`: rows with a smaller number. */
export type AuditFilter = {
  readonly before?: number;
  readonly actor?: string;
  readonly deed?: string;
  readonly target?: string;
  readonly from?: Instant;
  readonly to?: Instant;
};

/** A row with what its actor is called now; null for who left, and for the product itself. */
export type NamedAuditRow = AuditRow & { readonly actorName: string | null };

/**
 * The latest rows that pass a filter, the last first. `deed` and `target` may be beginnings;
 * `actor` may be a name or an address as well.
 */
export function searchAudit(
  db: Db,
  workspaceId: string,
  { before, actor, deed, target, from, to, limit }: AuditFilter & { readonly limit: number },
): Promise<NamedAuditRow[]> {
  const where = [
    sql`audit.workspace_id = ${workspaceId}`,
    ...(before === undefined ? [] : [sql`number < ${before}`]),
    ...(actor === undefined
      ? []
      : [sql`${actor} in (audit.actor, member.title, member.email, api_key.title)`]),
    ...(deed === undefined ? [] : [sql`starts_with(deed, ${deed})`]),
    ...(target === undefined ? [] : [sql`starts_with(target, ${target})`]),
    ...(from === undefined ? [] : [sql`at >= ${timestamp(from)}`]),
    ...(to === undefined ? [] : [sql`at < ${timestamp(to)}`]),
  ];
  return many(
    db,
    sql`
      select audit.number, audit.at, audit.actor, audit.deed, audit.target, audit.facts,
        audit.previous_hash, audit.hash,
        coalesce(member.title, member.email, api_key.title) as actor_name
      from audit
      left join member on member.workspace_id = audit.workspace_id
        and audit.actor = 'account/' || member.account_id
      left join api_key on api_key.workspace_id = audit.workspace_id
        and audit.actor = 'key/' || api_key.id
      where ${join(where, " and ")}
      order by audit.number desc limit ${limit}`,
    (row) => ({ ...toAudit(row), actorName: row.actor_name as string | null }),
  );
}

export function listAudit(
  db: Db,
  workspaceId: string,
  page: { readonly after?: number; readonly limit: number },
): Promise<AuditRow[]> {
  return many(
    db,
    sql`
      select number, at, actor, deed, target, facts, previous_hash, hash from audit
      where workspace_id = ${workspaceId} and number > ${page.after ?? 0}
      order by number limit ${page.limit}`,
    toAudit,
  );
}

const PAGE = 1_000;

/** Walks the whole chain: a row changed, removed, or put in between breaks it where it is. */
export async function verifyAudit(db: Db, workspaceId: string): Promise<AuditFinding> {
  let rows = 0;
  let previousHash = "";
  for (;;) {
    const page = await listAudit(db, workspaceId, { after: rows, limit: PAGE });
    for (const row of page) {
      const follows = row.number === rows + 1 && row.previousHash === previousHash;
      if (!follows || row.hash !== sealOf(row)) return { rows, brokenAt: rows + 1 };
      previousHash = row.hash;
      rows += 1;
    }
    if (page.length < PAGE) return { rows };
  }
}

function sealOf(row: Omit<AuditRow, "hash">): string {
  const { number, at, actor, deed, target, facts, previousHash } = row;
  const sealed = [previousHash, number, instantText(at), actor, deed, target, inKeyOrder(facts)];
  return createHash("sha256").update(JSON.stringify(sealed)).digest("hex");
}

/** The database keeps no order of keys, so the seal must not depend on one. */
function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, inKeyOrder(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function toAudit(row: Row): AuditRow {
  return {
    number: row.number as number,
    at: row.at as Instant,
    actor: row.actor as string,
    deed: row.deed as string,
    target: row.target as string,
    facts: row.facts as Attributes,
    previousHash: row.previous_hash as string,
    hash: row.hash as string,
  };
}
