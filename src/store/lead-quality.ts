/** What each lead, and each spend of a campaign, adds to the lead-quality loop. */
import sql from "sql-template-tag";
import type { Dimensions } from "../engine/dimension.ts";
import type { LoopEntry } from "../engine/lead-quality.ts";
import type { Cell } from "../engine/measure-cell.ts";
import type { Instant, Span } from "../engine/time.ts";
import { json, timestamp } from "./column.ts";
import { type Db, many, run } from "./db.ts";

/** What a subject adds now; none where it adds nothing. */
export type LoopEntries = { readonly subject: string; readonly entries: readonly LoopEntry[] };

/** Writes what subjects add, in place of what they added before. */
export async function saveLoop(
  db: Db,
  workspaceId: string,
  subjects: readonly LoopEntries[],
): Promise<void> {
  const names = subjects.map(({ subject }) => subject);
  const records = subjects.flatMap(({ subject, entries }) =>
    entries.map(({ at, dimensions, cell }) => ({ subject, at: timestamp(at), dimensions, cell })),
  );
  await run(
    db,
    sql`delete from loop_entry where workspace_id = ${workspaceId} and subject = any (${names})`,
  );
  await run(
    db,
    sql`
      insert into loop_entry (workspace_id, subject, at, dimensions, cell)
      select ${workspaceId}, subject, at, dimensions, cell
      from json_to_recordset(${json(records)}::json) as told (subject text, at timestamptz,
        dimensions jsonb, cell jsonb)`,
  );
}

/** More of them than these are not added up in one answer. */
const MOST = 500_000;

/** What was handed over, or spent, in a span. */
export function listLoop(db: Db, workspaceId: string, { from, to }: Span): Promise<LoopEntry[]> {
  return many(
    db,
    sql`
      select at, dimensions, cell from loop_entry
      where workspace_id = ${workspaceId} and at >= ${timestamp(from)} and at < ${timestamp(to)}
      order by at, subject limit ${MOST}`,
    (row) => ({
      at: row.at as Instant,
      dimensions: row.dimensions as Dimensions,
      cell: row.cell as Cell,
    }),
  );
}

/** How many leads there are from each source that were first heard of in a span. */
export function leadsBySource(
  db: Db,
  workspaceId: string,
  { from, to }: Span,
): Promise<{ readonly source: string; readonly leads: number }[]> {
  return many(
    db,
    sql`
      select coalesce(attributes->>'source', '') as source, count(*) as leads from subject
      where workspace_id = ${workspaceId} and type = 'lead'
        and first_at >= ${timestamp(from)} and first_at < ${timestamp(to)}
      group by 1 order by leads desc, source limit 1000`,
    (row) => ({ source: row.source as string, leads: row.leads as number }),
  );
}
