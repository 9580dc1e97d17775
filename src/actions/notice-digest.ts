/**
 * The morning of those who manage: one message a working day. Docs:
 * docs/reference/delivery.md#digest.
 */
import { localDate, startOfLocalDay, wallInstant } from "../engine/calendar.ts";
import { plusDays } from "../engine/local-date.ts";
import type { Instant, Span } from "../engine/time.ts";
import { openTime } from "../engine/timetable.ts";
import { countOpen } from "../store/clock-count.ts";
import { listClocks } from "../store/clock-list.ts";
import { judgedBetween } from "../store/clock-yesterday.ts";
import type { Db } from "../store/db.ts";
import type { Member } from "../store/member.ts";
import { listPeriods } from "../store/period.ts";
import { planTimers } from "../store/timer.ts";
import { findWorkspace } from "../store/workspace.ts";
import type { DigestNotice } from "./notice-body.ts";
import { deliveriesOf } from "./notice-plan.ts";
import { openScene, type Recording, type Scene } from "./notice-scene.ts";
import { addAll } from "./notice-tell.ts";
import type { DigestBody } from "./timer-body.ts";

/** When a working day begins for those who manage, in the workspace's own time. */
const MORNING = "08:30";

/** Periods looked at for the fewest misses left. */
const MOST_PERIODS = 500;

/** Plans the next morning. Named by its day, so that planning it again changes nothing. */
export async function planDigest(db: Db, recording: Recording): Promise<void> {
  const zone = (await findWorkspace(db, recording.workspaceId))?.timeZone ?? "UTC";
  const today = localDate(zone, recording.now);
  const day = wallInstant(zone, today, MORNING) > recording.now ? today : plusDays(today, 1);
  const body: DigestBody = { does: "digest", day };
  const dueAt = wallInstant(zone, day, MORNING);
  const id = `digest@${day}`;
  await planTimers(db, recording, [{ id, kind: "schedule", belongsTo: "digest", dueAt, body }]);
}

/**
 * Tells every manager of the day, where it is a working one, and plans the next. Safe to repeat.
 */
export async function tellDigest(db: Db, recording: Recording, { day }: DigestBody): Promise<void> {
  await planDigest(db, recording);
  const scene = await openScene(db, recording);
  if (day !== localDate(scene.timeZone, recording.now) || !isWorkingDay(scene, day)) return;
  const managers = scene.directory.members.filter(({ role }) => role === "manager");
  for (const manager of managers) {
    const notice = await digestOf(db, scene, { day, manager });
    if (!notice) continue;
    const { account, email } = manager;
    const why = { who: "digest" } as const;
    const reached = [{ account, ...(email === undefined ? {} : { email }), why }];
    const chats = { slack: [], teams: [] };
    const telling = { id: `digest@${day}`, notice, reached, via: ["email"], chats } as const;
    await addAll(db, scene, deliveriesOf(telling, recording.now));
  }
}

/** Whether any agreement in force is open that day. */
function isWorkingDay({ rulebook, now, timeZone }: Scene, day: string): boolean {
  const span = dayOf(timeZone, day);
  return rulebook.revisions
    .filter(({ from, until }) => from <= now && now < until)
    .some((revision) => openTime(rulebook.hoursOf(revision).timetable, span) > 0);
}

function dayOf(timeZone: string, day: string): Span {
  const [from, to] = [startOfLocalDay(timeZone, day), startOfLocalDay(timeZone, plusDays(day, 1))];
  return { from, to };
}

/** Undefined where there is nothing to say. */
async function digestOf(
  db: Db,
  { workspaceId, now, timeZone }: Scene,
  { day, manager }: { readonly day: string; readonly manager: Member },
): Promise<Omit<DigestNotice, "why"> | undefined> {
  const of = manager.team === undefined ? {} : { team: manager.team };
  const noon = wallInstant(timeZone, day, "12:00");
  const open = await countOpen(db, workspaceId, { filter: of, dayEnds: noon });
  const yesterday = dayOf(timeZone, plusDays(day, -1));
  const judged = await judgedBetween(db, workspaceId, { ...yesterday, ...of });
  if (open.overdue + open.dueToday + judged.met + judged.breached === 0) return undefined;
  const filter = { ...of, isOpen: true, verdicts: ["breached"] } as const;
  const { clocks } = await listClocks(db, workspaceId, { filter, sort: "due", limit: 1 });
  const [first] = clocks;
  const left = await fewestLeft(db, workspaceId, now);
  const title = first?.facets?.title;
  const named = title === undefined ? {} : { title };
  const firstOf = first && { subject: first.subject, commitment: first.commitment, ...named };
  return {
    what: "digest",
    at: now,
    ...of,
    overdue: open.overdue,
    dueBeforeNoon: open.dueToday,
    ...judged,
    ...(left ? { left } : {}),
    ...(firstOf ? { first: firstOf } : {}),
  };
}

/** The open period with the fewest misses left. */
async function fewestLeft(
  db: Db,
  workspaceId: string,
  now: Instant,
): Promise<DigestNotice["left"]> {
  const to = (now + 1) as Instant;
  const periods = await listPeriods(db, workspaceId, { from: now, to, limit: MOST_PERIODS });
  const [least] = periods
    .flatMap(({ agreement, commitment, status, left }) =>
      status === "open" && left !== null ? [{ agreement, commitment, misses: left }] : [],
    )
    .sort((a, b) => a.misses - b.misses);
  return least;
}
