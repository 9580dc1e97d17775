/** Webhooks: addresses outside that are told of changes. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { present, timestamp } from "./column.ts";
import { type Db, many, type Row, run } from "./db.ts";

/** `secret` signs what is sent, so it is kept as it is: whoever reads this table could forge. */
export type Webhook = {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly types: readonly string[];
  readonly pausedAt?: Instant;
  readonly createdBy: string;
};

type Recording = { readonly workspaceId: string; readonly now: Instant };

export function saveWebhook(
  db: Db,
  { workspaceId, now }: Recording,
  webhook: Webhook,
): Promise<number> {
  const { id, url, secret, types, pausedAt, createdBy } = webhook;
  return run(
    db,
    sql`
      insert into webhook (workspace_id, id, url, secret, types, paused_at, created_by, created_at,
        updated_at)
      values (${workspaceId}, ${id}, ${url}, ${secret}, ${[...types]}, ${timestamp(pausedAt)},
        ${createdBy}, ${timestamp(now)}, ${timestamp(now)})
      on conflict (workspace_id, id) do update set url = excluded.url, secret = excluded.secret,
        types = excluded.types, paused_at = excluded.paused_at, updated_at = excluded.updated_at`,
  );
}

export function removeWebhook(db: Db, workspaceId: string, id: string): Promise<number> {
  return run(db, sql`delete from webhook where workspace_id = ${workspaceId} and id = ${id}`);
}

export function listWebhooks(db: Db, workspaceId: string): Promise<Webhook[]> {
  return many(
    db,
    sql`
      select id, url, secret, types, paused_at, created_by from webhook
      where workspace_id = ${workspaceId} order by id limit 1000`,
    toWebhook,
  );
}

function toWebhook(row: Row): Webhook {
  const { id, url, secret, types, paused_at: pausedAt, created_by: createdBy } = row;
  return present({ id, url, secret, types, pausedAt, createdBy });
}
