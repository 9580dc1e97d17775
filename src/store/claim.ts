/** Decisions on claimed credits: until when each is due, and how it stands. */
import sql from "sql-template-tag";
import type { Verdict } from "../engine/clock.ts";
import type { Instant } from "../engine/time.ts";
import { json, present, timestamp } from "./column.ts";
import { type Db, many, run } from "./db.ts";

/** `dueAt`: until when it is decided in time. */
export type ClaimRow = {
  readonly credit: string;
  readonly agreement: string;
  readonly claimedAt: Instant;
  readonly dueAt?: Instant;
  readonly verdict: Verdict;
};

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Writes claims as they stand; how many were not so before. */
export function saveClaims(
  db: Db,
  { workspaceId, now }: Recording,
  claims: readonly ClaimRow[],
): Promise<number> {
  const records = claims.map(({ credit, agreement, claimedAt, dueAt, verdict }) => {
    const times = { claimed_at: timestamp(claimedAt), due_at: timestamp(dueAt) };
    return { credit, agreement, ...times, verdict };
  });
  return run(
    db,
    sql`
      insert into claim (workspace_id, credit, agreement, claimed_at, due_at, verdict, updated_at)
      select ${workspaceId}, credit, agreement, claimed_at, due_at, verdict,
        ${timestamp(now)}::timestamptz
      from json_to_recordset(${json(records)}::json) as told (credit text, agreement text,
        claimed_at timestamptz, due_at timestamptz, verdict text)
      order by credit
      on conflict (workspace_id, credit) do update
        set due_at = excluded.due_at, verdict = excluded.verdict, updated_at = excluded.updated_at
      where (claim.due_at, claim.verdict) is distinct from (excluded.due_at, excluded.verdict)`,
  );
}

/** Claims that one answer holds at most. */
const MOST = 100_000;

/** The claims of some agreements, or of all. */
export function listClaims(
  db: Db,
  workspaceId: string,
  { agreements = null }: { readonly agreements?: readonly string[] | null } = {},
): Promise<ClaimRow[]> {
  return many(
    db,
    sql`
      select credit, agreement, claimed_at, due_at, verdict from claim
      where workspace_id = ${workspaceId}
        and (${agreements}::text[] is null or agreement = any (${agreements}::text[]))
      order by credit limit ${MOST}`,
    (row) =>
      present({
        credit: row.credit,
        agreement: row.agreement,
        claimedAt: row.claimed_at,
        dueAt: row.due_at,
        verdict: row.verdict,
      }),
  );
}
