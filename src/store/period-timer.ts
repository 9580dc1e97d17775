/** Timers of periods: planned by many batches at once, which must not wait for each other. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { table, timestamp } from "./column.ts";
import { type Db, run } from "./db.ts";
import type { Timer } from "./timer.ts";

type Recording = { readonly workspaceId: string; readonly now: Instant };

/**
 * Adds the timers that are not there. One that is, fired or not, is not even looked at for long.
 */
export function addTimers(
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
      where not exists (
        select from timer where workspace_id = ${workspaceId} and timer.id = planned.id)
      order by id
      on conflict (workspace_id, id) do nothing`,
  );
}

/** Drops fired timers of an owner's periods, due before an instant: nobody was told by them. */
export function dropFired(
  db: Db,
  workspaceId: string,
  fired: { readonly owner: string; readonly before: Instant },
): Promise<number> {
  return run(
    db,
    sql`
      delete from timer
      where workspace_id = ${workspaceId} and belongs_to = ${fired.owner} and kind = 'period'
        and finished_at is not null and due_at < ${timestamp(fired.before)}`,
  );
}
