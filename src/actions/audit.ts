/** Who did what: read, and verified. */
import { refuse } from "../engine/problem.ts";
import {
  type AuditFilter,
  type AuditFinding,
  type AuditRow,
  appendAudit,
  listAudit,
  type NamedAuditRow,
  searchAudit,
  verifyAudit,
} from "../store/audit.ts";
import { inWorkspace } from "../store/db.ts";
import { findWorkspace } from "../store/workspace.ts";
import type { Acting } from "./acting.ts";

export function auditPage(
  { database, workspaceId }: Acting,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly AuditRow[]> {
  return inWorkspace(database, workspaceId, (db) => listAudit(db, workspaceId, page));
}

/** The latest deeds that pass a filter, the last first. */
export function auditSearch(
  { database, workspaceId }: Acting,
  asked: AuditFilter & { readonly limit: number },
): Promise<readonly NamedAuditRow[]> {
  return inWorkspace(database, workspaceId, (db) => searchAudit(db, workspaceId, asked));
}

export function auditChain({ database, workspaceId }: Acting): Promise<AuditFinding> {
  return inWorkspace(database, workspaceId, (db) => verifyAudit(db, workspaceId));
}

/** That a whole workspace was taken out is a deed of its own. Refused: one that is not there. */
export function noteExport({ database, workspaceId, actor, now: at }: Acting): Promise<AuditRow> {
  const target = `workspace/${workspaceId}`;
  return inWorkspace(database, workspaceId, async (db) => {
    if (!(await findWorkspace(db, workspaceId))) {
      refuse("workspace-missing", { workspace: workspaceId });
    }
    const done = { at, actor, deed: "workspace.exported", target, facts: {} };
    return appendAudit(db, workspaceId, done);
  });
}
