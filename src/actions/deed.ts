/**
 * What people do about subjects from the screens: facts with their name on it, judged like any
 * other. Docs: docs/reference/deed.md.
 */
import { type Attributes, type Event, subjectKind } from "../engine/event.ts";
import { refuse } from "../engine/problem.ts";
import { reasonCodes } from "../engine/reason-code.ts";
import { appendAudit } from "../store/audit.ts";
import { type ClockRow, clocksOfSubjects } from "../store/clock.ts";
import { openClocksOf } from "../store/clock-load.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { attributesOfAll } from "../store/subject-list.ts";
import { type Acting, mustBeInside } from "./acting.ts";
import { recordIn } from "./record-events.ts";

type Deed = { readonly type: Event["type"]; readonly subject: string; readonly data: Attributes };

/** Refused: a subject nobody told of. */
export function recordAttempt(
  acting: Acting,
  asked: { readonly subject: string; readonly channel: string; readonly note?: string },
): Promise<void> {
  const { subject, channel, note } = asked;
  const data = { channel, ...(note === undefined ? {} : { note }) };
  return recordDeed(acting, { type: "contact.attempted", subject, data });
}

export type Rejection = {
  readonly subject: string;
  readonly reason: string;
  readonly detail?: string;
  readonly note?: string;
};

/** Refused: a subject nobody told of, or a reason that is none for a rejection. */
export async function rejectLead(acting: Acting, asked: Rejection): Promise<void> {
  const { subject, ...data } = asked;
  if (reasonCodes[asked.reason]?.kind !== "rejection") {
    refuse("reason-unknown", { reason: asked.reason });
  }
  await recordDeed(acting, { type: "lead.rejected", subject, data });
}

async function recordDeed(acting: Acting, deed: Deed): Promise<void> {
  mustBeInside(acting);
  const { database, workspaceId } = acting;
  await inWorkspace(database, workspaceId, async (db) => {
    await mustBeKnown(db, workspaceId, [deed.subject]);
    await recordDeeds(db, acting, [deed]);
  });
}

/** `before` and `after`: open clocks. */
export type Load = { readonly owner: string; readonly before: number; readonly after: number };

export type Assignment = {
  /** Whose they were: what an undo needs. */
  readonly moved: readonly { readonly subject: string; readonly owner: string | null }[];
  readonly load: readonly Load[];
};

export type AssignmentAsked = {
  readonly subjects: readonly string[];
  /** Null: they are nobody's again. */
  readonly owner: string | null;
  readonly isPreview: boolean;
};

/**
 * Gives subjects to one owner, and tells whose they were and the load of all concerned.
 *
 * Every kind of subject has an owner, so every kind has its own fact: "ticket.assigned". Those that
 * are that owner's already stay as they are. Refused: a subject nobody told of.
 */
export async function assignOwner(acting: Acting, asked: AssignmentAsked): Promise<Assignment> {
  mustBeInside(acting);
  const { owner, isPreview } = asked;
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const known = await mustBeKnown(db, workspaceId, [...new Set(asked.subjects)]);
    const moved = known
      .map(({ subject, attributes }) => ({ subject, owner: ownerOf(attributes) }))
      .filter((one) => one.owner !== owner);
    const subjects = moved.map(({ subject }) => subject);
    const clocks = await clocksOfSubjects(db, workspaceId, subjects);
    const load = await loadOf(db, workspaceId, { clocks: clocks.filter(isRunning), owner });
    if (!isPreview) {
      const data = { owner };
      const deeds = subjects.map((subject) => ({ type: assigned(subject), subject, data }));
      await recordDeeds(db, acting, deeds);
    }
    return { moved, load };
  });
}

function assigned(subject: string): Event["type"] {
  return `${subjectKind(subject)}.assigned`;
}

function ownerOf({ owner }: Attributes): string | null {
  return typeof owner === "string" && owner !== "" ? owner : null;
}

function isRunning({ state }: ClockRow): boolean {
  return state === "waiting" || state === "running" || state === "paused";
}

type Moving = { readonly clocks: readonly ClockRow[]; readonly owner: string | null };

async function loadOf(db: Db, workspaceId: string, { clocks, owner }: Moving): Promise<Load[]> {
  const owners = [...new Set([...clocks.map((clock) => clock.owner), owner])]
    .filter((one) => one !== null)
    .sort();
  const counts = await openClocksOf(db, workspaceId, owners);
  return owners.map((one) => {
    const has = counts.find((count) => count.owner === one)?.clocks ?? 0;
    const leaving = clocks.filter((clock) => clock.owner === one).length;
    const coming = one === owner ? clocks.length : 0;
    return { owner: one, before: has, after: has - leaving + coming };
  });
}

async function mustBeKnown(db: Db, workspaceId: string, subjects: readonly string[]) {
  const known = await attributesOfAll(db, workspaceId, subjects);
  const missing = subjects.find((name) => !known.some(({ subject }) => subject === name));
  return missing === undefined ? known : refuse("thing-missing", { name: missing });
}

/** The same twice in one millisecond is once. */
async function recordDeeds(db: Db, acting: Acting, deeds: readonly Deed[]): Promise<void> {
  const { workspaceId, actor, now } = acting;
  const events = deeds.map(
    (deed): Event => ({
      ...deed,
      id: `${deed.subject} ${deed.type} ${now}`,
      source: "acuerdo/people",
      occurredAt: now,
      actor: { id: actor, kind: "human" },
    }),
  );
  if (events.length === 0) return;
  await recordIn(db, { workspaceId, now }, events);
  for (const { type, subject, data } of deeds) {
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: type,
      target: subject,
      facts: data,
    });
  }
}
