/** Finding agreements and subjects by what people remember of them. */
import sql from "sql-template-tag";
import { type Db, many } from "./db.ts";

export type Found = {
  readonly kind: "agreement" | "subject";
  readonly name: string;
  readonly title: string | null;
};

/** Agreements by name or title, then subjects whose id begins so or whose clocks bear the title. */
export function searchNames(
  db: Db,
  workspaceId: string,
  asked: { readonly text: string; readonly limit: number },
): Promise<Found[]> {
  const inside = `%${escapeLike(asked.text)}%`;
  const beginning = `${escapeLike(asked.text)}%`;
  return many(
    db,
    sql`
      (select 'agreement' as kind, id as name, title from agreement
       where workspace_id = ${workspaceId} and (id ilike ${inside} or title ilike ${inside})
       order by id limit ${asked.limit})
      union all
      (select 'subject', id, coalesce(attributes->>'title', attributes->>'name',
          attributes->>'company') as title
       from subject
       where workspace_id = ${workspaceId}
         and (id ilike ${beginning} or split_part(id, '/', 2) ilike ${beginning}
           or attributes->>'title' ilike ${inside} or attributes->>'name' ilike ${inside}
           or attributes->>'company' ilike ${inside})
       order by last_at desc nulls last, id limit ${asked.limit})
      limit ${asked.limit}`,
    (row) => ({
      kind: row.kind as Found["kind"],
      name: row.name as string,
      title: row.title as string | null,
    }),
  );
}

/** A sign that means something in a pattern means itself in what a person types. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
