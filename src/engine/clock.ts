/**
 * A clock: one commitment running on one subject, one cycle. Docs: docs/reference/clock.md.
 *
 * Clocks are plain values; every move returns a new one, so that going on from a kept clock and judging
 * a whole history are the same thing. Between two facts a clock moves by itself (a pause limit, a
 * warning, a breach): `settle` makes those moves, and each is dated at the instant it became due.
 */
import type { Commitment } from "./commitment.ts";
import type { Hours } from "./hours.ts";
import { atLeastShare } from "./share.ts";
import { exhaustedAt, lengthOf, NEVER, spentIn, type Target } from "./target.ts";
import type { Instant, Millis } from "./time.ts";
import { dueAt } from "./timetable.ts";

export type State = "waiting" | "running" | "paused" | "stopped" | "cancelled";
export type Verdict = "open" | "met" | "breached" | "excused" | "void";

/** Why a stretch began: the rule, and the event that set it off where one did. */
export type Because = { readonly rule: Rule; readonly event?: string };

export type Rule =
  | "started"
  | "qualified"
  | "paused"
  | "resumed"
  | "pauseLimit"
  | "calendarChanged"
  | "targetChanged"
  | "restarted"
  | "reopened"
  | "revisionChanged"
  | "stopped"
  | "cancelled";

/** A stretch as it is kept: its end is where the next begins, or where the clock stopped. */
export type Stretch = {
  readonly from: Instant;
  readonly to: Instant;
  readonly kind: "running" | "paused";
  readonly hours: Hours;
  readonly basis: Target["basis"];
  readonly because: Because;
};

/** The last stretch and those before it: appending costs the same however many there are. */
export type Stretches = { readonly last: Stretch; readonly before: Stretches } | undefined;

/**
 * `since` is where the present stretch began; `spent` (against the target) and `elapsed` (wall time not
 * paused) are as they stood then. `choice` is the target that the attributes choose, -1 for none. `due`
 * and `limit` (with grace) are when the target is used up if nothing more pauses it. `pause` sums up
 * pauses over the cycle; `pausesUntil` is where the limit ends the present one.
 */
export type Clock = {
  readonly commitment: Commitment;
  readonly cycle: number;
  readonly state: State;
  readonly signalledAt: Instant;
  readonly startedAt: Instant | undefined;
  readonly since: Instant;
  readonly because: Because;
  readonly hours: Hours;
  readonly spent: Millis;
  readonly elapsed: Millis;
  readonly choice: number;
  readonly target: Target | undefined;
  readonly due: Instant | undefined;
  readonly limit: Instant | undefined;
  readonly breachedAt: Instant | undefined;
  readonly warned: readonly Instant[];
  readonly warnsAt: Instant | undefined;
  readonly pause: { readonly asked: boolean; readonly spent: Millis; readonly allowed: Millis };
  readonly pausesUntil: Instant | undefined;
  readonly stoppedAt: Instant | undefined;
  readonly endedBy: Because | undefined;
  readonly stretches: Stretches;
  readonly voided: boolean;
  readonly excused: boolean;
};

const NOTHING = 0 as Millis;

/** A clock whose start was signalled; it waits until `begin`. */
export function signalled(
  commitment: Commitment,
  cycle: number,
  at: Instant,
  hours: Hours,
  because: Because,
): Clock {
  return {
    commitment,
    cycle,
    state: "waiting",
    signalledAt: at,
    startedAt: undefined,
    since: at,
    because,
    hours,
    spent: NOTHING,
    elapsed: NOTHING,
    choice: -1,
    target: undefined,
    due: undefined,
    limit: undefined,
    breachedAt: undefined,
    warned: [],
    warnsAt: undefined,
    pause: { asked: false, spent: NOTHING, allowed: NEVER },
    pausesUntil: undefined,
    stoppedAt: undefined,
    endedBy: undefined,
    stretches: undefined,
    voided: false,
    excused: false,
  };
}

export function isLive({ state }: Clock): boolean {
  return state === "waiting" || state === "running" || state === "paused";
}

/** Begins to spend time at `at`, on the calendar and against the target that hold there. */
export function begin(
  clock: Clock,
  at: Instant,
  because: Because,
  on: Pick<Clock, "hours" | "choice" | "target">,
): Clock {
  return aim({ ...clock, ...on, state: "running", startedAt: at, since: at, because });
}

/** Ends the present stretch at `at` and begins another of the same state there. */
export function turn(clock: Clock, at: Instant, because: Because): Clock {
  if (clock.state === "waiting") return clock;
  const to = at as Instant;
  const { since: from, state, hours } = clock;
  const basis = clock.target?.basis ?? "elapsed";
  const stretch = {
    from,
    to,
    kind: state as Stretch["kind"],
    hours,
    basis,
    because: clock.because,
  };
  const kept = to > from ? { last: stretch, before: clock.stretches } : clock.stretches;
  const turned = { ...clock, since: at, because, stretches: kept };
  if (state === "paused") return { ...turned, pause: addPause(clock, to) };
  return {
    ...turned,
    spent: (clock.spent + spentIn(basis, hours, { from, to })) as Millis,
    elapsed: (clock.elapsed + to - from) as Millis,
  };
}

function addPause(clock: Clock, to: Instant): Clock["pause"] {
  const span = { from: clock.since, to };
  const spent = clock.pause.spent + spentIn(pauseBasis(clock), clock.hours, span);
  return { ...clock.pause, spent: spent as Millis };
}

function pauseBasis({ commitment }: Clock): "open" | "elapsed" {
  return commitment.rules.pauseAtMost?.basis === "elapsed" ? "elapsed" : "open";
}

/** Stands still from `at` on, for as long as the pause limit of the cycle allows. */
export function pause(clock: Clock, at: Instant, because: Because): Clock {
  if (isPauseUsedUp(clock)) return clock;
  const turned = turn(clock, at, because);
  const limits = { ...turned, state: "paused" as const, pause: limitPause(turned, at) };
  const isDate = clock.target?.basis === "date";
  return {
    ...limits,
    pausesUntil: pauseEnd(limits, at),
    due: isDate ? clock.due : undefined,
    limit: isDate ? clock.limit : undefined,
    warnsAt: undefined,
  };
}

function isPauseUsedUp({ pause: { spent, allowed } }: Clock): boolean {
  return spent >= allowed;
}

/** A limit in business days becomes open time where the first pause of the cycle begins. */
function limitPause(clock: Clock, at: Instant): Clock["pause"] {
  const { pauseAtMost } = clock.commitment.rules;
  if (!pauseAtMost || clock.pause.allowed !== NEVER) return clock.pause;
  return { ...clock.pause, allowed: lengthOf(pauseAtMost, at, clock.hours) };
}

function pauseEnd(clock: Clock, at: Instant): Instant | undefined {
  const { spent, allowed } = clock.pause;
  if (allowed === NEVER) return undefined;
  const left = (allowed - spent) as Millis;
  return pauseBasis(clock) === "elapsed"
    ? ((at + left) as Instant)
    : dueAt(clock.hours.timetable, at, left);
}

export function resume(clock: Clock, at: Instant, because: Because): Clock {
  return aim({ ...turn(clock, at, because), state: "running", pausesUntil: undefined });
}

/**
 * Works out when the target is used up and the next warning is due, from `since` on.
 *
 * Where more is spent than allowed the clock breaches at `since`: a change made it inevitable there.
 */
export function aim(clock: Clock): Clock {
  const { target, hours, since, spent } = clock;
  if (!target || clock.state !== "running") {
    return { ...clock, due: target?.date, limit: target?.date };
  }
  const isOver = target.basis !== "date" && spent > target.allowed + target.grace;
  if (isOver || clock.breachedAt !== undefined) {
    const breachedAt = clock.breachedAt ?? since;
    return {
      ...clock,
      breachedAt,
      due: clock.due ?? breachedAt,
      limit: breachedAt,
      warnsAt: undefined,
    };
  }
  const due = exhaustedAt(target, hours, since, { spent, extra: NOTHING });
  const limit =
    target.grace === 0 ? due : exhaustedAt(target, hours, since, { spent, extra: target.grace });
  return { ...clock, due, limit, warnsAt: nextWarning(clock) };
}

function nextWarning(clock: Clock): Instant | undefined {
  const { target, hours, since, spent } = clock;
  const share = clock.commitment.rules.warnAt[clock.warned.length];
  if (!target || !share || target.allowed === NEVER) return undefined;
  const needed = atLeastShare(target.allowed, share) as Millis;
  if (target.basis === "date") {
    return Math.max(since, (clock.startedAt ?? since) + needed) as Instant;
  }
  return exhaustedAt({ ...target, allowed: needed }, hours, since, { spent, extra: NOTHING });
}

/**
 * The clock as it stands at `at`, by itself: pause limits and warnings due at or before `at`, and a
 * breach whose limit lies before `at` (a stop at the limit is still met).
 */
export function settle(clock: Clock, at: Instant): Clock {
  let now = clock;
  if (now.pausesUntil !== undefined && now.pausesUntil <= at) {
    now = breachIfDue(now, now.pausesUntil);
    now = resume(now, now.pausesUntil as Instant, { rule: "pauseLimit" });
  }
  while (now.warnsAt !== undefined && now.warnsAt <= at && isBeforeBreach(now)) {
    now = { ...now, warned: [...now.warned, now.warnsAt] };
    now = { ...now, warnsAt: nextWarning(now) };
  }
  return breachIfDue(now, at);
}

function isBeforeBreach({ warnsAt, limit }: Clock): boolean {
  return limit === undefined || (warnsAt !== undefined && warnsAt < limit);
}

function breachIfDue(clock: Clock, at: Instant): Clock {
  const { limit, breachedAt } = clock;
  if (limit === undefined || breachedAt !== undefined || limit >= at || !isLive(clock))
    return clock;
  return { ...clock, breachedAt: limit, warnsAt: undefined };
}

/** The promise was kept, or at last done. A pause ends where the clock stops. */
export function stop(clock: Clock, at: Instant, event: string): Clock {
  const endedBy = { rule: "stopped" as const, event };
  if (clock.state === "waiting") {
    return { ...clock, state: "stopped", stoppedAt: at, endedBy, voided: true };
  }
  const running = clock.state === "paused" ? resume(clock, at, endedBy) : clock;
  return {
    ...turn(running, at, endedBy),
    state: "stopped",
    stoppedAt: at,
    endedBy,
    warnsAt: undefined,
  };
}

/** Counts nowhere, unless it had breached; a voiding event takes even the breach away. */
export function cancel(clock: Clock, at: Instant, event: string, isVoided: boolean): Clock {
  const endedBy = { rule: "cancelled" as const, event };
  const ended = turn(clock, at, endedBy);
  return {
    ...ended,
    state: "cancelled",
    stoppedAt: at,
    endedBy,
    voided: isVoided || clock.breachedAt === undefined,
    warnsAt: undefined,
    pausesUntil: undefined,
  };
}

/** A stopped clock goes on; the gap counts as nothing. */
export function reopen(clock: Clock, at: Instant, event: string): Clock {
  const because = { rule: "reopened" as const, event };
  const pauses = { ...clock.pause, asked: false };
  const open = {
    ...clock,
    stoppedAt: undefined,
    endedBy: undefined,
    since: at,
    because,
    pause: pauses,
  };
  if (clock.startedAt === undefined) return { ...open, state: "waiting", voided: false };
  return aim({ ...open, state: "running" });
}

/** How the promise stands. */
export function verdictOf(clock: Clock): Verdict {
  if (clock.excused) return "excused";
  if (clock.voided) return "void";
  if (clock.breachedAt !== undefined) return "breached";
  return clock.state === "stopped" ? "met" : "open";
}

/** What is spent against the target, and the wall time not paused, at `at` or where it ended. */
export function spentAt(clock: Clock, at: Instant): { spent: Millis; elapsed: Millis } {
  if (clock.state !== "running") return { spent: clock.spent, elapsed: clock.elapsed };
  const { spent, elapsed } = turn(clock, at, clock.because);
  return { spent, elapsed };
}

/** The next instant at which the clock will move by itself, if no fact comes before. */
export function wakesAt(clock: Clock): Instant | undefined {
  const breach = clock.breachedAt === undefined && isLive(clock) ? clock.limit : undefined;
  const instants = [breach, clock.warnsAt, clock.pausesUntil].filter((at) => at !== undefined);
  return instants.length > 0 ? (Math.min(...instants) as Instant) : undefined;
}
