/** How far a source is known: what makes provisional breaches sure. */
import { subjectKind } from "../engine/event.ts";
import type { Instant } from "../engine/time.ts";
import { provisionalSubjects } from "../store/clock-provisional.ts";
import { inWorkspace } from "../store/db.ts";
import { raiseWatermark } from "../store/watermark.ts";
import type { Acting } from "./acting.ts";
import { planResettle } from "./resettle.ts";
import { settleSubjects } from "./settle.ts";

/** Subjects settled in the same transaction; the rest by the worker, step by step. */
const MOST = 1_000;

/**
 * Moves a source's watermark forward and judges again what was only provisional; how many subjects.
 */
export function moveWatermark(
  { database, workspaceId, now }: Acting,
  known: { readonly source: string; readonly until: Instant },
): Promise<number> {
  return inWorkspace(database, workspaceId, async (db) => {
    const raised = await raiseWatermark(db, { workspaceId, now }, known);
    if (raised === 0) return 0;
    const subjects = await provisionalSubjects(db, workspaceId, MOST);
    await settleSubjects(db, { workspaceId, now, because: "watermark" }, subjects);
    const kinds = [...new Set(subjects.map(subjectKind))].sort();
    if (subjects.length === MOST) await planResettle(db, { workspaceId, now }, kinds);
    return subjects.length;
  });
}
