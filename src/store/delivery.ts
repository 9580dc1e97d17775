/** Deliveries: rows that tell the outside, tried until they are told or given up. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { json, present, timestamp } from "./column.ts";
import { type Db, many, type Row, run } from "./db.ts";
import type { Lease } from "./timer.ts";

export type Channel = "inbox" | "email" | "slack" | "teams" | "webhook" | "connector";

/** `id` is made from what is told to whom, and reaches the receiver: a repeat can be recognised. */
export type Delivery = {
  readonly id: string;
  readonly channel: Channel;
  readonly recipient: string;
  /** The clock it tells of, where it tells of one. */
  readonly about?: string;
  readonly group?: string;
  readonly happenedAt: Instant;
  readonly dueAt: Instant;
  readonly body: unknown;
};

export type LeasedDelivery = Delivery & { readonly attempts: number };

export type DeadDelivery = LeasedDelivery & {
  readonly deadAt: Instant;
  readonly lastError?: string;
};

type Recording = { readonly workspaceId: string; readonly now: Instant };
type Held = Recording & { readonly worker: string };

/**
 * Adds deliveries; one that is there, told or not, is left alone. Gives back the ids that are new.
 */
export function addDeliveries(
  db: Db,
  { workspaceId, now }: Recording,
  deliveries: readonly Delivery[],
): Promise<string[]> {
  const records = deliveries.map((delivery) => ({
    id: delivery.id,
    channel: delivery.channel,
    recipient: delivery.recipient,
    about: delivery.about,
    group_key: delivery.group,
    happened_at: timestamp(delivery.happenedAt),
    due_at: timestamp(delivery.dueAt),
    body: delivery.body,
  }));
  return many(
    db,
    sql`
      insert into delivery (workspace_id, id, channel, recipient, about, group_key, happened_at,
        due_at, body, created_at)
      select ${workspaceId}, id, channel, recipient, about, group_key, happened_at, due_at, body,
        ${timestamp(now)}::timestamptz
      from json_to_recordset(${json(records)}::json) as told (id text, channel text,
        recipient text, about text, group_key text, happened_at timestamptz, due_at timestamptz,
        body jsonb)
      order by id
      on conflict (workspace_id, id) do nothing
      returning id`,
    (row) => row.id as string,
  );
}

/** Leases up to `limit` due deliveries of one workspace, the oldest first. See `leaseDueTimers`. */
export async function leaseDeliveries(db: Db, lease: Lease): Promise<LeasedDelivery[]> {
  const due = await lockDeliveries(db, lease);
  await run(
    db,
    sql`
      update delivery set leased_until = ${timestamp(lease.until)}, leased_by = ${lease.worker},
        attempts = attempts + 1
      where workspace_id = ${lease.workspaceId} and id = any (${due.map(({ id }) => id)})`,
  );
  return due.map((delivery) => ({ ...delivery, attempts: delivery.attempts + 1 }));
}

function lockDeliveries(db: Db, { workspaceId, now, limit }: Lease): Promise<LeasedDelivery[]> {
  return many(
    db,
    sql`
      select id, channel, recipient, about, group_key, happened_at, due_at, body, attempts
      from delivery
      where workspace_id = ${workspaceId} and delivered_at is null and dead_at is null
        and due_at <= ${timestamp(now)}
        and (leased_until is null or leased_until <= ${timestamp(now)})
      order by due_at, id
      limit ${limit}
      for update skip locked`,
    toLeased,
  );
}

/** Notes that deliveries arrived, and how late after they were due. */
export function finishDeliveries(
  db: Db,
  { workspaceId, worker, now }: Held,
  ids: readonly string[],
): Promise<number> {
  return run(
    db,
    sql`
      update delivery set delivered_at = ${timestamp(now)}, leased_until = null, last_error = null,
        lateness_ms =
          greatest(0, extract(epoch from ${timestamp(now)}::timestamptz - due_at) * 1000)::bigint
      where workspace_id = ${workspaceId} and id = any (${[...ids]}) and leased_by = ${worker}
        and delivered_at is null and dead_at is null`,
  );
}

/** Puts a delivery that failed back to be tried at `retryAt`, or among the dead without one. */
export function failDelivery(
  db: Db,
  { workspaceId, worker, now }: Held,
  failure: { readonly id: string; readonly error: string; readonly retryAt?: Instant },
): Promise<number> {
  const { id, error, retryAt } = failure;
  return run(
    db,
    sql`
      update delivery set leased_until = ${timestamp(retryAt)}, last_error = ${error},
        dead_at = ${retryAt === undefined ? timestamp(now) : null}
      where workspace_id = ${workspaceId} and id = ${id} and leased_by = ${worker}
        and delivered_at is null and dead_at is null`,
  );
}

/** Gives dead deliveries another life, from the first attempt on. */
export function replayDeliveries(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<number> {
  return run(
    db,
    sql`
      update delivery set dead_at = null, attempts = 0, leased_until = null, leased_by = null
      where workspace_id = ${workspaceId} and id = any (${[...ids]}) and dead_at is not null`,
  );
}

/** A page of what was given up, the latest first. */
export function listDeadDeliveries(
  db: Db,
  workspaceId: string,
  page: {
    readonly before?: { readonly deadAt: Instant; readonly id: string };
    readonly limit: number;
  },
): Promise<DeadDelivery[]> {
  const before = timestamp(page.before?.deadAt) ?? "infinity";
  return many(
    db,
    sql`
      select id, channel, recipient, about, group_key, happened_at, due_at, body, attempts, dead_at,
        last_error
      from delivery
      where workspace_id = ${workspaceId} and dead_at is not null
        and (dead_at, id) < (${before}::timestamptz, ${page.before?.id ?? ""})
      order by dead_at desc, id desc
      limit ${page.limit}`,
    (row) => ({
      ...toLeased(row),
      deadAt: row.dead_at as Instant,
      ...present<{ lastError?: string }>({ lastError: row.last_error }),
    }),
  );
}

function toLeased(row: Row): LeasedDelivery {
  return present({
    id: row.id,
    channel: row.channel,
    recipient: row.recipient,
    about: row.about,
    group: row.group_key,
    happenedAt: row.happened_at,
    dueAt: row.due_at,
    body: row.body,
    attempts: row.attempts,
  });
}
