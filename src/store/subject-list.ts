/** Subjects by kind, a page at a time in the order of their ids: for judging all of them again. */
import sql from "sql-template-tag";
import type { Attributes } from "../engine/event.ts";
import { type Db, many, maybe } from "./db.ts";

export function subjectIds(
  db: Db,
  workspaceId: string,
  page: { readonly kinds: readonly string[]; readonly after: string; readonly limit: number },
): Promise<string[]> {
  return many(
    db,
    sql`
      select id from subject
      where workspace_id = ${workspaceId} and id > ${page.after} and type = any (${[...page.kinds]})
      order by id limit ${page.limit}`,
    (row) => row.id as string,
  );
}

/** What is known of some subjects, in the order of their ids; of whom nobody told is not among. */
export function attributesOfAll(
  db: Db,
  workspaceId: string,
  subjects: readonly string[],
): Promise<{ readonly subject: string; readonly attributes: Attributes }[]> {
  return many(
    db,
    sql`
      select id, attributes from subject
      where workspace_id = ${workspaceId} and id = any (${[...subjects]}) and events > 0
      order by id limit ${subjects.length}`,
    (row) => ({ subject: row.id as string, attributes: row.attributes as Attributes }),
  );
}

export function attributesOf(
  db: Db,
  workspaceId: string,
  subject: string,
): Promise<Attributes | undefined> {
  return maybe(
    db,
    sql`
      select attributes from subject
      where workspace_id = ${workspaceId} and id = ${subject} and events > 0`,
    (row) => row.attributes as Attributes,
  );
}
