/** What is known of one subject: its attributes, its facts from the newest on, its clocks. */
import type { Attributes, Event } from "../engine/event.ts";
import { refuse } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import { type ClockRow, clocksOfSubjects } from "../store/clock.ts";
import { inWorkspace } from "../store/db.ts";
import { type EventPlace, eventsBefore } from "../store/event-page.ts";
import { withdrawnAmong } from "../store/intake.ts";
import { type Found, searchNames } from "../store/search.ts";
import { attributesOf } from "../store/subject-list.ts";
import type { Acting } from "./acting.ts";
import { mustSee } from "./acting-customer.ts";

export type Timeline = {
  readonly attributes: Attributes;
  readonly events: readonly Event[];
  readonly clocks: readonly ClockRow[];
  /** Sources of these facts whose intake was taken back: they count for nothing. */
  readonly withdrawn: ReadonlySet<string>;
  readonly next?: string;
};

/** Refused: a subject nobody told of, or none of whose clocks a counterparty may see. */
export function subjectTimeline(
  acting: Acting,
  asked: { readonly subject: string; readonly after?: string; readonly limit: number },
): Promise<Timeline> {
  const { database, workspaceId, agreements } = acting;
  const { subject, limit } = asked;
  const before = asked.after === undefined ? {} : { before: readPlace(asked.after) };
  return inWorkspace(database, workspaceId, async (db) => {
    await mustSee(db, acting, [subject]);
    const attributes = await attributesOf(db, workspaceId, subject);
    const all = await clocksOfSubjects(db, workspaceId, [subject]);
    const clocks = all.filter(({ agreement }) => !agreements || agreements.includes(agreement));
    if (agreements !== undefined && clocks.length === 0) return missing(subject);
    const found = await eventsBefore(db, workspaceId, { subject, ...before, limit: limit + 1 });
    const events = found.slice(0, limit);
    const last = found.length > limit ? events.at(-1) : undefined;
    const sources = [...new Set(events.map(({ source }) => source))];
    const withdrawn = await withdrawnAmong(db, workspaceId, sources);
    const isKnown = attributes !== undefined || withdrawn.size > 0;
    if (!isKnown) return missing(subject);
    return {
      attributes: attributes ?? {},
      events,
      clocks,
      withdrawn,
      ...(last ? { next: placeText(last) } : {}),
    };
  });
}

function missing(subject: string): never {
  return refuse("thing-missing", { name: subject });
}

function placeText({ occurredAt, id }: Event): string {
  return Buffer.from(JSON.stringify([occurredAt, id])).toString("base64url");
}

function readPlace(cursor: string): EventPlace {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const isPlace = Number.isSafeInteger(at) && Math.abs(at) < 8e15 && typeof id === "string";
    if (isPlace && !id.includes("\u0000")) return { at: at as Instant, id };
  } catch {
    // Not one of ours: refused below.
  }
  return refuse("cursor-invalid");
}

/** A counterparty finds its agreements, and no subjects: names are not its to look up. */
export async function search(
  { database, workspaceId, agreements }: Acting,
  asked: { readonly text: string; readonly limit: number },
): Promise<readonly Found[]> {
  const found = await inWorkspace(database, workspaceId, (db) =>
    searchNames(db, workspaceId, asked),
  );
  if (!agreements) return found;
  return found.filter(({ kind, name }) => kind === "agreement" && agreements.includes(name));
}
