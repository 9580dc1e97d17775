/** Which rules an event may fire: each becomes a timer that is due at once. */
import { compileRule, type RuleSpec } from "../engine/automation.ts";
import type { Event } from "../engine/event.ts";
import type { Instant } from "../engine/time.ts";
import type { Db } from "../store/db.ts";
import { listRules } from "../store/rule.ts";
import { planTimers, type Timer } from "../store/timer.ts";
import type { RuleBody } from "./timer-body.ts";

type Recording = {
  readonly workspaceId: string;
  readonly now: Instant;
  readonly isQuiet?: boolean;
};

/** Named by rule and fact, so that neither a repeated fact nor a repeated timer fires it twice. */
export async function planRules(
  db: Db,
  recording: Recording,
  events: readonly Event[],
): Promise<void> {
  if (recording.isQuiet) return;
  const rules = (await listRules(db, recording.workspaceId)).filter(({ isEnabled }) => isEnabled);
  if (rules.length === 0) return;
  const timers = rules.flatMap(({ id: rule, document }) => {
    const { fires } = compileRule(document as RuleSpec);
    return events.filter(fires).map(({ source, id, subject }): Timer => {
      const name = `rule/${rule}/${source}/${id}`;
      const body: RuleBody = { does: "rule", rule, subject, source, event: id };
      return { id: name, kind: "schedule", belongsTo: `rule/${rule}`, dueAt: recording.now, body };
    });
  });
  if (timers.length > 0) await planTimers(db, recording, timers);
}
