/** API keys: only the SHA-256 of each is kept, and found by it. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { present, timestamp } from "./column.ts";
import { type Db, many, maybe, type Row, run } from "./db.ts";

export type ApiKey = {
  readonly id: string;
  readonly title: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly expiresAt?: Instant;
  readonly revokedAt?: Instant;
  readonly lastUsedAt?: Instant;
};

export function addApiKey(
  db: Db,
  workspaceId: string,
  { key, hash }: { readonly key: ApiKey; readonly hash: string },
): Promise<number> {
  const { id, title, prefix, scopes, createdBy, createdAt, expiresAt } = key;
  return run(
    db,
    sql`
      insert into api_key (workspace_id, id, title, prefix, hash, scopes, created_by, created_at,
        expires_at)
      values (${workspaceId}, ${id}, ${title}, ${prefix}, ${hash}, ${[...scopes]}, ${createdBy},
        ${timestamp(createdAt)}, ${timestamp(expiresAt)})`,
  );
}

/**
 * The key of that hash while it is good. The workspace is part of every key, so it is known here.
 */
export function findApiKey(
  db: Db,
  workspaceId: string,
  { hash, now }: { readonly hash: string; readonly now: Instant },
): Promise<ApiKey | undefined> {
  return maybe(
    db,
    sql`
      select id, title, prefix, scopes, created_by, created_at, expires_at, revoked_at, last_used_at
      from api_key
      where workspace_id = ${workspaceId} and hash = ${hash} and revoked_at is null
        and (expires_at is null or expires_at > ${timestamp(now)})`,
    toApiKey,
  );
}

/** A key with its hash, whatever became of it: found by what is shown of it, its prefix. */
export function findByPrefix(
  db: Db,
  workspaceId: string,
  prefix: string,
): Promise<{ readonly key: ApiKey; readonly hash: string } | undefined> {
  return maybe(
    db,
    sql`
      select id, title, prefix, scopes, created_by, created_at, expires_at, revoked_at,
        last_used_at, hash
      from api_key where workspace_id = ${workspaceId} and prefix = ${prefix}`,
    (row) => ({ key: toApiKey(row), hash: row.hash as string }),
  );
}

/** Notes that a key was used, to the minute: a write a request would be one too many. */
export function touchApiKey(
  db: Db,
  workspaceId: string,
  { id, now }: { readonly id: string; readonly now: Instant },
): Promise<number> {
  return run(
    db,
    sql`
      update api_key set last_used_at = ${timestamp(now)}
      where workspace_id = ${workspaceId} and id = ${id}
        and (last_used_at is null
          or last_used_at < ${timestamp(now)}::timestamptz - interval '1 minute')`,
  );
}

export function revokeApiKey(
  db: Db,
  workspaceId: string,
  { id, now }: { readonly id: string; readonly now: Instant },
): Promise<number> {
  return run(
    db,
    sql`
      update api_key set revoked_at = ${timestamp(now)}
      where workspace_id = ${workspaceId} and id = ${id} and revoked_at is null`,
  );
}

export function listApiKeys(db: Db, workspaceId: string, limit: number): Promise<ApiKey[]> {
  return many(
    db,
    sql`
      select id, title, prefix, scopes, created_by, created_at, expires_at, revoked_at, last_used_at
      from api_key where workspace_id = ${workspaceId}
      order by created_at desc, id limit ${limit}`,
    toApiKey,
  );
}

function toApiKey(row: Row): ApiKey {
  return present({
    id: row.id,
    title: row.title,
    prefix: row.prefix,
    scopes: row.scopes,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  });
}
