/** Whether the database answers. */
import sql from "sql-template-tag";
import { acrossWorkspaces, type Database, run } from "./db.ts";

/** False while it does not answer. */
export async function isAlive(database: Database): Promise<boolean> {
  try {
    await acrossWorkspaces(database, (db) => run(db, sql`select 1`));
    return true;
  } catch {
    return false;
  }
}
