/** Where there is work, and when there next is: asked of timers and of deliveries apart. */
import sql, { raw, type Sql } from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { timestamp } from "./column.ts";
import { type Db, many, one } from "./db.ts";

export type WorkKind = "timer" | "delivery";

/** What is done no more; written as the indexes of what is due say it. */
const waiting: Readonly<Record<WorkKind, Sql>> = {
  timer: sql`finished_at is null`,
  delivery: sql`delivered_at is null and dead_at is null`,
};

/** The workspaces that have something due and not leased; for `acrossWorkspaces` alone. */
export function workspacesDue(
  db: Db,
  asked: { readonly kind: WorkKind; readonly now: Instant; readonly limit: number },
): Promise<string[]> {
  const now = timestamp(asked.now);
  return many(
    db,
    sql`
      select w.workspace_id from workspace as w
      where exists (
        select from ${raw(asked.kind)} as t
        where t.workspace_id = w.workspace_id and ${waiting[asked.kind]} and t.due_at <= ${now}
          and (t.leased_until is null or t.leased_until <= ${now})
      )
      order by w.workspace_id
      limit ${asked.limit}`,
    (row) => row.workspace_id as string,
  );
}

/**
 * When any workspace next has something to do; for `acrossWorkspaces` alone.
 *
 * What a worker holds a lease on counts from when the lease runs out. Undefined: nothing waits.
 */
export async function nextDueAt(db: Db, kind: WorkKind): Promise<Instant | undefined> {
  return await one(
    db,
    sql`
      select min(
        (select min(greatest(t.due_at, coalesce(t.leased_until, t.due_at))) from (
          select due_at, leased_until from ${raw(kind)}
          where workspace_id = w.workspace_id and ${waiting[kind]}
          order by due_at, id limit 1000) as t)
      ) as at
      from workspace as w`,
    (row) => (row.at ?? undefined) as Instant | undefined,
  );
}

export type Backlog = {
  readonly timers: number;
  readonly deliveries: number;
  readonly dead: number;
};

/**
 * What is due and not done in all workspaces, and what was given up; for `acrossWorkspaces` alone.
 */
export function backlog(db: Db, now: Instant): Promise<Backlog> {
  return one(
    db,
    sql`
      select coalesce(sum(timers), 0)::bigint as timers,
        coalesce(sum(deliveries), 0)::bigint as deliveries, coalesce(sum(dead), 0)::bigint as dead
      from workspace as w
      cross join lateral (
        select
          (select count(*) from timer as t where t.workspace_id = w.workspace_id
            and t.finished_at is null and t.due_at <= ${timestamp(now)}) as timers,
          (select count(*) from delivery as d where d.workspace_id = w.workspace_id
            and d.delivered_at is null and d.dead_at is null
            and d.due_at <= ${timestamp(now)}) as deliveries,
          (select count(*) from delivery as d where d.workspace_id = w.workspace_id
            and d.dead_at is not null) as dead
      ) as counted`,
    (row) => ({
      timers: row.timers as number,
      deliveries: row.deliveries as number,
      dead: row.dead as number,
    }),
  );
}
