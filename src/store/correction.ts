/** Corrections: appended, never changed. What was measured stays beside them. */
import sql from "sql-template-tag";
import type { Correction, ExclusionCorrection, Revocation } from "../engine/correction.ts";
import type { Instant } from "../engine/time.ts";
import { json, timestamp } from "./column.ts";
import { type Db, many, run } from "./db.ts";

/** `subject` is that of the clock it is about; absent where it is about a whole agreement. */
export type CorrectionRow = {
  readonly agreement: string;
  readonly subject?: string;
  readonly correction: Correction;
};

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Appends corrections; how many there were not yet. */
export function addCorrections(
  db: Db,
  { workspaceId, now }: Recording,
  rows: readonly CorrectionRow[],
): Promise<number> {
  const records = rows.map(({ agreement, subject, correction }) => ({
    id: correction.id,
    kind: correction.kind,
    agreement,
    subject,
    made_at: timestamp(correction.at),
    body: correction,
  }));
  return run(
    db,
    sql`
      insert into correction (workspace_id, id, kind, agreement, subject, made_at, body, created_at)
      select ${workspaceId}, id, kind, agreement, subject, made_at, body,
        ${timestamp(now)}::timestamptz
      from json_to_recordset(${json(records)}::json) as told (id text, kind text, agreement text,
        subject text, made_at timestamptz, body jsonb)
      on conflict (workspace_id, id) do nothing`,
  );
}

/** What was decided about the clocks of some subjects, in order. */
export function correctionsOfSubjects(
  db: Db,
  workspaceId: string,
  subjects: readonly string[],
): Promise<Correction[]> {
  return many(
    db,
    sql`
      select body from correction
      where workspace_id = ${workspaceId} and subject = any (${[...subjects]})
      order by made_at, created_at, id`,
    (row) => row.body as Correction,
  );
}

/** What was left out of whole agreements afterwards, and what of it was taken back. */
export function exclusionsOf(
  db: Db,
  workspaceId: string,
): Promise<(ExclusionCorrection | Revocation)[]> {
  return many(
    db,
    sql`
      select body from correction where workspace_id = ${workspaceId} and subject is null
      order by made_at, created_at, id limit 10000`,
    (row) => row.body as ExclusionCorrection | Revocation,
  );
}

/** The corrections of an agreement, in the order in which they were made. */
export function listCorrections(
  db: Db,
  workspaceId: string,
  asked: { readonly agreement: string; readonly limit: number },
): Promise<CorrectionRow[]> {
  return many(
    db,
    sql`
      select agreement, subject, body from correction
      where workspace_id = ${workspaceId} and agreement = ${asked.agreement}
      order by made_at, created_at, id limit ${asked.limit}`,
    (row) => ({
      agreement: row.agreement as string,
      ...(row.subject === null ? {} : { subject: row.subject as string }),
      correction: row.body as Correction,
    }),
  );
}
