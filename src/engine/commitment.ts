/**
 * A commitment compiled: everything its clocks are judged by, read once from one revision.
 */
import type { AgreementSpec, ClockSpec, CommitmentSpec, TargetChangePolicy } from "./agreement.ts";
import { type Condition, compileCondition, type Terms } from "./condition.ts";
import type { Duration } from "./duration.ts";
import { compileSteps, type Step } from "./escalation-step.ts";
import { subjectKind } from "./event.ts";
import { type Fields, fieldsIn } from "./field.ts";
import { type ChooseHours, compileHours, type HoursChoice, type HoursSource } from "./hours.ts";
import { compileAppliesTo, isOfService, type Level, levelOf } from "./level.ts";
import { refuse } from "./problem.ts";
import type { RevisionInForce } from "./revision.ts";
import { compareShares, readShare, type Share } from "./share.ts";
import { compileSignals, type Signals } from "./signal.ts";
import { type CompiledTarget, compileTarget, durationOf } from "./target.ts";
import type { Instant } from "./time.ts";

/**
 * Where a commitment stands: `key` names it for good ("agreement@revision#commitment"), `promise`
 * over all revisions ("agreement#commitment"); `holds` says for whom it is.
 */
export type CommitmentPlace = {
  readonly key: string;
  readonly promise: string;
  readonly id: string;
  readonly agreement: string;
  readonly revision: number;
  readonly level: Level;
  readonly from: Instant;
  readonly until: Instant;
  readonly holds: Condition;
};

/**
 * `kind` is the kind of subject its clocks run on; `takesOver`: open clocks of earlier revisions
 * move to this one when it comes into force.
 */
export type Commitment = CommitmentPlace & {
  readonly kind: string;
  readonly takesOver: boolean;
  readonly rules: ClockRules;
  readonly spec: CommitmentSpec;
};

/** At this level the promise is taken away, so it holds at no less specific one either. */
export type Omission = CommitmentPlace & { readonly omitted: true };

export type ClockRules = {
  readonly where: Condition;
  readonly qualifies: Condition;
  readonly signals: Signals;
  readonly pauseWhile: Condition | undefined;
  readonly pauseAtMost: Duration | undefined;
  readonly whileRunning: NonNullable<ClockSpec["whileRunning"]>;
  readonly again: NonNullable<ClockSpec["again"]>;
  readonly onReassign: NonNullable<ClockSpec["onReassign"]>;
  readonly onTargetChange: {
    readonly tighter: TargetChangePolicy;
    readonly looser: TargetChangePolicy;
  };
  readonly targets: readonly CompiledTarget[];
  readonly hours: ChooseHours;
  readonly hoursNamed: HoursChoice["named"];
  readonly warnAt: readonly Share[];
  /** Shares whose instant a clock keeps, rising: of `warnAt`, and of the escalation's steps. */
  readonly shares: readonly Share[];
  readonly steps: readonly Step[];
  readonly heeds: Heeds;
  readonly excuses: Condition;
};

/**
 * What may move a live clock: `types` of events that signal something, and `fields` whose change
 * may choose otherwise. An event of neither leaves the clock to itself.
 */
type Heeds = { readonly types: ReadonlySet<string>; readonly fields: Fields };

type ClockCommitment = CommitmentSpec & { readonly clock: ClockSpec };

/** What a revision's commitments are compiled from. */
export type Compiling = HoursSource & { readonly revision: RevisionInForce };

/** Refused: a duration, a share, a calendar or a term that cannot be read. */
export function compileCommitment(spec: ClockCommitment, from: Compiling): Commitment {
  const { revision, terms } = from;
  return {
    ...placeOf(spec.id, revision),
    holds: compileHolds(spec, revision.spec, terms),
    kind: spec.scope?.subject ?? kindOfStart(spec.clock),
    takesOver: revision.existing === "recompute",
    rules: compileRules(spec, from),
    spec,
  };
}

/** The place of a promise that a revision takes away from whom it applies to. */
export function compileOmission(id: string, { revision, terms }: Compiling): Omission {
  const holds = compileAppliesTo(revision.spec.appliesTo, terms);
  return { ...placeOf(id, revision), holds, omitted: true };
}

/** Where a commitment of that id stands in a revision, but for whom it holds. */
export function placeOf(id: string, revision: RevisionInForce): Omit<CommitmentPlace, "holds"> {
  return {
    key: `${revision.agreement}@${revision.number}#${id}`,
    promise: `${revision.agreement}#${id}`,
    id,
    agreement: revision.agreement,
    revision: revision.number,
    level: levelOf(revision.spec.appliesTo),
    from: revision.from,
    until: revision.until,
  };
}

function kindOfStart({ start }: ClockSpec): string {
  const first = Array.isArray(start) ? start[0] : start;
  const type = typeof first === "string" ? first : first?.event;
  return typeof type === "string" ? subjectKind(type.replace(".", "/")) : "";
}

/** For whom a commitment holds: those of its agreement, its service and its performance level. */
export function compileHolds(
  commitment: CommitmentSpec,
  spec: AgreementSpec,
  terms: Terms,
): Condition {
  const applies = compileAppliesTo(spec.appliesTo, terms);
  const isLevel = compileServiceLevel(commitment, spec, terms);
  const services = commitment.service === undefined ? undefined : [commitment.service];
  return (view) => applies(view) && isOfService(view, services) && isLevel(view);
}

/** A performance level of a service is the first of its list whose condition holds. */
function compileServiceLevel(
  commitment: CommitmentSpec,
  spec: AgreementSpec,
  terms: Terms,
): Condition {
  const { level } = commitment;
  if (level === undefined) return () => true;
  const service = spec.services?.find(({ id }) => id === commitment.service);
  const levels = (service?.levels ?? []).map(({ id, when }) => ({
    id,
    holds: compileCondition(when, terms),
  }));
  return (view) => levels.find(({ holds }) => holds(view))?.id === level;
}

function compileRules(spec: ClockCommitment, from: Compiling): ClockRules {
  const { clock, escalate } = spec;
  const read = new Set<string>(readsOwner(spec) ? ["owner"] : []);
  const terms: Terms = { ...from.terms, reads: (field) => read.add(field) };
  const signals = compileSignals(clock, terms);
  const warnAt = (spec.warnAt ?? []).map(shareOf);
  const steps = compileSteps(escalate === undefined ? [] : from.spec.escalations?.[escalate]);
  const awaited = steps.flatMap(({ time }) => (time.kind === "share" ? [time.share] : []));
  const pause = clock.pause;
  const change = clock.onTargetChange ?? "keepSpent";
  const hours = compileHours(spec, { ...from, terms });
  return {
    where: compileCondition(spec.scope?.where, from.terms),
    qualifies: compileCondition(spec.qualifies, terms),
    signals,
    pauseWhile: pause && "while" in pause ? compileCondition(pause.while, terms) : undefined,
    pauseAtMost: pause?.atMost === undefined ? undefined : durationOf(pause.atMost),
    whileRunning: clock.whileRunning ?? "keep",
    again: clock.again ?? "never",
    onReassign: clock.onReassign ?? "continue",
    onTargetChange: typeof change === "string" ? { tighter: change, looser: change } : change,
    targets: (spec.target ?? []).map((target) => compileTarget(target, terms)),
    hours: hours.choose,
    hoursNamed: hours.named,
    warnAt,
    shares: [...warnAt, ...awaited].sort(compareShares),
    steps,
    excuses: compileExcuses(from.spec, from.terms),
    // Last: by now everything has told what it reads.
    heeds: { types: liveTypes(signals, clock), fields: fieldsIn(read) },
  };
}

function readsOwner({ calendar, clock }: ClockCommitment): boolean {
  return calendar === "owner" || clock.onReassign === "restart";
}

function liveTypes(signals: Signals, { whileRunning }: ClockSpec): ReadonlySet<string> {
  const { stop, cancel, pause, resume, start } = signals;
  const live = [stop, cancel, pause, resume, ...(whileRunning === "restart" ? [start] : [])];
  return new Set(live.flatMap(({ types }) => [...types]));
}

function shareOf(text: string): Share {
  return readShare(text) ?? refuse("share-unreadable", { text });
}

/** Whether an exclusion of the agreement leaves the subject out. */
export function compileExcuses(spec: AgreementSpec, terms: Terms): Condition {
  const conditions = (spec.exclusions ?? []).flatMap(({ where }) =>
    where ? [compileCondition(where, terms)] : [],
  );
  return (view) => conditions.some((holds) => holds(view));
}
