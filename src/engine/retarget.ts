/**
 * What the attributes choose for a running clock, and what happens when they choose anew: another
 * target, another calendar, another revision. Docs: docs/reference/clock.md#target-changes.
 */
import type { TargetChangePolicy } from "./agreement.ts";
import { aim, type Because, type Clock, NO_RUN, type Run, spentSince, turn } from "./clock.ts";
import type { Commitment } from "./commitment.ts";
import type { View } from "./condition.ts";
import { exhaustedAt, NEVER, type Target } from "./target.ts";
import type { Instant, Millis } from "./time.ts";

const NOTHING = 0 as Millis;

/** Why a clock changes on the day a revision takes it over. */
export const revised = { rule: "revisionChanged" } as const;

/** The first target whose condition holds; -1 where none does, and then there is no clock. */
function choose(commitment: Commitment, view: View): number {
  return commitment.rules.targets.findIndex(({ holds }) => holds(view));
}

/** The calendar and the target that the attributes choose for a clock that begins at `at`. */
export function chosenAt(
  commitment: Commitment,
  at: Instant,
  view: View,
): Pick<Clock, "hours" | "choice" | "target"> {
  const hours = commitment.rules.hours(view);
  const choice = choose(commitment, view);
  return { hours, choice, target: commitment.rules.targets[choice]?.from(at, hours, view) };
}

function targetFrom(clock: Clock, choice: number, from: Instant, view: View): Target | undefined {
  return clock.commitment.rules.targets[choice]?.from(from, clock.hours, view);
}

/** Runs on another calendar from `at` on, where the attributes choose one. */
export function reviewHours(clock: Clock, at: Instant, view: View): Clock {
  const hours = clock.commitment.rules.hours(view);
  if (hours === clock.hours) return clock;
  const because = { rule: "calendarChanged" as const, event: view.event.id };
  return aim({ ...turn(clock, at, because), hours });
}

/** Follows a change of target from `at` on, as the commitment's policy says. */
export function reviewTarget(clock: Clock, at: Instant, view: View): Clock {
  const choice = choose(clock.commitment, view);
  if (choice === clock.choice && !mayMove(clock)) return clock;
  const start = clock.startedAt ?? at;
  const next = targetFrom(clock, choice, start, view);
  if (choice === clock.choice && next?.date === clock.target?.date) return clock;
  const because = { rule: "targetChanged" as const, event: view.event.id };
  return retarget({ ...clock, choice }, at, { next, view, because, policy: policyOf(clock, next) });
}

/** A due date read from a field moves with it; one whose field was empty may yet come. */
function mayMove({ choice, target }: Clock): boolean {
  return choice >= 0 && (target === undefined || target.basis === "date");
}

function policyOf(clock: Clock, next: Target | undefined): TargetChangePolicy {
  const { tighter, looser } = clock.commitment.rules.onTargetChange;
  if (tighter === looser) return tighter;
  return isTighter(clock, next) ? tighter : looser;
}

/**
 * Whether a target ends earlier than the present one would, both counted from the clock's start.
 */
function isTighter(clock: Clock, next: Target | undefined): boolean {
  if (!next || !clock.target) return next !== undefined;
  if (next.basis === clock.target.basis) return next.allowed < clock.target.allowed;
  const [before, after] = [clock.target, next].map((target) => endOf(clock, target));
  return (after ?? Infinity) < (before ?? Infinity);
}

function endOf(clock: Clock, target: Target): Instant | undefined {
  const start = clock.startedAt ?? clock.since;
  return exhaustedAt(target, clock.hours, start, { spent: NOTHING, extra: NOTHING });
}

type Change = {
  readonly next: Target | undefined;
  readonly view: View;
  readonly because: Because;
  readonly policy: TargetChangePolicy;
};

function retarget(clock: Clock, at: Instant, change: Change): Clock {
  if (change.policy === "keepTarget") return clock;
  const turned = turn(clock, at, change.because);
  switch (change.policy) {
    case "keepSpent":
      return towards(turned, change.next, turned.base);
    case "fromChange":
      return towards(turned, targetFrom(turned, turned.choice, at, change.view), turned.run);
    case "fromStart":
      return towards(turned, change.next, NO_RUN);
  }
}

/** Runs on towards another target; what ran up to `base` does not count against it. */
function towards(clock: Clock, target: Target | undefined, base: Run): Clock {
  return aim({ ...clock, target, base, spent: spentSince(base, clock.run, target) });
}

/**
 * Moves an open clock to a later revision of its commitment, as if that had held from the start.
 * What was paused stays paused, and counts against the new limit.
 */
export function underRevision(clock: Clock, commitment: Commitment, view: View): Clock {
  const at = commitment.from;
  const turned = turn(clock, at, revised);
  const hours = commitment.rules.hours(view);
  const pause = { ...turned.pause, allowed: NEVER };
  const moved = { ...turned, commitment, hours, pause };
  const chosen = { ...moved, choice: choose(commitment, view) };
  if (clock.state === "waiting") return chosen;
  const next = targetFrom(chosen, chosen.choice, clock.startedAt ?? at, view);
  return retarget(chosen, at, { next, view, because: revised, policy: "fromStart" });
}
