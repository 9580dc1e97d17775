/**
 * Telling of clocks: what timers asked to be told, looked at again, and turned into deliveries in
 * the transaction that finishes the timers. Docs: docs/reference/delivery.md.
 */
import { DAY, type Instant } from "../engine/time.ts";
import { clockId, clocksOfSubjects } from "../store/clock.ts";
import type { Db } from "../store/db.ts";
import { addDeliveries, type Delivery } from "../store/delivery.ts";
import { countTold, takeBackDeliveries, toldOf } from "../store/delivery-told.ts";
import { sayChange } from "../store/live.ts";
import type { SubjectRow } from "../store/subject.ts";
import { planTimers } from "../store/timer.ts";
import { doDeed } from "./escalate.ts";
import { acknowledgedAt } from "./escalate-acknowledged.ts";
import { stepTelling } from "./escalate-step.ts";
import type { ClockNotice } from "./notice-body.ts";
import { deliveriesOf, GROUPED_WITHIN, holdTogether, type Telling } from "./notice-plan.ts";
import { reach } from "./notice-reach.ts";
import {
  askedOf,
  type Found,
  findClock,
  noticeOf,
  openScene,
  type Recording,
  type Scene,
  type Tell,
} from "./notice-scene.ts";
import { isStillSo } from "./notice-so.ts";
import { tellAgain } from "./notice-told.ts";
import { subscribed } from "./notice-webhook.ts";

export type TellCounts = { readonly told: number; readonly noLongerSo: number };

/**
 * The subjects are held by this transaction. Safe to repeat: ids of deliveries follow from timers.
 */
export async function tellAll(
  db: Db,
  recording: Recording,
  asked: { readonly tells: readonly Tell[]; readonly subjects: readonly SubjectRow[] },
): Promise<TellCounts> {
  const { tells } = asked;
  if (tells.length === 0) return { told: 0, noLongerSo: 0 };
  const scene = await openScene(db, recording);
  const found = await findStillSo(db, scene, asked);
  const clocks = [...new Set(found.map(({ body }) => body.clock))];
  const again = tellAgain(found, await toldOf(db, scene.workspaceId, clocks));
  await takeBackDeliveries(db, scene.workspaceId, again.takeBack);
  await addAll(db, scene, [
    ...again.deliveries(scene.now),
    ...found.flatMap((one) => subscribed(scene, one)),
    ...found
      .flatMap((one) => tellingsOf(scene, one))
      .flatMap((one) => deliveriesOf(one, scene.now)),
  ]);
  for (const one of found) if (one.body.what === "escalation") await escalate(db, scene, one);
  return { told: found.length, noLongerSo: tells.length - found.length };
}

/** Adds deliveries, held together where they may be, and says so to the inboxes that are open. */
export async function addAll(
  db: Db,
  { workspaceId, now, timeZone }: Recording & { readonly timeZone: string },
  deliveries: readonly Delivery[],
): Promise<void> {
  if (deliveries.length === 0) return;
  const loud = deliveries.filter(({ group }) => group !== undefined);
  const counts = await countTold(db, workspaceId, {
    recipients: [...new Set(loud.map(({ recipient }) => recipient))],
    since: (now - DAY) as Instant,
    soon: (now + GROUPED_WITHIN) as Instant,
  });
  const held = holdTogether(deliveries, { now, timeZone, counts });
  const added = await addDeliveries(db, { workspaceId, now }, held);
  if (added.length > 0) await sayChange(db, { workspaceId, kind: "notices", ids: [] });
}

async function findStillSo(
  db: Db,
  scene: Scene,
  {
    tells,
    subjects,
  }: { readonly tells: readonly Tell[]; readonly subjects: readonly SubjectRow[] },
): Promise<readonly Found[]> {
  const names = [...new Set(tells.map(({ body }) => body.subject))];
  const clocks = await clocksOfSubjects(db, scene.workspaceId, names);
  const byId = new Map(clocks.map((clock) => [clockId(clock), clock]));
  const known = new Map(subjects.map(({ id, attributes }) => [id, attributes]));
  return tells
    .flatMap((tell) => findClock(scene, tell, byId) ?? [])
    .filter((one) => isStillSo(one, acknowledgedAt(known.get(one.body.subject), one.clock)));
}

/**
 * What people are told first hand: a policy's step, or, where a promise has no policy, its owner.
 */
function tellingsOf(scene: Scene, found: Found): readonly Telling<ClockNotice>[] {
  const { body, revision } = found;
  if (body.what === "escalation") {
    const telling = stepTelling(scene, found);
    return telling ? [telling] : [];
  }
  const isFirstHand = body.what === "warning" || body.what === "breach";
  if (!isFirstHand || found.steps.length > 0) return [];
  const telling: Telling<ClockNotice> = {
    id: found.id,
    about: body.clock,
    notice: noticeOf(found, scene.now),
    reached: reach("owner", askedOf(scene, found)),
    via: ["email"],
    quiet: scene.rulebook.hoursOf(revision).timetable,
    chats: { slack: [], teams: [] },
  };
  return [telling];
}

/** What a step does, once, and the next step at once where this one had nobody to tell. */
async function escalate(db: Db, scene: Scene, found: Found): Promise<void> {
  const { body, steps } = found;
  const number = body.step ?? 0;
  const deed = steps[number]?.spec.do;
  if (deed !== undefined && (body.repeat ?? 0) === 0) await doDeed(db, scene, found, deed);
  const isNobody = stepTelling(scene, found)?.reached.length === 0;
  if (!isNobody || number + 1 >= steps.length) return;
  await planTimers(db, scene, [
    {
      id: `${body.clock}/step/${number + 1}/0`,
      kind: "escalation",
      belongsTo: body.clock,
      dueAt: scene.now,
      body: { ...body, step: number + 1, repeat: 0, passedOn: true },
    },
  ]);
}
