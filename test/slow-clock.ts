/**
 * The slow, obvious twin of the clock: it walks from minute to minute and does, in each, what the
 * language's page says. Written from that page alone; it knows nothing of the engine.
 *
 * All facts lie on whole minutes. One subject, one promise.
 */
import type { ClockSpec, SignalSpec, TargetChangePolicy } from "../src/engine/agreement.ts";
import type { CalendarSpec } from "../src/engine/calendar-spec.ts";
import type { Event } from "../src/engine/event.ts";
import { abroad, office, type Promised } from "./random-clock.ts";

const MINUTE = 60_000;

type Facts = Readonly<Record<string, unknown>>;

type Unit = { open: number; elapsed: number };
type Goal = { readonly text: string; readonly unit: keyof Unit; readonly minutes: number };

/** A clock as the page describes it, in minutes. */
export type SlowClock = {
  cycle: number;
  state: "waiting" | "running" | "paused" | "stopped" | "cancelled";
  startedAt?: number;
  breachedAt?: number;
  stoppedAt?: number;
  isVoid: boolean;
  choice: string;
  goal?: Goal;
  calendar: CalendarSpec;
  ran: Unit;
  ranBefore: Unit;
  isHeld: boolean;
  pauseSpent: number;
  countsClosedPauses: boolean;
  pauseLimit?: number;
  owner?: unknown;
};

type World = {
  readonly promised: Promised;
  attributes: Facts;
  live: SlowClock | undefined;
  readonly ended: SlowClock[];
};

type Fact = {
  readonly event: Event;
  readonly before: Facts;
  readonly after: Facts;
  isNew: boolean;
};

/** Every clock, first cycle first, as it stands at `asOf`; those without a target are left out. */
export function walk(promised: Promised, events: readonly Event[], asOf: number): SlowClock[] {
  const sorted = [...events].sort((a, b) => a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : 1));
  const known = sorted.filter(({ occurredAt }) => occurredAt <= asOf);
  const world: World = { promised, attributes: {}, live: undefined, ended: [] };
  let next = 0;
  for (let now = known[0]?.occurredAt ?? asOf; now <= asOf; now = now + MINUTE) {
    endPauseAtLimit(world.live);
    const facts: Fact[] = [];
    for (; known[next]?.occurredAt === now; next += 1) {
      const event = known[next] as Event;
      const before = world.attributes;
      world.attributes = merge(before, event.data ?? {});
      facts.push({ event, before, after: world.attributes, isNew: next === 0 });
    }
    if (facts.length > 0) take(world, facts, now);
    if (now < asOf) tick(world.live, now);
  }
  const all = world.live ? [...world.ended, world.live] : world.ended;
  return all.filter((clock) => clock.goal || clock.breachedAt !== undefined || !clock.startedAt);
}

function merge(before: Facts, patch: Facts): Facts {
  const after: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete after[key];
    else after[key] = value;
  }
  return after;
}

/** Minute by minute: what is open counts, on the calendar of now. */
function tick(clock: SlowClock | undefined, now: number): void {
  if (!clock || clock.state === "waiting") return;
  const isOpen = opens(clock.calendar, now);
  if (clock.state === "paused") {
    clock.pauseSpent += isOpen || clock.countsClosedPauses ? 1 : 0;
    return;
  }
  if (clock.goal && clock.breachedAt === undefined && spent(clock) >= clock.goal.minutes) {
    clock.breachedAt = now;
  }
  clock.ran.elapsed += 1;
  clock.ran.open += isOpen ? 1 : 0;
}

export function spent(clock: SlowClock): number {
  const unit = clock.goal?.unit ?? "elapsed";
  return clock.ran[unit] - clock.ranBefore[unit];
}

function endPauseAtLimit(clock: SlowClock | undefined): void {
  if (clock?.state !== "paused" || clock.pauseLimit === undefined) return;
  if (clock.pauseSpent >= clock.pauseLimit) clock.state = "running";
}

/** Stop, cancel, restart, pause, resume, start; then what the attributes make of the clock. */
function take(world: World, facts: readonly Fact[], now: number): void {
  const { clock: spec } = world.promised;
  const { live } = world;
  if (live && facts.some((fact) => stops(spec, fact))) {
    if (live.state === "waiting") live.isVoid = true;
    finish(world, "stopped", now);
  } else if (live && facts.some(({ event }) => isCancelling(event))) {
    const isSpam = facts.find(({ event }) => isCancelling(event))?.event.type === "ticket.spam";
    live.isVoid = isSpam || live.breachedAt === undefined;
    finish(world, "cancelled", now);
  } else if (live) {
    if (facts.some((fact) => restarts(spec, live, fact))) startAgain(world, now);
    hold(world, facts);
  }
  if (!world.live) start(world, facts, now);
  if (world.live) review(world, world.live, now);
}

function finish(world: World, state: "stopped" | "cancelled", now: number): void {
  if (!world.live) return;
  world.live.state = state;
  world.live.stoppedAt = now;
  world.ended.push(world.live);
  world.live = undefined;
}

const isCancelling = ({ type }: Event) => type === "ticket.spam" || type === "ticket.noReplyNeeded";
const isRobot = ({ actor }: Event) => actor?.kind === "automation";

function stops(spec: ClockSpec, { event }: Fact): boolean {
  if (spec.humanOnly && isRobot(event)) return false;
  return [spec.stop].flat().includes(event.type);
}

function startsBy(signal: SignalSpec, { event, before, after, isNew }: Fact): boolean {
  if (typeof signal === "string") return event.type === signal;
  if ("when" in signal) return after.status === "open" && (isNew || before.status !== "open");
  return event.type === signal.event && after.owner === "ana";
}

const isStart = (spec: ClockSpec, fact: Fact): boolean =>
  ([spec.start].flat() as SignalSpec[]).some((signal) => startsBy(signal, fact));

function restarts(spec: ClockSpec, live: SlowClock, fact: Fact): boolean {
  if (spec.whileRunning === "restart" && isStart(spec, fact)) return true;
  const { owner } = fact.after;
  if (spec.onReassign !== "restart" || live.owner === undefined) return false;
  return owner !== undefined && owner !== live.owner;
}

function fresh(cycle: number): SlowClock {
  const none = () => ({ open: 0, elapsed: 0 });
  const clock = {
    cycle,
    state: "waiting",
    isVoid: false,
    choice: "none",
    calendar: office,
  } as const;
  return {
    ...clock,
    ran: none(),
    ranBefore: none(),
    isHeld: false,
    pauseSpent: 0,
    countsClosedPauses: false,
  };
}

function startAgain(world: World, now: number): void {
  const cycle = world.live?.cycle ?? 1;
  const hadBreached = world.live?.breachedAt !== undefined;
  if (hadBreached) finish(world, "cancelled", now);
  world.live = fresh(hadBreached ? cycle + 1 : cycle);
}

function hold(world: World, facts: readonly Fact[]): void {
  const { live, promised } = world;
  if (!live || !promised.clock.pause || !("from" in promised.clock.pause)) return;
  const types = facts.map(({ event }) => event.type);
  if (types.includes("ticket.held")) live.isHeld = true;
  if (types.includes("ticket.released")) live.isHeld = false;
}

function start(world: World, facts: readonly Fact[], now: number): void {
  const { clock: spec } = world.promised;
  const last = world.ended.at(-1);
  const again = facts.filter((fact) => isStart(spec, fact) && !stops(spec, fact));
  if (last && spec.again === "never") return;
  if (last?.state === "stopped" && spec.again === "resume") {
    const isReopened = facts.some(({ event }) => event.type === "ticket.reopened");
    if (again.length === 0 && !isReopened) return;
    world.ended.pop();
    delete last.stoppedAt;
    last.isHeld = false;
    last.isVoid = false;
    last.state = last.startedAt === undefined ? "waiting" : "running";
    world.live = last;
  } else if (again.length > 0) world.live = fresh((last?.cycle ?? 0) + 1);
  if (world.live) breachIfOver(world.live, now);
}

function breachIfOver(clock: SlowClock, now: number): void {
  if (clock.goal && clock.breachedAt === undefined && spent(clock) > clock.goal.minutes) {
    clock.breachedAt = now;
  }
}

function review(world: World, clock: SlowClock, now: number): void {
  const { promised, attributes } = world;
  if (clock.state === "waiting") {
    if (!promised.qualifies || attributes.phone) beginToRun(world, clock, now);
  } else {
    clock.calendar = calendarOf(promised, attributes);
    if (chosen(attributes) !== clock.choice) retarget(world, clock, now);
  }
  if (clock.state !== "waiting") standStill(promised, clock, attributes, now);
  own(world, clock);
}

function beginToRun({ promised, attributes }: World, clock: SlowClock, now: number): void {
  clock.state = "running";
  clock.startedAt = now;
  clock.calendar = calendarOf(promised, attributes);
  clock.choice = chosen(attributes);
  setGoal(clock, goalOf(promised, clock.choice, now, clock.calendar));
}

function setGoal(clock: SlowClock, goal: Goal | undefined): void {
  if (goal) clock.goal = goal;
  else delete clock.goal;
}

function own({ promised, attributes }: World, clock: SlowClock): void {
  if (promised.clock.onReassign === "restart" && attributes.owner !== undefined) {
    clock.owner = attributes.owner;
  }
}

function standStill(promised: Promised, clock: SlowClock, facts: Facts, now: number): void {
  const { pause } = promised.clock;
  const isWaiting = pause !== undefined && "while" in pause && facts.status === "waiting";
  const should = clock.isHeld || isWaiting;
  const isUsedUp = clock.pauseLimit !== undefined && clock.pauseSpent >= clock.pauseLimit;
  if (should && clock.state === "running" && !isUsedUp) {
    clock.state = "paused";
    clock.countsClosedPauses = /^\d+[mhd]$/.test(pause?.atMost ?? "");
    if (pause?.atMost) clock.pauseLimit ??= lengthOf(pause.atMost, now, clock.calendar);
  } else if (!should && clock.state === "paused") clock.state = "running";
}

const chosen = ({ priority }: Facts): string =>
  priority === "high" || priority === "low" ? priority : "other";

function goalOf(
  { target = [] }: Promised,
  choice: string,
  from: number,
  calendar: CalendarSpec,
): Goal | undefined {
  const found = target.find(({ when }) => !when || when.priority === choice);
  if (!found || !("within" in found)) return undefined;
  const unit = /b[smhd]$/.test(found.within) ? "open" : "elapsed";
  return { text: found.within, unit, minutes: lengthOf(found.within, from, calendar) };
}

function retarget({ promised, attributes }: World, clock: SlowClock, now: number): void {
  clock.choice = chosen(attributes);
  const began = clock.startedAt ?? now;
  const next = goalOf(promised, clock.choice, began, clock.calendar);
  const policy = policyOf(promised, clock, next);
  if (policy === "keepTarget") return;
  if (policy === "fromChange") {
    clock.ranBefore = { ...clock.ran };
    setGoal(clock, goalOf(promised, clock.choice, now, clock.calendar));
  } else setGoal(clock, next);
  if (policy === "fromStart") clock.ranBefore = { open: 0, elapsed: 0 };
  breachIfOver(clock, now);
}

function policyOf(
  { clock: { onTargetChange = "keepSpent" } }: Promised,
  clock: SlowClock,
  next: Goal | undefined,
): TargetChangePolicy {
  if (typeof onTargetChange === "string") return onTargetChange;
  return isTighter(clock, next) ? onTargetChange.tighter : onTargetChange.looser;
}

function isTighter({ goal, startedAt = 0, calendar }: SlowClock, next: Goal | undefined): boolean {
  if (!goal || !next) return next !== undefined;
  if (goal.unit === next.unit) return next.minutes < goal.minutes;
  return endOf(next, startedAt, calendar) < endOf(goal, startedAt, calendar);
}

function endOf({ unit, minutes }: Goal, from: number, calendar: CalendarSpec): number {
  let at = from;
  for (let left = minutes; left > 0; at += MINUTE) {
    if (unit === "elapsed" || opens(calendar, at)) left -= 1;
  }
  return at;
}

/** The target's end if nothing more pauses it, walked from now. */
export function dueOf(clock: SlowClock, now: number): number | undefined {
  const { goal } = clock;
  if (clock.state !== "running" || !goal || clock.breachedAt !== undefined) return undefined;
  return endOf({ ...goal, minutes: goal.minutes - spent(clock) }, now, clock.calendar);
}

function lengthOf(text: string, from: number, calendar: CalendarSpec): number {
  const [, amount = "0", unit = "m"] = /^(\d+)b?([mhd])$/.exec(text) ?? [];
  if (!text.endsWith("bd")) return Number(amount) * ({ m: 1, h: 60, d: 1_440 }[unit] ?? 0);
  const to = afterDays(Number(amount), from, calendar);
  let minutes = 0;
  for (let at = from; at < to; at += MINUTE) minutes += opens(calendar, at) ? 1 : 0;
  return minutes;
}

const startOfDay = (at: number) => at - (at % (1_440 * MINUTE));

/** The same wall time so many open dates later, held inside that date's hours. */
function afterDays(days: number, from: number, calendar: CalendarSpec): number {
  const [own, wall] = [hoursOn(calendar, from), from - startOfDay(from)];
  const isLate = !own || wall > own[1];
  let at = startOfDay(from);
  for (let left = isLate ? days + 1 : days; left > 0; ) {
    at += 1_440 * MINUTE;
    if (hoursOn(calendar, at)) left -= 1;
  }
  const [open, close] = hoursOn(calendar, at) ?? [0, 0];
  if (isLate || wall < (own?.[0] ?? 0)) return at + open;
  return at + Math.min(Math.max(wall, open), close);
}

function hoursOn(calendar: CalendarSpec, at: number): readonly [number, number] | undefined {
  const day = new Date(at).getUTCDay();
  if (day === 0 || (calendar !== abroad && day === 6)) return undefined;
  if (calendar === anasHours && new Date(at).getUTCDate() === 6) return undefined;
  const [from, to] = calendar === abroad ? [14, 22] : [9, 17];
  return [from * 60 * MINUTE, to * 60 * MINUTE];
}

function opens(calendar: CalendarSpec, at: number): boolean {
  const hours = hoursOn(calendar, at);
  const wall = at - startOfDay(at);
  return hours !== undefined && wall >= hours[0] && wall < hours[1];
}

/** The office's hours less Ana's absence: Tuesday the sixth. */
const anasHours: CalendarSpec = { ...office };

function calendarOf({ calendar }: Promised, { region, owner }: Facts): CalendarSpec {
  if (calendar === "owner") return owner === "ana" ? anasHours : office;
  return Array.isArray(calendar) && region === "us" ? abroad : office;
}
