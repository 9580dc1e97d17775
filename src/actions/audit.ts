/** Who did what: read, and verified. */
import { type AuditFinding, type AuditRow, listAudit, verifyAudit } from "../store/audit.ts";
import { inWorkspace } from "../store/db.ts";
import type { Acting } from "./acting.ts";

export function auditPage(
  { database, workspaceId }: Acting,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly AuditRow[]> {
  return inWorkspace(database, workspaceId, (db) => listAudit(db, workspaceId, page));
}

export function auditChain({ database, workspaceId }: Acting): Promise<AuditFinding> {
  return inWorkspace(database, workspaceId, (db) => verifyAudit(db, workspaceId));
}
