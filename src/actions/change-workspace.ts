/** What a workspace is called, its language and its day. */
import { refuse } from "../engine/problem.ts";
import { isTimeZone } from "../engine/zone.ts";
import { appendAudit } from "../store/audit.ts";
import { inWorkspace } from "../store/db.ts";
import { changeWorkspaceRow, findWorkspace, holdWorkspace } from "../store/workspace.ts";
import type { Acting } from "./acting.ts";

export type WorkspaceChange = {
  readonly title?: string;
  readonly language?: "es" | "en";
  readonly timeZone?: string;
};

/** Agreements keep the zone they name: only the workspace's own day changes. */
export function changeWorkspace(acting: Acting, change: WorkspaceChange): Promise<void> {
  const { database, workspaceId, actor, now } = acting;
  const { timeZone } = change;
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    refuse("time-zone-unknown", { zone: timeZone });
  }
  return inWorkspace(database, workspaceId, async (db) => {
    await holdWorkspace(db, workspaceId);
    const before = await findWorkspace(db, workspaceId);
    if (!before) return refuse("workspace-missing", { workspace: workspaceId });
    const { title, language } = { ...before, ...change };
    const after = { title, language, timeZone: timeZone ?? before.timeZone };
    await changeWorkspaceRow(db, workspaceId, after);
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: "workspace.changed",
      target: `workspace/${workspaceId}`,
      facts: after,
    });
  });
}
