/**
 * Calendars, by version: an edit is a new one, and the old ones stay for the time they measured.
 */
import sql from "sql-template-tag";
import type { CalendarDocument } from "../engine/agreement.ts";
import type { Instant } from "../engine/time.ts";
import { json, timestamp } from "./column.ts";
import { type Db, many, type Row, run } from "./db.ts";

export type CalendarRow = {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly document: CalendarDocument;
  readonly contentHash: string;
  readonly from: Instant;
  readonly createdBy: string;
  readonly createdAt: Instant;
};

/** Adds a version; false where that number is taken. */
export async function insertCalendar(
  db: Db,
  workspaceId: string,
  calendar: CalendarRow,
): Promise<boolean> {
  const added = await run(
    db,
    sql`
      insert into calendar (workspace_id, id, number, text, document, content_hash, effective_from,
        created_by, created_at)
      values (${workspaceId}, ${calendar.id}, ${calendar.number}, ${calendar.text},
        ${json(calendar.document)}::jsonb, ${calendar.contentHash}, ${timestamp(calendar.from)},
        ${calendar.createdBy}, ${timestamp(calendar.createdAt)})
      on conflict (workspace_id, id, number) do nothing`,
  );
  return added === 1;
}

/** Every version of every calendar, in order. */
export function allCalendars(db: Db, workspaceId: string): Promise<CalendarRow[]> {
  return many(
    db,
    sql`
      select id, number, text, document, content_hash, effective_from, created_by, created_at
      from calendar where workspace_id = ${workspaceId}
      order by id, number limit 10000`,
    toCalendar,
  );
}

function toCalendar(row: Row): CalendarRow {
  return {
    id: row.id as string,
    number: row.number as number,
    text: row.text as string,
    document: row.document as CalendarDocument,
    contentHash: row.content_hash as string,
    from: row.effective_from as Instant,
    createdBy: row.created_by as string,
    createdAt: row.created_at as Instant,
  };
}
