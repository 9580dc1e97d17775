/** Turns: what a step that hands work out remembers, one turn at a time. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { json, timestamp } from "./column.ts";
import { type Db, one, run } from "./db.ts";

type Recording = { readonly workspaceId: string; readonly now: Instant };

/**
 * What is remembered under a name, held until the transaction ends: two turns never are the same.
 */
export async function holdTurn(
  db: Db,
  { workspaceId, now }: Recording,
  id: string,
): Promise<unknown> {
  await run(
    db,
    sql`
      insert into turn (workspace_id, id, created_at, updated_at)
      values (${workspaceId}, ${id}, ${timestamp(now)}, ${timestamp(now)})
      on conflict (workspace_id, id) do nothing`,
  );
  return one(
    db,
    sql`
      select memory from turn where workspace_id = ${workspaceId} and id = ${id}
      for no key update`,
    (row) => row.memory,
  );
}

export function keepTurn(
  db: Db,
  { workspaceId, now }: Recording,
  turn: { readonly id: string; readonly memory: unknown },
): Promise<number> {
  return run(
    db,
    sql`
      update turn set memory = ${json(turn.memory)}::jsonb, updated_at = ${timestamp(now)}
      where workspace_id = ${workspaceId} and id = ${turn.id}`,
  );
}
