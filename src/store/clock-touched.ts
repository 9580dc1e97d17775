/** The clocks that something left out afterwards may touch. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { timestamp } from "./column.ts";
import { type Db, many } from "./db.ts";

/** Subjects of an agreement's clocks that ran since an instant, the latest begun first. */
export function subjectsRunning(
  db: Db,
  workspaceId: string,
  asked: { readonly agreement: string; readonly since: Instant; readonly limit: number },
): Promise<string[]> {
  return many(
    db,
    sql`
      select subject from (
        select subject, max(started_at) as begun from clock
        where workspace_id = ${workspaceId} and agreement = ${asked.agreement}
          and started_at is not null
          and coalesce(stopped_at, 'infinity') >= ${timestamp(asked.since)}
        group by subject) as ran
      order by begun desc, subject limit ${asked.limit}`,
    (row) => row.subject as string,
  );
}
