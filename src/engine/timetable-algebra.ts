/**
 * Timetables made of timetables: open when one is, when all are, or less some spans.
 *
 * Source: docs/reference/calendar.md#union-and-intersection.
 */
import type { Instant, Span } from "./time.ts";
import { type Edges, Timetable } from "./timetable.ts";

/**
 * Open when at least one part is, as a team is when one member is. The zone is the first part's.
 */
export function union(parts: readonly [Timetable, ...Timetable[]]): Timetable {
  return join(parts, 1);
}

/** Open when every part is: a meeting needs both. The zone is the first part's. */
export function intersect(parts: readonly [Timetable, ...Timetable[]]): Timetable {
  return join(parts, parts.length);
}

/** The spans that touch [from, to), in any order. */
export type SpansIn = (from: Instant, to: Instant) => readonly Span[];

/** The timetable less some spans, in any order, overlapping or not; asked for by the year. */
export function without(timetable: Timetable, spans: readonly Span[] | SpansIn): Timetable {
  const spansIn = typeof spans === "function" ? spans : () => spans;
  const layOut = (from: Instant, to: Instant) => {
    const touching = spansIn(from, to).filter((span) => span.from < to && span.to > from);
    const closed = touching.filter((span) => span.from < span.to);
    const edges = timetable.layOut(from, to);
    if (closed.length === 0) return edges;
    const changes = [...changesOf(edges, 1), ...closed.flatMap((span) => closing(span, from, to))];
    return sweep(changes, 1);
  };
  return new Timetable(timetable.timeZone, layOut, timetable.version);
}

/** Sorts and merges edges that may be out of order, overlap or touch; empty spans fall away. */
export function tidyEdges(edges: Edges): Edges {
  return sweep(changesOf(edges, 1), 1);
}

type Change = { readonly at: number; readonly by: number };

function join(parts: readonly [Timetable, ...Timetable[]], needed: number): Timetable {
  const layOut = (from: Instant, to: Instant) =>
    sweep(
      parts.flatMap((part) => changesOf(part.layOut(from, to), 1)),
      needed,
    );
  const version = (at: Instant) => parts.map((part) => part.version(at)).join("+");
  return new Timetable(parts[0].timeZone, layOut, version);
}

function changesOf(edges: Edges, by: number): Change[] {
  return edges.map((at, i) => ({ at, by: i % 2 === 0 ? by : -by }));
}

/** While a span is closed its count stands so low that no opening can lift it. */
function closing(span: Span, from: Instant, to: Instant): Change[] {
  return changesOf([Math.max(span.from, from), Math.min(span.to, to)], -1_000_000);
}

/** The spans in which the sum of the changes so far is at least `needed`. */
function sweep(changes: readonly Change[], needed: number): Edges {
  const sorted = [...changes].sort((a, b) => a.at - b.at);
  const edges: number[] = [];
  let count = 0;
  sorted.forEach(({ at, by }, i) => {
    count += by;
    if (sorted[i + 1]?.at === at) return;
    const isOpen = edges.length % 2 === 1;
    if (count >= needed !== isOpen) edges.push(at);
  });
  return edges;
}
