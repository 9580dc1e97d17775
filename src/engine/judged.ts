/**
 * A clock as it is told: the answer at one instant, with its proof. Docs: docs/reference/clock.md.
 */
import {
  type Because,
  type Clock,
  type State,
  type Stretch,
  type Stretches,
  spentAt,
  type Verdict,
  verdictOf,
} from "./clock.ts";
import type { View } from "./condition.ts";
import type { Level } from "./level.ts";
import { compareShares } from "./share.ts";
import type { ToldTarget } from "./target.ts";
import type { Instant, Millis } from "./time.ts";
import { openSpans, versionAt } from "./timetable.ts";

/**
 * A span of a clock with one reason. `calendar` names the calendar and the version that measured
 * it.
 */
export type JudgedStretch = {
  readonly from: Instant;
  readonly to: Instant;
  readonly kind: "running" | "paused" | "closed";
  readonly calendar: string;
  readonly because: Because;
};

/**
 * One clock, told.
 *
 * `dueAt` is null while paused and stays as it stood after a stop. `spent.openMs` is what counts
 * against the target, `spent.elapsedMs` the wall time not paused. `remainingMs` is below zero once
 * overdue.
 * `provisional`: a breach while a source that could still tell of a stop is behind it.
 *
 * A class, so that the stretches are laid out only when they are read (a year-long clock has
 * hundreds); as JSON they are there.
 */
export class JudgedClock {
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
  readonly target: ToldTarget | null;
  readonly spent: { readonly openMs: Millis; readonly elapsedMs: Millis };
  readonly remainingMs: number | null;
  readonly warnings: readonly { readonly at: Instant; readonly share: number }[];
  readonly #proof: Stretches;

  /** The clock itself is let go of: a judgement may hold millions. */
  constructor(facts: Facts, proof: Stretches) {
    this.agreement = facts.agreement;
    this.revision = facts.revision;
    this.level = facts.level;
    this.commitment = facts.commitment;
    this.subject = facts.subject;
    this.cycle = facts.cycle;
    this.state = facts.state;
    this.verdict = facts.verdict;
    this.provisional = facts.provisional;
    this.owner = facts.owner;
    this.startedAt = facts.startedAt;
    this.dueAt = facts.dueAt;
    this.breachedAt = facts.breachedAt;
    this.stoppedAt = facts.stoppedAt;
    this.target = facts.target;
    this.spent = facts.spent;
    this.remainingMs = facts.remainingMs;
    this.warnings = facts.warnings;
    this.#proof = proof;
  }

  get stretches(): readonly JudgedStretch[] {
    return layOutStretches(this.#proof, this.target?.basis === "open");
  }

  /** The same clock told otherwise, with its stretches: how a correction shows. */
  toldAs<T extends object>(changes: T): JudgedClock & T {
    return Object.assign(new JudgedClock(this, this.#proof), changes);
  }

  toJSON(): object {
    return { ...this, stretches: this.stretches };
  }
}

/** What is told of a clock, but for its stretches. */
type Facts = Omit<JudgedClock, "stretches" | "toldAs" | "toJSON">;

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
  const until = clock.stoppedAt ?? telling.asOf;
  const { spent, elapsed } = spentAt(clock, until);
  const owner = telling.view?.attributes.owner;
  const verdict = verdictOf(clock);
  const facts = {
    agreement: commitment.agreement,
    revision: commitment.revision,
    level: commitment.level,
    commitment: commitment.id,
    subject: telling.subject,
    cycle: clock.cycle,
    state: clock.state,
    verdict,
    provisional: verdict === "breached" && telling.isProvisional(clock),
    owner: typeof owner === "string" ? owner : null,
    startedAt: clock.startedAt ?? null,
    dueAt: dueOf(clock),
    breachedAt: clock.breachedAt ?? null,
    stoppedAt: clock.stoppedAt ?? null,
    target: target?.told ?? null,
    spent: { openMs: spent, elapsedMs: elapsed },
    remainingMs: remaining(clock, spent, until),
    warnings: warningsOf(clock),
  };
  return new JudgedClock(facts, stretchesUntil(clock, telling.asOf));
}

/**
 * While a clock is paused only a due date stands; after a breach the due time is kept all the same.
 */
function dueOf({ state, target, due }: Clock): Instant | null {
  return (state === "paused" && target?.basis !== "date" ? undefined : due) ?? null;
}

function remaining({ target }: Clock, spent: Millis, until: Instant): number | null {
  if (!target) return null;
  return target.date === undefined ? target.allowed - spent : target.date - until;
}

const NO_WARNINGS: JudgedClock["warnings"] = [];

/** Shares that only a step of the escalation waits for are no warnings. */
function warningsOf({ warned, commitment }: Clock): JudgedClock["warnings"] {
  if (warned.length === 0) return NO_WARNINGS;
  const { warnAt } = commitment.rules;
  return warned
    .filter(({ share }) => warnAt.some((own) => compareShares(own, share) === 0))
    .map(({ at, share }) => ({ at, share: share.numerator / share.denominator }));
}

/** What a clock did up to `asOf`. */
function stretchesUntil({ state, since: from, hours, because, stretches }: Clock, asOf: Instant) {
  if ((state !== "running" && state !== "paused") || asOf <= from) return stretches;
  return { from, to: asOf, kind: state, hours, because, before: stretches };
}

/**
 * Every stretch of a clock, the closed hours of its calendar between the others where the target it
 * has by now counts open time: so the running ones add up to what is spent.
 */
function layOutStretches(stretches: Stretches, isOpenTime: boolean): readonly JudgedStretch[] {
  const kept: Stretch[] = [];
  for (let rest = stretches; rest; rest = rest.before) kept.push(rest);
  kept.reverse();
  return kept.flatMap(({ from, to, kind, hours, because }) => {
    const calendar = (at: Instant) => `${hours.name}@${versionAt(hours.timetable, at)}`;
    const timetable = isOpenTime ? hours.timetable : hours.wall;
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
