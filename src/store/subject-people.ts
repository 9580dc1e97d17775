/** Owners that sources tell of: the subjects of that kind, as they stand. */
import sql from "sql-template-tag";
import type { Attributes } from "../engine/event.ts";
import { type Db, many } from "./db.ts";

export type OwnerRow = { readonly id: string; readonly attributes: Attributes };

/** By id, without the kind before it. */
export function ownersKnown(db: Db, workspaceId: string, limit: number): Promise<OwnerRow[]> {
  return many(
    db,
    sql`
      select id, attributes from subject
      where workspace_id = ${workspaceId} and type = 'owner' and events > 0
      order by id limit ${limit}`,
    (row) => ({
      id: (row.id as string).slice("owner/".length),
      attributes: row.attributes as Attributes,
    }),
  );
}
