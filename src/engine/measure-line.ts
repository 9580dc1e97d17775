/**
 * What a subject's history keeps for its measures: few marks, from which every period can be worked
 * out again. Docs: docs/reference/measure.md#marks.
 */
import type { Omission } from "./commitment.ts";
import type { View } from "./condition.ts";
import { levelRank } from "./level.ts";
import type { MeasureCommitment, MeasureKind } from "./measure.ts";
import type { Note } from "./measure-note.ts";
import type { Instant } from "./time.ts";

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
 */
export type MeasureLine = {
  readonly id: string;
  readonly kind: string;
  readonly candidates: readonly (MeasureCommitment | Omission)[];
  readonly opens: ReadonlySet<string>;
  readonly closes: ReadonlySet<string>;
  readonly isWatchful: boolean;
  readonly measured: readonly MeasureKind[];
};

/** The lines of a kind of subject, and which of them an event type concerns, by index. */
export type MeasureBook = {
  readonly lines: readonly MeasureLine[];
  readonly byType: ReadonlyMap<string, readonly number[]>;
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
    measured: [...new Set(own.map(({ rules }) => rules.kind))],
  };
}

/** The lines that a kind of subject can be about. */
export function measureBook(all: readonly MeasureLine[], kind: string): MeasureBook {
  const lines = all.filter((line) => line.kind === "" || line.kind === kind);
  const byType = new Map<string, number[]>();
  for (const [index, { opens, closes }] of lines.entries()) {
    for (const type of new Set([...opens, ...closes])) {
      byType.set(type, [...(byType.get(type) ?? []), index]);
    }
  }
  const watchful = [...lines.keys()].filter((index) => lines[index]?.isWatchful);
  return { lines, byType, watchful };
}

/** Adds to the marks of each line what an event leaves there. */
export function markMeasures(
  book: MeasureBook,
  marks: Marks[],
  view: View,
  choose: ChooseMeasure,
): void {
  const concerned = book.byType.get(view.event.type);
  const isWatched = book.watchful.length > 0 && (view.isNew || view.attributes !== view.before);
  if (isWatched) {
    for (const index of book.watchful) {
      const owed = marks[index]?.last.owed;
      const turn = turnOf(book.lines[index] as MeasureLine, view, choose, owed);
      if (turn) marks[index] = { last: turn, before: marks[index] };
    }
  }
  for (const index of concerned ?? none) {
    const line = book.lines[index] as MeasureLine;
    if (line.closes.has(view.event.type)) marks[index] = closed(marks[index], view);
    const mark = openingOf(line, view, choose);
    if (mark) marks[index] = { last: mark, before: marks[index] };
  }
}

const none: readonly number[] = [];

/** An event that both begins and ends ends first what was open, then begins anew. */
function closed(before: Marks, { event: { occurredAt: at, type, id: event } }: View): Marks {
  const owed = before?.last.owed;
  const mark = { role: "closes" as const, at, type, event };
  return { last: owed ? { ...mark, owed } : mark, before };
}

function openingOf(line: MeasureLine, view: View, choose: ChooseMeasure): Mark | undefined {
  const { occurredAt: at, type, id: event } = view.event;
  if (!line.opens.has(type)) return undefined;
  const commitment = choose(line, view, at);
  if (!commitment?.rules.opens.has(type) || !commitment.rules.where(view)) return undefined;
  const note = commitment.rules.note(view);
  return note && { role: "opens", at, type, event, commitment, note };
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
