/** Periods as they were last judged. */
import sql from "sql-template-tag";
import type { Period } from "../engine/period.ts";
import type { Instant } from "../engine/time.ts";
import { json, timestamp } from "./column.ts";
import { type Db, many, type Row, run } from "./db.ts";

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Writes the periods that differ from what stands. A final one is never written again. */
export function upsertPeriods(
  db: Db,
  { workspaceId, now }: Recording,
  periods: readonly Period[],
): Promise<number> {
  const records = periods.map(({ agreement, commitment, from, to, status, verdict, ...body }) => ({
    agreement,
    commitment,
    starts_at: timestamp(from),
    ends_at: timestamp(to),
    status,
    verdict,
    body,
  }));
  return run(
    db,
    sql`
      insert into period (workspace_id, agreement, commitment, starts_at, ends_at, status, verdict,
        body, created_at, updated_at)
      select ${workspaceId}, agreement, commitment, starts_at, ends_at, status, verdict, body,
        ${timestamp(now)}::timestamptz, ${timestamp(now)}::timestamptz
      from json_to_recordset(${json(records)}::json) as told (agreement text, commitment text,
        starts_at timestamptz, ends_at timestamptz, status text, verdict text, body jsonb)
      order by agreement, commitment, starts_at
      on conflict (workspace_id, agreement, commitment, starts_at) do update
        set ends_at = excluded.ends_at, status = excluded.status, verdict = excluded.verdict,
          body = excluded.body, updated_at = excluded.updated_at
      where period.status <> 'final'
        and (period.ends_at, period.status, period.verdict, period.body) is distinct from
          (excluded.ends_at, excluded.status, excluded.verdict, excluded.body)`,
  );
}

/** The periods that touch a span, of one agreement or of all, the latest first. */
export function listPeriods(
  db: Db,
  workspaceId: string,
  asked: {
    readonly agreement?: string;
    readonly from: Instant;
    readonly to: Instant;
    readonly limit: number;
  },
): Promise<Period[]> {
  const agreement = asked.agreement ?? null;
  return many(
    db,
    sql`
      select agreement, commitment, starts_at, ends_at, status, verdict, body
      from period
      where workspace_id = ${workspaceId} 
        and (${agreement}::text is null or agreement = ${agreement})
        and starts_at < ${timestamp(asked.to)} and ends_at > ${timestamp(asked.from)}
      order by ends_at desc, agreement, commitment
      limit ${asked.limit}`,
    toPeriod,
  );
}

function toPeriod(row: Row): Period {
  return {
    ...(row.body as Period),
    agreement: row.agreement as string,
    commitment: row.commitment as string,
    from: row.starts_at as Instant,
    to: row.ends_at as Instant,
    status: row.status as Period["status"],
    verdict: row.verdict as Period["verdict"],
  };
}
