/**
 * Signals: what an event means to a clock. Docs: docs/reference/clock.md#signals.
 */
import type { ClockSpec, SignalSpec, SignalsSpec } from "./agreement.ts";
import { type Condition, compileCondition, type Terms, type View } from "./condition.ts";
import { isVoiding, natureOf } from "./event-type.ts";
import { isAutomatic } from "./subject.ts";

/**
 * `types`: the event types that may give the signal; `matches`: whether the event at hand does;
 * `becomes`: conditions whose becoming true gives it.
 */
export type Signal = {
  readonly types: ReadonlySet<string>;
  readonly matches: Condition;
  readonly becomes: readonly Condition[];
};

/** Signals at one instant are taken in this order. */
export type Signals = {
  readonly stop: Signal;
  readonly cancel: Signal;
  readonly voids: Condition;
  readonly pause: Signal;
  readonly resume: Signal;
  readonly start: Signal;
};

const none: Signal = { types: new Set(), matches: () => false, becomes: [] };

/** The signals of a clock; `voids` falls back to merge, spam, test and deletion for privacy. */
export function compileSignals(spec: ClockSpec, terms: Terms): Signals {
  const compile = (signals: SignalsSpec | undefined) => compileSignal(signals, terms);
  const { reads, ...unheeded } = terms;
  const startTerms = spec.whileRunning === "restart" ? terms : unheeded;
  const start = compileSignal(spec.start, startTerms);
  const pause = spec.pause && "from" in spec.pause ? spec.pause : undefined;
  const voids = spec.voids === undefined ? undefined : compile(spec.voids);
  return {
    stop: spec.humanOnly ? withoutAutomatic(compile(spec.stop), isAutomatic) : compile(spec.stop),
    cancel: compile(spec.cancel),
    voids: voids ? voids.matches : ({ event }) => isVoiding(event),
    pause: compile(pause?.from),
    resume: compile(pause?.until),
    start: spec.humanOnly ? withoutAutomatic(start, isAutomaticContact) : start,
  };
}

/**
 * An automatic reply or sequence starts nothing; a record that a workflow keeps (a lead assigned by
 * the router) does, or the promise would hold for no lead that is routed.
 */
function isAutomaticContact(event: View["event"]): boolean {
  return isAutomatic(event) && natureOf(event.type) === "contact";
}

function withoutAutomatic(signal: Signal, leftOut: (event: View["event"]) => boolean): Signal {
  const { matches } = signal;
  return { ...signal, matches: (view) => !leftOut(view.event) && matches(view) };
}

function compileSignal(spec: SignalsSpec | undefined, terms: Terms): Signal {
  if (spec === undefined) return none;
  const list = isList(spec) ? spec : [spec];
  const { reads, ...unheeded } = terms;
  const byType = new Map<string, Condition[]>();
  const becomes: Condition[] = [];
  for (const one of list) {
    if (typeof one === "string") add(byType, one, () => true);
    else if ("when" in one) becomes.push(compileCondition(one.when, terms));
    else add(byType, one.event, compileCondition(one.where, unheeded));
  }
  return {
    types: new Set(byType.keys()),
    matches: (view) => byType.get(view.event.type)?.some((holds) => holds(view)) ?? false,
    becomes,
  };
}

/** Whether the event at hand gives the signal, by its type or by making a condition true. */
export function isGiven(signal: Signal, view: View): boolean {
  if (signal.types.has(view.event.type) && signal.matches(view)) return true;
  if (signal.becomes.length === 0) return false;
  return signal.becomes.some((holds) => holds(view) && (view.isNew || !holds(past(view))));
}

function past(view: View): View {
  return { ...view, attributes: view.before };
}

function isList(spec: SignalsSpec): spec is readonly SignalSpec[] {
  return Array.isArray(spec);
}

function add(byType: Map<string, Condition[]>, type: string, condition: Condition): void {
  const conditions = byType.get(type);
  if (conditions) conditions.push(condition);
  else byType.set(type, [condition]);
}
