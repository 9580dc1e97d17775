/**
 * Settling: subjects judged as of now, and the difference written. Recording a batch and firing a
 * timer are this one function; so are publishing a revision and remaking everything from facts.
 * Docs: docs/internals/settling.md.
 */
import { setImmediate } from "node:timers/promises";
import { type Correction, correctionsByClock } from "../engine/correction.ts";
import { type Event, inOrder } from "../engine/event.ts";
import type { Rulebook } from "../engine/rulebook.ts";
import { type Instant, LATEST } from "../engine/time.ts";
import { appendBeliefs } from "../store/breach.ts";
import { type ClockRow, clockId, upsertClocks } from "../store/clock.ts";
import { type ClockMark, deleteClocks } from "../store/clock-mark.ts";
import { type Db, meanwhile, together } from "../store/db.ts";
import { sayChange } from "../store/live.ts";
import {
  addSubjects,
  lockSubjects,
  type SubjectRow,
  saveCheckpoint,
  saveSubjects,
} from "../store/subject.ts";
import { dropTimersExcept, planTimers, type Timer } from "../store/timer.ts";
import { markFired } from "../store/told.ts";
import { type Compared, compareBreaches, subjectOf } from "./settle-breach.ts";
import { type Beginning, beginningsOf, judgeRow } from "./settle-checkpoint.ts";
import { toClockRow } from "./settle-clock.ts";
import {
  beginCounting,
  type CountedRow,
  type Counting,
  countSubject,
  writeContributions,
  writeDeltas,
} from "./settle-contribution.ts";
import { writeHandoffs } from "./settle-handoff.ts";
import { provisionalBy } from "./settle-provisional.ts";
import { type Before, readBefore } from "./settle-read.ts";
import { noticesOf, wakeOf } from "./settle-timer.ts";
import type { JudgedRow, Settling } from "./settling.ts";
import type { TellBody } from "./timer-body.ts";

/** Ids of clocks that were written, and of those that a new judgement no longer has. */
export type Settled = { readonly changed: readonly string[]; readonly removed: readonly string[] };

/**
 * Locks subjects, in order, and settles them. Subjects that are not there yet are added.
 *
 * A worker that fires timers finishes them first, in the same transaction: settling plans the next
 * ones. Safe to repeat: a second time writes nothing.
 */
export async function settleSubjects(
  db: Db,
  settling: Settling,
  subjects: readonly string[],
): Promise<Settled> {
  if (subjects.length === 0) return { changed: [], removed: [] };
  // In this order on the way: what is read is read after everything is held.
  const [rows, read] = await together(
    db,
    () => holdSubjects(db, settling, subjects),
    () => readBefore(db, settling, subjects),
  );
  return settleRead(db, settling, { ...read, rows });
}

/**
 * Adds what is missing and holds all of `subjects` until the transaction ends.
 *
 * First everything is added, then everything is locked, each in one order: whoever waits while it
 * adds holds nothing that was there before, so nobody waits in a ring.
 */
export async function holdSubjects(
  db: Db,
  recording: Pick<Settling, "workspaceId" | "now">,
  subjects: readonly string[],
): Promise<readonly SubjectRow[]> {
  const [, rows] = await together(
    db,
    () => addSubjects(db, recording, subjects),
    () => lockSubjects(db, recording.workspaceId, subjects),
  );
  return rows;
}

/** Settles subjects that this transaction holds. */
export async function settleLocked(
  db: Db,
  settling: Settling,
  rows: readonly SubjectRow[],
): Promise<Settled> {
  const subjects = rows.map(({ id }) => id);
  return settleRead(db, settling, { ...(await readBefore(db, settling, subjects)), rows });
}

/** Subjects written at once, at most: the server writes some while the next are judged. */
const PART = 200;

/** Facts by subject that were not there when histories were read, as settling asks for them. */
export type News = Required<Pick<Settling, "causes" | "since">> & {
  readonly facts: ReadonlyMap<string, readonly Event[]>;
};

/**
 * Facts that the server still adds. `confirmed` says what was new, and gives back `expected` itself
 * where that was right. `isHasty`: what is expected is written at once, by one who asks afterwards
 * whether it was right, and undoes everything where it was not.
 */
export type Arriving = {
  readonly expected: News;
  readonly confirmed: () => Promise<News>;
  readonly isHasty: boolean;
};

/** Settles subjects that this transaction holds, by what was read of them since. */
export async function settleRead(
  db: Db,
  settling: Settling,
  { rows, ...before }: Before & { readonly rows: readonly SubjectRow[] },
  arriving?: Arriving,
): Promise<Settled> {
  const { rules, known, found } = before;
  const { rulebook } = rules;
  const isProvisional = await provisionalBy(db, settling.workspaceId, { rulebook, known });
  const marks = Map.groupBy(before.marks, ({ id }) => subjectOf(id));
  const news = await newsOf(rows, arriving);
  const own = news ? { ...settling, causes: news.causes, since: news.since } : settling;
  const begun = await beginningsOf(db, own, { rows, rules, found });
  const counting = beginCounting(rulebook, before.counted);
  const judge = (one: Beginning): CountedRow => {
    const judged = judgeRow(own, { rules, isProvisional }, withNews(one, news));
    return { ...judged, count: countSubject(counting, judged, own.now) };
  };
  const writing: (() => Promise<Settled>)[] = [];
  for (const part of partsOf(begun.filter(({ row }) => !news || news.facts.has(row.id)))) {
    // The server is sent what was written before, and others have their turn.
    await setImmediate();
    const written = { rulebook, judged: part.map(judge), marks, counting };
    writing.push(meanwhile(db, () => writePart(db, own, written)));
  }
  // What every part changes of periods is noted before its first answer comes.
  const counted = meanwhile(db, () => writeDeltas(db, settling, counting));
  const settled: Settled[] = [];
  for (const written of writing) settled.push(await written());
  await counted();
  const changed = settled.flatMap((one) => one.changed);
  const removed = settled.flatMap((one) => one.removed);
  const ids = [...changed, ...removed];
  const { workspaceId } = settling;
  if (ids.length > 0) await sayChange(db, { workspaceId, kind: "clocks", ids });
  return { changed, removed };
}

async function newsOf(
  rows: readonly SubjectRow[],
  arriving: Arriving | undefined,
): Promise<News | undefined> {
  if (!arriving) return undefined;
  return arriving.isHasty && !isDoubtful(rows, arriving) ? arriving.expected : arriving.confirmed();
}

/**
 * Whether something lies behind a checkpoint: it may be told twice and no news at all, and is worth
 * waiting for before a long history is read whole.
 */
function isDoubtful(rows: readonly SubjectRow[], { expected }: Arriving): boolean {
  return rows.some(
    ({ id, checkpoint }) => checkpoint && (expected.since.get(id) ?? LATEST) < checkpoint.at,
  );
}

function withNews(begun: Beginning, news: News | undefined): Beginning {
  const fresh = news?.facts.get(begun.row.id);
  return fresh ? { ...begun, events: inOrder([...begun.events, ...fresh]) } : begun;
}

function partsOf<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(rows.length / PART);
  const size = Math.ceil(rows.length / count);
  return Array.from({ length: count }, (_, part) => rows.slice(part * size, (part + 1) * size));
}

type Judged = {
  readonly judged: readonly CountedRow[];
  readonly rulebook: Rulebook;
  readonly marks: ReadonlyMap<string, readonly ClockMark[]>;
  readonly counting: Counting;
};

/** Writes everything of some judged subjects, but what they change of periods together. */
async function writePart(db: Db, settling: Settling, part: Judged): Promise<Settled> {
  const { judged, rulebook, counting } = part;
  const marks = judged.flatMap(({ row }) => part.marks.get(row.id) ?? []);
  const clocks = judged.flatMap(({ standing }) =>
    standing.clocks.map((one) => toClockRow(one, standing.last)),
  );
  const decided = asDecided(clocks, counting.corrections, settling.now);
  const [changed, removed] = await together(
    db,
    () => (clocks.length > 0 ? upsertClocks(db, settling, decided) : none),
    () => removeClocks(db, settling, { clocks, marks }),
    () => saveSubjects(db, settling, judged.map(toSubjectRow)),
    () => writeCheckpoints(db, settling, judged),
    () => writeTimers(db, settling, { judged, marks }),
    () => writeBeliefs(db, settling, { clocks, marks }),
    () => writeContributions(db, settling, { counting, judged }),
    () => writeHandoffs(db, settling, { rulebook, judged }),
  );
  return { changed, removed };
}

/**
 * Rows with the verdicts that people decided afterwards: what lists show and count. A breach that
 * is believed in stays so: a waiver excuses it, and does not say that it never was.
 */
function asDecided(
  clocks: readonly ClockRow[],
  corrections: readonly Correction[],
  now: Instant,
): readonly ClockRow[] {
  if (corrections.length === 0) return clocks;
  const correctionsOf = correctionsByClock(corrections, now);
  return clocks.map((clock) => {
    const verdict = correctionsOf(clock).at(-1)?.verdict;
    return verdict === undefined ? clock : { ...clock, verdict, measured: clock.verdict };
  });
}

const none: Promise<readonly string[]> = Promise.resolve([]);

function toSubjectRow({ row, past, facts, standing }: JudgedRow): SubjectRow {
  const [first, last] = [past?.firstAt ?? facts[0]?.occurredAt, facts.at(-1)?.occurredAt];
  return {
    id: row.id,
    type: row.type,
    attributes: standing.last?.attributes ?? {},
    events: (past?.events ?? 0) + facts.length,
    ...(first === undefined ? {} : { firstAt: first }),
    ...(last === undefined ? {} : { lastAt: last }),
  };
}

async function writeCheckpoints(
  db: Db,
  { workspaceId }: Settling,
  judged: readonly JudgedRow[],
): Promise<void> {
  for (const { row, checkpoint } of judged) {
    if (checkpoint)
      await saveCheckpoint(db, workspaceId, { id: row.id, checkpoint: checkpoint.is });
  }
}

async function removeClocks(
  db: Db,
  { workspaceId }: Settling,
  { clocks, marks }: Compared,
): Promise<readonly string[]> {
  const kept = new Set(clocks.map(clockId));
  const removed = marks.map(({ id }) => id).filter((id) => !kept.has(id));
  if (removed.length > 0) await deleteClocks(db, workspaceId, removed);
  return removed;
}

async function writeBeliefs(db: Db, settling: Settling, compared: Compared): Promise<void> {
  const { beliefs, timers } = await compareBreaches(db, settling, compared);
  if (beliefs.length === 0) return;
  await together(
    db,
    () => appendBeliefs(db, settling.workspaceId, beliefs),
    () =>
      tellTimers(
        db,
        settling,
        timers.filter((one) => !takesBack(one)),
      ),
    // Even quietly: the worker tells it to those who were told before, and to nobody else.
    () => tellTimers(db, { ...settling, isQuiet: false }, timers.filter(takesBack)),
  );
}

function takesBack({ body }: Timer): boolean {
  return (body as TellBody).what === "withdrawn";
}

async function writeTimers(
  db: Db,
  settling: Settling,
  {
    judged,
    marks,
  }: { readonly judged: readonly JudgedRow[]; readonly marks: readonly ClockMark[] },
): Promise<void> {
  const wakes = judged.flatMap((one) => wakeOf(one, settling.now) ?? []);
  const planned = {
    owners: judged.map(({ row }) => row.id),
    keep: wakes.map(({ id }) => id),
  };
  await together(
    db,
    () => dropTimersExcept(db, settling.workspaceId, planned),
    async () => wakes.length > 0 && planTimers(db, settling, wakes),
    () => tellTimers(db, settling, noticesOf(judged, settling.now, marks)),
  );
}

async function tellTimers(db: Db, settling: Settling, timers: readonly Timer[]): Promise<void> {
  if (timers.length === 0) return;
  await (settling.isQuiet ? markFired : planTimers)(db, settling, timers);
}
