/** How many clocks were kept, and how many broken, in a span: a day as a manager is told of it. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { timestamp } from "./column.ts";
import { type Db, one } from "./db.ts";

export function judgedBetween(
  db: Db,
  workspaceId: string,
  asked: { readonly from: Instant; readonly to: Instant; readonly team?: string },
): Promise<{ readonly met: number; readonly breached: number }> {
  const [from, to, team] = [timestamp(asked.from), timestamp(asked.to), asked.team ?? null];
  return one(
    db,
    sql`
      select
        (select count(*) from clock where workspace_id = ${workspaceId} and verdict = 'met'
          and stopped_at >= ${from} and stopped_at < ${to}
          and (${team}::text is null or team = ${team})) as met,
        (select count(*) from clock where workspace_id = ${workspaceId} and verdict = 'breached'
          and breached_at >= ${from} and breached_at < ${to}
          and (${team}::text is null or team = ${team})) as breached`,
    (row) => ({ met: row.met as number, breached: row.breached as number }),
  );
}
