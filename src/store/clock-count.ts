/** Counters over the clocks that are open, and how many stand in each group. */
import sql, { join, raw } from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { atRisk, type ClockFilter, toConditions } from "./clock-list.ts";
import { timestamp } from "./column.ts";
import { type Db, many, one } from "./db.ts";

export type OpenCounts = {
  readonly open: number;
  readonly overdue: number;
  readonly dueToday: number;
  readonly atRisk: number;
  readonly unassigned: number;
};

/** Due today: open, not breached, and due before `today.to`. */
export function countOpen(
  db: Db,
  workspaceId: string,
  asked: { readonly filter: ClockFilter; readonly dayEnds: Instant },
): Promise<OpenCounts> {
  const where = [sql`workspace_id = ${workspaceId} and is_open`, ...toConditions(asked.filter)];
  return one(
    db,
    sql`
      select count(*) as open, count(*) filter (where verdict = 'breached') as overdue,
        count(*) filter (where verdict = 'open' and due_order < ${timestamp(asked.dayEnds)})
          as due_today,
        count(*) filter (where ${atRisk}) as at_risk,
        count(*) filter (where owner is null) as unassigned
      from clock where ${join(where, " and ")}`,
    (row) => ({
      open: row.open as number,
      overdue: row.overdue as number,
      dueToday: row.due_today as number,
      atRisk: row.at_risk as number,
      unassigned: row.unassigned as number,
    }),
  );
}

/** What open clocks can be grouped by: columns, so that a name is never text of a statement. */
export type ClockGrouping = "agreement" | "commitment" | "owner" | "team" | "source";

/** The groups of open clocks, the largest first. */
export function groupOpen(
  db: Db,
  workspaceId: string,
  asked: { readonly filter: ClockFilter; readonly by: ClockGrouping; readonly limit: number },
): Promise<{ readonly key: string | null; readonly clocks: number }[]> {
  const where = [sql`workspace_id = ${workspaceId} and is_open`, ...toConditions(asked.filter)];
  const column = raw(asked.by);
  return many(
    db,
    sql`
      select ${column} as key, count(*) as clocks from clock
      where ${join(where, " and ")}
      group by ${column} order by clocks desc, ${column} limit ${asked.limit}`,
    (row) => ({ key: row.key as string | null, clocks: row.clocks as number }),
  );
}
