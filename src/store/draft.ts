/** Drafts: the one text of an agreement that is still being written. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { present, timestamp } from "./column.ts";
import { type Db, many, maybe, type Row, run } from "./db.ts";

export type Draft = {
  readonly agreement: string;
  readonly text: string;
  readonly version: number;
  readonly updatedBy: string;
  readonly updatedAt: Instant;
};

/**
 * Saves the version after `draft.version`, 0 for the first; undefined where somebody else saved
 * first.
 */
export function saveDraft(db: Db, workspaceId: string, draft: Draft): Promise<number | undefined> {
  const { agreement, text, version, updatedBy, updatedAt } = draft;
  return maybe(
    db,
    sql`
      insert into draft (workspace_id, agreement_id, text, version, updated_by, created_at,
        updated_at)
      select ${workspaceId}, ${agreement}, ${text}, 1, ${updatedBy},
        ${timestamp(updatedAt)}::timestamptz, ${timestamp(updatedAt)}::timestamptz
      where ${version} = 0 or exists (
        select from draft where workspace_id = ${workspaceId} and agreement_id = ${agreement})
      on conflict (workspace_id, agreement_id) do update set text = excluded.text,
        version = draft.version + 1, updated_by = excluded.updated_by,
        updated_at = excluded.updated_at
      where draft.version = ${version}
      returning version`,
    (row) => row.version as number,
  );
}

export function findDraft(
  db: Db,
  workspaceId: string,
  agreement: string,
): Promise<Draft | undefined> {
  return maybe(
    db,
    sql`
      select agreement_id, text, version, updated_by, updated_at from draft
      where workspace_id = ${workspaceId} and agreement_id = ${agreement}`,
    toDraft,
  );
}

/** The agreements of a workspace that have a draft, by name. */
export function draftedAgreements(db: Db, workspaceId: string): Promise<string[]> {
  return many(
    db,
    sql`
      select agreement_id from draft where workspace_id = ${workspaceId}
      order by agreement_id limit 10000`,
    (row) => row.agreement_id as string,
  );
}

export function deleteDraft(db: Db, workspaceId: string, agreement: string): Promise<number> {
  return run(
    db,
    sql`
      delete from draft where workspace_id = ${workspaceId} and agreement_id = ${agreement}`,
  );
}

function toDraft(row: Row): Draft {
  return present({
    agreement: row.agreement_id,
    text: row.text,
    version: row.version,
    updatedBy: row.updated_by,
    updatedAt: row.updated_at,
  });
}
