/**
 * Who would have been told last month, had the rules of today held: the policies of agreements laid
 * out over the clocks that started then, with nobody told of anything.
 */
import { escalationsOf, type Notice } from "../engine/escalation.ts";
import { foldHistory } from "../engine/history.ts";
import { standingOf } from "../engine/standing.ts";
import { DAY, type Instant } from "../engine/time.ts";
import { type ClockRow, clockId } from "../store/clock.ts";
import { listClocks } from "../store/clock-list.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { historiesOf } from "../store/event.ts";
import type { Acting } from "./acting.ts";
import { type Reached, reach } from "./notice-reach.ts";
import { askedOf, type Found, findClock, openScene, type Scene } from "./notice-scene.ts";
import { toClockRow } from "./settle-clock.ts";

/** Notices of one step to one recipient. `step`: its place in the policy, from 1; `at`: when. */
export type WouldTell = {
  readonly agreement: string;
  readonly commitment: string;
  readonly step: number;
  readonly at: string;
  readonly who: string;
  readonly via: readonly string[];
  readonly times: number;
};

export type NoticeDryRun = {
  readonly from: Instant;
  readonly to: Instant;
  readonly clocks: number;
  readonly isCut: boolean;
  readonly told: readonly WouldTell[];
};

const SPAN = 30 * DAY;
const MOST_CLOCKS = 5_000;
const PAGE = 500;

/** Of the clocks started in the last 30 days, the latest 5,000. Edge: nobody is a recipient too. */
export function noticeDryRun({ database, workspaceId, now }: Acting): Promise<NoticeDryRun> {
  const from = (now - SPAN) as Instant;
  return inWorkspace(database, workspaceId, async (db) => {
    const scene = await openScene(db, { workspaceId, now });
    const { clocks, isCut } = await startedSince(db, workspaceId, from);
    const rows = new Map<string, WouldTell>();
    for (let next = 0; next < clocks.length; next += PAGE) {
      for (const one of await toldOf(db, scene, clocks.slice(next, next + PAGE))) {
        const key = JSON.stringify({ ...one, times: 0 });
        rows.set(key, { ...one, times: (rows.get(key)?.times ?? 0) + one.times });
      }
    }
    const told = [...rows.values()].sort((a, b) => b.times - a.times || compare(a.who, b.who));
    return { from, to: now, clocks: clocks.length, isCut, told };
  });
}

async function startedSince(db: Db, workspaceId: string, from: Instant) {
  const clocks: ClockRow[] = [];
  let after: string | undefined;
  do {
    const place = after === undefined ? {} : { after };
    const page = await listClocks(db, workspaceId, { sort: "started", limit: PAGE, ...place });
    const recent = page.clocks.filter(({ startedAt }) => startedAt !== null && startedAt >= from);
    clocks.push(...recent);
    after = recent.length < page.clocks.length ? undefined : page.next;
  } while (after !== undefined && clocks.length < MOST_CLOCKS);
  return { clocks, isCut: after !== undefined };
}

async function toldOf(
  db: Db,
  scene: Scene,
  clocks: readonly ClockRow[],
): Promise<readonly WouldTell[]> {
  const wanted = new Set(clocks.map(clockId));
  const subjects = [...new Set(clocks.map(({ subject }) => subject))];
  const found = await historiesOf(db, scene.workspaceId, { subjects });
  const bySubject = Map.groupBy(found, ({ of }) => of);
  const at = { asOf: scene.now, isProvisional: () => false };
  return subjects.flatMap((subject) => {
    const events = (bySubject.get(subject) ?? []).map(({ event }) => event);
    const standing = standingOf(scene.rulebook, foldHistory(scene.rulebook, subject, events), at);
    return standing.clocks.flatMap((one) => {
      const row = toClockRow(one, standing.last);
      if (!wanted.has(clockId(row))) return [];
      const asked = foundOf(scene, row);
      if (!asked) return [];
      const reaching = { reach: (word: string) => namesOf(reach(word, askedOf(scene, asked))) };
      const notices = escalationsOf(one.clock, reaching).filter((notice) => notice.at <= scene.now);
      const policy = asked.steps.length > 0 ? notices : [];
      return policy.flatMap((notice) => {
        const at = asked.steps[notice.step]?.spec.at ?? "";
        return rowsOf(row, notice).map((told) => ({ ...told, at }));
      });
    });
  });
}

/** A clock as a telling finds it; what is told does not matter for whom it reaches. */
function foundOf(scene: Scene, row: ClockRow): Found | undefined {
  const id = clockId(row);
  const { subject } = row;
  const body = { does: "tell", what: "breach", clock: id, subject, at: scene.now } as const;
  return findClock(scene, { id, body }, new Map([[id, row]]));
}

function namesOf(reached: readonly Reached[]): readonly string[] {
  return reached.map(({ account, email, channel }) => email ?? account ?? channel ?? "");
}

function rowsOf(
  { agreement, commitment }: ClockRow,
  { step, tell, via }: Notice,
): readonly Omit<WouldTell, "at">[] {
  const row = { agreement, commitment, step: step + 1, via, times: 1 };
  return (tell.length === 0 ? [""] : tell).map((who) => ({ ...row, who }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
