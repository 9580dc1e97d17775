/**
 * Rules on events: what they do is a fact like any other, named by rule and event, so that doing it
 * again changes nothing. Docs: docs/reference/automation.md#rules.
 */
import {
  type CompiledRule,
  compileRule,
  type RuleDeed,
  type RuleSpec,
} from "../engine/automation.ts";
import type { View } from "../engine/condition.ts";
import { subjectKind } from "../engine/event.ts";
import { viewsOf } from "../engine/subject-view.ts";
import type { Db } from "../store/db.ts";
import { historiesOf } from "../store/event.ts";
import { listRules } from "../store/rule.ts";
import { addTask } from "../store/task.ts";
import { loads, takeTurn } from "./assignment.ts";
import { askedBy, calendarsOf, candidatesOf } from "./automation-people.ts";
import { automatic, raisedType } from "./escalate.ts";
import type { RuleNotice } from "./notice-body.ts";
import { deliveriesOf } from "./notice-plan.ts";
import { type Directory, reach } from "./notice-reach.ts";
import { openScene, type Recording } from "./notice-scene.ts";
import { addAll } from "./notice-tell.ts";
import { recordIn } from "./record-events.ts";
import { holdSubjects } from "./settle.ts";
import type { RuleBody } from "./timer-body.ts";

/** What one firing of a rule works with. `id` names it for ever. */
type Firing = {
  readonly id: string;
  readonly rule: string;
  readonly view: View;
  readonly recording: Recording;
};

/**
 * Fires a rule by an event, in the transaction that finishes its timer; nothing where it does not
 * hold.
 */
export async function fireRule(db: Db, recording: Recording, body: RuleBody): Promise<void> {
  const { workspaceId } = recording;
  const found = (await listRules(db, workspaceId)).find(({ id }) => id === body.rule);
  if (!found?.isEnabled) return;
  const compiled = compileRule(found.document as RuleSpec);
  await holdSubjects(db, recording, [body.subject]);
  const view = await viewAt(db, workspaceId, body, compiled);
  if (!view) return;
  const id = `rule/${body.rule}/${body.source}/${body.event}`;
  const firing = { id, rule: found.title, view, recording };
  for (const [place, deed] of compiled.spec.do.entries()) {
    await doRuleDeed(
      db,
      { ...firing, id: `${id}/${place}` },
      { deed, turn: `rule/${body.rule}/${place}` },
    );
  }
}

/** The subject as it was after that event, where the rule holds for it. */
async function viewAt(
  db: Db,
  workspaceId: string,
  { subject, source, event }: RuleBody,
  { fires, holds }: CompiledRule,
): Promise<View | undefined> {
  const found = await historiesOf(db, workspaceId, { subjects: [subject] });
  const views = viewsOf(
    subject,
    found.map((one) => one.event),
  );
  const view = views.find((one) => one.event.id === event && one.event.source === source);
  return view && fires(view.event) && holds(view) ? view : undefined;
}

async function doRuleDeed(
  db: Db,
  firing: Firing,
  { deed, turn }: { readonly deed: RuleDeed; readonly turn: string },
): Promise<void> {
  const { id, view, recording } = firing;
  const { subject } = view;
  if ("assign" in deed) return assignTo(db, firing, { spec: deed.assign, turn });
  if ("notify" in deed) return notify(db, firing, deed.notify);
  if ("raise" in deed) {
    const { field, value } = deed.raise;
    const type = raisedType(subject, field);
    const data = { [field]: value };
    await recordIn(db, recording, [automatic(id, recording, { type, subject, data })]);
    return;
  }
  const { directory } = await openScene(db, recording);
  const account = peopleReached(deed.task.to ?? "owner", view, directory)[0]?.account;
  await addTask(db, recording, {
    id,
    title: deed.task.title,
    subject,
    ...(account === undefined ? {} : { account }),
    body: { rule: firing.rule },
  });
}

async function assignTo(
  db: Db,
  { id, view, recording }: Firing,
  {
    spec,
    turn,
  }: { readonly spec: Extract<RuleDeed, { assign: unknown }>["assign"]; readonly turn: string },
): Promise<void> {
  const calendars = await calendarsOf(db, recording.workspaceId);
  const load = await loads(db, recording.workspaceId);
  const candidates = candidatesOf(spec, calendars, load);
  const asked = { id: turn, candidates, by: spec.by, ...askedBy(spec, view) };
  const { chosen } = await takeTurn(db, recording, asked);
  if (chosen === undefined) return;
  const { subject } = view;
  const type = `${subjectKind(subject)}.assigned`;
  const data = { owner: chosen };
  await recordIn(db, recording, [automatic(id, recording, { type, subject, data })]);
}

async function notify(
  db: Db,
  { id, view, rule, recording }: Firing,
  { tell, says }: { readonly tell: readonly string[]; readonly says: string },
): Promise<void> {
  const scene = await openScene(db, recording);
  const { title } = view.attributes;
  const notice: Omit<RuleNotice, "why"> = {
    what: "rule",
    at: view.event.occurredAt,
    subject: view.subject,
    says,
    rule,
    ...(typeof title === "string" ? { title } : {}),
  };
  const reached = tell.flatMap((word) => peopleReached(word, view, scene.directory));
  const chats = { slack: [], teams: [] };
  const telling = { id, notice, reached, via: ["email"], chats } as const;
  await addAll(db, scene, deliveriesOf(telling, recording.now));
}

/** Words of a rule reach as those of an agreement do; a rule knows of no parties. */
function peopleReached(word: string, view: View, directory: Directory) {
  const { owner, team } = view.attributes;
  const none = { parties: [] } as unknown as Parameters<typeof reach>[1]["spec"];
  return reach(word, {
    directory,
    spec: none,
    obliged: "",
    ...(typeof owner === "string" ? { owner } : {}),
    ...(typeof team === "string" ? { team } : {}),
  }).map((one) => ({ ...one, why: { who: "rule" as const } }));
}
