/** What was told, and what waits to be: asked before more is told. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { present, timestamp } from "./column.ts";
import { type Db, many, run } from "./db.ts";
import type { Channel } from "./delivery.ts";

/** One telling of a clock. `wasTold`: it arrived, or may be arriving at this moment. */
export type Told = {
  readonly id: string;
  readonly channel: Channel;
  readonly recipient: string;
  readonly about: string;
  readonly what: string;
  readonly at: Instant;
  readonly wasTold: boolean;
  readonly body: unknown;
};

/** Every telling of some clocks, the oldest first. */
export function toldOf(db: Db, workspaceId: string, clocks: readonly string[]): Promise<Told[]> {
  return many(
    db,
    sql`
      select id, channel, recipient, about, body, happened_at,
        (delivered_at is not null or attempts > 0) as was_told
      from delivery
      where workspace_id = ${workspaceId} and about = any (${[...clocks]}) and dead_at is null
      order by created_at, id
      limit 10000`,
    (row) => ({
      id: row.id as string,
      channel: row.channel as Channel,
      recipient: row.recipient as string,
      about: row.about as string,
      what: (row.body as { what?: string }).what ?? "",
      at: row.happened_at as Instant,
      wasTold: row.was_told as boolean,
      body: row.body,
    }),
  );
}

/** Takes back what nobody has begun to tell; gives back the ids. */
export function takeBackDeliveries(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<string[]> {
  return many(
    db,
    sql`
      delete from delivery
      where workspace_id = ${workspaceId} and id = any (${[...ids]}) and attempts = 0
        and delivered_at is null and dead_at is null
      returning id`,
    (row) => row.id as string,
  );
}

/**
 * How much each recipient was told since an instant, by channel and rule, and when last, or soon.
 */
export type ToldCount = {
  readonly channel: Channel;
  readonly recipient: string;
  readonly rule?: string;
  readonly count: number;
  readonly lastDueAt?: Instant;
};

export function countTold(
  db: Db,
  workspaceId: string,
  asked: {
    readonly recipients: readonly string[];
    readonly since: Instant;
    readonly soon: Instant;
  },
): Promise<ToldCount[]> {
  return many(
    db,
    sql`
      select channel, recipient, body->>'rule' as rule, count(*) as count,
        max(due_at) filter (where due_at <= ${timestamp(asked.soon)}) as last_due_at
      from delivery
      where workspace_id = ${workspaceId} and recipient = any (${[...asked.recipients]})
        and due_at >= ${timestamp(asked.since)} and channel in ('email', 'slack', 'teams')
      group by channel, recipient, body->>'rule'
      order by channel, recipient
      limit 10000`,
    (row) =>
      present({
        channel: row.channel,
        recipient: row.recipient,
        rule: row.rule,
        count: row.count,
        lastDueAt: row.last_due_at,
      }),
  );
}

/** Puts deliveries off without counting the attempt: their address rests. */
export function putOffDeliveries(
  db: Db,
  workspaceId: string,
  off: { readonly worker: string; readonly ids: readonly string[]; readonly until: Instant },
): Promise<number> {
  return run(
    db,
    sql`
      update delivery set leased_until = ${timestamp(off.until)},
        attempts = greatest(0, attempts - 1)
      where workspace_id = ${workspaceId} and id = any (${[...off.ids]})
        and leased_by = ${off.worker} and delivered_at is null and dead_at is null`,
  );
}

/** Drops deliveries that this worker has just taken and will not tell. */
export function dropDeliveries(
  db: Db,
  workspaceId: string,
  dropped: { readonly worker: string; readonly ids: readonly string[] },
): Promise<number> {
  return run(
    db,
    sql`
      delete from delivery
      where workspace_id = ${workspaceId} and id = any (${[...dropped.ids]})
        and leased_by = ${dropped.worker} and delivered_at is null and dead_at is null`,
  );
}
