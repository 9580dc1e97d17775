/**
 * Escalation: whom a clock's policy tells, what it does, and when. Docs:
 * docs/reference/escalation.md.
 *
 * The schedule of a clock as it stands; whoever sends keeps what it has sent by (cycle, step,
 * repeat), so that laying it out anew never sends a notice twice.
 */
import type { EscalationDeed, EscalationStepSpec } from "./agreement.ts";
import { type Clock, shareSpentAt } from "./clock.ts";
import type { StepTime } from "./escalation-step.ts";
import type { Hours } from "./hours.ts";
import { compareShares, type Share } from "./share.ts";
import { durationOf, lengthOf, spentIn, usedUpAt } from "./target.ts";
import type { Instant, Millis } from "./time.ts";
import { LONGEST } from "./timetable.ts";

/** `passedOn`: the step before had nobody to tell; `nobody`: it was this step that had nobody. */
export type NoticeCause = StepTime["kind"] | "passedOn" | "nobody";

/**
 * One notice. `step` is its place in the policy, from 0; `repeat` 0 the first time. `tell` holds
 * those it reaches; it is empty where the step only does something, or where there is nobody.
 */
export type Notice = {
  readonly step: number;
  readonly repeat: number;
  readonly at: Instant;
  readonly tell: readonly string[];
  readonly via: NonNullable<EscalationStepSpec["via"]>;
  readonly do?: EscalationDeed;
  readonly because: NoticeCause;
};

/**
 * What the schedule depends on beside the clock. `reach`: whom a word of `tell` ("owner",
 * "manager", a party, an address) reaches. `acknowledgedAt`: since when somebody has taken the
 * matter on.
 */
export type Reaching = {
  readonly reach: (who: string) => readonly string[];
  readonly acknowledgedAt?: Instant;
};

/**
 * The notices of a clock in order: those that were due, and those that will be if no fact comes
 * before.
 *
 * Units: instants. Edges: none after the clock ended, so a breach step none where it was met; of
 * steps whose instant is not known while the clock is paused, none. A step that falls before the
 * start is at the start. Notices with `unlessAcknowledged` end with the acknowledgement.
 * Source: docs/reference/escalation.md.
 */
export function escalationsOf(clock: Clock, reaching: Reaching): readonly Notice[] {
  const steps = clock.commitment.rules.steps;
  const notices: Notice[] = [];
  let passedAt: Instant | undefined;
  for (const [step, { spec, time }] of steps.entries()) {
    const own = instantOf(clock, time, spec.elapsed === true);
    const at = passedAt === undefined || (own !== undefined && own < passedAt) ? own : passedAt;
    if (at === undefined) continue;
    const tell = (spec.tell ?? []).flatMap((who) => reaching.reach(who));
    const isNobody = spec.tell !== undefined && spec.tell.length > 0 && tell.length === 0;
    const because = isNobody ? "nobody" : at === own ? time.kind : "passedOn";
    const deed = spec.do === undefined ? {} : { do: spec.do };
    const notice = { step, repeat: 0, at, tell, via: spec.via ?? [], ...deed, because } as const;
    passedAt = isNobody && isTold(clock, spec, reaching, at) ? at : undefined;
    const all = isNobody ? [notice] : repeated(clock, spec, notice);
    notices.push(...all.filter((one) => isTold(clock, spec, reaching, one.at)));
  }
  return notices.sort((a, b) => a.at - b.at || a.step - b.step || a.repeat - b.repeat);
}

function isTold(
  { stoppedAt }: Clock,
  { unlessAcknowledged }: EscalationStepSpec,
  { acknowledgedAt }: Reaching,
  at: Instant,
): boolean {
  if (stoppedAt !== undefined && at > stoppedAt) return false;
  return !(unlessAcknowledged && acknowledgedAt !== undefined && acknowledgedAt <= at);
}

function repeated(clock: Clock, spec: EscalationStepSpec, first: Notice): readonly Notice[] {
  const notices = [first];
  const { every, times } = spec.repeat ?? { every: "1d", times: 0 };
  let at: Instant | undefined = first.at;
  for (let repeat = 1; repeat <= times; repeat += 1) {
    at = after(clock.hours, at, every, spec.elapsed === true);
    if (at === undefined) break;
    notices.push({ ...first, repeat, at });
  }
  return notices;
}

function instantOf(clock: Clock, time: StepTime, isElapsed: boolean): Instant | undefined {
  const { breachedAt, due } = clock;
  const breach = breachedAt ?? (clock.stoppedAt === undefined ? clock.limit : undefined);
  switch (time.kind) {
    case "share":
      return shareAt(clock, time.share);
    case "breach":
      return breach;
    case "beforeDue":
      return due === undefined ? undefined : before(clock, due, time.within);
    case "afterBreach":
      return breach === undefined ? undefined : after(clock.hours, breach, time.within, isElapsed);
  }
}

/** When a share was spent, or will be. */
function shareAt(clock: Clock, share: Share): Instant | undefined {
  const past = clock.warned.find((warning) => compareShares(warning.share, share) === 0);
  if (past) return past.at;
  const isAhead = clock.state === "running" && clock.breachedAt === undefined;
  const at = isAhead ? shareSpentAt(clock, share) : undefined;
  return at !== undefined && at <= (clock.limit ?? at) ? at : undefined;
}

/**
 * Waits in open time of the clock's calendar, whatever the unit, unless the step says `elapsed`.
 */
function after(hours: Hours, at: Instant, text: string, isElapsed: boolean): Instant | undefined {
  const wait = lengthOf(durationOf(text), at, hours);
  return usedUpAt(isElapsed ? "elapsed" : "open", hours, at, wait);
}

/** The last instant from which that much time remains until the due time; not before the start. */
function before(clock: Clock, due: Instant, text: string): Instant {
  const { startedAt = due, hours } = clock;
  const duration = durationOf(text);
  const basis = duration.basis === "elapsed" ? "elapsed" : "open";
  const wanted = lengthOf(duration, startedAt, hours);
  const remains = (from: number): Millis =>
    spentIn(basis, hours, { from: from as Instant, to: due });
  let [low, high] = [Math.max(startedAt, due - LONGEST) as number, due as number];
  if (remains(low) < wanted) return low as Instant;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (remains(middle) >= wanted) low = middle;
    else high = middle;
  }
  return low as Instant;
}
