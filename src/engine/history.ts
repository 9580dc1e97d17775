/**
 * A subject's history under a rulebook: its attributes and clocks after each instant.
 *
 * Going on from a kept history and folding all events at once give the same, because both are this
 * one fold. Only the last instant stays open: an event that arrives with the same `occurredAt` is
 * judged together with those already there.
 */
import type { View } from "./condition.ts";
import { type Event, inOrder, subjectKind } from "./event.ts";
import { follow, idle, isMovedBy, type Line, type LineState, settleLine } from "./line.ts";
import {
  isLookedAt,
  type Marks,
  type MeasureBook,
  markEnds,
  markMeasures,
} from "./measure-line.ts";
import type { Rulebook } from "./rulebook.ts";
import { foldRun, foldSubject, type Subject, unknownSubject } from "./subject.ts";
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
  const judging = judgingOf(rulebook, subject);
  const folded = foldEvents(judging, settled, sorted.slice(0, open));
  return { subject, settled: folded, pending: sorted.slice(open) };
}

/** A history whose last instant is over: what comes after it lies at a later one. */
export function closeHistory(rulebook: Rulebook, { subject, settled, pending }: History): History {
  const judging = judgingOf(rulebook, subject);
  return { subject, settled: foldEvents(judging, settled, pending), pending: [] };
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
  const judging = judgingOf(rulebook, subject);
  const isFact = pending[0] !== undefined && pending[0].occurredAt <= asOf;
  return settleLines(judging, isFact ? foldEvents(judging, settled, pending) : settled, asOf);
}

/**
 * What is concluded at `asOf` from all events of a subject at once, none of them after `asOf`.
 * Law: the same as `conclude` of a history of them.
 */
export function concludeEvents(
  rulebook: Rulebook,
  subject: string,
  events: readonly Event[],
  asOf: Instant,
): Folded {
  const judging = judgingOf(rulebook, subject);
  const { settled } = beginHistory(rulebook, subject);
  return settleLines(judging, foldEvents(judging, settled, inOrder(events)), asOf);
}

function settleLines(judging: Judging, folded: Folded, asOf: Instant): Folded {
  const { last } = folded;
  if (!last || !folded.lines.some(({ live }) => live)) return folded;
  const view = { ...last, before: last.attributes };
  const lines = folded.lines.map((state, index) =>
    settleLine(judging.lines[index] as Line, state, asOf, view),
  );
  return { ...folded, lines };
}

/** What folding an instant needs, found once a subject. */
type Judging = {
  readonly rulebook: Rulebook;
  readonly subject: string;
  readonly lines: readonly Line[];
  readonly measures: MeasureBook;
};

function judgingOf(rulebook: Rulebook, subject: string): Judging {
  const kind = subjectKind(subject);
  const [lines, measures] = [rulebook.linesFor(kind), rulebook.measuresFor(kind)];
  return { rulebook, subject, lines, measures };
}

/**
 * Folds whole instants: of each, every event into the subject, then all of them into the lines.
 * Nothing is made for a quiet event; the subject takes it in when it is next looked at.
 */
function foldEvents(judging: Judging, folded: Folded, events: readonly Event[]): Folded {
  const { rulebook, measures } = judging;
  const lines = [...folded.lines];
  const marks = [...folded.marks];
  let { subject, last } = folded;
  let quietFrom = 0;
  for (let from = 0; from < events.length; ) {
    const to = endOfInstant(events, from);
    if (to < events.length && isQuiet(judging, lines, events, { from, to })) {
      markEnds(measures, marks, events[from] as Event);
      from = to;
      continue;
    }
    if (quietFrom < from) subject = foldRun(subject, events.slice(quietFrom, from));
    let views: View[] | undefined;
    for (; from < to; from += 1) {
      const event = ofSubject(judging, events[from] as Event);
      const before = subject.attributes;
      subject = foldSubject(subject, event);
      const isNew = from === 0 && !folded.last;
      last = { subject: judging.subject, isNew, attributes: subject.attributes, before, event };
      // Nearly every instant has one event, and its list is made for one.
      if (views) views.push(last);
      else views = [last];
      markMeasures(measures, marks, last, rulebook.chooseMeasure);
    }
    quietFrom = to;
    if (views) followLines(judging, lines, views);
  }
  return { subject, lines, marks, last };
}

/** Where the instant of an event ends. */
function endOfInstant(events: readonly Event[], from: number): number {
  const at = events[from]?.occurredAt;
  let to = from + 1;
  while (to < events.length && events[to]?.occurredAt === at) to += 1;
  return to;
}

/** Whether an instant has one event, which moves no line and begins no measure. */
function isQuiet(
  { subject, lines, measures }: Judging,
  states: readonly LineState[],
  events: readonly Event[],
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  const event = events[from] as Event;
  if (to > from + 1 || event.subject !== subject) return false;
  if (isLookedAt(measures, event, from === 0)) return false;
  for (let index = 0; index < lines.length; index += 1) {
    if (isMovedBy(lines[index] as Line, states[index] as LineState, event)) return false;
  }
  return true;
}

/** What another subject's event says is of the other: here only that it happened. */
function ofSubject({ subject }: Judging, event: Event): Event {
  return event.subject === subject ? event : { ...event, data: {} };
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
