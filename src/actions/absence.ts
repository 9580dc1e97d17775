/**
 * Absences of owners: facts like any other, with what falls due meanwhile given to teammates where
 * that is asked for.
 */
import { assign } from "../engine/assignment.ts";
import { type Event, subjectKind } from "../engine/event.ts";
import { refuse } from "../engine/problem.ts";
import { instantText, type Span } from "../engine/time.ts";
import { appendAudit } from "../store/audit.ts";
import { type ClockRow, clockId } from "../store/clock.ts";
import { listClocks } from "../store/clock-list.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import type { Acting } from "./acting.ts";
import { type Person, peopleKnown } from "./person.ts";
import { recordIn } from "./record-events.ts";

/** A clock held by somebody who will be away, and who would take it: the one with least to do. */
export type Handed = { readonly clock: ClockRow; readonly to: Person | null };

/** Facts recorded here are told of by this source. */
const SOURCE = "acuerdo/people";

/** Beyond this many clocks an absence is a matter for a rule. */
const MOST_CLOCKS = 400;

export type AbsenceAsked = Span & { readonly owner: string };

/** What falls due before somebody is back, and who would take it. Refused: nobody of that name. */
export function absencePlan(acting: Acting, asked: AbsenceAsked): Promise<readonly Handed[]> {
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, (db) => planIn(db, acting, asked));
}

/** Records the absence and the return; with `reassign`, each clock goes to whom the plan names. */
export function recordAbsence(
  acting: Acting,
  asked: AbsenceAsked & { readonly reassign: boolean },
): Promise<{ readonly reassigned: number }> {
  const { database, workspaceId, actor, now } = acting;
  const { owner, from, to } = asked;
  return inWorkspace(database, workspaceId, async (db) => {
    const plan = await planIn(db, acting, asked);
    const given = asked.reassign ? plan.filter((one) => one.to !== null) : [];
    const events = [...absenceFacts(asked, acting), ...given.map((one) => handed(one, acting))];
    const distinct = [...new Map(events.map((event) => [event.subject + event.type, event]))];
    await recordIn(
      db,
      { workspaceId, now },
      distinct.map(([, event]) => event),
    );
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: "absence.recorded",
      target: `owner/${owner}`,
      facts: { from: instantText(from), to: instantText(to), reassigned: given.length },
    });
    return { reassigned: given.length };
  });
}

/** Somebody is back now, whatever was said before. */
export function endAbsence(acting: Acting, owner: string): Promise<void> {
  const { database, workspaceId, actor, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    await mustKnow(db, acting, owner);
    await recordIn(db, { workspaceId, now }, [
      fact(acting, { id: `back/${owner}/${now}`, type: "owner.back", owner, absentUntil: null }),
    ]);
    const target = `owner/${owner}`;
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: "absence.ended",
      target,
      facts: {},
    });
  });
}

async function mustKnow(db: Db, acting: Acting, owner: string) {
  const people = await peopleKnown(db, acting);
  const found = people.find(({ id }) => id === owner) ?? refuse("thing-missing", { name: owner });
  return { people, found };
}

async function planIn(
  db: Db,
  acting: Acting,
  { owner, from, to }: AbsenceAsked,
): Promise<readonly Handed[]> {
  const { workspaceId, now } = acting;
  if (to <= from || to <= now)
    refuse("absence-backwards", { owner, from: instantText(from), to: instantText(to) });
  const { people, found } = await mustKnow(db, acting, owner);
  const filter = { isOpen: true, owner, dueBefore: to } as const;
  const { clocks } = await listClocks(db, workspaceId, { filter, limit: MOST_CLOCKS });
  const mates = people.filter(
    ({ id, team }) => id !== owner && team !== null && team === found.team,
  );
  const held = new Map(mates.map(({ id, load }) => [id, load]));
  return clocks.map((clock) => {
    const candidates = mates.map(({ id, absentUntil }) => ({
      id,
      load: held.get(id) ?? 0,
      ...(absentUntil === null ? {} : { absences: [{ from: now, to: absentUntil }] }),
    }));
    const { chosen } = assign(candidates, { by: "load", at: now });
    if (chosen !== undefined) held.set(chosen, (held.get(chosen) ?? 0) + 1);
    return { clock, to: mates.find(({ id }) => id === chosen) ?? null };
  });
}

function absenceFacts({ owner, from, to }: AbsenceAsked, acting: Acting): readonly Event[] {
  const until = instantText(to);
  const name = `${owner}/${instantText(from)}/${acting.now}`;
  const away = { id: `absent/${name}`, type: "owner.absent", owner, absentUntil: until };
  const back = { id: `back/${name}`, type: "owner.back", owner, absentUntil: null };
  return [
    { ...fact(acting, away), occurredAt: from },
    { ...fact(acting, back), occurredAt: to },
  ];
}

type AbsenceFact = {
  readonly id: string;
  readonly type: string;
  readonly owner: string;
  readonly absentUntil: string | null;
};

function fact({ actor, now }: Acting, { id, type, owner, absentUntil }: AbsenceFact): Event {
  return {
    id,
    source: SOURCE,
    type,
    subject: `owner/${owner}`,
    occurredAt: now,
    recordedAt: now,
    actor: { id: actor, kind: "human" },
    data: { absentUntil },
  };
}

function handed({ clock, to }: Handed, { actor, now }: Acting): Event {
  const { subject } = clock;
  return {
    id: `handed/${clockId(clock)}/${now}`,
    source: SOURCE,
    type: `${subjectKind(subject)}.assigned`,
    subject,
    occurredAt: now,
    recordedAt: now,
    actor: { id: actor, kind: "human" },
    data: { owner: to?.id ?? null },
  };
}
