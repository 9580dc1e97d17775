/**
 * Firing timers: leased, then finished together with what they set off, in one transaction.
 *
 * A worker that dies before that transaction is kept has done nothing, and its lease runs out;
 * after it, everything is done. Docs: docs/operating/worker.md.
 */

import { fireRule } from "../actions/automation.ts";
import { settleClaims } from "../actions/claim.ts";
import { settleDispute } from "../actions/dispute-decide.ts";
import { planDigest, tellDigest } from "../actions/notice-digest.ts";
import type { Tell } from "../actions/notice-scene.ts";
import { tellAll } from "../actions/notice-tell.ts";
import { resettle } from "../actions/resettle.ts";
import { holdSubjects, settleLocked } from "../actions/settle.ts";
import { settlePeriods } from "../actions/settle-period.ts";
import type { SettleBody, TellBody, TimerBody } from "../actions/timer-body.ts";
import { HOUR, type Instant, MINUTE, type Millis, SECOND } from "../engine/time.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { finishTimers, type LeasedTimer, leaseDueTimers } from "../store/timer.ts";
import { putOffTimer } from "../store/timer-late.ts";
import type { Deed, Recording, Worker } from "./worker.ts";

/** Timers of one lease: settled in one transaction, so others wait no longer than that takes. */
const TIMERS_AT_ONCE = 500;

/** Far longer than firing a batch takes. */
const LEASE = MINUTE;

/** How long a timer that failed is left alone: seconds at first, an hour at most. */
const REST = (attempts: number) => Math.min(HOUR, SECOND * 2 ** Math.min(attempts, 12)) as Millis;

/**
 * Fires what is due in one workspace, the oldest first, up to a batch of it; how many were leased.
 */
export async function fireDue(worker: Worker, workspaceId: string): Promise<number> {
  const now = worker.now();
  const leased = await inWorkspace(worker.database, workspaceId, (db) =>
    leaseDueTimers(db, {
      workspaceId,
      worker: worker.name,
      now,
      until: (now + (worker.leases?.timer ?? LEASE)) as Instant,
      limit: TIMERS_AT_ONCE,
    }),
  );
  const [together, apart] = partition(leased, ({ body }) => isOfSubject(body as TimerBody));
  if (together.length > 0) await fireOrSplit(worker, workspaceId, together);
  for (const timer of apart) await fireOrSplit(worker, workspaceId, [timer]);
  return leased.length;
}

/** All of them, or, where one keeps the others from firing, each by itself. */
async function fireOrSplit(
  worker: Worker,
  workspaceId: string,
  timers: readonly LeasedTimer[],
): Promise<void> {
  try {
    const fired = await fire(worker, workspaceId, timers);
    for (const { kind, dueAt, body } of timers.filter(({ id }) => fired.has(id))) {
      const { does } = body as TimerBody;
      worker.heard.fired({ kind, does, lateness: (worker.now() - dueAt) as Millis });
    }
  } catch (error) {
    if (timers.length > 1) {
      for (const timer of timers) await fireOrSplit(worker, workspaceId, [timer]);
    } else await putOff(worker, workspaceId, { timer: timers[0] as LeasedTimer, error });
  }
}

async function putOff(
  worker: Worker,
  workspaceId: string,
  { timer, error }: { readonly timer: LeasedTimer; readonly error: unknown },
): Promise<void> {
  worker.heard.failed({ what: `timer ${timer.id}`, error });
  const until = (worker.now() + REST(timer.attempts)) as Instant;
  await inWorkspace(worker.database, workspaceId, (db) =>
    putOffTimer(db, workspaceId, { id: timer.id, worker: worker.name, until }),
  );
}

/** Fires timers and says which of them were this worker's to fire. */
function fire(
  worker: Worker,
  workspaceId: string,
  timers: readonly LeasedTimer[],
): Promise<ReadonlySet<string>> {
  const recording = { workspaceId, now: worker.now() };
  return inWorkspace(worker.database, workspaceId, async (db) => {
    const firing = { ...recording, worker: worker.name };
    const [first] = timers;
    const body = first?.body as TimerBody;
    if (isOfSubject(body)) return fireOfSubjects(db, firing, timers);
    const ids = await finishTimers(db, { ...firing, ids: timers.map(({ id }) => id) });
    const deed = { ...ownDeeds, ...worker.deeds }[body.does];
    if (ids.length > 0 && deed) await deed(db, recording, body);
    return new Set(ids);
  });
}

type Firing = Recording & { readonly worker: string };

/**
 * Subjects are held before the timers are finished: whoever records holds them first too, so
 * neither waits for what the other has.
 */
async function fireOfSubjects(
  db: Db,
  firing: Firing,
  timers: readonly LeasedTimer[],
): Promise<ReadonlySet<string>> {
  const { workspaceId, now } = firing;
  const subjects = [...new Set(timers.map(({ body }) => (body as SettleBody).subject))].sort();
  const rows = await holdSubjects(db, { workspaceId, now }, subjects);
  const ids = new Set(await finishTimers(db, { ...firing, ids: timers.map(({ id }) => id) }));
  const [settles, tells] = partition(
    timers.filter(({ id }) => ids.has(id)),
    ({ body }) => (body as TimerBody).does === "settle",
  );
  const changing = new Set(settles.map(({ body }) => (body as SettleBody).subject));
  const changed = rows.filter(({ id }) => changing.has(id));
  if (changed.length > 0) await settleLocked(db, { workspaceId, now, because: "time" }, changed);
  const asked = tells.map(({ id, body }): Tell => ({ id, body: body as TellBody }));
  await tellAll(db, { workspaceId, now }, { tells: asked, subjects: rows });
  return ids;
}

/** What the product's own timers set off; others are handed to the worker. */
const ownDeeds: Readonly<Record<string, Deed>> = {
  resettle: async (db, recording, body) => {
    if (body.does !== "resettle") return;
    const { isDone } = await resettle(db, recording, body);
    if (isDone) await planDigest(db, recording);
  },
  digest: async (db, recording, body) => {
    if (body.does === "digest") await tellDigest(db, recording, body);
  },
  rule: async (db, recording, body) => {
    if (body.does === "rule") await fireRule(db, recording, body);
  },
  periods: async (db, recording, body) => {
    if (body.does === "periods") await settlePeriods(db, recording, body.agreement);
  },
  claims: async (db, recording, body) => {
    if (body.does === "claims") await settleClaims(db, recording, body.agreement);
  },
  dispute: async (db, recording, body) => {
    if (body.does === "dispute") await settleDispute(db, recording, body.dispute);
  },
};

function isOfSubject(body: TimerBody): body is SettleBody | TellBody {
  return body.does === "settle" || body.does === "tell";
}

function partition<T>(all: readonly T[], holds: (one: T) => boolean): [readonly T[], readonly T[]] {
  return [all.filter(holds), all.filter((one) => !holds(one))];
}
