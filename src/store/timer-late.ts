/** Timers that could not be fired, and how many wait. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { timestamp } from "./column.ts";
import { type Db, one, run } from "./db.ts";

/** Leaves a timer alone until then: firing it failed, and it is tried again. */
export function putOffTimer(
  db: Db,
  workspaceId: string,
  off: { readonly id: string; readonly worker: string; readonly until: Instant },
): Promise<number> {
  return run(
    db,
    sql`
      update timer set leased_until = ${timestamp(off.until)}
      where workspace_id = ${workspaceId} and id = ${off.id} and leased_by = ${off.worker}
        and finished_at is null`,
  );
}

/** How many timers are due and have not fired. */
export function dueTimers(db: Db, workspaceId: string, now: Instant): Promise<number> {
  return one(
    db,
    sql`
      select count(*) as due from timer
      where workspace_id = ${workspaceId} and finished_at is null and due_at <= ${timestamp(now)}`,
    (row) => row.due as number,
  );
}
