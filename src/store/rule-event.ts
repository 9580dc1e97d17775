/** Facts of some types over a span, for asking what a rule would have done. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { timestamp } from "./column.ts";
import { type Db, many } from "./db.ts";
import { withdrawnSources } from "./intake.ts";

/** The subjects that had an event of one of `types` in [from, to), by their first one. */
export function subjectsWith(
  db: Db,
  workspaceId: string,
  asked: {
    readonly types: readonly string[];
    readonly from: Instant;
    readonly to: Instant;
    readonly limit: number;
  },
): Promise<string[]> {
  return many(
    db,
    sql`
      select subject from event
      where workspace_id = ${workspaceId} and type = any (${[...asked.types]})
        and occurred_at >= ${timestamp(asked.from)} and occurred_at < ${timestamp(asked.to)}
        and source <> all (${withdrawnSources(workspaceId)})
      group by subject order by min(occurred_at), subject limit ${asked.limit}`,
    (row) => row.subject as string,
  );
}
