/** Sources: which of them have told of which kinds of facts. */
import sql from "sql-template-tag";
import { type Db, many } from "./db.ts";

/** For each event type, those `among` the sources given that have ever told of it. */
export async function sourcesOfTypes(
  db: Db,
  workspaceId: string,
  asked: { readonly types: readonly string[]; readonly among: readonly string[] },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await many(
    db,
    sql`
      select wanted.type, teller.source
      from unnest(${[...asked.types]}::text[]) as wanted (type)
      cross join unnest(${[...asked.among]}::text[]) as teller (source)
      where exists (
        select from event as e
        where e.workspace_id = ${workspaceId} and e.type = wanted.type
          and e.source = teller.source)
      order by wanted.type, teller.source`,
    (row) => [row.type as string, row.source as string] as const,
  );
  const grouped = Map.groupBy(rows, ([type]) => type);
  return new Map([...grouped].map(([type, pairs]) => [type, pairs.map(([, source]) => source)]));
}
