/** When the first fact of a workspace happened. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { type Db, one } from "./db.ts";

/** Undefined: nothing has happened yet. */
export function firstFactAt(db: Db, workspaceId: string): Promise<Instant | undefined> {
  return one(
    db,
    sql`select min(first_at) as at from subject where workspace_id = ${workspaceId}`,
    ({ at }) => (at ?? undefined) as Instant | undefined,
  );
}
