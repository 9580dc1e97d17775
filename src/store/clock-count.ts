/** Counters over the clocks that are open, and how many stand in each group. */
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { type ClockFilter, toConditions } from "./clock-list.ts";
import { timestamp } from "./column.ts";
import { type Db, many, one, type Row } from "./db.ts";

export type OpenCounts = {
  readonly open: number;
  readonly overdue: number;
  readonly dueToday: number;
  readonly atRisk: number;
  readonly unassigned: number;
};

type Counting = { readonly filter: ClockFilter; readonly dayEnds: Instant };

/** Due today: open, not breached, and due before the day ends. */
export function countOpen(db: Db, workspaceId: string, asked: Counting): Promise<OpenCounts> {
  return one(
    db,
    sql`select ${counted(asked.dayEnds)} from clock where ${openWhere(workspaceId, asked.filter)}`,
    toCounts,
  );
}

/** Every column is in the index of today, so that the table itself need not be read. */
function counted(dayEnds: Instant): Sql {
  return sql`
    count(*) as open, count(*) filter (where verdict = 'breached') as overdue,
    count(*) filter (where verdict = 'open' and due_order < ${timestamp(dayEnds)}) as due_today,
    count(*) filter (where is_at_risk) as at_risk,
    count(*) filter (where owner is null) as unassigned`;
}

function openWhere(workspaceId: string, filter: ClockFilter): Sql {
  return join([sql`workspace_id = ${workspaceId} and is_open`, ...toConditions(filter)], " and ");
}

function toCounts(row: Row): OpenCounts {
  return {
    open: row.open as number,
    overdue: row.overdue as number,
    dueToday: row.due_today as number,
    atRisk: row.at_risk as number,
    unassigned: row.unassigned as number,
  };
}

/** What open clocks can be grouped by: columns, so that a name is never text of a statement. */
export type ClockGrouping = "agreement" | "commitment" | "owner" | "team" | "source";

type Grouping = { readonly by: ClockGrouping; readonly limit: number };
export type OpenGroup = { readonly key: string | null; readonly clocks: number };

/** The groups of open clocks, the largest first. */
export function groupOpen(
  db: Db,
  workspaceId: string,
  asked: Grouping & { readonly filter: ClockFilter },
): Promise<OpenGroup[]> {
  const column = raw(asked.by);
  return many(
    db,
    sql`
      select ${column} as key, count(*) as clocks from clock
      where ${openWhere(workspaceId, asked.filter)}
      group by ${column} order by clocks desc, ${column} limit ${asked.limit}`,
    toGroup,
  );
}

/**
 * The counters and the groups from one look at the open clocks: the whole is the sum of the groups,
 * of which there are few.
 */
export async function countAndGroupOpen(
  db: Db,
  workspaceId: string,
  asked: Counting & Grouping,
): Promise<OpenCounts & { readonly groups: readonly OpenGroup[] }> {
  const column = raw(asked.by);
  const rows = await many(
    db,
    sql`
      select key, grouped.open as clocks, (sum(open) over ())::bigint as open,
        (sum(overdue) over ())::bigint as overdue, (sum(due_today) over ())::bigint as due_today,
        (sum(at_risk) over ())::bigint as at_risk,
        (sum(unassigned) over ())::bigint as unassigned
      from (
        select ${column} as key, ${counted(asked.dayEnds)}
        from clock where ${openWhere(workspaceId, asked.filter)}
        group by ${column}
      ) as grouped
      order by grouped.open desc, key limit ${asked.limit}`,
    (row) => ({ ...toCounts(row), group: toGroup(row) }),
  );
  const { group: _, ...counts } = rows[0] ?? { ...none, group: undefined };
  return { ...counts, groups: rows.map(({ group }) => group) };
}

const none: OpenCounts = { open: 0, overdue: 0, dueToday: 0, atRisk: 0, unassigned: 0 };

function toGroup({ key, clocks }: Row): OpenGroup {
  return { key: key as string | null, clocks: clocks as number };
}
