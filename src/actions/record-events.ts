/**
 * Recording facts: events in, conclusions out, in one transaction. Docs: docs/reference/events.md.
 */
import type { Event } from "../engine/event.ts";
import type { Instant } from "../engine/time.ts";
import { type Db, inWorkspace, meanwhile, together } from "../store/db.ts";
import { appendEvents, type EventKey, insertEvents, insertLinks } from "../store/event.ts";
import { withdrawnAmong } from "../store/intake.ts";
import type { Acting } from "./acting.ts";
import { planRules } from "./automation-plan.ts";
import { expectNews, keyText, Surprise, touched } from "./record-news.ts";
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
  const recording = { workspaceId, now, ...options };
  const attempt = (isHasty: boolean) =>
    inWorkspace(database, workspaceId, (db) => recordIn(db, { ...recording, isHasty }, events));
  try {
    return await attempt(true);
  } catch (error) {
    if (!(error instanceof Surprise)) throw error;
    return attempt(false);
  }
}

type Recording = RecordOptions & {
  readonly workspaceId: string;
  readonly now: Instant;
  readonly isHasty?: boolean;
};

/**
 * The same inside a transaction of the caller's own: what automation does beside its own rows.
 *
 * Subjects are held and read first, then the server adds the events. One in haste does not wait for
 * its answer: it judges and writes as if all that the histories do not hold were new. Where one was
 * known after all, as another subject's, it ends in a `Surprise`. Whoever records holds subjects in
 * one order, then adds events in one order, so that nobody waits in a ring.
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
  const isHasty = recording.isHasty === true && db.isPipelined === true;
  const add: typeof insertEvents | typeof appendEvents = isHasty ? appendEvents : insertEvents;
  const adding = meanwhile<readonly EventKey[] | number>(db, () =>
    add(db, recording, inKeyOrder(facts)),
  );
  const [rows, before, withdrawn] = await reading;
  const coming = { facts, found: before.found, withdrawn, adding };
  const arriving = { ...expectNews(recording, coming), isHasty };
  const touching = rows.filter(({ id }) => arriving.expected.facts.has(id));
  try {
    const held = { ...before, rows: touching };
    if (touching.length > 0) await settleRead(db, settling, held, arriving);
  } catch (error) {
    // What the server says of facts that it could not add; all after it fails for that alone.
    await adding();
    throw error;
  }
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
