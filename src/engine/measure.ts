/**
 * A measure commitment compiled: which events count, for which subjects, and what each says.
 * Docs: docs/reference/measure.md.
 */
import type { CommitmentSpec, MeasureSpec } from "./agreement.ts";
import {
  type CommitmentPlace,
  type Compiling,
  compileExcuses,
  compileHolds,
  placeOf,
} from "./commitment.ts";
import { type Condition, compileCondition, every, type Terms, type View } from "./condition.ts";
import { type Duration, readDuration } from "./duration.ts";
import { subjectKind } from "./event.ts";
import { type Fields, fieldsIn } from "./field.ts";
import { agreementHours, compileHours, type Hours } from "./hours.ts";
import { readsOfLevel } from "./level.ts";
import { compileNote, type ReadNote } from "./measure-note.ts";
import { boundOf } from "./objective.ts";
import { durationOf } from "./target.ts";
import { EARLIEST, type Instant } from "./time.ts";

const measureKinds = [
  "count",
  "sum",
  "share",
  "conversion",
  "duration",
  "survey",
  "retention",
  "availability",
  "cadence",
] as const;

export type MeasureKind = (typeof measureKinds)[number];

/** One kind of measure with the keys that belong to it. */
export type MeasureOf<K extends MeasureKind> = Extract<
  MeasureSpec,
  { readonly [key in K]: unknown }
>;

/**
 * `kind` is the kind of subject it is about, "" for any. `measuredFrom`: facts from then on count;
 * what has a state that lasts (customers, outages, cases) looks back beyond the first day in force.
 */
export type MeasureCommitment = CommitmentPlace & {
  readonly kind: string;
  readonly measuredFrom: Instant;
  readonly spec: MeasuredSpec;
  readonly rules: MeasureRules;
};

export type MeasuredSpec = CommitmentSpec & { readonly measure: MeasureSpec };

/**
 * `opens` are the events that count or begin; `closes` those that end, take back or touch. `where`
 * is asked of an opening event: one of the subject itself, unless the scope names the kind of
 * subject; then also one that it is linked to. `isWhile` is what a cadence is kept for, `every` how
 * often. `within` is how long a conversion may take, `acceptance` how long a count may be taken
 * back. `periodHours` measures all that is measured in open time.
 */
export type MeasureRules = {
  readonly kind: MeasureKind;
  readonly opens: ReadonlySet<string>;
  readonly closes: ReadonlySet<string>;
  readonly where: Condition;
  readonly isWhile: Condition | undefined;
  readonly note: ReadNote;
  readonly periodHours: Hours;
  readonly isOpenTime: boolean;
  readonly within: Duration | undefined;
  readonly every: Duration | undefined;
  readonly acceptance: { readonly within: Duration; readonly hours: Hours } | undefined;
  readonly excuses: Condition;
  /** Whatever any of its conditions reads. */
  readonly watches: Fields;
};

/** The kind of a measure. Law: exactly one of `measureKinds` is a key of it. */
function measureKind(spec: MeasureSpec): MeasureKind {
  return measureKinds.find((kind) => kind in spec) ?? "count";
}

/** Events after which a case that has not come to its end never will. */
const endings: readonly string[] = [
  "lead.disqualified",
  "lead.closedUnreached",
  "lead.merged",
  "lead.spam",
  "lead.deleted",
  "lead.test",
  "deal.lost",
  "ticket.merged",
  "ticket.spam",
  "account.churned",
];

/** What begins the window in which the receiver may still refuse what was counted. */
export const handovers: readonly string[] = ["lead.handedOff", "handoff.submitted"];

const accountEvents = ["created", "renewed", "expanded", "contracted", "churned"];

type Types = { readonly opens: readonly string[]; readonly closes: readonly string[] };

const typesOf: { readonly [K in MeasureKind]: (spec: MeasureOf<K>) => Types } = {
  count: ({ count, unless }) => ({
    opens: [count],
    closes: unless === undefined ? [] : [unless, ...handovers],
  }),
  sum: ({ sum }) => ({ opens: [sum], closes: [] }),
  share: ({ share }) => ({ opens: [share], closes: [] }),
  conversion: ({ conversion: { from, to } }) => ({ opens: [from], closes: [to] }),
  duration: ({ duration: { from, to } }) => ({
    opens: [from],
    closes: [to, ...endings.filter((type) => type !== from && type !== to)],
  }),
  survey: () => ({ opens: ["survey.answered", "survey.sent"], closes: [] }),
  retention: () => ({ opens: accountEvents.map((name) => `account.${name}`), closes: [] }),
  availability: () => ({ opens: ["service.down", "service.up"], closes: [] }),
  cadence: ({ cadence: { event } }) => ({ opens: [], closes: [event] }),
};

const lasting: ReadonlySet<MeasureKind> = new Set([
  "duration",
  "retention",
  "availability",
  "cadence",
]);

/** Refused: conditions, durations or calendars that cannot be read. */
export function compileMeasure(spec: MeasuredSpec, from: Compiling): MeasureCommitment {
  const { revision } = from;
  const { measure } = spec;
  const kind = measureKind(measure);
  const read = new Set<string>(readsOfLevel);
  const terms: Terms = { ...from.terms, reads: (field) => read.add(field) };
  const looksBack = lasting.has(kind) || typeof spec.objective?.versus === "object";
  const isService = kind === "availability";
  const place = placeOf(spec.id, revision);
  return {
    ...place,
    holds: isService ? () => true : compileHolds(spec, revision.spec, terms),
    kind: isService ? "" : (spec.scope?.subject ?? ""),
    measuredFrom: looksBack ? EARLIEST : place.from,
    spec,
    rules: { ...compileRules(spec, kind, { ...from, terms }), watches: fieldsIn(read) },
  };
}

type Compiled = Omit<MeasureRules, "watches">;

function compileRules(spec: MeasuredSpec, kind: MeasureKind, from: Compiling): Compiled {
  const { measure } = spec;
  const { terms } = from;
  const { opens, closes } = typesOf[kind](measure as never);
  const { choose } = compileHours(spec, from);
  const isOfUs = compileScope(spec, terms);
  const isOwn: Condition = spec.scope ? () => true : (view) => view.event.subject === view.subject;
  const note = compileNote(measure, terms);
  const within = "conversion" in measure ? measure.conversion.within : undefined;
  return {
    kind,
    opens: new Set(opens),
    closes: new Set(closes),
    where: kind === "retention" ? isOwn : (view) => isOwn(view) && isOfUs(view),
    isWhile: "cadence" in measure ? whileOf(measure, isOfUs, terms) : undefined,
    note: kind === "retention" ? (view) => ({ ...note(view), holds: isOfUs(view) }) : note,
    periodHours: choose(noView),
    isOpenTime: isOpenTime(spec),
    within: within === undefined ? undefined : durationOf(within),
    every: "cadence" in measure ? durationOf(measure.cadence.every) : undefined,
    acceptance: acceptanceOf(spec, from),
    excuses: compileExcuses(from.spec, terms),
  };
}

/** Whether every condition on the subject holds: scope, measure, counterpart duty. */
function compileScope(spec: MeasuredSpec, terms: Terms): Condition {
  return every(
    [spec.scope?.where, spec.measure.where, spec.qualifies]
      .filter((one) => one !== undefined)
      .map((one) => compileCondition(one, terms)),
  );
}

function whileOf({ cadence }: MeasureOf<"cadence">, isOfUs: Condition, terms: Terms): Condition {
  const holds = compileCondition(cadence.while, terms);
  return (view) => holds(view) && isOfUs(view);
}

/** Lengths are compared with the objective's, so they count what it counts. */
function isOpenTime({ measure, objective }: MeasuredSpec): boolean {
  if (!("duration" in measure) || !objective) return false;
  return readDuration(String(boundOf(objective).value))?.basis === "open";
}

const noView: View = {
  subject: "",
  isNew: true,
  attributes: {},
  before: {},
  event: { id: "", source: "", type: "", subject: "", occurredAt: EARLIEST },
};

/**
 * The window in which the receiver of a hand-off may refuse it: that of the first one for the kind.
 */
function acceptanceOf({ measure }: MeasuredSpec, { spec, book }: Compiling) {
  if (!("count" in measure) || measure.unless === undefined) return undefined;
  const kind = subjectKind(measure.count.replace(".", "/"));
  const handoff = spec.handoffs?.find(({ subject, accept }) => subject === kind && accept);
  if (!handoff?.accept) return undefined;
  return { within: durationOf(handoff.accept.within), hours: agreementHours(spec, book) };
}
