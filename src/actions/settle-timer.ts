/** Timers of settled subjects: when to look again, and what has been reached and is to be told. */
import { isLive, wakesAt } from "../engine/clock.ts";
import { escalationsOf, type Notice } from "../engine/escalation.ts";
import type { StandingClock } from "../engine/standing.ts";
import type { Instant } from "../engine/time.ts";
import { clockId } from "../store/clock.ts";
import type { ClockMark } from "../store/clock-mark.ts";
import type { Timer } from "../store/timer.ts";
import { acknowledgedAt } from "./escalate-acknowledged.ts";
import { isOpen, isTimely } from "./notice-so.ts";
import type { JudgedRow } from "./settling.ts";
import type { SettleBody, TellBody } from "./timer-body.ts";

/**
 * One timer a subject, at the next instant at which anything of it changes by itself: a millisecond
 * after, because a stop at the limit itself still keeps the promise.
 *
 * Named by its instant: one that has fired stays fired, and the next is another.
 */
export function wakeOf(judged: JudgedRow, now: Instant): Timer | undefined {
  const subject = judged.row.id;
  const instants = judged.standing.clocks.flatMap((one) => instantsOf(one, judged));
  if (judged.nextFactAt !== undefined) instants.push(judged.nextFactAt);
  const ahead = instants.filter((at) => at >= now);
  if (ahead.length === 0) return undefined;
  const dueAt = (Math.min(...ahead) + 1) as Instant;
  const body: SettleBody = { does: "settle", subject };
  return { id: `${subject}@${dueAt}`, kind: "breach", belongsTo: subject, dueAt, body };
}

function instantsOf({ clock }: StandingClock, judged: JudgedRow): Instant[] {
  const wake = wakesAt(clock);
  const steps = noticesFor(clock, judged).map(({ at }) => at);
  return wake === undefined ? steps : [...steps, wake];
}

/**
 * What has been reached of warnings and escalations, each under a name of its own for ever.
 *
 * Of a clock that has ended, and ended so before, everything was planned when it did. What would
 * not be told as things stand is not planned: it is when they stand otherwise.
 */
export function noticesOf(
  judged: readonly JudgedRow[],
  now: Instant,
  marks: readonly ClockMark[],
): readonly Timer[] {
  const known = new Map(marks.map((mark) => [mark.id, mark]));
  return judged.flatMap((row) =>
    row.standing.clocks
      .filter((one) => mayTell(one, known))
      .flatMap((one) => [
        ...warningsOf(one, now),
        ...noticesFor(one.clock, row)
          .filter(({ at, step }) => at <= now && isStepTimely(one, step))
          .map((notice) => stepTimer(one, notice, now)),
      ]),
  );
}

function mayTell({ judged, clock }: StandingClock, known: ReadonlyMap<string, ClockMark>) {
  if (isLive(clock)) return true;
  const mark = known.get(clockId(judged));
  return !mark?.hasEnded || mark.verdict !== judged.verdict;
}

function isStepTimely({ clock, judged }: StandingClock, step: number): boolean {
  const time = clock.commitment.rules.steps[step]?.time;
  return time !== undefined && isTimely(time, judged);
}

function warningsOf({ judged }: StandingClock, now: Instant): Timer[] {
  if (!isOpen(judged)) return [];
  const clock = clockId(judged);
  return judged.warnings.map(({ at, share }) => {
    const { subject } = judged;
    const body: TellBody = { does: "tell", what: "warning", clock, subject, at, share };
    const id = `${clock}/warning/${share}`;
    return { id, kind: "warning", belongsTo: clock, dueAt: at > now ? at : now, body };
  });
}

function stepTimer({ judged }: StandingClock, notice: Notice, now: Instant): Timer {
  const clock = clockId(judged);
  const { step, repeat, at } = notice;
  const { subject } = judged;
  const body: TellBody = { does: "tell", what: "escalation", clock, subject, at, step, repeat };
  const id = `${clock}/step/${step}/${repeat}`;
  return { id, kind: "escalation", belongsTo: clock, dueAt: now, body };
}

function noticesFor(clock: StandingClock["clock"], { standing }: JudgedRow): readonly Notice[] {
  if (clock.commitment.rules.steps.length === 0) return [];
  const { attributes = {} } = standing.last ?? {};
  const { agreement, id: commitment } = clock.commitment;
  const taken = acknowledgedAt(attributes, { agreement, commitment, cycle: clock.cycle });
  return escalationsOf(clock, {
    reach: (who) => reachOf(who, attributes.owner),
    ...(taken === undefined ? {} : { acknowledgedAt: taken }),
  });
}

/** Whether a word reaches anybody is known here of the owner alone; who it is, when it is told. */
function reachOf(who: string, owner: unknown): readonly string[] {
  if (who !== "owner") return [who];
  return typeof owner === "string" && owner !== "" ? [owner] : [];
}
