/** Timers that could not be fired. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { timestamp } from "./column.ts";
import { type Db, run } from "./db.ts";

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
