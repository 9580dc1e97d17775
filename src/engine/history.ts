/**
 * A subject's history under a rulebook: its attributes and clocks after each instant.
 *
 * Going on from a kept history and folding all events at once give the same, because both are this one
 * fold. Only the last instant stays open: an event that arrives with the same `occurredAt` is judged
 * together with those already there.
 */
import type { View } from "./condition.ts";
import { type Event, inOrder, subjectKind } from "./event.ts";
import { follow, idle, type Line, type LineState, settleLine } from "./line.ts";
import { type Marks, type MeasureBook, markMeasures } from "./measure-line.ts";
import type { Rulebook } from "./rulebook.ts";
import { foldSubject, type Subject, unknownSubject } from "./subject.ts";
import type { Instant } from "./time.ts";

/**
 * `lines` stand in the order of the rulebook's lines for this kind of subject, `marks` in that of its
 * lines of measures.
 */
export type Folded = {
  readonly subject: Subject;
  readonly lines: readonly LineState[];
  readonly marks: readonly Marks[];
  readonly last: View | undefined;
};

/** `settled` is before the last instant, whose events are `pending`, in order. */
export type History = {
  readonly subject: string;
  readonly settled: Folded;
  readonly pending: readonly Event[];
};

export function beginHistory(rulebook: Rulebook, subject: string): History {
  const lines = rulebook.linesFor(subjectKind(subject)).map(() => idle);
  const settled = { subject: unknownSubject, lines, marks: [], last: undefined };
  return { subject, settled, pending: [] };
}

/** Whether an event lies before what is settled, so that the history must be folded from the start. */
export function isBehind(history: History, event: Event): boolean {
  const [first] = history.pending;
  return first !== undefined && event.occurredAt < first.occurredAt;
}

/**
 * The history with more events, none of which is behind it (a repeated one changes nothing while its
 * instant is the last; the caller leaves out others it has already recorded).
 */
export function goOn(rulebook: Rulebook, history: History, events: readonly Event[]): History {
  const sorted = inOrder(events);
  const judging = { rulebook, subject: history.subject, ...linesOf(rulebook, history) };
  let { settled, pending } = history;
  for (let from = 0; from < sorted.length; ) {
    const at = (sorted[from] as Event).occurredAt;
    let to = from + 1;
    while (to < sorted.length && sorted[to]?.occurredAt === at) to += 1;
    const group = sorted.slice(from, to);
    if (pending[0]?.occurredAt === at) pending = inOrder([...pending, ...group]);
    else {
      settled = foldInstant(judging, settled, pending);
      pending = group;
    }
    from = to;
  }
  return { subject: history.subject, settled, pending };
}

/** The whole history as it stands at `asOf`; events after `asOf` are not yet facts. */
export function conclude(rulebook: Rulebook, history: History, asOf: Instant): Folded {
  const { subject, settled, pending } = history;
  const judging = { rulebook, subject, ...linesOf(rulebook, history) };
  const isFact = pending[0] !== undefined && pending[0].occurredAt <= asOf;
  const folded = isFact ? foldInstant(judging, settled, pending) : settled;
  const { last } = folded;
  if (!last) return folded;
  const view = { ...last, before: last.attributes };
  const lines = folded.lines.map((state, index) => {
    const line = judging.lines[index];
    return line ? settleLine(line, state, asOf, view) : state;
  });
  return { ...folded, lines };
}

/** What folding an instant needs, found once a subject. */
type Judging = {
  readonly rulebook: Rulebook;
  readonly subject: string;
  readonly lines: readonly Line[];
  readonly measures: MeasureBook;
};

function linesOf(rulebook: Rulebook, { subject }: History) {
  const kind = subjectKind(subject);
  return { lines: rulebook.linesFor(kind), measures: rulebook.measuresFor(kind) };
}

function foldInstant(judging: Judging, folded: Folded, events: readonly Event[]): Folded {
  if (events.length === 0) return folded;
  const { subject, rulebook, measures } = judging;
  const views: View[] = [];
  let now = folded.subject;
  let { marks } = folded;
  let isNew = folded.last === undefined;
  for (const event of events) {
    const before = now.attributes;
    const own = event.subject === subject;
    now = foldSubject(now, own ? event : { ...event, data: {} });
    const view = { subject, isNew, attributes: now.attributes, before, event };
    views.push(view);
    marks = markMeasures(measures, marks, view, rulebook.chooseMeasure);
    isNew = false;
  }
  const lines = followLines(judging, folded.lines, views);
  return { subject: now, lines, marks, last: views.at(-1) };
}

function followLines(
  { rulebook, lines: book }: Judging,
  states: readonly LineState[],
  views: readonly View[],
): readonly LineState[] {
  let changed: LineState[] | undefined;
  for (let index = 0; index < book.length; index += 1) {
    const line = book[index];
    const state = states[index];
    if (!line || !state) continue;
    const next = follow(line, state, views, rulebook.choose);
    if (next === state) continue;
    changed ??= [...states];
    changed[index] = next;
  }
  return changed ?? states;
}

/** A history of all events at once: in any order, repeats and all. */
export function foldHistory(
  rulebook: Rulebook,
  subject: string,
  events: readonly Event[],
): History {
  return goOn(rulebook, beginHistory(rulebook, subject), events);
}
