/**
 * One agreement with what there is of it, and which kinds of subjects and texts there are at all.
 */
import sql from "sql-template-tag";
import type { AgreementRow } from "./agreement.ts";
import { present } from "./column.ts";
import { type Db, maybe, one } from "./db.ts";

export function findAgreement(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<AgreementRow | undefined> {
  return maybe(
    db,
    sql`
      select id, title, state, owner, labels from agreement
      where workspace_id = ${workspaceId} and id = ${id}`,
    ({ id: found, title, state, owner, labels }) =>
      present({ id: found, title, state, owner, labels }),
  );
}

/** Whether a workspace holds neither agreements nor events. */
export function isEmptyWorkspace(db: Db, workspaceId: string): Promise<boolean> {
  return one(
    db,
    sql`
      select not exists (select from agreement where workspace_id = ${workspaceId})
        and not exists (select from event where workspace_id = ${workspaceId}) as is_empty`,
    (row) => row.is_empty as boolean,
  );
}
