/**
 * A line: one commitment on one subject, over all its cycles. Docs: docs/reference/clock.md#cycles.
 *
 * All events of one instant are taken together, since their signals have an order of their own: stop,
 * cancel, restart, pause, resume, start.
 */
import {
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
import type { View } from "./condition.ts";
import { chosenAt, reviewHours, reviewTarget, underRevision } from "./retarget.ts";
import { isGiven, type Signal } from "./signal.ts";
import type { Instant } from "./time.ts";

/**
 * The commitments that may hold for one id and kind of subject, the most specific first. `types`: the
 * event types that may start a clock; `isWatchful`: the becoming true of a condition may; `takesOver`:
 * some revision moves open clocks to itself.
 */
export type Line = {
  readonly id: string;
  readonly kind: string;
  readonly candidates: readonly (Commitment | Omission)[];
  readonly types: ReadonlySet<string>;
  readonly isWatchful: boolean;
  readonly takesOver: boolean;
};

/** Clocks of earlier cycles, the latest first. */
export type Ended = { readonly last: Clock; readonly before: Ended } | undefined;

export type LineState = { readonly live: Clock | undefined; readonly ended: Ended };

export const idle: LineState = { live: undefined, ended: undefined };

/** The commitment that holds for a subject at an instant, or the two that tie. */
export type Chosen = { readonly commitment?: Commitment; readonly tie?: readonly [string, string] };

export type ChooseCommitment = (line: Line, view: View, at: Instant) => Chosen;

/** The line after all events of one instant. `views` has one view per event, in their order. */
export function follow(
  line: Line,
  state: LineState,
  views: readonly View[],
  chosen: ChooseCommitment,
): LineState {
  const view = views.at(-1) as View;
  const at = view.event.occurredAt;
  if (!state.live && !mayStart(line, views)) return state;
  const settled = settleLine(line, state, at, view);
  const signalledLive = settled.live ? takeSignals(settled, settled.live, views) : settled;
  const started = signalledLive.live
    ? signalledLive
    : takeStart(line, signalledLive, views, chosen);
  return started.live ? put(started, review(started.live, at, view)) : started;
}

function mayStart(line: Line, views: readonly View[]): boolean {
  return (
    line.isWatchful ||
    views.some(({ event }) => line.types.has(event.type) || event.type.endsWith(".reopened"))
  );
}

/** The line as it stands at `at` by itself; a revision that takes open clocks over does so on its day. */
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
    return underRevision(settle(now, next.from), next, before);
  }, clock);
}

/** Stop, cancel, restart, pause, resume: what the events of one instant do to a clock that is live. */
function takeSignals(state: LineState, clock: Clock, views: readonly View[]): LineState {
  const { signals } = clock.commitment.rules;
  const stopping = firstGiven(signals.stop, views);
  if (stopping) return end(state, stop(clock, stopping.event.occurredAt, stopping.event.id));
  const cancelling = firstGiven(signals.cancel, views);
  if (cancelling) {
    const { id, occurredAt } = cancelling.event;
    return end(state, cancel(clock, occurredAt, id, signals.voids(cancelling)));
  }
  const restarting = views.find((view) => restarts(clock, view));
  if (restarting) return restart(state, clock, restarting);
  return { ...state, live: takePauses(clock, views) };
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

function restarts(clock: Clock, view: View): boolean {
  const { signals, whileRunning, onReassign } = clock.commitment.rules;
  if (whileRunning === "restart" && isGiven(signals.start, view)) return true;
  const before = view.before.owner;
  return onReassign === "restart" && isOwner(before) && before !== view.attributes.owner;
}

function isOwner(owner: unknown): boolean {
  return owner !== undefined && owner !== null && owner !== "";
}

/** Starts again from nothing. One that had breached stays as it is, and a new cycle begins. */
function restart(state: LineState, clock: Clock, { event }: View): LineState {
  const at = event.occurredAt;
  const because = { rule: "restarted" as const, event: event.id };
  const hadBreached = clock.breachedAt !== undefined;
  const past = hadBreached ? end(state, cancel(clock, at, event.id, false)) : state;
  const cycle = hadBreached ? clock.cycle + 1 : clock.cycle;
  const fresh = signalled(clock.commitment, cycle, at, clock.hours, because);
  return { ...past, live: fresh };
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
  return signalled(commitment, cycle, view.event.occurredAt, hours, because);
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

function reviewPause(clock: Clock, at: Instant, view: View): Clock {
  const { pauseWhile } = clock.commitment.rules;
  const shouldPause = clock.pause.asked || (pauseWhile?.(view) ?? false);
  const because = { event: view.event.id };
  if (shouldPause && clock.state === "running")
    return pause(clock, at, { ...because, rule: "paused" });
  if (!shouldPause && clock.state === "paused") {
    return resume(clock, at, { ...because, rule: "resumed" });
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
export function clocksOf(state: LineState): readonly Clock[] {
  const clocks: Clock[] = state.live ? [state.live] : [];
  for (let kept = state.ended; kept; kept = kept.before) clocks.push(kept.last);
  return clocks.reverse();
}
