/**
 * A log laid out by subject: millions of facts, each under those it touches, its own and those it
 * links to.
 */
import { type Event, isOfKind, linksOf } from "./event.ts";
import type { Instant } from "./time.ts";

/**
 * `events` stand subject by subject, those of subject n from `starts[n]` up to `starts[n + 1]`.
 * `first` is when the first of them happened; `asOf` where there is none.
 */
export type Log = {
  readonly subjects: readonly string[];
  readonly starts: Uint32Array;
  readonly events: readonly Event[];
  readonly first: Instant;
};

/** Events after `asOf` are not yet facts. A counting sort: each event is looked at once. */
export function sortLog(events: readonly Event[], asOf: Instant): Log {
  const touched = numberSubjects(events, asOf);
  const starts = startsOf(touched);
  const { subjects, first } = touched;
  return { subjects, starts, events: layOut(events, touched, starts), first };
}

/**
 * Who is touched, by number: `own[n]` is one more than the number of the subject of event n, 0
 * where it is no fact yet; `linked` are pairs of an event and another subject it touches.
 */
type Touched = {
  readonly subjects: readonly string[];
  readonly own: Uint32Array;
  readonly linked: readonly (readonly [event: number, subject: number])[];
  readonly first: Instant;
};

function numberSubjects(events: readonly Event[], asOf: Instant): Touched {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const number = numbers.get(name) ?? numbers.size;
    if (number === numbers.size) numbers.set(name, number);
    return number;
  };
  const own = new Uint32Array(events.length);
  const linked: (readonly [number, number])[] = [];
  let first = asOf;
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index] as Event;
    const { subject, occurredAt, data } = event;
    if (occurredAt > asOf) continue;
    if (occurredAt < first) first = occurredAt;
    own[index] = numberOf(subject) + 1;
    if (data?.links === undefined) continue;
    for (const name of new Set(linksOf(event).map((link) => link.subject))) {
      if (name !== subject) linked.push([index, numberOf(name)]);
    }
  }
  return { subjects: [...numbers.keys()], own, linked, first };
}

/** How many facts each subject has says where each begins. */
function startsOf({ subjects, own, linked }: Touched): Uint32Array {
  // One place to the right of its number, which `own` holds already; place 0 counts no facts yet.
  const starts = new Uint32Array(subjects.length + 1);
  for (const place of own) starts[place] = (starts[place] as number) + 1;
  for (const [, number] of linked) starts[number + 1] = (starts[number + 1] as number) + 1;
  starts[0] = 0;
  for (let place = 1; place < starts.length; place += 1) {
    starts[place] = (starts[place] as number) + (starts[place - 1] as number);
  }
  return starts;
}

function layOut(events: readonly Event[], { own, linked }: Touched, starts: Uint32Array): Event[] {
  const next = starts.slice();
  const laid = new Array<Event>(starts.at(-1) ?? 0);
  const put = (event: number, number: number): void => {
    const at = next[number] as number;
    next[number] = at + 1;
    laid[at] = events[event] as Event;
  };
  for (let index = 0; index < own.length; index += 1) {
    const place = own[index] as number;
    if (place > 0) put(index, place - 1);
  }
  for (const [event, number] of linked) put(event, number);
  return laid;
}

/** Each subject with its facts, in the order in which subjects first came. */
export function* bySubject(log: Log): Generator<readonly [string, readonly Event[]]> {
  const { subjects, starts, events } = log;
  for (let number = 0; number < subjects.length; number += 1) {
    yield [subjects[number] as string, events.slice(starts[number], starts[number + 1])];
  }
}

/** The facts of the subjects of one kind, without those that only link to them. */
export function ofKind({ subjects, starts, events }: Log, kind: string): readonly Event[] {
  return subjects.flatMap((subject, number) =>
    isOfKind(subject, kind)
      ? events.slice(starts[number], starts[number + 1]).filter((one) => one.subject === subject)
      : [],
  );
}
