/**
 * Events that arrive a few at a time, gathered: those that come while others of their workspace are
 * being written are written together next. So a transaction is paid for once, however many ask, and
 * nobody waits who need not. Each request still has an answer of its own.
 */
import type { Event } from "../engine/event.ts";
import type { Database } from "../store/db.ts";
import type { Acting } from "./acting.ts";
import { type RecordOptions, recordEvents } from "./record-events.ts";
import { keyText } from "./record-news.ts";

/** More events than this in one request are a batch already. */
const FEW = 20;

/** Requests that are written together at most. */
const MOST_TOGETHER = 50;

/** Groups of one workspace that are written side by side: one is judged while one is stored. */
const SIDE_BY_SIDE = 2;

type Waiting = {
  readonly acting: Acting;
  readonly events: readonly Event[];
  readonly told: PromiseWithResolvers<Set<string>>;
};

type Line = { readonly waiting: Waiting[]; writing: number };

/** Of each database by workspace, and apart whether anybody is to be told. */
const lines = new WeakMap<Database, Map<string, Line>>();

/** Records events, and gives back the keys of those that are new: as `recordEvents` does. */
export async function gatherEvents(
  acting: Acting,
  events: readonly Event[],
  options: RecordOptions = {},
): Promise<Set<string>> {
  if (events.length === 0 || events.length > FEW) return recordEvents(acting, events, options);
  const own = lines.get(acting.database) ?? new Map<string, Line>();
  lines.set(acting.database, own);
  const name = `${options.isQuiet === true} ${acting.workspaceId}`;
  const line = own.get(name) ?? { waiting: [], writing: 0 };
  own.set(name, line);
  const told = Promise.withResolvers<Set<string>>();
  line.waiting.push({ acting, events, told });
  if (line.writing < SIDE_BY_SIDE) {
    void writeLine(line, options).then(() => line.writing === 0 && own.delete(name));
  }
  return told.promise;
}

async function writeLine(line: Line, options: RecordOptions): Promise<void> {
  line.writing += 1;
  while (line.waiting.length > 0) {
    await writeGroup(line.waiting.splice(0, MOST_TOGETHER), options);
  }
  line.writing -= 1;
}

/**
 * What keeps a group from being written may be one request's own fault: each is then tried alone,
 * and those without fault are recorded.
 */
async function writeGroup(group: readonly Waiting[], options: RecordOptions): Promise<void> {
  try {
    const events = group.flatMap((one) => one.events);
    share(group, await recordEvents(actingOf(group), events, options));
  } catch (error) {
    const [first] = group;
    if (group.length === 1) first?.told.reject(error);
    else await Promise.all(group.map((one) => writeGroup([one], options)));
  }
}

/** Everybody acts in the same workspace; what is recorded is recorded now, by the last who came. */
function actingOf(group: readonly Waiting[]): Acting {
  return group
    .map(({ acting }) => acting)
    .reduce((last, acting) => (acting.now > last.now ? acting : last));
}

/** Of two who bring the same event, it is new for the first. */
function share(group: readonly Waiting[], fresh: Set<string>): void {
  for (const { events, told } of group) {
    const own = events.map(keyText).filter((key) => fresh.has(key));
    for (const key of own) fresh.delete(key);
    told.resolve(new Set(own));
  }
}
