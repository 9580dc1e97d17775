/** The subjects that a window which ends now can be about: found by what of them lies in it. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { timestamp } from "./column.ts";
import { type Db, many } from "./db.ts";

/** `since`: the first instant of the window. `limit`: one more than is wanted says "too many". */
type Window = { readonly since: Instant; readonly limit: number };

/** Subjects with a clock of these commitments that ran, or fell due, in the window. */
export function subjectsOfClocks(
  db: Db,
  workspaceId: string,
  asked: Window & { readonly agreement: string; readonly commitments: readonly string[] },
): Promise<string[]> {
  const since = timestamp(asked.since);
  return many(
    db,
    sql`
      select distinct subject from clock
      where workspace_id = ${workspaceId} and agreement = ${asked.agreement}
        and commitment = any (${[...asked.commitments]}::text[])
        and (verdict = 'open' or started_at >= ${since}::timestamptz
          or due_at >= ${since}::timestamptz or breached_at >= ${since}::timestamptz
          or stopped_at >= ${since}::timestamptz)
      order by subject limit ${asked.limit}`,
    (row) => row.subject as string,
  );
}

/** Subjects of a kind, "" for any, of which a fact lies in the window. */
export function subjectsOfFacts(
  db: Db,
  workspaceId: string,
  asked: Window & { readonly kind: string },
): Promise<string[]> {
  return many(
    db,
    sql`
      select id from subject
      where workspace_id = ${workspaceId} and (${asked.kind} = '' or type = ${asked.kind})
        and last_at >= ${timestamp(asked.since)}::timestamptz
      order by id limit ${asked.limit}`,
    (row) => row.id as string,
  );
}
