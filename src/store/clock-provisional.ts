/** Breaches that are not yet sure. */
import sql from "sql-template-tag";
import { type Db, many } from "./db.ts";

/** Subjects with a provisional breach, each once. */
export function provisionalSubjects(db: Db, workspaceId: string, limit: number): Promise<string[]> {
  return many(
    db,
    sql`
      select distinct subject from clock
      where workspace_id = ${workspaceId} and is_open and verdict = 'breached' and provisional
      order by subject limit ${limit}`,
    (row) => row.subject as string,
  );
}
