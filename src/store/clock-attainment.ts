/** The clocks of an agreement, no more of each than what its period is worked out from. */
import sql from "sql-template-tag";
import type { CountedClock } from "../engine/period-contribution.ts";
import { type Db, many } from "./db.ts";

/** More than these are not held in memory at once; the newest are. */
const MOST = 500_000;

export function countedClocks(
  db: Db,
  workspaceId: string,
  agreement: string,
): Promise<CountedClock[]> {
  return many(
    db,
    sql`
      select commitment, state, verdict, started_at, due_at, breached_at, stopped_at from clock
      where workspace_id = ${workspaceId} and agreement = ${agreement}
      order by due_order desc limit ${MOST}`,
    (row) =>
      ({
        agreement,
        commitment: row.commitment,
        state: row.state,
        verdict: row.verdict,
        startedAt: row.started_at,
        dueAt: row.due_at,
        breachedAt: row.breached_at,
        stoppedAt: row.stopped_at,
      }) as CountedClock,
  );
}
