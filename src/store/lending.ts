/**
 * Connections of our pool for a library with statements of its own, in the types `pg` gives by
 * itself.
 */
import pg from "pg";
import type { Database } from "./db.ts";

export type Lent = {
  readonly query: (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>;
  /** `isBroken`: left in the middle of something, so that nobody may have it again. */
  readonly release: (isBroken?: boolean) => void;
};

/**
 * One connection, until it is released. Instants come as `Date`, which is what libraries expect.
 */
export async function lendConnection(database: Database): Promise<Lent> {
  const client = await database.lend();
  return {
    query: (text, values) => client.query({ text, values: [...values], types: pg.types }),
    release: (isBroken = false) => client.release(isBroken),
  };
}
