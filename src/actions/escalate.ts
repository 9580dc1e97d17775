/**
 * What a step of an escalation does: its effects are facts, recorded like any other by the source
 * `acuerdo/automation`, and named by the step, so that doing it again changes nothing.
 * Docs: docs/reference/automation.md#steps.
 */
import type { EscalationDeed } from "../engine/agreement.ts";
import { AUTOMATION_SOURCE } from "../engine/automation.ts";
import { type Attributes, type Event, subjectKind } from "../engine/event.ts";
import type { Db } from "../store/db.ts";
import { addTask } from "../store/task.ts";
import { loads, peopleOf, takeTurn } from "./assignment.ts";
import { reach } from "./notice-reach.ts";
import { askedOf, type Found, type Recording, type Scene } from "./notice-scene.ts";
import { recordIn } from "./record-events.ts";

export async function doDeed(
  db: Db,
  scene: Scene,
  found: Found,
  deed: EscalationDeed,
): Promise<void> {
  if (deed === "task") return askTask(db, scene, found);
  if ("raise" in deed) return raise(db, scene, found, deed.raise);
  return reassign(db, scene, found, deed.reassign);
}

/** The same deed of the same step is the same fact. */
export function automatic(
  id: string,
  { now }: Recording,
  what: { readonly type: string; readonly subject: string; readonly data: Attributes },
): Event {
  return {
    ...what,
    id,
    source: AUTOMATION_SOURCE,
    occurredAt: now,
    recordedAt: now,
    actor: { id: AUTOMATION_SOURCE, kind: "automation" },
  };
}

async function raise(
  db: Db,
  scene: Scene,
  { id, clock }: Found,
  { field, value }: { readonly field: string; readonly value: string | number | boolean },
): Promise<void> {
  const { subject } = clock;
  const type = raisedType(subject, field);
  await recordIn(db, scene, [
    automatic(`${id}/raise`, scene, { type, subject, data: { [field]: value } }),
  ]);
}

/** The type other rules wait for where there is one. */
export function raisedType(subject: string, field: string): string {
  const kind = subjectKind(subject);
  if (kind === "ticket" && field === "priority") return "ticket.priorityChanged";
  return field === "status" ? `${kind}.statusChanged` : `${kind}.raised`;
}

/** To somebody else of that team; to nobody where nobody else is there. */
async function reassign(
  db: Db,
  scene: Scene,
  { id, clock, revision }: Found,
  { to, by }: { readonly to: string; readonly by: "roundRobin" | "load" },
): Promise<void> {
  const { members } = scene.directory;
  const load = await loads(db, scene.workspaceId);
  const people = peopleOf(to, revision.spec, { members, load });
  const candidates = people.filter((one) => one.id !== clock.owner);
  const turn = `escalation/${clock.agreement}/${to}`;
  const { chosen } = await takeTurn(db, scene, { id: turn, candidates, by });
  if (chosen === undefined) return;
  const { subject } = clock;
  const type = `${subjectKind(subject)}.assigned`;
  const data = { owner: chosen };
  await recordIn(db, scene, [automatic(`${id}/reassign`, scene, { type, subject, data })]);
}

/** For the owner, or whoever the step tells first. */
async function askTask(db: Db, scene: Scene, found: Found): Promise<void> {
  const { id, clock, steps, body } = found;
  const asked = askedOf(scene, found);
  const words = ["owner", ...(steps[body.step ?? 0]?.spec.tell ?? [])];
  const account = words.flatMap((word) => reach(word, asked)).find((one) => one.account)?.account;
  await addTask(db, scene, {
    id: `${id}/task`,
    title: clock.facets?.title ?? clock.subject,
    subject: clock.subject,
    clock: body.clock,
    ...(account === undefined ? {} : { account }),
    ...(clock.dueAt === null ? {} : { dueAt: clock.dueAt }),
    body: { agreement: clock.agreement, commitment: clock.commitment },
  });
}
