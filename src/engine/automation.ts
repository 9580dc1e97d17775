/**
 * Rules on events: when something happens and a condition holds, something is to be done. What a
 * rule would have done is found the same way as what it does. Docs:
 * docs/reference/automation.md#rules.
 */
import type { Candidate } from "./assignment.ts";
import {
  type Condition,
  type ConditionSpec,
  compileCondition,
  compileRead,
  plainTerms,
  type View,
} from "./condition.ts";
import { type Event, subjectKind } from "./event.ts";
import { type Problem, problem } from "./problem.ts";
import { viewsOf } from "./subject-view.ts";
import type { Instant } from "./time.ts";

/** One who may be given work: `calendar` names working hours, less absences of that person. */
export type PersonSpec = Pick<
  Candidate,
  "id" | "weight" | "limit" | "territories" | "languages"
> & { readonly calendar?: string };

/** `territory` and `language` name the subject's fields that say which. */
export type AssignSpec = {
  readonly by: "roundRobin" | "weighted" | "load";
  readonly people: readonly PersonSpec[];
  readonly territory?: string;
  readonly language?: string;
};

export type RuleDeed =
  | { readonly assign: AssignSpec }
  | { readonly task: { readonly title: string; readonly to?: string } }
  | { readonly raise: { readonly field: string; readonly value: string | number | boolean } }
  | { readonly notify: { readonly tell: readonly string[]; readonly says: string } };

/**
 * `on`: types of events; `subject`: the kind of subject; `when`: what must hold after the event.
 */
export type RuleSpec = {
  readonly on: readonly string[];
  readonly subject?: string;
  readonly when?: ConditionSpec;
  readonly do: readonly RuleDeed[];
};

/** A rule that can be asked. `fires`: whether an event of that type may fire it at all. */
export type CompiledRule = {
  readonly spec: RuleSpec;
  readonly fires: (event: Event) => boolean;
  readonly holds: Condition;
};

/** Events of this source never fire a rule: what a rule does sets off no other. */
export const AUTOMATION_SOURCE = "acuerdo/automation";

const deeds: ReadonlySet<string> = new Set(["assign", "task", "raise", "notify"]);
const ways: ReadonlySet<unknown> = new Set(["roundRobin", "weighted", "load"]);

/**
 * What is wrong with a rule as it was written; nothing where it can be compiled.
 *
 * Edges: an empty `do` is a problem, an unknown deed too. Errors: none, problems are data.
 */
export function checkRule(value: unknown): readonly Problem[] {
  if (!isMap(value)) return [wrong("", "un objeto", "an object")];
  const { on, do: done, when } = value;
  const found: Problem[] = [];
  const isTypes = Array.isArray(on) && on.length > 0 && on.every((one) => typeof one === "string");
  if (!isTypes) found.push(wrong("on", "una lista de tipos de evento", "a list of event types"));
  if (when !== undefined && !isMap(when)) found.push(wrong("when", "una condición", "a condition"));
  if (!Array.isArray(done) || done.length === 0) {
    return [...found, wrong("do", "al menos una acción", "at least one deed")];
  }
  return [...found, ...done.flatMap((deed, index) => checkDeed(deed, `do.${index}`))];
}

function checkDeed(deed: unknown, path: string): readonly Problem[] {
  const keys = isMap(deed) ? Object.keys(deed) : [];
  const [key = ""] = keys;
  if (!isMap(deed) || keys.length !== 1 || !deeds.has(key) || !isMap(deed[key])) {
    return [wrong(path, "assign, task, raise o notify", "assign, task, raise or notify")];
  }
  const body = deed[key] as Record<string, unknown>;
  const isFine: Readonly<Record<string, boolean>> = {
    assign: ways.has(body.by) && Array.isArray(body.people) && body.people.every(isPerson),
    task: typeof body.title === "string",
    raise: typeof body.field === "string" && body.value !== undefined && !isMap(body.value),
    notify: Array.isArray(body.tell) && typeof body.says === "string",
  };
  return isFine[key]
    ? []
    : [wrong(`${path}.${key}`, "lo que pide esa acción", "what that deed asks for")];
}

function isPerson(value: unknown): boolean {
  return isMap(value) && typeof value.id === "string" && value.id !== "";
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrong(path: string, wantedEs: string, wantedEn: string): Problem {
  return problem("rule-wrong", { path, wantedEs, wantedEn }, { path });
}

/** Refused: a condition that cannot be read. */
export function compileRule(spec: RuleSpec): CompiledRule {
  const types = new Set(spec.on);
  return {
    spec,
    holds: compileCondition(spec.when, plainTerms),
    fires: ({ type, subject, source }) =>
      source !== AUTOMATION_SOURCE &&
      types.has(type) &&
      (spec.subject === undefined || subjectKind(subject) === spec.subject),
  };
}

/** One event at which a rule did, or would have done, what it does. */
export type Firing = { readonly at: Instant; readonly view: View };

/**
 * The events of one subject at which a rule fires, in order.
 *
 * Units: instants. Edges: only events in [from, to) fire; those before are what is known by then.
 * Law: the last event of a history fires here exactly where it fires when it is recorded.
 */
export function firingsOf(
  rule: CompiledRule,
  subject: string,
  among: { readonly events: readonly Event[]; readonly from: Instant; readonly to: Instant },
): readonly Firing[] {
  return viewsOf(subject, among.events)
    .filter(({ event }) => event.subject === subject && rule.fires(event))
    .filter(({ event: { occurredAt } }) => among.from <= occurredAt && occurredAt < among.to)
    .filter((view) => rule.holds(view))
    .map((view) => ({ at: view.event.occurredAt, view }));
}

/** What an assignment asks of a subject: the text of a field, where there is one. */
export function fieldOf(view: View, field: string | undefined): string | undefined {
  if (field === undefined) return undefined;
  const value = compileRead(field, plainTerms)(view);
  return typeof value === "string" && value !== "" ? value : undefined;
}
