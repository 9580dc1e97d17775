/** Timers: rows that wake a worker at an instant. */
import sql from "sql-template-tag";
import type { Instant, Millis } from "../engine/time.ts";
import { table, timestamp } from "./column.ts";
import { type Db, many, one, type Row, run } from "./db.ts";

export type TimerKind = "warning" | "breach" | "escalation" | "pauseLimit" | "period" | "schedule";

/** `id` is made from what the timer is about, so that planning it again is the same timer. */
export type Timer = {
  readonly id: string;
  readonly kind: TimerKind;
  readonly belongsTo: string;
  readonly dueAt: Instant;
  readonly body: unknown;
};

export type LeasedTimer = Timer & { readonly attempts: number };

export type Lease = {
  readonly workspaceId: string;
  readonly worker: string;
  readonly now: Instant;
  readonly until: Instant;
  readonly limit: number;
};

type Recording = { readonly workspaceId: string; readonly now: Instant };

/**
 * Plans timers: adds those that are missing and moves those whose instant has changed.
 *
 * One that has fired stays fired, whatever it is planned for now: nobody is told twice. One that
 * moves loses its lease, and what the worker was about to do is checked against facts before it is
 * done.
 */
export function planTimers(
  db: Db,
  { workspaceId, now }: Recording,
  timers: readonly Timer[],
): Promise<number> {
  const records = timers.map(({ id, kind, belongsTo, dueAt, body }) => {
    return { id, kind, belongs_to: belongsTo, due_at: timestamp(dueAt), body };
  });
  return run(
    db,
    sql`
      insert into timer (workspace_id, id, kind, belongs_to, due_at, body, created_at)
      select ${workspaceId}, id, kind, belongs_to, due_at, body, ${timestamp(now)}::timestamptz
      from ${table(
        records,
        `planned (id text, kind text,
        belongs_to text, due_at timestamptz, body jsonb)`,
      )}
      order by id
      on conflict (workspace_id, id) do update
        set due_at = excluded.due_at, body = excluded.body, leased_until = null, leased_by = null
      where timer.finished_at is null
        and (timer.due_at, timer.body) is distinct from (excluded.due_at, excluded.body)`,
  );
}

/** Takes back the timers of some owners that are no longer planned and have not fired. */
export function dropTimersExcept(
  db: Db,
  workspaceId: string,
  planned: { readonly owners: readonly string[]; readonly keep: readonly string[] },
): Promise<number> {
  return run(
    db,
    sql`
      delete from timer
      where workspace_id = ${workspaceId} and belongs_to = any (${[...planned.owners]})
        and id <> all (${[...planned.keep]}) and finished_at is null`,
  );
}

/**
 * Leases up to `limit` due timers of one workspace to one worker, earliest first.
 *
 * Locked rows are skipped, so any number of workers may call this at the same moment. A lease that
 * runs out frees the timer again: every timer fires at least once, so what it starts must be safe
 * to repeat.
 */
export async function leaseDueTimers(db: Db, lease: Lease): Promise<LeasedTimer[]> {
  const due = await lockDueTimers(db, lease);
  await run(
    db,
    sql`
      update timer set leased_until = ${timestamp(lease.until)}, leased_by = ${lease.worker},
        attempts = attempts + 1
      where workspace_id = ${lease.workspaceId} and id = any (${due.map(({ id }) => id)})`,
  );
  return due.map((timer) => ({ ...timer, attempts: timer.attempts + 1 }));
}

/** Apart from the update, whose ids the server then knows: a join of both has tried every pair. */
function lockDueTimers(db: Db, { workspaceId, now, limit }: Lease): Promise<LeasedTimer[]> {
  return many(
    db,
    sql`
      select id, kind, belongs_to, due_at, body, attempts from timer
      where workspace_id = ${workspaceId} and finished_at is null and due_at <= ${timestamp(now)}
        and (leased_until is null or leased_until <= ${timestamp(now)})
      order by due_at, id
      limit ${limit}
      for update skip locked`,
    toLeasedTimer,
  );
}

/**
 * Marks timers as fired, each with how late it was; gives back the ids that were this worker's to
 * fire.
 *
 * One whose lease was lost, or which was moved meanwhile, is not among them, and whoever asked
 * undoes what it did for it: the transaction is the same.
 */
export function finishTimers(
  db: Db,
  done: {
    readonly workspaceId: string;
    readonly worker: string;
    readonly now: Instant;
    readonly ids: readonly string[];
  },
): Promise<string[]> {
  const now = timestamp(done.now);
  return many(
    db,
    sql`
      update timer set finished_at = ${now}, leased_until = null,
        lateness_ms = greatest(0, extract(epoch from ${now}::timestamptz - due_at) * 1000)::bigint
      where workspace_id = ${done.workspaceId} and id = any (${[...done.ids]})
        and leased_by = ${done.worker} and leased_until is not null and finished_at is null
      returning id`,
    (row) => row.id as string,
  );
}

/** Which workspaces have something due, of timers or deliveries; for `acrossWorkspaces` alone. */
export function workspacesWithWork(
  db: Db,
  asked: { readonly now: Instant; readonly limit: number },
): Promise<string[]> {
  const now = timestamp(asked.now);
  return many(
    db,
    sql`
      select w.workspace_id from workspace as w
      where exists (
        select from timer as t
        where t.workspace_id = w.workspace_id and t.finished_at is null and t.due_at <= ${now}
          and (t.leased_until is null or t.leased_until <= ${now})
      ) or exists (
        select from delivery as d
        where d.workspace_id = w.workspace_id and d.delivered_at is null and d.dead_at is null
          and d.due_at <= ${now} and (d.leased_until is null or d.leased_until <= ${now})
      )
      order by w.workspace_id
      limit ${asked.limit}`,
    (row) => row.workspace_id as string,
  );
}

/**
 * When any workspace next has something to do; for `acrossWorkspaces` alone.
 *
 * Undefined where nothing waits. What a worker holds a lease on counts from when the lease runs
 * out.
 */
export async function nextWorkAt(db: Db): Promise<Instant | undefined> {
  return await one(
    db,
    sql`
      select min(least(
        (select min(greatest(t.due_at, coalesce(t.leased_until, t.due_at))) from (
          select due_at, leased_until from timer
          where workspace_id = w.workspace_id and finished_at is null
          order by due_at, id limit 1000) as t),
        (select min(greatest(d.due_at, coalesce(d.leased_until, d.due_at))) from (
          select due_at, leased_until from delivery
          where workspace_id = w.workspace_id and delivered_at is null and dead_at is null
          order by due_at, id limit 1000) as d)
      )) as at
      from workspace as w`,
    (row) => (row.at ?? undefined) as Instant | undefined,
  );
}

/** How late the timers due in a span fired: escalating on time is itself measured. */
export function timerLateness(
  db: Db,
  workspaceId: string,
  span: { readonly from: Instant; readonly to: Instant },
): Promise<{ readonly fired: number; readonly p99: Millis; readonly most: Millis }> {
  return one(
    db,
    sql`
      select count(*) as fired, coalesce(max(lateness_ms), 0) as most,
        coalesce(percentile_disc(0.99) within group (order by lateness_ms), 0) as p99
      from timer
      where workspace_id = ${workspaceId} and finished_at is not null
        and due_at >= ${timestamp(span.from)} and due_at < ${timestamp(span.to)}`,
    (row) => ({ fired: row.fired as number, p99: row.p99 as Millis, most: row.most as Millis }),
  );
}

function toLeasedTimer(row: Row): LeasedTimer {
  return {
    id: row.id as string,
    kind: row.kind as TimerKind,
    belongsTo: row.belongs_to as string,
    dueAt: row.due_at as Instant,
    body: row.body,
    attempts: row.attempts as number,
  };
}
