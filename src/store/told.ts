/** Timers that count as fired before they are: what is never to be told. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { table, timestamp } from "./column.ts";
import { type Db, run } from "./db.ts";
import type { Timer } from "./timer.ts";

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Adds timers as fired; one that is there, fired or not, stays as it is. */
export function markFired(
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
      insert into timer (workspace_id, id, kind, belongs_to, due_at, body, finished_at, created_at)
      select ${workspaceId}, id, kind, belongs_to, due_at, body, ${timestamp(now)}::timestamptz,
        ${timestamp(now)}::timestamptz
      from ${table(
        records,
        `planned (id text, kind text,
        belongs_to text, due_at timestamptz, body jsonb)`,
      )}
      order by id
      on conflict (workspace_id, id) do nothing`,
  );
}
