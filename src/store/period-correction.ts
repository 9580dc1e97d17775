/**
 * Entries against final periods: what they would be by now, in the period in which that was found.
 */
import sql from "sql-template-tag";
import type { PeriodCorrection } from "../engine/late-fact.ts";
import type { Instant } from "../engine/time.ts";
import { json, timestamp } from "./column.ts";
import { type Db, many, run } from "./db.ts";

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Appends entries, each after those its period has. */
export function enterCorrections(
  db: Db,
  { workspaceId, now }: Recording,
  entries: readonly PeriodCorrection[],
): Promise<number> {
  const records = entries.map((entry) => ({
    agreement: entry.agreement,
    commitment: entry.commitment,
    starts_at: timestamp(entry.of.from),
    entered_in: timestamp(entry.in.from),
    body: entry,
  }));
  return run(
    db,
    sql`
      insert into period_correction (workspace_id, agreement, commitment, starts_at, number,
        entered_in, body, created_at)
      select ${workspaceId}, agreement, commitment, starts_at, 1 + coalesce((
          select max(number) from period_correction as known
          where known.workspace_id = ${workspaceId} and known.agreement = told.agreement
            and known.commitment = told.commitment and known.starts_at = told.starts_at), 0),
        entered_in, body, ${timestamp(now)}::timestamptz
      from json_to_recordset(${json(records)}::json) as told (agreement text, commitment text,
        starts_at timestamptz, entered_in timestamptz, body jsonb)`,
  );
}

/** An entry, with when it was made. */
export type EnteredCorrection = PeriodCorrection & { readonly at: Instant };

/** The entries of an agreement in the order in which they were made, the oldest first. */
export function listEntries(
  db: Db,
  workspaceId: string,
  asked: { readonly agreement: string; readonly limit: number },
): Promise<EnteredCorrection[]> {
  return many(
    db,
    sql`
      select body, created_at from period_correction
      where workspace_id = ${workspaceId} and agreement = ${asked.agreement}
      order by created_at, commitment, starts_at, number limit ${asked.limit}`,
    (row) => ({ ...(row.body as PeriodCorrection), at: row.created_at as Instant }),
  );
}
