/**
 * Recording facts: events in, conclusions out, in one transaction. Docs: docs/reference/events.md.
 */
import { type Event, linksOf } from "../engine/event.ts";
import type { Instant } from "../engine/time.ts";
import { type Db, inWorkspace, together } from "../store/db.ts";
import { type EventKey, insertEvents, insertLinks } from "../store/event.ts";
import type { Acting } from "./acting.ts";
import { planRules } from "./automation-plan.ts";
import { settleSubjects } from "./settle.ts";
import type { Settling } from "./settling.ts";

export type RecordOptions = Pick<Settling, "isQuiet" | "spacing">;

/** A batch is one transaction, so its size is what a neighbour may have to wait for. */
export const LARGEST_BATCH = 1_000;

/** Records events that are already read, and gives back the keys of those that are new. */
export async function recordEvents(
  { database, workspaceId, now }: Acting,
  events: readonly Event[],
  options: RecordOptions = {},
): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  return inWorkspace(database, workspaceId, (db) =>
    recordIn(db, { workspaceId, now, ...options }, events),
  );
}

type Recording = RecordOptions & { readonly workspaceId: string; readonly now: Instant };

/**
 * The same inside a transaction of the caller's own: what automation does beside its own rows.
 *
 * Events are added before their subjects are held: nobody sees them until the end, and whoever
 * holds a subject reads its history after that. So only the judging of one subject waits, not the
 * writing.
 */
export async function recordIn(
  db: Db,
  recording: Recording,
  events: readonly Event[],
): Promise<Set<string>> {
  const distinct = [...new Map(events.map((event) => [keyText(event), event] as const))];
  const sorted = distinct.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, event]) => event);
  const fresh = new Set((await insertEvents(db, recording, sorted)).map(keyText));
  const added = events.filter((event) => fresh.has(keyText(event)));
  if (added.length === 0) return fresh;
  const news = { causes: causesOf(added), since: sinceOf(added) };
  const settling = { ...recording, because: "fact", ...news } as const;
  await together(
    db,
    () => insertLinks(db, recording, added),
    () => settleSubjects(db, settling, subjectsOf(added)),
  );
  await planRules(db, recording, added);
  return fresh;
}

/** Every subject the events touch, their own and those they link to, each once and in order. */
function subjectsOf(events: readonly Event[]): readonly string[] {
  return [...new Set(events.flatMap(touched))].sort();
}

function touched(event: Event): readonly string[] {
  const links = linksOf(event);
  return links.length === 0
    ? [event.subject]
    : [event.subject, ...links.map(({ subject }) => subject)];
}

/** The event a change of mind is put down to: the last of the batch that touches the subject. */
function causesOf(events: readonly Event[]): ReadonlyMap<string, EventKey> {
  return new Map(events.flatMap((event) => touched(event).map((subject) => [subject, event])));
}

/** The earliest of the batch that touches each subject. */
function sinceOf(events: readonly Event[]): ReadonlyMap<string, Instant> {
  const since = new Map<string, Instant>();
  for (const event of events) {
    for (const subject of touched(event)) {
      const known = since.get(subject) ?? event.occurredAt;
      since.set(subject, Math.min(known, event.occurredAt) as Instant);
    }
  }
  return since;
}

/** Names an event in a set of them. */
export function keyText({ source, id }: EventKey): string {
  return `${source}\u0000${id}`;
}
