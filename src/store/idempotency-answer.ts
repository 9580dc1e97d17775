/** The two ends of a request that carried an Idempotency-Key: answered, or given up. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { json, timestamp } from "./column.ts";
import { type Db, run } from "./db.ts";

/** Keeps the answer until `until`, for whoever asks again with that key. */
export function keepAnswer(
  db: Db,
  workspaceId: string,
  answer: {
    readonly key: string;
    readonly status: number;
    readonly body: unknown;
    readonly until: Instant;
  },
): Promise<number> {
  return run(
    db,
    sql`
      update idempotency_key set status = ${answer.status}, response = ${json(answer.body)}::jsonb,
        expires_at = ${timestamp(answer.until)}
      where workspace_id = ${workspaceId} and key = ${answer.key}`,
  );
}

/** Frees a key whose request failed: nothing was done, so it may be tried again. */
export function releaseKey(db: Db, workspaceId: string, key: string): Promise<number> {
  return run(
    db,
    sql`
      delete from idempotency_key
      where workspace_id = ${workspaceId} and key = ${key} and status is null`,
  );
}
