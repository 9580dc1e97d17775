/**
 * Settling: subjects judged as of now, and the difference written. Recording a batch and firing a timer
 * are this one function; so are publishing a revision and remaking everything from facts.
 * Docs: docs/internals/settling.md.
 */
import { foldHistory } from "../engine/history.ts";
import type { Rulebook } from "../engine/rulebook.ts";
import { standingOf } from "../engine/standing.ts";
import { appendBeliefs } from "../store/breach.ts";
import { clockId, upsertClocks } from "../store/clock.ts";
import { clockMarks, deleteClocks } from "../store/clock-mark.ts";
import type { Db } from "../store/db.ts";
import { historiesOf } from "../store/event.ts";
import { sayChange } from "../store/live.ts";
import { addSubjects, lockSubjects, type SubjectRow, saveSubjects } from "../store/subject.ts";
import { dropTimersExcept, planTimers } from "../store/timer.ts";
import { markFired } from "../store/told.ts";
import { rulebookOf } from "./rulebook.ts";
import { type Compared, compareBreaches } from "./settle-breach.ts";
import { toClockRow } from "./settle-clock.ts";
import { writeContributions } from "./settle-contribution.ts";
import { type Known, provisionalBy } from "./settle-provisional.ts";
import { noticesOf, wakeOf } from "./settle-timer.ts";
import type { JudgedRow, Settling } from "./settling.ts";

/** Ids of clocks that were written, and of those that a new judgement no longer has. */
export type Settled = { readonly changed: readonly string[]; readonly removed: readonly string[] };

/**
 * Locks subjects, in order, and settles them. Subjects that are not there yet are added.
 *
 * A worker that fires timers finishes them first, in the same transaction: settling plans the next ones.
 * Safe to repeat: a second time writes nothing.
 */
export async function settleSubjects(
  db: Db,
  settling: Settling,
  subjects: readonly string[],
): Promise<Settled> {
  if (subjects.length === 0) return { changed: [], removed: [] };
  return settleLocked(db, settling, await holdSubjects(db, settling, subjects));
}

/**
 * Adds what is missing and holds all of `subjects` until the transaction ends.
 *
 * First everything is added, then everything is locked, each in one order: whoever waits while it adds
 * holds nothing that was there before, so nobody waits in a ring.
 */
export async function holdSubjects(
  db: Db,
  recording: Pick<Settling, "workspaceId" | "now">,
  subjects: readonly string[],
): Promise<readonly SubjectRow[]> {
  await addSubjects(db, recording, subjects);
  return lockSubjects(db, recording.workspaceId, subjects);
}

/** Settles subjects that this transaction holds. */
export async function settleLocked(
  db: Db,
  settling: Settling,
  rows: readonly SubjectRow[],
): Promise<Settled> {
  const { workspaceId } = settling;
  const rulebook = await rulebookOf(db, workspaceId);
  const judged = await judgeRows(db, settling, { rulebook, rows });
  await saveSubjects(db, settling, judged.map(toSubjectRow));
  const settled = await writeClocks(db, settling, judged);
  await writeTimers(db, settling, judged);
  await writeContributions(db, settling, { rulebook, judged });
  return settled;
}

async function judgeRows(
  db: Db,
  { workspaceId, now }: Settling,
  { rulebook, rows }: { readonly rulebook: Rulebook; readonly rows: readonly SubjectRow[] },
): Promise<readonly JudgedRow[]> {
  const subjects = rows.map(({ id }) => id);
  const found = await historiesOf(db, workspaceId, { subjects });
  const known: Known = await provisionalBy(db, workspaceId, rulebook);
  const bySubject = Map.groupBy(found, ({ of }) => of);
  return rows.map((row) => {
    const events = (bySubject.get(row.id) ?? []).map(({ event }) => event);
    const facts = events.filter(({ occurredAt }) => occurredAt <= now);
    const history = foldHistory(rulebook, row.id, facts);
    const standing = standingOf(rulebook, history, { asOf: now, isProvisional: known });
    const nextFactAt = events.find(({ occurredAt }) => occurredAt > now)?.occurredAt;
    return { row, facts, nextFactAt, standing };
  });
}

function toSubjectRow({ row, facts, standing }: JudgedRow): SubjectRow {
  const [first, last] = [facts[0]?.occurredAt, facts.at(-1)?.occurredAt];
  return {
    id: row.id,
    type: row.type,
    attributes: standing.last?.attributes ?? {},
    events: facts.length,
    ...(first === undefined ? {} : { firstAt: first }),
    ...(last === undefined ? {} : { lastAt: last }),
  };
}

async function writeClocks(
  db: Db,
  settling: Settling,
  judged: readonly JudgedRow[],
): Promise<Settled> {
  const { workspaceId } = settling;
  const clocks = judged.flatMap(({ standing }) =>
    standing.clocks.map((one) => toClockRow(one, standing.last)),
  );
  const marks = await clockMarks(
    db,
    workspaceId,
    judged.map(({ row }) => row.id),
  );
  const kept = new Set(clocks.map(clockId));
  const removed = marks.map(({ id }) => id).filter((id) => !kept.has(id));
  const changed = clocks.length > 0 ? await upsertClocks(db, settling, clocks) : [];
  if (removed.length > 0) await deleteClocks(db, workspaceId, removed);
  await writeBeliefs(db, settling, { clocks, marks });
  const ids = [...changed, ...removed];
  if (ids.length > 0) await sayChange(db, { workspaceId, kind: "clocks", ids });
  return { changed, removed };
}

async function writeBeliefs(db: Db, settling: Settling, compared: Compared): Promise<void> {
  const { beliefs, timers } = await compareBreaches(db, settling, compared);
  if (beliefs.length === 0) return;
  await appendBeliefs(db, settling.workspaceId, beliefs);
  await tellTimers(db, settling, timers);
}

async function writeTimers(
  db: Db,
  settling: Settling,
  judged: readonly JudgedRow[],
): Promise<void> {
  const wakes = judged.flatMap((one) => wakeOf(one, settling.now) ?? []);
  await dropTimersExcept(db, settling.workspaceId, {
    owners: judged.map(({ row }) => row.id),
    keep: wakes.map(({ id }) => id),
  });
  if (wakes.length > 0) await planTimers(db, settling, wakes);
  await tellTimers(db, settling, noticesOf(judged, settling.now));
}

async function tellTimers(
  db: Db,
  settling: Settling,
  timers: ReturnType<typeof noticesOf>,
): Promise<void> {
  if (timers.length === 0) return;
  await (settling.isQuiet ? markFired : planTimers)(db, settling, timers);
}
