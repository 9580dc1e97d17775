/** Acknowledging: somebody takes a clock's matter on, so that steps that wait for nobody end. */
import type { Event } from "../engine/event.ts";
import { refuse } from "../engine/problem.ts";
import { instantText } from "../engine/time.ts";
import { appendAudit } from "../store/audit.ts";
import { clockId, clocksOfSubjects } from "../store/clock.ts";
import { inWorkspace } from "../store/db.ts";
import { type Acting, mustReach } from "./acting.ts";
import { acknowledgementOf } from "./escalate-acknowledged.ts";
import { recordIn } from "./record-events.ts";
import { subjectOf } from "./settle-breach.ts";

/**
 * True the first time. A fact of the subject, so that a replay knows it too. Refused: no such
 * clock.
 */
export function acknowledge(acting: Acting, id: string): Promise<boolean> {
  const { database, workspaceId, actor, now } = acting;
  const subject = subjectOf(id);
  return inWorkspace(database, workspaceId, async (db) => {
    const clocks = await clocksOfSubjects(db, workspaceId, [subject]);
    const clock =
      clocks.find((one) => clockId(one) === id) ?? refuse("thing-missing", { name: id });
    mustReach(acting, clock.agreement);
    const fact: Event = {
      id: `${id}/acknowledged`,
      source: "acuerdo/product",
      type: "clock.acknowledged",
      subject,
      occurredAt: now,
      recordedAt: now,
      actor: { id: actor, kind: "human" },
      data: { acknowledged: { [acknowledgementOf(clock)]: instantText(now) } },
    };
    const fresh = await recordIn(db, { workspaceId, now }, [fact]);
    if (fresh.size === 0) return false;
    const deed = "clock.acknowledged";
    await appendAudit(db, workspaceId, { at: now, actor, deed, target: `clock/${id}`, facts: {} });
    return true;
  });
}
