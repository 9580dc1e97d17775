/**
 * Facts: what happened to a subject, when, and who did it. Docs: docs/reference/event.md.
 */
import type { Instant } from "./time.ts";

export type ActorKind = "human" | "automation" | "integration";

export type Actor = { readonly id?: string; readonly kind?: ActorKind };

export type Attributes = { readonly [field: string]: unknown };

/**
 * `subject` is "type/id" ("lead/123"). `occurredAt` is when it happened, `recordedAt` when we
 * learnt of it (`occurredAt` where nobody says). `data` is merged into the subject's attributes
 * (JSON merge patch), but for `links`. The same (source, id) is one event.
 */
export type Event = {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly occurredAt: Instant;
  readonly recordedAt?: Instant;
  readonly sequence?: string | number;
  readonly actor?: Actor;
  readonly data?: Attributes;
};

/** The part of a subject before the slash: "lead" of "lead/123". */
export function subjectKind(subject: string): string {
  const slash = subject.indexOf("/");
  return slash < 0 ? subject : subject.slice(0, slash);
}

/** Whether a subject is of a kind. */
export function isOfKind(subject: string, kind: string): boolean {
  return subject.startsWith(kind) && subject[kind.length] === "/";
}

/** Other subjects an event touches, with the role each plays: `data.links`. */
export function linksOf(event: Event): readonly { subject: string; role?: string }[] {
  const links = event.data?.links;
  if (!Array.isArray(links)) return [];
  return links.filter((link) => typeof link?.subject === "string");
}

/**
 * The order of facts: occurredAt, sequence, recordedAt, id, source.
 *
 * Total, so that any order of arrival sorts to one order. An event without a sequence comes before
 * one with; sequences of digits are compared as whole numbers of any length, others as text after
 * them.
 * Source: docs/reference/agreement.md#facts-first.
 */
export function compareEvents(a: Event, b: Event): number {
  return (
    a.occurredAt - b.occurredAt ||
    compareSequences(a.sequence, b.sequence) ||
    (a.recordedAt ?? a.occurredAt) - (b.recordedAt ?? b.occurredAt) ||
    compareText(a.id, b.id) ||
    compareText(a.source, b.source)
  );
}

type Sequence = Event["sequence"];

function compareSequences(a: Sequence, b: Sequence): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  const [x, y] = [digits(a), digits(b)];
  if (x === undefined || y === undefined) {
    return x === y ? compareText(String(a), String(b)) : x === undefined ? 1 : -1;
  }
  return x.length - y.length || compareText(x, y);
}

function digits(sequence: string | number): string | undefined {
  const text = String(sequence);
  return /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, "") : undefined;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Events in order, each (source, id) once.
 *
 * Of two with the same (source, id) the one recorded first is kept, then the first in order, so
 * that a repeated delivery changes nothing whichever arrives first.
 */
export function inOrder(events: readonly Event[]): readonly Event[] {
  if (isStrictlyOrdered(events)) return withoutRepeats(events);
  return withoutRepeats([...events].sort(compareEvents));
}

function isStrictlyOrdered(events: readonly Event[]): boolean {
  for (let i = 1; i < events.length; i += 1) {
    const before = events[i - 1] as Event;
    const event = events[i] as Event;
    if (before.occurredAt < event.occurredAt) continue;
    if (compareEvents(before, event) >= 0) return false;
  }
  return true;
}

function withoutRepeats(sorted: readonly Event[]): readonly Event[] {
  if (!hasRepeatedId(sorted)) return sorted;
  const kept = new Map<string, Event>();
  for (const event of sorted) {
    const key = `${event.source}\u0000${event.id}`;
    const known = kept.get(key);
    if (!known || recordedAt(event) < recordedAt(known)) kept.set(key, event);
  }
  return kept.size === sorted.length ? sorted : [...kept.values()].sort(compareEvents);
}

/** Few are compared with each other; for many a set pays. */
function hasRepeatedId(events: readonly Event[]): boolean {
  if (events.length > 16) return new Set(events.map(({ id }) => id)).size < events.length;
  for (let i = 1; i < events.length; i += 1) {
    for (let j = 0; j < i; j += 1) if (events[i]?.id === events[j]?.id) return true;
  }
  return false;
}

function recordedAt(event: Event): Instant {
  return event.recordedAt ?? event.occurredAt;
}
