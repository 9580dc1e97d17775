/**
 * A log laid out by subject: millions of facts, each under those it touches, its own and those it
 * links to.
 */
import { type Event, isOfKind, linksOf } from "./event.ts";
import type { Instant } from "./time.ts";

/**
 * `events` stand subject by subject, those of subject n from `starts[n]` up to `starts[n + 1]`.
 * `first` is when the first fact of all happened; `asOf` where there is none.
 */
export type Log = {
  readonly subjects: readonly string[];
  readonly starts: Uint32Array;
  readonly events: readonly Event[];
  readonly first: Instant;
};

/**
 * Events after `asOf` are not yet facts. Of subjects without a fact that `matters` nothing is laid
 * out. A counting sort: each event is looked at once.
 */
export function sortLog(
  events: readonly Event[],
  asOf: Instant,
  matters: (event: Event) => boolean = () => true,
): Log {
  const touched = numberSubjects(events, asOf, matters);
  const starts = startsOf(touched);
  const { subjects, first } = touched;
  return { subjects, starts, events: layOut(events, touched, starts), first };
}

/**
 * Who is touched, by number: `own[n]` is one more than the number of the subject of event n, 0
 * where it is no fact yet; `linked` has pairs, one after the other, of an event and another subject
 * it touches. `matter[n]` is 1 where subject n is to be laid out.
 */
type Touched = {
  readonly subjects: readonly string[];
  readonly own: Uint32Array;
  readonly linked: readonly number[];
  readonly matter: readonly number[];
  readonly first: Instant;
};

function numberSubjects(
  events: readonly Event[],
  asOf: Instant,
  matters: (event: Event) => boolean,
): Touched {
  const numbering = new Numbering(events.length);
  const own = new Uint32Array(events.length);
  const linked: number[] = [];
  const matter: number[] = [];
  let first = asOf;
  for (let index = 0; index < events.length; index += 1) {
    if (index % AHEAD === 0) first = lookAhead(events, index, first);
    const event = events[index] as Event;
    const { subject, occurredAt, data } = event;
    if (occurredAt > asOf) continue;
    const number = numbering.numberOf(subject);
    own[index] = number + 1;
    if (matter[number] !== 1) matter[number] = matters(event) ? 1 : 0;
    if (data?.links === undefined) continue;
    for (const name of new Set(linksOf(event).map((link) => link.subject))) {
      if (name === subject) continue;
      const other = numbering.numberOf(name);
      linked.push(index, other);
      if (matter[other] !== 1) matter[other] = matters(event) ? 1 : 0;
    }
  }
  return { subjects: numbering.names, own, linked, matter, first };
}

const AHEAD = 64;

/**
 * The earliest of the next facts, or `first`. Whatever is soon asked of each is looked at here, one
 * after the other: so memory answers for many at once. The facts of a large log lie anywhere in it,
 * and waiting for each alone is a third of the time that numbering its subjects takes.
 */
function lookAhead(events: readonly Event[], from: number, first: Instant): Instant {
  let earliest = first;
  const to = Math.min(events.length, from + AHEAD);
  for (let index = from; index < to; index += 1) {
    const { subject, occurredAt, data } = events[index] as Event;
    const isSeen = subject.length > 0 && typeof data !== "string";
    if (isSeen && occurredAt < earliest) earliest = occurredAt;
  }
  return earliest;
}

/** How many facts each subject has says where each begins. */
function startsOf({ subjects, own, linked, matter }: Touched): Uint32Array {
  // One place to the right of its number, which `own` holds already; place 0 counts no facts yet.
  const starts = new Uint32Array(subjects.length + 1);
  for (const place of own) starts[place] = (starts[place] as number) + 1;
  for (let pair = 0; pair < linked.length; pair += 2) {
    const place = (linked[pair + 1] as number) + 1;
    starts[place] = (starts[place] as number) + 1;
  }
  starts[0] = 0;
  for (let place = 1; place < starts.length; place += 1) {
    const count = matter[place - 1] === 1 ? (starts[place] as number) : 0;
    starts[place] = count + (starts[place - 1] as number);
  }
  return starts;
}

function layOut(
  events: readonly Event[],
  { own, linked, matter }: Touched,
  starts: Uint32Array,
): Event[] {
  const next = starts.slice();
  const laid = new Array<Event>(starts.at(-1) ?? 0);
  const put = (event: number, number: number): void => {
    if (matter[number] !== 1) return;
    const at = next[number] as number;
    next[number] = at + 1;
    laid[at] = events[event] as Event;
  };
  for (let index = 0; index < own.length; index += 1) {
    const place = own[index] as number;
    if (place > 0) put(index, place - 1);
  }
  for (let pair = 0; pair < linked.length; pair += 2) {
    put(linked[pair] as number, linked[pair + 1] as number);
  }
  return laid;
}

/** A number that equal names share, and few others: from the end, where they differ. */
function fingerprint(text: string): number {
  let found = text.length;
  for (let at = Math.max(0, text.length - 6); at < text.length; at += 1) {
    found = (Math.imul(found, 31) + text.charCodeAt(at)) | 0;
  }
  return found >>> 0;
}

/**
 * Numbers for names, in the order in which they first come.
 *
 * Facts of one subject come near each other, so a name that came lately is found at a glance: a map
 * of millions of names is slow to look into.
 */
class Numbering {
  readonly #numbers = new Map<string, number>();
  readonly #lately: string[];
  readonly #latelyNumbers: Uint32Array;

  constructor(count: number) {
    const size = 2 ** Math.min(22, Math.ceil(Math.log2(count / 4 + 1)));
    this.#lately = new Array(size).fill("");
    this.#latelyNumbers = new Uint32Array(size);
  }

  get names(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  numberOf(name: string): number {
    const place = fingerprint(name) & (this.#lately.length - 1);
    if (this.#lately[place] === name) return this.#latelyNumbers[place] as number;
    const number = this.#numbers.get(name) ?? this.#numbers.size;
    if (number === this.#numbers.size) this.#numbers.set(name, number);
    this.#lately[place] = name;
    this.#latelyNumbers[place] = number;
    return number;
  }
}

/** Each subject that matters with its facts, in the order in which subjects first came. */
export function* bySubject(log: Log): Generator<readonly [string, readonly Event[]]> {
  const { subjects, starts, events } = log;
  for (let number = 0; number < subjects.length; number += 1) {
    const [from, to] = [starts[number] as number, starts[number + 1] as number];
    if (from < to) yield [subjects[number] as string, events.slice(from, to)];
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
