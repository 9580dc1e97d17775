/**
 * A subject's history under a rulebook: its attributes and clocks after each instant.
 *
 * Going on from a kept history and folding all events at once give the same, because both are this
 * one fold. Only the last instant stays open: an event that arrives with the same `occurredAt` is
 * judged together with those already there.
 */
import type { View } from "./condition.ts";
import { type Event, inOrder, subjectKind } from "./event.ts";
import { follow, idle, type Line, type LineState, settleLine } from "./line.ts";
import { type Marks, type MeasureBook, markMeasures } from "./measure-line.ts";
import type { Rulebook } from "./rulebook.ts";
import { foldSubject, type Subject, unknownSubject } from "./subject.ts";
import type { Instant } from "./time.ts";

/**
 * `lines` stand in the order of the rulebook's lines for this kind of subject, `marks` in that of
 * its lines of measures.
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

/** The history of a subject nothing is known of. */
export function beginHistory(rulebook: Rulebook, subject: string): History {
  const lines = rulebook.linesFor(subjectKind(subject)).map(() => idle);
  const settled = { subject: unknownSubject, lines, marks: [], last: undefined };
  return { subject, settled, pending: [] };
}

/**
 * Whether an event lies before what is settled, so that the history must be folded from the start.
 */
export function isBehind(history: History, event: Event): boolean {
  const [first] = history.pending;
  return first !== undefined && event.occurredAt < first.occurredAt;
}

/**
 * The history with more events, none of which is behind it (a repeated one changes nothing while
 * its instant is the last; the caller leaves out others it has already recorded).
 */
export function goOn(rulebook: Rulebook, history: History, events: readonly Event[]): History {
  const { subject, settled, pending } = history;
  const sorted = inOrder(pending.length === 0 ? events : [...pending, ...events]);
  const open = lastInstant(sorted);
  if (open === 0) return { subject, settled, pending: sorted };
  const judging = { rulebook, subject, ...linesOf(rulebook, history) };
  const folded = foldEvents(judging, settled, sorted.slice(0, open));
  return { subject, settled: folded, pending: sorted.slice(open) };
}

/** Where the events of the last instant begin. */
function lastInstant(sorted: readonly Event[]): number {
  const at = sorted.at(-1)?.occurredAt;
  let from = sorted.length;
  while (from > 0 && sorted[from - 1]?.occurredAt === at) from -= 1;
  return from;
}

/** The whole history as it stands at `asOf`; events after `asOf` are not yet facts. */
export function conclude(rulebook: Rulebook, history: History, asOf: Instant): Folded {
  const { subject, settled, pending } = history;
  const judging = { rulebook, subject, ...linesOf(rulebook, history) };
  const isFact = pending[0] !== undefined && pending[0].occurredAt <= asOf;
  const folded = isFact ? foldEvents(judging, settled, pending) : settled;
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

/** Folds whole instants: of each, every event into the subject, then all of them into the lines. */
function foldEvents(judging: Judging, folded: Folded, events: readonly Event[]): Folded {
  const { rulebook, measures } = judging;
  const lines = [...folded.lines];
  const marks = [...folded.marks];
  let { subject, last } = folded;
  for (let from = 0; from < events.length; ) {
    const at = (events[from] as Event).occurredAt;
    let views: View[] | undefined;
    for (; events[from]?.occurredAt === at; from += 1) {
      const event = events[from] as Event;
      const before = subject.attributes;
      const isOwn = event.subject === judging.subject;
      subject = foldSubject(subject, isOwn ? event : { ...event, data: {} });
      const isNew = last === undefined;
      last = { subject: judging.subject, isNew, attributes: subject.attributes, before, event };
      // Nearly every instant has one event, and its list is made for one.
      if (views) views.push(last);
      else views = [last];
      markMeasures(measures, marks, last, rulebook.chooseMeasure);
    }
    if (views) followLines(judging, lines, views);
  }
  return { subject, lines, marks, last };
}

function followLines({ rulebook, lines }: Judging, states: LineState[], views: View[]): void {
  for (let index = 0; index < lines.length; index += 1) {
    const state = states[index] as LineState;
    states[index] = follow(lines[index] as Line, state, views, rulebook.choose);
  }
}

/** A history of all events at once: in any order, repeats and all. */
export function foldHistory(
  rulebook: Rulebook,
  subject: string,
  events: readonly Event[],
): History {
  return goOn(rulebook, beginHistory(rulebook, subject), events);
}
