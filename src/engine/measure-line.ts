/**
 * What a subject's history keeps for its measures: few marks, from which every period can be worked
 * out again. Docs: docs/reference/measure.md#marks.
 */
import type { Omission } from "./commitment.ts";
import type { View } from "./condition.ts";
import type { Event } from "./event.ts";
import { type Fields, mayChange } from "./field.ts";
import { levelRank } from "./level.ts";
import type { MeasureCommitment, MeasureKind } from "./measure.ts";
import type { Note } from "./measure-note.ts";
import { EARLIEST, type Instant, LATEST } from "./time.ts";

/**
 * `opens`: an event that counts or begins, under the commitment that held then; `closes`: one that
 * ends, takes back or touches; `on` and `off`: where the condition of a cadence became true and
 * false. `owed` is the cadence under way after it.
 */
export type Mark = {
  readonly role: "opens" | "closes" | "on" | "off";
  readonly at: Instant;
  readonly type: string;
  readonly event: string;
  readonly commitment?: MeasureCommitment;
  readonly note?: Note;
  readonly owed?: MeasureCommitment;
};

/** The latest mark and those before it: appending costs the same however many there are. */
export type Marks = { readonly last: Mark; readonly before: Marks } | undefined;

/**
 * The measure commitments that may hold for one id and kind of subject, the most specific first.
 * `measured` are the kinds of measure among them: one, unless a revision measures otherwise.
 * `watched` are the fields that may turn a cadence on or off; from `changesFrom` on another of the
 * candidates may hold, and so may anything.
 */
export type MeasureLine = {
  readonly id: string;
  readonly kind: string;
  readonly candidates: readonly (MeasureCommitment | Omission)[];
  readonly opens: ReadonlySet<string>;
  readonly closes: ReadonlySet<string>;
  readonly isWatchful: boolean;
  readonly watched: Fields;
  readonly changesFrom: Instant;
  readonly measured: readonly MeasureKind[];
};

/** The lines of a kind of subject, and which of them an event type opens or closes, by index. */
export type MeasureBook = {
  readonly lines: readonly MeasureLine[];
  readonly opens: ReadonlyMap<string, readonly number[]>;
  readonly closes: ReadonlyMap<string, readonly number[]>;
  readonly watchful: readonly number[];
};

export type ChooseMeasure = (
  line: MeasureLine,
  view: View,
  at: Instant,
) => MeasureCommitment | undefined;

/** Lines of measures; those of one kind of subject and those of any are in `measureBook`. */
export function measureLines(
  measures: readonly MeasureCommitment[],
  omissions: readonly Omission[],
): readonly MeasureLine[] {
  const byLine = Map.groupBy(measures, ({ id, kind, agreement, rules }) =>
    rules.kind === "availability" ? `${kind} ${id} ${agreement}` : `${kind} ${id}`,
  );
  return [...byLine.values()].map((own) => toLine(own, omissions));
}

function toLine(own: readonly MeasureCommitment[], omissions: readonly Omission[]): MeasureLine {
  const { id, kind } = own[0] as MeasureCommitment;
  const candidates = [...own, ...omissions.filter((one) => one.id === id)].sort(
    (a, b) => levelRank(b.level) - levelRank(a.level) || a.from - b.from,
  );
  return {
    id,
    kind,
    candidates,
    opens: new Set(own.flatMap(({ rules }) => [...rules.opens])),
    closes: new Set(own.flatMap(({ rules }) => [...rules.closes])),
    isWatchful: own.some(({ rules }) => rules.isWhile !== undefined),
    watched: watchedBy(candidates),
    changesFrom: firstChange(own),
    measured: [...new Set(own.map(({ rules }) => rules.kind))],
  };
}

/** The first instant, after the beginning of time, at which one of them begins or ends to hold. */
function firstChange(own: readonly MeasureCommitment[]): Instant {
  const edges = own.flatMap(({ measuredFrom, until }) => [measuredFrom, until]);
  return Math.min(LATEST, ...edges.filter((at) => at > EARLIEST)) as Instant;
}

/** An omission does not say what it reads. */
function watchedBy(candidates: MeasureLine["candidates"]): Fields {
  const fields = new Set<string>();
  for (const one of candidates) {
    if ("omitted" in one || one.rules.watches === undefined) return undefined;
    for (const field of one.rules.watches) fields.add(field);
  }
  return fields;
}

/** The lines that a kind of subject can be about. */
export function measureBook(all: readonly MeasureLine[], kind: string): MeasureBook {
  const lines = all.filter((line) => line.kind === "" || line.kind === kind);
  return {
    lines,
    opens: byType(lines.map(({ opens }) => opens)),
    closes: byType(lines.map(({ closes }) => closes)),
    watchful: [...lines.keys()].filter((index) => lines[index]?.isWatchful),
  };
}

function byType(types: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [index, own] of types.entries()) {
    for (const type of own) found.set(type, [...(found.get(type) ?? []), index]);
  }
  return found;
}

/**
 * Whether a measure may begin, or turn on or off, with an event, so that the subject as it then was
 * has to be seen.
 */
export function isLookedAt(
  { opens, lines, watchful }: MeasureBook,
  event: Event,
  isFirst: boolean,
): boolean {
  if (opens.has(event.type)) return true;
  for (const index of watchful) {
    const { watched, changesFrom } = lines[index] as MeasureLine;
    if (isFirst || event.occurredAt >= changesFrom || mayChange(watched, event)) return true;
  }
  return false;
}

/**
 * Adds the marks of an event to those of each line. One that both begins and ends ends first what
 * was open, then begins anew.
 */
export function markMeasures(
  book: MeasureBook,
  marks: Marks[],
  view: View,
  choose: ChooseMeasure,
): void {
  const isWatched = book.watchful.length > 0 && (view.isNew || view.attributes !== view.before);
  for (const index of isWatched ? book.watchful : none) {
    const owed = marks[index]?.last.owed;
    const turn = turnOf(book.lines[index] as MeasureLine, view, choose, owed);
    if (turn) keep(marks, index, turn);
  }
  markEnds(book, marks, view.event);
  for (const index of book.opens.get(view.event.type) ?? none) {
    const mark = beginning(book.lines[index] as MeasureLine, view, choose);
    if (mark) keep(marks, index, mark);
  }
}

const none: readonly number[] = [];

/** Adds the marks of an event that ends, takes back or touches: whatever the subject is like. */
export function markEnds({ closes }: MeasureBook, marks: Marks[], event: Event): void {
  const ended = closes.get(event.type);
  if (!ended) return;
  const { occurredAt: at, type, id } = event;
  for (const index of ended) keep(marks, index, { role: "closes", at, type, event: id });
}

function keep(marks: Marks[], index: number, mark: Mark): void {
  const before = marks[index];
  const owed = mark.role === "closes" ? before?.last.owed : mark.owed;
  marks[index] = { last: owed ? { ...mark, owed } : mark, before };
}

function beginning(line: MeasureLine, view: View, choose: ChooseMeasure): Mark | undefined {
  const { occurredAt: at, type, id: event } = view.event;
  const commitment = choose(line, view, at);
  if (!commitment?.rules.opens.has(type) || !commitment.rules.where(view)) return undefined;
  const note = commitment.rules.note(view);
  return note ? { role: "opens", at, type, event, commitment, note } : undefined;
}

/** A spell goes on under the commitment it began under while the same promise holds. */
function turnOf(
  line: MeasureLine,
  view: View,
  choose: ChooseMeasure,
  before: MeasureCommitment | undefined,
): Mark | undefined {
  // Most subjects are never cared for so: that is found out before anything is chosen.
  const now = isCaredFor(line, view) ? keptFor(line, view, choose) : undefined;
  if (now === before || (now && before && now.agreement === before.agreement)) return undefined;
  const { occurredAt: at, type, id: event } = view.event;
  if (!now) return { role: "off", at, type, event };
  return { role: "on", at, type, event, commitment: now, owed: now };
}

function isCaredFor(line: MeasureLine, view: View): boolean {
  for (const one of line.candidates) {
    if (!("omitted" in one) && one.rules.isWhile?.(view)) return true;
  }
  return false;
}

/** The commitment whose cadence is owed to the subject as it is. */
function keptFor(
  line: MeasureLine,
  view: View,
  choose: ChooseMeasure,
): MeasureCommitment | undefined {
  const commitment = choose(line, view, view.event.occurredAt);
  return commitment?.rules.isWhile?.(view) ? commitment : undefined;
}

/** Marks in the order of their facts. */
export function inTurn(marks: Marks): readonly Mark[] {
  const kept: Mark[] = [];
  for (let rest = marks; rest; rest = rest.before) kept.push(rest.last);
  return kept.reverse();
}
