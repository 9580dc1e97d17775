/** What each lead, and each spend of a campaign, adds to the lead-quality loop. */
import sql from "sql-template-tag";
import type { Dimension, Dimensions } from "../engine/dimension.ts";
import type { LoopEntry } from "../engine/lead-quality.ts";
import type { Cell } from "../engine/measure-cell.ts";
import type { Instant, Span } from "../engine/time.ts";
import { table, timestamp } from "./column.ts";
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
      from ${table(
        records,
        `told (subject text, at timestamptz,
        dimensions jsonb, cell jsonb)`,
      )}`,
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

/** A lead of the loop: what it is called now, and the names it counts under. */
export type LoopLead = {
  readonly subject: string;
  readonly at: Instant;
  readonly title: string | null;
  readonly company: string | null;
  readonly dimensions: Dimensions;
  readonly names: readonly string[];
};

/** `name` is what the leads count under; `value` is null where the dimension is not known. */
export type LoopLeadsAsked = {
  readonly span: Span;
  readonly name: string;
  readonly dimension?: { readonly of: Dimension; readonly value: string | null };
  readonly before?: { readonly at: Instant; readonly subject: string };
  readonly limit: number;
};

/** The leads behind a number of the loop, the latest first. */
export function listLoopLeads(
  db: Db,
  workspaceId: string,
  { span, name, dimension, before, limit }: LoopLeadsAsked,
): Promise<LoopLead[]> {
  return many(
    db,
    sql`
      select l.subject, l.at, l.dimensions, s.attributes->>'name' as title,
        s.attributes->'company'->>'name' as company,
        array(select jsonb_object_keys(l.cell->'counts')) as names
      from loop_entry as l
      left join subject as s on s.workspace_id = ${workspaceId} and s.id = l.subject
      where l.workspace_id = ${workspaceId}
        and l.at >= ${timestamp(span.from)} and l.at < ${timestamp(span.to)}
        and jsonb_exists(l.cell->'counts', ${name})
        and (${dimension === undefined}
          or l.dimensions->>(${dimension?.of ?? ""}::text)
            is not distinct from ${dimension?.value ?? null}::text)
        and (${before === undefined}
          or (l.at, l.subject) < (${timestamp(before?.at)}::timestamptz, ${before?.subject ?? ""}))
      order by l.at desc, l.subject desc limit ${limit}`,
    (row) => ({
      subject: row.subject as string,
      at: row.at as Instant,
      title: row.title as string | null,
      company: row.company as string | null,
      dimensions: row.dimensions as Dimensions,
      names: row.names as readonly string[],
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
