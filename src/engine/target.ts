/**
 * Targets: how long one clock may take, or by when. Docs: docs/reference/clock.md#target.
 */
import type { DueDateSpec, TargetSpec } from "./agreement.ts";
import { dueAfterDays, nextOpenDate } from "./business-day.ts";
import { localDate, wallInstant } from "./calendar.ts";
import type { LocalDate } from "./calendar-date.ts";
import {
  type Condition,
  compileCondition,
  compileRead,
  type Field,
  type Terms,
  type View,
} from "./condition.ts";
import { type Duration, readDuration } from "./duration.ts";
import type { Hours } from "./hours.ts";
import { plusDays } from "./local-date.ts";
import { refuse } from "./problem.ts";
import { type Instant, isDate, type Millis, readInstant } from "./time.ts";
import { dueAt, isOpen, nextOpen, openTime, previousOpen, type Timetable } from "./timetable.ts";

/** No target longer than this: more than ten years is never due. */
export const NEVER = Number.MAX_SAFE_INTEGER as Millis;

/**
 * A target as it holds for one clock.
 *
 * `basis`: what spends it: open time, elapsed time, or nothing (a due date). `allowed` is its
 * length; for a due date the wall time from the clock's start. `grace` is spent after it without a
 * breach.
 */
export type Target = {
  readonly basis: Basis;
  readonly allowed: Millis;
  readonly grace: Millis;
  readonly date?: Instant;
  readonly told: ToldTarget;
};

export type Basis = "open" | "elapsed" | "date";

/** A target as it is told: its text in the agreement, and its length. */
export type ToldTarget = { readonly text: string; readonly ms: Millis; readonly basis: Basis };

export type CompiledTarget = {
  readonly holds: Condition;
  /**
   * The target of a clock that counts from `from`; undefined: the due date it names is not there.
   */
  readonly from: (from: Instant, hours: Hours, view: View) => Target | undefined;
};

/** A length to spend or a date to keep. Refused: a duration that cannot be read. */
export function compileTarget(spec: TargetSpec, terms: Terms): CompiledTarget {
  const holds = compileCondition(spec.when, terms);
  return "within" in spec
    ? { holds, from: within(spec.within, spec.tolerance) }
    : { holds, from: by(spec.by, spec.snap === "nextOpening", terms) };
}

/** Refused: a text that is no duration. */
export function durationOf(text: string): Duration {
  return readDuration(text) ?? refuse("duration-unreadable", { text });
}

function within(text: string, tolerance: string | undefined): CompiledTarget["from"] {
  const duration = durationOf(text);
  const slack = tolerance === undefined ? undefined : durationOf(tolerance);
  const basis = duration.basis === "elapsed" ? "elapsed" : "open";
  if (slack && (slack.basis === "elapsed") !== (basis === "elapsed")) {
    refuse("tolerance-unit", { within: text, tolerance: tolerance ?? "" });
  }
  const make = (from: Instant, hours: Hours): Target => {
    const allowed = lengthOf(duration, from, hours);
    const grace = slack ? lengthOf(slack, from, hours) : (0 as Millis);
    return { basis, allowed, grace, told: { text, ms: allowed, basis } };
  };
  const depends = duration.basis === "businessDays" || slack?.basis === "businessDays";
  return depends ? make : sameForAll(make);
}

/** A target that is the same whenever its clock starts is made once. */
function sameForAll(make: (from: Instant, hours: Hours) => Target): CompiledTarget["from"] {
  let made: Target | undefined;
  return (from, hours) => {
    made ??= make(from, hours);
    return made;
  };
}

/**
 * How long a duration is from an instant on: business days become the open time until they are
 * over.
 */
export function lengthOf(duration: Duration, from: Instant, hours: Hours): Millis {
  if (duration.basis !== "businessDays") return duration.ms;
  const to = dueAfterDays(hours.timetable, from, duration.amount);
  return to === undefined ? NEVER : openTime(hours.timetable, { from, to });
}

function by(spec: DueDateSpec, snaps: boolean, terms: Terms): CompiledTarget["from"] {
  const read = "date" in spec ? readDate(compileRead(spec.date, terms)) : onDay(spec.at, spec.on);
  const text = "date" in spec ? `by ${spec.date}` : `by ${spec.at} ${spec.on}`;
  return (from, hours, view) => {
    const named = read(from, hours, view);
    if (named === undefined) return undefined;
    const date = snaps ? snap(named, hours) : named;
    const allowed = Math.max(0, date - from) as Millis;
    const told = { text, ms: allowed, basis: "date" as const };
    return { basis: "date", allowed, grace: 0 as Millis, date, told };
  };
}

type DueDay = Extract<DueDateSpec, { readonly on: string }>["on"];
type ReadDueDate = (from: Instant, hours: Hours, view: View) => Instant | undefined;

/** An instant, a wall time of the calendar's zone, or a date: its end. */
function readDate(read: Field): ReadDueDate {
  return (_, { timetable }, view) => {
    const value = read(view);
    if (typeof value !== "string") return undefined;
    const zone = timetable.timeZone;
    if (isDate(value)) return wallInstant(zone, value, "24:00");
    const wall = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)$/.exec(value);
    if (!wall) return readInstant(value);
    return isDate(wall[1] as string)
      ? wallInstant(zone, wall[1] as string, wall[2] as string)
      : undefined;
  };
}

function onDay(at: string, on: DueDay): ReadDueDate {
  return (from, { timetable }) => {
    const date = dateOf(from, on, timetable);
    return date === undefined ? undefined : wallInstant(timetable.timeZone, date, at);
  };
}

function dateOf(from: Instant, on: DueDay, timetable: Timetable): LocalDate | undefined {
  const today = localDate(timetable.timeZone, from);
  switch (on) {
    case "sameDay":
      return today;
    case "nextDay":
      return plusDays(today, 1);
    case "nextBusinessDay":
      return nextOpenDate(timetable, today);
  }
}

/**
 * The next opening instant for a date outside opening hours; closing time itself is inside them.
 */
function snap(date: Instant, { timetable }: Hours): Instant {
  if (isOpen(timetable, date) || previousOpen(timetable, date) === date) return date;
  return nextOpen(timetable, date) ?? date;
}

/**
 * When a target that has `spent` behind it at `at` is used up, its grace of `extra` included.
 *
 * Undefined: not within ten years. `at` itself where more is spent than allowed.
 */
export function exhaustedAt(
  target: Target,
  hours: Hours,
  at: Instant,
  used: { readonly spent: Millis; readonly extra: Millis },
): Instant | undefined {
  if (target.basis === "date") return target.date;
  if (target.allowed === NEVER) return undefined;
  const left = Math.max(0, target.allowed + used.extra - used.spent) as Millis;
  return usedUpAt(target.basis, hours, at, left);
}

/** When `left` of open or elapsed time has passed since `at`. Undefined: not within ten years. */
export function usedUpAt(
  basis: Exclude<Basis, "date">,
  hours: Hours,
  at: Instant,
  left: Millis,
): Instant | undefined {
  const timetable = basis === "open" ? hours.timetable : hours.wall;
  return timetable ? dueAt(timetable, at, left) : ((at + left) as Instant);
}

/** What a span spends of a target. */
export function spentIn(
  basis: Target["basis"],
  hours: Hours,
  span: { readonly from: Instant; readonly to: Instant },
): Millis {
  if (span.to <= span.from) return 0 as Millis;
  const timetable = basis === "open" ? hours.timetable : hours.wall;
  return timetable ? openTime(timetable, span) : ((span.to - span.from) as Millis);
}
