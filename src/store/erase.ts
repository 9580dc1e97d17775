/** What tells of a subject beside its facts: taken away, or left without the name, for privacy. */
import sql from "sql-template-tag";
import { type Db, run } from "./db.ts";

/** What travelled with its hand-overs; settling writes it again from what the facts still say. */
export function dropHandoffs(db: Db, workspaceId: string, subject: string): Promise<number> {
  return run(
    db,
    sql`delete from handoff where workspace_id = ${workspaceId} and subject = ${subject}`,
  );
}

/** Notices in inboxes keep what they tell of, and lose its name. */
export function unnameNotices(db: Db, workspaceId: string, subject: string): Promise<number> {
  return run(
    db,
    sql`
      update notice set body = body - 'title'
      where workspace_id = ${workspaceId} and body->>'subject' = ${subject} and body ? 'title'`,
  );
}

/** The same of what was told outside, or still waits to be. */
export function unnameDeliveries(db: Db, workspaceId: string, subject: string): Promise<number> {
  return run(
    db,
    sql`
      update delivery set body = body - 'title'
      where workspace_id = ${workspaceId} and body->>'subject' = ${subject} and body ? 'title'`,
  );
}
