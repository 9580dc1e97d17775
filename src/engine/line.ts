/**
 * A line: one commitment on one subject, over all its cycles. Docs: docs/reference/clock.md#cycles.
 *
 * All events of one instant are taken together, since their signals have an order of their own:
 * stop, cancel, restart, pause, resume, start.
 */
import {
  type Because,
  begin,
  type Clock,
  cancel,
  pause,
  reopen,
  resume,
  settle,
  signalled,
  stop,
} from "./clock.ts";
import type { Commitment, Omission } from "./commitment.ts";
import { isPresent, type View } from "./condition.ts";
import type { Event } from "./event.ts";
import { mayChange } from "./field.ts";
import { chosenAt, reviewHours, reviewTarget, revised, underRevision } from "./retarget.ts";
import { isGiven, type Signal } from "./signal.ts";
import type { Instant } from "./time.ts";

/**
 * The commitments that may hold for one id and kind of subject, the most specific first. `types`:
 * the event types that may start a clock; `isWatchful`: the becoming true of a condition may;
 * `resumes`: a stopped clock may go on; `takesOver`: some revision moves open clocks to itself.
 */
export type Line = {
  readonly id: string;
  readonly kind: string;
  readonly candidates: readonly (Commitment | Omission)[];
  readonly types: ReadonlySet<string>;
  readonly isWatchful: boolean;
  readonly resumes: boolean;
  readonly takesOver: boolean;
};

/** Clocks of earlier cycles, the latest first. */
export type Ended = { readonly last: Clock; readonly before: Ended } | undefined;

export type LineState = { readonly live: Clock | undefined; readonly ended: Ended };

export const idle: LineState = { live: undefined, ended: undefined };

/** The commitment that holds for a subject at an instant, or the two that tie. */
export type Chosen = { readonly commitment?: Commitment; readonly tie?: readonly [string, string] };

export type ChooseCommitment = (line: Line, view: View, at: Instant) => Chosen;

/**
 * Whether an event may move the line, whatever the subject is like. What may not leaves it as it
 * stands, unsettled: to settle later comes to the same.
 */
export function isMovedBy(line: Line, { live, ended }: LineState, event: Event): boolean {
  if (live) {
    const { types, fields } = live.commitment.rules.heeds;
    return line.takesOver || types.has(event.type) || mayChange(fields, event);
  }
  if (ended && ended.last.commitment.rules.again === "never") return false;
  const { isWatchful, types, resumes } = line;
  return isWatchful || types.has(event.type) || (resumes && event.type.endsWith(".reopened"));
}

/** The line after all events of one instant. `views` has one view per event, in their order. */
export function follow(
  line: Line,
  state: LineState,
  views: readonly View[],
  chosen: ChooseCommitment,
): LineState {
  if (!isMoved(line, state, views)) return state;
  const view = views.at(-1) as View;
  const at = view.event.occurredAt;
  const settled = settleLine(line, state, at, views[0] as View);
  const signalledLive = takeSignals(line, settled, views, chosen);
  const started = signalledLive.live
    ? signalledLive
    : takeStart(line, signalledLive, views, chosen);
  if (!started.live) return started;
  return put(started, ownedBy(review(started.live, at, view), view.attributes.owner));
}

function isMoved(line: Line, state: LineState, views: readonly View[]): boolean {
  for (const { event } of views) if (isMovedBy(line, state, event)) return true;
  return false;
}

/**
 * The line as it stands at `at` by itself; a revision that takes open clocks over does so on its
 * day.
 * `view` is the first of the instant: what counts until then are the attributes before it.
 */
export function settleLine(line: Line, state: LineState, at: Instant, view: View): LineState {
  if (!state.live) return state;
  const live = supersede(line, state.live, at, view);
  const settled = settle(live, at);
  return settled === state.live ? state : { ...state, live: settled };
}

function supersede(line: Line, clock: Clock, at: Instant, view: View): Clock {
  if (!line.takesOver) return clock;
  const before = { ...view, attributes: view.before };
  return line.candidates.reduce((now, next) => {
    if ("omitted" in next || !next.takesOver) return now;
    const { agreement, from } = now.commitment;
    if (next.agreement !== agreement || next.from <= from || next.from > at) return now;
    if (!next.holds(before)) return now;
    const moved = underRevision(settle(now, next.from), next, before);
    return reviewPause(moved, next.from, before, revised);
  }, clock);
}

/**
 * Stop, cancel, restart, pause, resume: what the events of one instant do to a clock that is live.
 */
function takeSignals(
  line: Line,
  state: LineState,
  views: readonly View[],
  chosen: ChooseCommitment,
): LineState {
  const clock = state.live;
  if (!clock) return state;
  const { signals } = clock.commitment.rules;
  const stopping = firstGiven(signals.stop, views);
  if (stopping) return end(state, stop(clock, stopping.event.occurredAt, stopping.event.id));
  const cancelling = firstGiven(signals.cancel, views);
  if (cancelling) {
    const { id, occurredAt } = cancelling.event;
    return end(state, cancel(clock, occurredAt, id, signals.voids(cancelling)));
  }
  const restarting = firstRestarting(clock, views);
  if (!restarting) return put(state, takePauses(clock, views));
  const fresh = signalledAnew(line, clock, restarting, chosen);
  const past = clock.breachedAt === undefined ? state : end(state, leave(clock, fresh));
  return { ...past, live: takePauses(fresh, views) };
}

function takePauses(clock: Clock, views: readonly View[]): Clock {
  const { signals } = clock.commitment.rules;
  const pausing = firstGiven(signals.pause, views);
  const resuming = firstGiven(signals.resume, views);
  if (!pausing && !resuming) return clock;
  return { ...clock, pause: { ...clock.pause, asked: !resuming } };
}

function firstGiven(signal: Signal, views: readonly View[]): View | undefined {
  for (const view of views) if (isGiven(signal, view)) return view;
  return undefined;
}

function firstRestarting(clock: Clock, views: readonly View[]): View | undefined {
  const { whileRunning, onReassign } = clock.commitment.rules;
  if (whileRunning === "keep" && onReassign === "continue") return undefined;
  return views.find((view) => restarts(clock, view));
}

/**
 * Another owner is one that the clock has not run for last: to be without one is no reassignment.
 */
function restarts(clock: Clock, view: View): boolean {
  const { signals, whileRunning, onReassign } = clock.commitment.rules;
  if (whileRunning === "restart" && isGiven(signals.start, view)) return true;
  if (onReassign === "continue" || clock.owner === undefined) return false;
  const { owner } = view.attributes;
  return isPresent(owner) && owner !== clock.owner;
}

/** Starts again from nothing, under the revision in force by now; a new cycle after a breach. */
function signalledAnew(line: Line, clock: Clock, view: View, choose: ChooseCommitment): Clock {
  const { occurredAt, id } = view.event;
  const found = choose(line, view, occurredAt).commitment;
  const commitment = found?.rules.where(view) ? found : clock.commitment;
  const cycle = clock.breachedAt === undefined ? clock.cycle : clock.cycle + 1;
  const because = { rule: "restarted" as const, event: id };
  return signalled({ commitment, cycle, since: occurredAt, hours: clock.hours, because });
}

/** What had breached stays so when the clock starts again. */
function leave(clock: Clock, { signalledAt, because }: Clock): Clock {
  return { ...cancel(clock, signalledAt, because.event ?? "", false), endedBy: because };
}

function takeStart(
  line: Line,
  state: LineState,
  views: readonly View[],
  choose: ChooseCommitment,
): LineState {
  const last = state.ended?.last;
  if (last && last.commitment.rules.again === "never") return state;
  if (last && last.state === "stopped" && last.commitment.rules.again === "resume") {
    const again = views.find((view) => reopens(last, view));
    if (!again) return state;
    const live = reopen(last, again.event.occurredAt, again.event.id);
    return { live, ended: state.ended?.before };
  }
  for (const view of views) {
    const commitment = commitmentStarting(line, view, choose);
    if (commitment) return { ...state, live: startOn(commitment, (last?.cycle ?? 0) + 1, view) };
  }
  return state;
}

function reopens(clock: Clock, view: View): boolean {
  const { signals } = clock.commitment.rules;
  if (isGiven(signals.stop, view)) return false;
  return view.event.type.endsWith(".reopened") || isGiven(signals.start, view);
}

/** An event that both starts and stops a clock attaches nothing. */
function commitmentStarting(
  line: Line,
  view: View,
  choose: ChooseCommitment,
): Commitment | undefined {
  const { occurredAt, type } = view.event;
  if (!line.isWatchful && !line.types.has(type)) return undefined;
  const { commitment } = choose(line, view, occurredAt);
  if (!commitment) return undefined;
  const { signals, where } = commitment.rules;
  if (!isGiven(signals.start, view) || isGiven(signals.stop, view)) return undefined;
  return where(view) ? commitment : undefined;
}

function startOn(commitment: Commitment, cycle: number, view: View): Clock {
  const because = { rule: "started" as const, event: view.event.id };
  const hours = commitment.rules.hours(view);
  return signalled({ commitment, cycle, since: view.event.occurredAt, hours, because });
}

/** The owner the clock runs for, remembered where another one restarts it. */
function ownedBy(clock: Clock, owner: unknown): Clock {
  if (clock.commitment.rules.onReassign === "continue" || !isPresent(owner)) return clock;
  return owner === clock.owner ? clock : { ...clock, owner };
}

/** What the attributes after the instant make of a live clock: begin, calendar, target, pause. */
function review(clock: Clock, at: Instant, view: View): Clock {
  const { rules } = clock.commitment;
  if (clock.state === "waiting") {
    if (!rules.qualifies(view)) return clock;
    const isLate = at > clock.signalledAt;
    const rule = isLate ? "qualified" : clock.because.rule;
    const because = { rule, event: view.event.id };
    const chosen = chosenAt(clock.commitment, at, view);
    return reviewPause(begin(clock, at, because, chosen), at, view);
  }
  return reviewPause(reviewTarget(reviewHours(clock, at, view), at, view), at, view);
}

/**
 * Pauses or resumes as the attributes say; `because` where it is not the event at hand that did it.
 */
function reviewPause(clock: Clock, at: Instant, view: View, because?: Because): Clock {
  const { pauseWhile } = clock.commitment.rules;
  const shouldPause = clock.pause.asked || (pauseWhile?.(view) ?? false);
  const event = view.event.id;
  if (shouldPause && clock.state === "running") {
    return pause(clock, at, because ?? { rule: "paused", event });
  }
  if (!shouldPause && clock.state === "paused") {
    return resume(clock, at, because ?? { rule: "resumed", event });
  }
  return clock;
}

function put(state: LineState, live: Clock): LineState {
  return live === state.live ? state : { ...state, live };
}

function end(state: LineState, clock: Clock): LineState {
  return { live: undefined, ended: { last: clock, before: state.ended } };
}

/** Every clock of a line, the first cycle first. */
export function clocksOf({ live, ended }: LineState): readonly Clock[] {
  if (!ended) return live ? [live] : none;
  if (!live && !ended.before) return [ended.last];
  const clocks: Clock[] = live ? [live] : [];
  for (let kept: Ended = ended; kept; kept = kept.before) clocks.push(kept.last);
  return clocks.reverse();
}

const none: readonly Clock[] = [];
