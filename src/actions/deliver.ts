/**
 * Deliveries that were given up: seen, and given another life. Docs:
 * docs/reference/delivery.md#dead.
 */
import type { Instant } from "../engine/time.ts";
import { appendAudit } from "../store/audit.ts";
import { inWorkspace } from "../store/db.ts";
import { type DeadDelivery, listDeadDeliveries, replayDeliveries } from "../store/delivery.ts";
import type { Acting } from "./acting.ts";

/** A page of what was given up, the latest first. */
export function deadDeliveries(
  { database, workspaceId }: Acting,
  page: {
    readonly before?: { readonly deadAt: Instant; readonly id: string };
    readonly limit: number;
  },
): Promise<readonly DeadDelivery[]> {
  return inWorkspace(database, workspaceId, (db) => listDeadDeliveries(db, workspaceId, page));
}

/** Tries them again from the first attempt on, under the ids they had; how many were dead. */
export function replay(acting: Acting, ids: readonly string[]): Promise<number> {
  const { database, workspaceId, actor, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const replayed = await replayDeliveries(db, workspaceId, ids);
    const [deed, target] = ["deliveries.replayed", `workspace/${workspaceId}`];
    if (replayed > 0) {
      await appendAudit(db, workspaceId, { at: now, actor, deed, target, facts: { replayed } });
    }
    return replayed;
  });
}
