/** A subject as it was after each of its events. Docs: docs/reference/subject.md. */
import type { View } from "./condition.ts";
import { type Event, inOrder } from "./event.ts";
import { foldSubject, type Subject, unknownSubject } from "./subject.ts";

/**
 * One view per event, in their order, of a subject that was `known` before them; events of other
 * subjects that link to this one change nothing.
 * Law: the last one is what a history of the same events ends with.
 */
export function viewsOf(
  subject: string,
  events: readonly Event[],
  known: Subject = unknownSubject,
): readonly View[] {
  let now = known;
  return inOrder(events).map((event, index) => {
    const before = now.attributes;
    now = foldSubject(now, event.subject === subject ? event : { ...event, data: {} });
    const isNew = index === 0 && known === unknownSubject;
    return { subject, isNew, attributes: now.attributes, before, event };
  });
}
