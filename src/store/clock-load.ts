/** How much each owner has open. */
import sql from "sql-template-tag";
import { type Db, many } from "./db.ts";

/** Open clocks of some owners, by owner; those who have none are not among them. */
export function openClocksOf(
  db: Db,
  workspaceId: string,
  owners: readonly string[],
): Promise<{ readonly owner: string; readonly clocks: number }[]> {
  return many(
    db,
    sql`
      select owner, count(*) as clocks from clock
      where workspace_id = ${workspaceId} and is_open and owner = any (${[...owners]})
      group by owner order by owner limit ${owners.length}`,
    (row) => ({ owner: row.owner as string, clocks: row.clocks as number }),
  );
}
