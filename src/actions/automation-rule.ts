/** Rules on events: read, kept, switched on and off. */
import { checkRule, compileRule, type RuleSpec } from "../engine/automation.ts";
import { Refusal, refuse } from "../engine/problem.ts";
import { appendAudit } from "../store/audit.ts";
import { inWorkspace } from "../store/db.ts";
import { type AutomationRule, listRules, removeRule, saveRule } from "../store/rule.ts";
import { type Acting, mustBeInside } from "./acting.ts";

/** Refused: with everything that is wrong, each with its place. */
export function readRule(document: unknown): RuleSpec {
  const [first, ...rest] = checkRule(document);
  if (first) throw new Refusal([first, ...rest]);
  const spec = document as RuleSpec;
  compileRule(spec);
  return spec;
}

export function keepRule(
  acting: Acting,
  rule: Pick<AutomationRule, "id" | "title" | "document" | "isEnabled">,
): Promise<void> {
  const { database, workspaceId, actor, now } = acting;
  readRule(rule.document);
  return inWorkspace(database, workspaceId, async (db) => {
    await saveRule(db, { workspaceId, now }, { ...rule, createdBy: actor });
    const { isEnabled } = rule;
    const target = `rule/${rule.id}`;
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: "rule.saved",
      target,
      facts: { isEnabled },
    });
  });
}

export function dropRule(acting: Acting, id: string): Promise<void> {
  const { database, workspaceId, actor, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const removed = await removeRule(db, workspaceId, id);
    if (removed === 0) refuse("thing-missing", { name: id });
    const [deed, target] = ["rule.removed", `rule/${id}`];
    await appendAudit(db, workspaceId, { at: now, actor, deed, target, facts: {} });
  });
}

/** A counterparty has no part in how the company works. */
export async function rulesOn(acting: Acting): Promise<readonly AutomationRule[]> {
  mustBeInside(acting);
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, (db) => listRules(db, workspaceId));
}
