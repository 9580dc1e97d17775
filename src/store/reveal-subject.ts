/** Subjects that something happened to of late: of whom a reveal is made. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { timestamp } from "./column.ts";
import { type Db, many } from "./db.ts";

export type KindCount = {
  readonly kind: string;
  readonly subjects: number;
  readonly lastAt: Instant;
};

/** How many subjects of each kind anything is known of, and when they were last heard of. */
export function kindCounts(
  db: Db,
  workspaceId: string,
  kinds: readonly string[],
): Promise<KindCount[]> {
  return many(
    db,
    sql`
      select type, count(*) as subjects, max(last_at) as last_at from subject
      where workspace_id = ${workspaceId} and type = any (${[...kinds]}) and events > 0
        and last_at is not null
      group by type order by type`,
    (row) => ({
      kind: row.type as string,
      subjects: row.subjects as number,
      lastAt: row.last_at as Instant,
    }),
  );
}

/** The latest first. */
export function subjectsSince(
  db: Db,
  workspaceId: string,
  asked: { readonly kind: string; readonly since: Instant; readonly limit: number },
): Promise<string[]> {
  return many(
    db,
    sql`
      select id from subject
      where workspace_id = ${workspaceId} and type = ${asked.kind}
        and last_at >= ${timestamp(asked.since)}
      order by last_at desc, id desc limit ${asked.limit}`,
    (row) => row.id as string,
  );
}
