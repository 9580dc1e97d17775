/**
 * Recording facts: events in, conclusions out, in one transaction. Docs: docs/reference/events.md.
 */
import type { Event } from "../engine/event.ts";
import type { Instant } from "../engine/time.ts";
import { type Db, inWorkspace, meanwhile, together } from "../store/db.ts";
import { insertEvents, insertLinks } from "../store/event.ts";
import { withdrawnAmong } from "../store/intake.ts";
import type { Acting } from "./acting.ts";
import { planRules } from "./automation-plan.ts";
import { expectNews, keyText, touched } from "./record-news.ts";
import { holdSubjects, settleRead } from "./settle.ts";
import { readBefore } from "./settle-read.ts";
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
 * Subjects are held and read first. While the server then adds the events, they are judged as if
 * all that their histories do not hold were new; where one is known after all, as another
 * subject's, they are judged again. Whoever records holds subjects in one order, then adds events
 * in one order, so that nobody waits in a ring.
 */
export async function recordIn(
  db: Db,
  recording: Recording,
  events: readonly Event[],
): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const facts = [...new Map(events.map((event) => [keyText(event), event])).values()];
  const settling = { ...recording, because: "fact" } as const;
  const subjects = [...new Set(facts.flatMap(touched))].sort();
  const reading = together(
    db,
    () => holdSubjects(db, recording, subjects),
    () => readBefore(db, settling, subjects),
    () =>
      withdrawnAmong(db, recording.workspaceId, [...new Set(facts.map(({ source }) => source))]),
  );
  const adding = meanwhile(db, () => insertEvents(db, recording, inKeyOrder(facts)));
  const [rows, before, withdrawn] = await reading;
  const arriving = expectNews(recording, { facts, found: before.found, withdrawn, adding });
  const touching = rows.filter(({ id }) => arriving.expected.facts.has(id));
  if (touching.length > 0) await settleRead(db, settling, { ...before, rows: touching }, arriving);
  const added = await arriving.added();
  await together(
    db,
    () => insertLinks(db, recording, added),
    () => planRules(db, recording, added),
  );
  return new Set(added.map(keyText));
}

function inKeyOrder(events: readonly Event[]): readonly Event[] {
  const keyed = events.map((event) => [keyText(event), event] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, event]) => event);
}
