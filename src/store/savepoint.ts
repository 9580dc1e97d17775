/** Work that is done to see what comes of it, and not kept. */
import sql from "sql-template-tag";
import { type Db, run } from "./db.ts";

/** Runs `work` inside the transaction and undoes what it wrote. What it refuses is refused. */
export async function undone<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await run(db, sql`savepoint tried`);
  const result = await work();
  await run(db, sql`rollback to savepoint tried`);
  return result;
}
