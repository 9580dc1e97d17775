/**
 * A clock as it is told: the answer at one instant, with its proof. Docs: docs/reference/clock.md.
 */
import {
  type Because,
  type Clock,
  isLive,
  type State,
  spentAt,
  type Verdict,
  verdictOf,
} from "./clock.ts";
import type { View } from "./condition.ts";
import type { Level } from "./level.ts";
import type { Instant, Millis } from "./time.ts";
import { openSpans, versionAt } from "./timetable.ts";

/** A span of a clock with one reason. `calendar` names the calendar and the version that measured it. */
export type JudgedStretch = {
  readonly from: Instant;
  readonly to: Instant;
  readonly kind: "running" | "paused" | "closed";
  readonly calendar: string;
  readonly because: Because;
};

/**
 * `dueAt` is null while paused and stays as it stood after a stop. `spent.openMs` is what counts against
 * the target, `spent.elapsedMs` the wall time not paused. `remainingMs` is below zero once overdue.
 * `provisional`: a breach while a source that could still tell of a stop is behind it.
 */
export type JudgedClock = {
  readonly agreement: string;
  readonly revision: number;
  readonly level: Level;
  readonly commitment: string;
  readonly subject: string;
  readonly cycle: number;
  readonly state: State;
  readonly verdict: Verdict;
  readonly provisional: boolean;
  readonly owner: string | null;
  readonly startedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly breachedAt: Instant | null;
  readonly stoppedAt: Instant | null;
  readonly target: { readonly text: string; readonly ms: Millis; readonly basis: string } | null;
  readonly spent: { readonly openMs: Millis; readonly elapsedMs: Millis };
  readonly remainingMs: number | null;
  readonly warnings: readonly { readonly at: Instant; readonly share: number }[];
  /** Laid out when read: a year-long clock has hundreds. */
  readonly stretches: readonly JudgedStretch[];
};

/** What judging one clock needs beside it. */
export type Telling = {
  readonly subject: string;
  readonly asOf: Instant;
  readonly view: View | undefined;
  readonly isProvisional: (clock: Clock) => boolean;
};

/** Undefined where no target was ever chosen: then there is no clock. */
export function tell(clock: Clock, telling: Telling): JudgedClock | undefined {
  const { commitment, target } = clock;
  if (!target && clock.breachedAt === undefined && clock.startedAt !== undefined) return undefined;
  const { asOf } = telling;
  const until = clock.stoppedAt ?? asOf;
  const { spent, elapsed } = spentAt(clock, until);
  const owner = telling.view?.attributes.owner;
  return {
    agreement: commitment.agreement,
    revision: commitment.revision,
    level: commitment.level,
    commitment: commitment.id,
    subject: telling.subject,
    cycle: clock.cycle,
    state: clock.state,
    verdict: verdictOf(clock),
    provisional: isLive(clock) && clock.breachedAt !== undefined && telling.isProvisional(clock),
    owner: typeof owner === "string" ? owner : null,
    startedAt: clock.startedAt ?? null,
    dueAt: clock.due ?? null,
    breachedAt: clock.breachedAt ?? null,
    stoppedAt: clock.stoppedAt ?? null,
    target: target ? { text: target.text, ms: target.allowed, basis: target.basis } : null,
    spent: { openMs: spent, elapsedMs: elapsed },
    remainingMs: remaining(clock, spent, until),
    warnings: clock.warned.map((at, index) => ({ at, share: shareAt(clock, index) })),
    get stretches() {
      return layOutStretches(clock, asOf);
    },
  };
}

function remaining({ target }: Clock, spent: Millis, until: Instant): number | null {
  if (!target) return null;
  return target.date === undefined ? target.allowed - spent : target.date - until;
}

function shareAt({ commitment }: Clock, index: number): number {
  const share = commitment.rules.warnAt[index];
  return share ? share.numerator / share.denominator : 0;
}

/** Every stretch of a clock up to `asOf`, the closed hours of its calendar between the others. */
function layOutStretches(clock: Clock, asOf: Instant): readonly JudgedStretch[] {
  const kept = [];
  for (let rest = clock.stretches; rest; rest = rest.before) kept.push(rest.last);
  kept.reverse();
  if (clock.state === "running" || clock.state === "paused") {
    const { since: from, hours, because, state: kind } = clock;
    const basis = clock.target?.basis ?? "elapsed";
    if (asOf > from) kept.push({ from, to: asOf, kind, hours, because, basis } as const);
  }
  return kept.flatMap(({ from, to, kind, hours, because, basis }) => {
    const calendar = (at: Instant) => `${hours.name}@${versionAt(hours.timetable, at)}`;
    const timetable = basis === "open" ? hours.timetable : hours.wall;
    if (!timetable) return [{ from, to, kind, calendar: calendar(from), because }];
    return splitByOpening({ from, to, kind, because }, timetable, calendar);
  });
}

type Piece = Omit<JudgedStretch, "calendar">;

function splitByOpening(
  piece: Piece,
  timetable: Clock["hours"]["timetable"],
  calendar: (at: Instant) => string,
): JudgedStretch[] {
  const pieces: JudgedStretch[] = [];
  const add = (from: Instant, to: Instant, kind: JudgedStretch["kind"]): void => {
    if (to > from) pieces.push({ ...piece, from, to, kind, calendar: calendar(from) });
  };
  let at = piece.from;
  for (const open of openSpans(timetable, { from: piece.from, to: piece.to })) {
    add(at, open.from, "closed");
    add(open.from, open.to, piece.kind);
    at = open.to;
  }
  add(at, piece.to, "closed");
  return pieces;
}
