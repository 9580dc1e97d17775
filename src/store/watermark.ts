/** Watermarks: up to which instant the facts of each source are known. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { timestamp } from "./column.ts";
import { type Db, many, run } from "./db.ts";

/** Moves a source's watermark forward; one that is ahead already stays. */
export function raiseWatermark(
  db: Db,
  { workspaceId, now }: { readonly workspaceId: string; readonly now: Instant },
  known: { readonly source: string; readonly until: Instant },
): Promise<number> {
  return run(
    db,
    sql`
      insert into watermark (workspace_id, source, known_until, created_at, updated_at)
      values (${workspaceId}, ${known.source}, ${timestamp(known.until)}, ${timestamp(now)},
        ${timestamp(now)})
      on conflict (workspace_id, source) do update
        set known_until = excluded.known_until, updated_at = excluded.updated_at
      where watermark.known_until < excluded.known_until`,
  );
}

/** The watermark of every source, as the engine asks for them. */
export async function watermarks(
  db: Db,
  workspaceId: string,
): Promise<Readonly<Record<string, Instant>>> {
  const rows = await many(
    db,
    sql`
      select source, known_until from watermark
      where workspace_id = ${workspaceId} order by source limit 10000`,
    (row) => [row.source as string, row.known_until as Instant] as const,
  );
  return Object.fromEntries(rows);
}
