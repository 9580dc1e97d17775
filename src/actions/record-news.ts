/** Facts on their way into the store, as what is new of the subjects they touch. */
import { type Event, linksOf } from "../engine/event.ts";
import { isJsonValue } from "../engine/json-value.ts";
import type { Instant } from "../engine/time.ts";
import type { EventKey, HistoryEvent } from "../store/event.ts";
import type { Arriving, News } from "./settle.ts";

/** `adding` says which of the facts were new, or only how many, once the server has added them. */
type Coming = {
  readonly facts: readonly Event[];
  readonly found: readonly HistoryEvent[];
  readonly withdrawn: ReadonlySet<string>;
  readonly adding: () => Promise<readonly EventKey[] | number>;
};

/** A fact was known after all, and nobody knows which: all of it is to be undone. */
export class Surprise extends Error {}

/**
 * Expects every fact that no history holds. Not so where another subject has it, or a source that
 * was taken back: then `confirmed` says better, or throws a `Surprise` where it knows no names.
 */
export function expectNews(
  { now }: { readonly now: Instant },
  { facts, found, withdrawn, adding }: Coming,
): Omit<Arriving, "isHasty"> & { readonly added: () => Promise<readonly Event[]> } {
  const known = new Set(found.map(({ event }) => keyText(event)));
  const unknown = facts.filter((fact) => !known.has(keyText(fact)));
  const newsOf = (events: readonly Event[]): News => {
    const counted = events.filter(({ source }) => !withdrawn.has(source));
    const facts = factsBySubject(counted, now);
    return { facts, causes: causesOf(events), since: sinceOf(facts) };
  };
  const expected = newsOf(unknown);
  // What a history holds was not new, so that as many as expected are those expected.
  const added = async () => {
    const told = await adding();
    if ((typeof told === "number" ? told : told.length) === unknown.length) return unknown;
    if (typeof told === "number") throw new Surprise();
    const fresh = new Set(told.map(keyText));
    return facts.filter((fact) => fresh.has(keyText(fact)));
  };
  const confirmed = async () => {
    const events = await added();
    return events === unknown ? expected : newsOf(events);
  };
  return { expected, confirmed, added };
}

/** Of each subject, as they will be read back. */
function factsBySubject(events: readonly Event[], now: Instant): News["facts"] {
  const facts = new Map<string, Event[]>();
  for (const event of events) {
    const kept = { ...event, recordedAt: event.recordedAt ?? now, data: asStored(event.data) };
    for (const subject of touched(event)) {
      const own = facts.get(subject);
      if (own) own.push(kept);
      else facts.set(subject, [kept]);
    }
  }
  return facts;
}

/** What came over HTTP is so already; what is made in the program may say `undefined`. */
function asStored(data: Event["data"] = {}): NonNullable<Event["data"]> {
  return isJsonValue(data) ? data : JSON.parse(JSON.stringify(data));
}

/** The event a change of mind is put down to: the last of the batch that touches the subject. */
function causesOf(events: readonly Event[]): News["causes"] {
  return new Map(events.flatMap((event) => touched(event).map((subject) => [subject, event])));
}

/** The earliest of the batch that touches each subject. */
function sinceOf(facts: News["facts"]): News["since"] {
  const earliest = (events: readonly Event[]) =>
    Math.min(...events.map(({ occurredAt }) => occurredAt)) as Instant;
  return new Map([...facts].map(([subject, events]) => [subject, earliest(events)]));
}

/** Every subject an event touches, its own first and those it links to, each once. */
export function touched(event: Event): readonly string[] {
  const links = linksOf(event);
  if (links.length === 0) return [event.subject];
  return [...new Set([event.subject, ...links.map(({ subject }) => subject)])];
}

/** Names an event in a set of them. */
export function keyText({ source, id }: EventKey): string {
  return `${source}\u0000${id}`;
}
