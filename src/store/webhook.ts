/**
 * Webhooks: addresses outside that are told of changes, ours signed, or those of a chat channel.
 */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { present, timestamp } from "./column.ts";
import { type Db, many, maybe, type Row, run } from "./db.ts";

export type WebhookKind = "standard" | "slack" | "teams";

/**
 * `secret` signs what is sent, so it is kept as it is: whoever reads this table could forge.
 * `former` signs beside it until then. `restsUntil`: left alone after failures in a row.
 */
export type Webhook = {
  readonly id: string;
  readonly kind: WebhookKind;
  readonly title?: string;
  readonly url: string;
  readonly secret: string;
  readonly former?: { readonly secret: string; readonly until: Instant };
  readonly types: readonly string[];
  readonly failures: number;
  readonly restsUntil?: Instant;
  readonly pausedAt?: Instant;
  readonly pausedBecause?: string;
  readonly createdBy: string;
};

/** What people say of an address; the rest is what became of it. */
export type WebhookSaved = Pick<
  Webhook,
  "id" | "kind" | "title" | "url" | "secret" | "former" | "types" | "pausedAt" | "createdBy"
>;

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Adds an address or writes what has changed of it; saved again it starts without failures. */
export function saveWebhook(
  db: Db,
  { workspaceId, now }: Recording,
  webhook: WebhookSaved,
): Promise<number> {
  const { id, kind, title, url, secret, former, types, pausedAt, createdBy } = webhook;
  return run(
    db,
    sql`
      insert into webhook (workspace_id, id, kind, title, url, secret, former_secret, former_until,
        types, paused_at, created_by, created_at, updated_at)
      values (${workspaceId}, ${id}, ${kind}, ${title ?? null}, ${url}, ${secret},
        ${former?.secret ?? null}, ${timestamp(former?.until)}, ${[...types]},
        ${timestamp(pausedAt)}, ${createdBy}, ${timestamp(now)}, ${timestamp(now)})
      on conflict (workspace_id, id) do update set kind = excluded.kind, title = excluded.title,
        url = excluded.url, secret = excluded.secret, former_secret = excluded.former_secret,
        former_until = excluded.former_until, types = excluded.types,
        paused_at = excluded.paused_at, paused_because = null, failures = 0, rests_until = null,
        updated_at = excluded.updated_at`,
  );
}

export function removeWebhook(db: Db, workspaceId: string, id: string): Promise<number> {
  return run(db, sql`delete from webhook where workspace_id = ${workspaceId} and id = ${id}`);
}

export function listWebhooks(db: Db, workspaceId: string): Promise<Webhook[]> {
  return many(
    db,
    sql`
      select id, kind, title, url, secret, former_secret, former_until, types, failures,
        rests_until, paused_at, paused_because, created_by
      from webhook
      where workspace_id = ${workspaceId} order by id limit 1000`,
    toWebhook,
  );
}

export function findWebhook(db: Db, workspaceId: string, id: string): Promise<Webhook | undefined> {
  return maybe(
    db,
    sql`
      select id, kind, title, url, secret, former_secret, former_until, types, failures,
        rests_until, paused_at, paused_because, created_by
      from webhook where workspace_id = ${workspaceId} and id = ${id}`,
    toWebhook,
  );
}

/** Notes what became of an address: failures in a row, until when it rests, or why it is paused. */
export function markWebhook(
  db: Db,
  { workspaceId, now }: Recording,
  mark: {
    readonly id: string;
    readonly failures: number;
    readonly restsUntil?: Instant;
    readonly pausedBecause?: string;
  },
): Promise<number> {
  const pausedAt = mark.pausedBecause === undefined ? null : timestamp(now);
  return run(
    db,
    sql`
      update webhook set failures = ${mark.failures}, rests_until = ${timestamp(mark.restsUntil)},
        paused_at = coalesce(paused_at, ${pausedAt}::timestamptz),
        paused_because = coalesce(${mark.pausedBecause ?? null}, paused_because),
        updated_at = ${timestamp(now)}
      where workspace_id = ${workspaceId} and id = ${mark.id}`,
  );
}

function toWebhook(row: Row): Webhook {
  const { former_secret: secret, former_until: until } = row;
  return present({
    id: row.id,
    kind: row.kind,
    title: row.title,
    url: row.url,
    secret: row.secret,
    former: secret === null || until === null ? undefined : { secret, until },
    types: row.types,
    failures: row.failures,
    restsUntil: row.rests_until,
    pausedAt: row.paused_at,
    pausedBecause: row.paused_because,
    createdBy: row.created_by,
  });
}
