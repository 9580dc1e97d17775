/**
 * A clock: one commitment running on one subject, one cycle. Docs: docs/reference/clock.md.
 *
 * Clocks are plain values; every move returns a new one, so that going on from a kept clock and
 * judging a whole history are the same thing. Between two facts a clock moves by itself (a pause
 * limit, a warning, a breach): `settle` makes those moves, and each is dated at the instant it
 * became due.
 */
import type { Commitment } from "./commitment.ts";
import type { Hours } from "./hours.ts";
import { atLeastShare, compareShares, type Share } from "./share.ts";
import { exhaustedAt, lengthOf, NEVER, spentIn, type Target, usedUpAt } from "./target.ts";
import type { Instant, Millis } from "./time.ts";

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
  readonly because: Because;
};

/** The last stretch with those before it: appending costs the same however many there are. */
export type Stretches = (Stretch & { readonly before: Stretches }) | undefined;

/**
 * `since` is where the present stretch began; `spent` (against the target), `elapsed` (wall time
 * not paused) and `run` (all that ran, in either unit) are as they stood then; what ran up to
 * `base` counts against no target any more. `choice` is the target that the attributes choose, -1
 * for none. `due` and `limit` (with grace) are when the target is used up if nothing more pauses
 * it. `pause` sums up pauses over the cycle; `pausesUntil` is where the limit ends the present one.
 * `owner` is kept only where another owner restarts the clock.
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
  readonly run: Run;
  readonly base: Run;
  readonly choice: number;
  readonly target: Target | undefined;
  readonly due: Instant | undefined;
  readonly limit: Instant | undefined;
  readonly breachedAt: Instant | undefined;
  readonly warned: readonly Warning[];
  readonly warnsAt: Instant | undefined;
  readonly pause: { readonly asked: boolean; readonly spent: Millis; readonly allowed: Millis };
  readonly pausesUntil: Instant | undefined;
  readonly owner: unknown;
  readonly stoppedAt: Instant | undefined;
  readonly endedBy: Because | undefined;
  readonly stretches: Stretches;
  readonly voided: boolean;
  readonly excused: boolean;
};

/** A clock that its maker still holds alone, and may finish before anybody sees it. */
type Draft = { -readonly [K in keyof Clock]: Clock[K] };

/** What all running stretches together would have spent of a target in open or in elapsed time. */
export type Run = { readonly open: Millis; readonly elapsed: Millis };

/** A share of the target that is warned of, or that a step waits for, was spent at that instant. */
export type Warning = { readonly at: Instant; readonly share: Share };

const NOTHING = 0 as Millis;
export const NO_RUN: Run = { open: NOTHING, elapsed: NOTHING };

type Signalled = Pick<Clock, "commitment" | "cycle" | "since" | "hours" | "because">;

/** A clock whose start was signalled, at `since`; it waits until `begin`. */
export function signalled({ commitment, cycle, since, hours, because }: Signalled): Clock {
  // Written out, and not spread: an object that grows field by field costs as much again.
  return {
    commitment,
    cycle,
    state: "waiting",
    signalledAt: since,
    startedAt: undefined,
    since,
    because,
    hours,
    spent: NOTHING,
    elapsed: NOTHING,
    run: NO_RUN,
    base: NO_RUN,
    choice: -1,
    target: undefined,
    due: undefined,
    limit: undefined,
    breachedAt: undefined,
    warned: [],
    warnsAt: undefined,
    pause: { asked: false, spent: NOTHING, allowed: NEVER },
    pausesUntil: undefined,
    owner: undefined,
    stoppedAt: undefined,
    endedBy: undefined,
    stretches: undefined,
    voided: false,
    excused: false,
  };
}

/** Whether a fact or the passing of time can still move it: it waits, runs or stands paused. */
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
  const { hours, choice, target } = on;
  const started = { state: "running" as const, startedAt: at, since: at, because };
  return aimed({ ...clock, hours, choice, target, ...started });
}

const beginnings: ReadonlySet<Rule> = new Set(["started", "qualified", "restarted", "reopened"]);

/**
 * Ends the present stretch at `at` and begins another of the same state there. What also changes at
 * the instant of a beginning is no reason of its own.
 */
export function turn(clock: Clock, at: Instant, because: Because): Clock {
  return clock.state === "waiting" ? clock : turned(clock, at, because);
}

function turned(clock: Clock, at: Instant, because: Because): Draft {
  const draft: Draft = { ...clock };
  const { since: from, state: kind, hours } = clock;
  if (kind === "waiting") return draft;
  draft.since = at;
  draft.because = at <= from && beginnings.has(clock.because.rule) ? clock.because : because;
  if (at > from) {
    const stretch = { from, to: at, kind: kind as Stretch["kind"], hours, because: clock.because };
    draft.stretches = { ...stretch, before: clock.stretches };
  }
  if (kind === "paused") draft.pause = addPause(clock, at);
  else if (at > from) Object.assign(draft, ranUntil(clock, at));
  return draft;
}

/** The time that ran, of all stretches up to `to`, where the present one is a running one. */
function ranUntil(clock: Clock, to: Instant): Pick<Clock, "run" | "elapsed" | "spent"> {
  const { since: from, hours, base, target } = clock;
  const span = { from, to };
  const run = {
    open: (clock.run.open + spentIn("open", hours, span)) as Millis,
    elapsed: (clock.run.elapsed + spentIn("elapsed", hours, span)) as Millis,
  };
  const elapsed = (clock.elapsed + to - from) as Millis;
  return { run, elapsed, spent: spentSince(base, run, target) };
}

/** What counts against a target, in its own unit: a change of unit changes no time that ran. */
export function spentSince(base: Run, run: Run, target: Target | undefined): Millis {
  const unit = target?.basis === "open" ? "open" : "elapsed";
  return (run[unit] - base[unit]) as Millis;
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
  return aimed(Object.assign(turned(clock, at, because), { state: "paused" as const, because }));
}

function isPauseUsedUp({ pause: { spent, allowed } }: Clock): boolean {
  return spent >= allowed;
}

/** A limit in business days becomes open time where the first pause of the cycle begins. */
function limitPause(draft: Draft): void {
  draft.pausesUntil = undefined;
  const { pauseAtMost } = draft.commitment.rules;
  if (!pauseAtMost) return;
  const { hours, since, pause } = draft;
  const allowed = pause.allowed === NEVER ? lengthOf(pauseAtMost, since, hours) : pause.allowed;
  draft.pause = { ...pause, allowed };
  if (allowed === NEVER) return;
  const left = Math.max(0, allowed - pause.spent) as Millis;
  draft.pausesUntil = usedUpAt(pauseBasis(draft), hours, since, left);
}

/** Runs again from `at` on. */
export function resume(clock: Clock, at: Instant, because: Because): Clock {
  const running = { state: "running" as const, because, pausesUntil: undefined };
  return aimed(Object.assign(turned(clock, at, because), running));
}

/**
 * Works out, from `since` on, when the target is used up, when the next warning is due, and when
 * the limit ends a pause.
 *
 * Where more is spent than allowed, or the due date is past, the clock breaches at `since`: a
 * change made it inevitable there. What had breached stays so, with the due time it had.
 */
export function aim(clock: Clock): Clock {
  return aimed({ ...clock });
}

function aimed(draft: Draft): Clock {
  if (draft.state === "paused") limitPause(draft);
  const { target, since, hours, spent } = draft;
  if (draft.breachedAt !== undefined) return breached(draft, draft.breachedAt);
  draft.due = undefined;
  if (target && isOver(draft, target)) return breached(draft, since);
  const isAimed = target && (draft.state === "running" || target.basis === "date");
  draft.due = isAimed ? exhaustedAt(target, hours, since, { spent, extra: NOTHING }) : undefined;
  draft.limit =
    isAimed && target.grace > 0
      ? exhaustedAt(target, hours, since, { spent, extra: target.grace })
      : draft.due;
  draft.warnsAt = isAimed ? nextWarning(draft) : undefined;
  return draft;
}

function isOver({ since, spent }: Clock, target: Target): boolean {
  if (target.date !== undefined) return target.date < since;
  return spent > target.allowed + target.grace;
}

function breached(draft: Draft, at: Instant): Clock {
  draft.due = draft.target?.date ?? draft.due ?? at;
  draft.breachedAt = at;
  draft.limit = at;
  draft.warnsAt = undefined;
  return draft;
}

/** Shares are warned of in rising order, each once a cycle, whatever the target becomes. */
function nextShare({ commitment, warned }: Clock): Share | undefined {
  const last = warned.at(-1)?.share;
  const { shares } = commitment.rules;
  return last ? shares.find((share) => compareShares(share, last) > 0) : shares[0];
}

function nextWarning(clock: Clock): Instant | undefined {
  const share = nextShare(clock);
  return share && shareSpentAt(clock, share);
}

/**
 * When a share of the target will be spent by a clock that runs on from `since`; `since` where it
 * is spent already. Of a due date: when that share of the wall time from the start has passed.
 * Undefined: no target, or not within ten years.
 */
export function shareSpentAt(clock: Clock, share: Share): Instant | undefined {
  const { target, hours, since, spent } = clock;
  if (!target || target.allowed === NEVER) return undefined;
  const needed = atLeastShare(target.allowed, share) as Millis;
  if (target.basis === "date") {
    return Math.max(since, (clock.startedAt ?? since) + needed) as Instant;
  }
  return usedUpAt(target.basis, hours, since, Math.max(0, needed - spent) as Millis);
}

/**
 * The clock as it stands at `at`, by itself: pause limits and warnings due at or before `at`, and a
 * breach whose limit lies before `at` (a stop at the limit is still met).
 */
export function settle(clock: Clock, at: Instant): Clock {
  const { pausesUntil } = clock;
  if (pausesUntil === undefined || pausesUntil > at) return breachIfDue(warn(clock, at), at);
  const limited = breachIfDue(warn(clock, pausesUntil), pausesUntil);
  const resumed = resume(limited, pausesUntil, { rule: "pauseLimit" });
  return breachIfDue(warn(resumed, at), at);
}

function warn(clock: Clock, until: Instant): Clock {
  let now = clock;
  while (now.warnsAt !== undefined && now.warnsAt <= until && isBeforeBreach(now)) {
    const share = nextShare(now) as Share;
    now = { ...now, warned: [...now.warned, { at: now.warnsAt, share }] };
    now = { ...now, warnsAt: nextWarning(now) };
  }
  return now;
}

function isBeforeBreach({ warnsAt, limit }: Clock): boolean {
  return limit === undefined || (warnsAt !== undefined && warnsAt <= limit);
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
  const stopped = { state: "stopped" as const, stoppedAt: at, endedBy, warnsAt: undefined };
  return Object.assign(turned(running, at, endedBy), stopped);
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
  if (at <= clock.since) return { spent: clock.spent, elapsed: clock.elapsed };
  const { spent, elapsed } = ranUntil(clock, at);
  return { spent, elapsed };
}

/** The next instant at which the clock will move by itself, if no fact comes before. */
export function wakesAt(clock: Clock): Instant | undefined {
  const breach = clock.breachedAt === undefined && isLive(clock) ? clock.limit : undefined;
  const instants = [breach, clock.warnsAt, clock.pausesUntil].filter((at) => at !== undefined);
  return instants.length > 0 ? (Math.min(...instants) as Instant) : undefined;
}
