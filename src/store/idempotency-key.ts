/** Idempotency keys: a request sent twice is done once and answered twice. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { json, timestamp } from "./column.ts";
import { type Db, maybe, type Row, run } from "./db.ts";

/** `answer` is missing while the first request of that key is still being worked on. */
export type Remembered = {
  readonly requestHash: string;
  readonly answer?: { readonly status: number; readonly body: unknown };
};

/**
 * Takes a key for a request: undefined where it was free or had run out, otherwise what it stands
 * for.
 */
export async function claimKey(
  db: Db,
  workspaceId: string,
  claim: {
    readonly key: string;
    readonly requestHash: string;
    readonly now: Instant;
    readonly until: Instant;
  },
): Promise<Remembered | undefined> {
  const { key, requestHash, now, until } = claim;
  const claimed = await run(
    db,
    sql`
      insert into idempotency_key (workspace_id, key, request_hash, created_at, expires_at)
      values (${workspaceId}, ${key}, ${requestHash}, ${timestamp(now)}, ${timestamp(until)})
      on conflict (workspace_id, key) do update set request_hash = excluded.request_hash,
        status = null, response = null, created_at = excluded.created_at,
        expires_at = excluded.expires_at
      where idempotency_key.expires_at <= ${timestamp(now)}`,
  );
  return claimed === 1 ? undefined : findKey(db, workspaceId, key);
}

/** Keeps the answer for whoever asks again with that key. */
export function rememberAnswer(
  db: Db,
  workspaceId: string,
  { key, status, body }: { readonly key: string; readonly status: number; readonly body: unknown },
): Promise<number> {
  return run(
    db,
    sql`
      update idempotency_key set status = ${status}, response = ${json(body)}::jsonb
      where workspace_id = ${workspaceId} and key = ${key}`,
  );
}

/** Gives up to `limit` keys that have run out free. */
export function forgetKeys(
  db: Db,
  workspaceId: string,
  { now, limit }: { readonly now: Instant; readonly limit: number },
): Promise<number> {
  return run(
    db,
    sql`
      delete from idempotency_key
      where workspace_id = ${workspaceId} and key in (
        select key from idempotency_key
        where workspace_id = ${workspaceId} and expires_at <= ${timestamp(now)}
        order by expires_at limit ${limit})`,
  );
}

function findKey(db: Db, workspaceId: string, key: string): Promise<Remembered | undefined> {
  return maybe(
    db,
    sql`
      select request_hash, status, response from idempotency_key
      where workspace_id = ${workspaceId} and key = ${key}`,
    toRemembered,
  );
}

function toRemembered(row: Row): Remembered {
  const requestHash = row.request_hash as string;
  const { status, response: body } = row;
  return status === null
    ? { requestHash }
    : { requestHash, answer: { status: Number(status), body } };
}
