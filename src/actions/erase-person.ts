/**
 * Erasure for privacy: the person goes, the facts stay. Docs: docs/operating/security.md#erasure.
 */
import { linksOf } from "../engine/event.ts";
import { refuse } from "../engine/problem.ts";
import { appendAudit } from "../store/audit.ts";
import { inWorkspace } from "../store/db.ts";
import { dropHandoffs, unnameDeliveries, unnameNotices } from "../store/erase.ts";
import { eraseEvents, type HistoryEvent, historiesOf } from "../store/event.ts";
import { dropCheckpoints } from "../store/subject.ts";
import { attributesOf } from "../store/subject-list.ts";
import type { Acting } from "./acting.ts";
import { holdSubjects, settleSubjects } from "./settle.ts";

/** Parts of a fact that say how things hang together, and nothing of a person. */
const STRUCTURE = ["links"];

/**
 * Takes fields out of every fact of a subject, and whoever did them; then judges it again without
 * telling anybody. Gives back how many facts were touched.
 *
 * What is sealed stays: the evidence of disputes, signed reviews, the audit. Refused: a subject
 * that is not there.
 */
export function erasePerson(
  acting: Acting,
  asked: { readonly subject: string; readonly fields: readonly string[] },
): Promise<number> {
  const { database, workspaceId, actor, now } = acting;
  const { subject, fields } = asked;
  return inWorkspace(database, workspaceId, async (db) => {
    const known = await attributesOf(db, workspaceId, subject);
    if (!known) refuse("thing-missing", { name: subject });
    const recording = { workspaceId, now };
    await holdSubjects(db, recording, [subject]);
    const found = await historiesOf(db, workspaceId, { subjects: [subject] });
    const said = found.flatMap(({ event }) => Object.keys(event.data ?? {}));
    const keep = [...new Set([...STRUCTURE, ...said])].filter((field) => !fields.includes(field));
    const erased = await eraseEvents(db, recording, { subject, keep });
    await dropCheckpoints(db, workspaceId, [subject, ...linkedBy(found)]);
    await dropHandoffs(db, workspaceId, subject);
    await unnameNotices(db, workspaceId, subject);
    await unnameDeliveries(db, workspaceId, subject);
    await settleSubjects(db, { ...recording, because: "rules", isQuiet: true }, [subject]);
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: "person.erased",
      target: subject,
      facts: { fields: [...fields], events: erased.length },
    });
    return erased.length;
  });
}

/** Subjects that the facts link to: what is kept of theirs may say who did such a fact. */
function linkedBy(found: readonly HistoryEvent[]): readonly string[] {
  return [...new Set(found.flatMap(({ event }) => linksOf(event).map(({ subject }) => subject)))];
}
