/**
 * Disputes: an objection to what was measured, who decides it and by when. Docs:
 * docs/reference/dispute.md.
 *
 * A dispute is a subject ("dispute/…"), and each of its steps a clock that the same engine judges
 * by an agreement made here from the `disputes` of the revision. A step that is not taken in time
 * passes to the next; after the last, what the agreement says by default holds.
 */
import type { AgreementDocument, AgreementSpec, DisputeSpec } from "./agreement.ts";
import type { Correction } from "./correction.ts";
import { finalFrom } from "./credit-term.ts";
import { type Claim, type Dispute, isOfClock } from "./dispute-claim.ts";
import type { Event } from "./event.ts";
import type { Calendars, Hours } from "./hours.ts";
import { judge } from "./judge.ts";
import type { JudgedClock } from "./judged.ts";
import { canonicalText } from "./ledger-chain.ts";
import { CONCLUDED, innerAgreement } from "./plan.ts";
import { refuse } from "./problem.ts";
import type { RevisionInForce } from "./revision.ts";
import type { Instant } from "./time.ts";

/**
 * How a dispute ends, said of what was measured: upheld (it stands), overturned (the claim does),
 * partly, withdrawn by who opened it, settled between the parties.
 */
export type Outcome = "upheld" | "overturned" | "partly" | "withdrawn" | "settled";

/** Whose it is to end a dispute so, by what event, and which claims then hold. */
export const outcomes: Readonly<
  Record<
    Outcome,
    {
      readonly by: "decider" | "claimant" | "both";
      readonly event: "dispute.decided" | "dispute.withdrawn" | "dispute.settled";
      readonly claims: "none" | "all" | "named";
    }
  >
> = {
  upheld: { by: "decider", event: "dispute.decided", claims: "none" },
  overturned: { by: "decider", event: "dispute.decided", claims: "all" },
  partly: { by: "decider", event: "dispute.decided", claims: "named" },
  withdrawn: { by: "claimant", event: "dispute.withdrawn", claims: "none" },
  settled: { by: "both", event: "dispute.settled", claims: "named" },
};

/** `claims` are those that hold, where the outcome names them. */
export type Decision = {
  readonly outcome: Outcome;
  readonly at: Instant;
  readonly by: readonly string[];
  readonly reason: string;
  readonly claims?: readonly Claim[];
};

/**
 * A dispute as it stands: `step` counts from 1, null once it is closed. `decision` is by
 * "agreement" where no step was taken. `clocks` are those of the steps.
 */
export type DisputeStanding = {
  readonly step: number | null;
  readonly deciders: readonly string[];
  readonly dueAt: Instant | null;
  readonly decision: Decision | null;
  readonly clocks: readonly JudgedClock[];
};

/** The subject whose events tell of a dispute. */
export function disputeSubject({ id }: Pick<Dispute, "id">): string {
  return `dispute/${id}`;
}

/**
 * The event that opens a dispute.
 *
 * Refused: dispute-not-foreseen, dispute-party (not one of `who`), dispute-late (its window is
 * over), dispute-empty (no claim, no reason, or a clock of another commitment).
 */
export function openDispute(revision: RevisionInForce, hours: Hours, dispute: Dispute): Event {
  const facts = { dispute: dispute.id, agreement: dispute.agreement };
  const spec = revision.spec.disputes ?? refuse("dispute-not-foreseen", facts);
  if (!spec.who.includes(dispute.by)) refuse("dispute-party", { ...facts, party: dispute.by });
  if (dispute.at > finalFrom(revision, dispute.period.to, hours)) refuse("dispute-late", facts);
  const isOf = (claim: Claim) =>
    !isOfClock(claim) ||
    (claim.clock.agreement === dispute.agreement && claim.clock.commitment === dispute.commitment);
  if (dispute.claims.length === 0 || dispute.reason.trim() === "" || !dispute.claims.every(isOf)) {
    refuse("dispute-empty", facts);
  }
  return eventOf(dispute, "dispute.opened", dispute.at, { by: dispute.by });
}

/**
 * The event that ends a dispute as it stands at that moment.
 *
 * Refused: dispute-closed, dispute-side (it is for others to end it so), dispute-claims (named ones
 * that nobody made, or none where some must be named).
 */
export function decideDispute(
  revision: RevisionInForce,
  dispute: Dispute,
  standing: DisputeStanding,
  decision: Decision,
): Event {
  const facts = { dispute: dispute.id, outcome: decision.outcome };
  const rule = outcomes[decision.outcome];
  if (standing.decision) refuse("dispute-closed", facts);
  const sides = {
    decider: standing.deciders.some((one) => decision.by.includes(one)),
    claimant: decision.by.includes(dispute.by),
    both: partiesTo(revision.spec, dispute).every((party) => decision.by.includes(party)),
  };
  if (!sides[rule.by]) refuse("dispute-side", facts);
  const named = decision.claims ?? [];
  const isNamed = rule.claims === "named";
  const made = new Set(dispute.claims.map(targetText));
  const isKnown = named.every((claim) => made.has(targetText(claim)));
  if (isNamed !== named.length > 0 || !isKnown) refuse("dispute-claims", facts);
  const { outcome, by, reason, at } = decision;
  return eventOf(dispute, rule.event, at, { outcome, by, reason, claims: named });
}

/** What a claim is about, whatever verdict it asks for. */
function targetText(claim: Claim): string {
  return canonicalText(isOfClock(claim) ? claim.clock : claim.exclusion);
}

/** Both sides of the promise in dispute. */
function partiesTo({ commitments }: AgreementSpec, dispute: Dispute): readonly string[] {
  const promise = commitments.find(({ id }) => id === dispute.commitment);
  return promise && "obliged" in promise ? [promise.obliged, promise.beneficiary] : [dispute.by];
}

function eventOf(
  dispute: Dispute,
  type: Event["type"],
  occurredAt: Instant,
  data: Event["data"],
): Event {
  const subject = disputeSubject(dispute);
  const id = [dispute.id, type, occurredAt].join(" ");
  const source = type === "dispute.passed" ? CONCLUDED : "acuerdo/disputes";
  return { id, source, type, subject, occurredAt, ...(data ? { data } : {}) };
}

/** The agreement that the steps of a revision's disputes are judged by. */
function disputeAgreement(
  revision: RevisionInForce,
  spec: DisputeSpec,
  commitment: string,
): AgreementDocument {
  const steps = spec.steps.map(({ by, within }, index) => ({
    id: stepName(index),
    obliged: by,
    beneficiary: spec.who[0] ?? by,
    clock: {
      start:
        index === 0
          ? "dispute.opened"
          : { event: "dispute.passed", where: { passedTo: index + 1 } },
      stop: ["dispute.decided", "dispute.settled"],
      cancel: ["dispute.withdrawn"],
    },
    target: [{ within }],
  }));
  return innerAgreement(`${revision.agreement}-${commitment}-disputes`, revision.spec, steps);
}

function stepName(index: number): string {
  return `step-${index + 1}`;
}

/**
 * A dispute at `asOf` from its events: which step it is at, who decides and until when, or how it
 * ended.
 *
 * Steps that time has passed on are worked out here; nobody has to record them. Refused:
 * dispute-not-foreseen.
 */
export function judgeDispute(
  revision: RevisionInForce,
  dispute: Dispute,
  known: {
    readonly events: readonly Event[];
    readonly asOf: Instant;
    readonly calendars?: Calendars;
  },
): DisputeStanding {
  const { asOf, calendars } = known;
  const spec =
    revision.spec.disputes ??
    refuse("dispute-not-foreseen", { agreement: dispute.agreement, dispute: dispute.id });
  const agreements = [disputeAgreement(revision, spec, dispute.commitment)];
  const subject = disputeSubject(dispute);
  const facts = known.events.filter(
    (event) => event.subject === subject && event.occurredAt <= asOf,
  );
  const ending = facts.find(({ type }) => type in endings);
  const judgeWith = (passed: readonly Event[]) =>
    judge({ agreements, asOf, events: [...facts, ...passed], ...(calendars ? { calendars } : {}) })
      .clocks;
  let passed: readonly Event[] = [];
  let clocks = judgeWith(passed);
  for (const index of spec.steps.keys()) {
    const lapsedAt = clocks.find(({ commitment }) => commitment === stepName(index))?.breachedAt;
    const isEnded = ending && lapsedAt && ending.occurredAt <= lapsedAt;
    if (!lapsedAt || isEnded) return standingAt(index, { revision, dispute, ending, clocks });
    passed = [...passed, eventOf(dispute, "dispute.passed", lapsedAt, { passedTo: index + 2 })];
    clocks = judgeWith(passed);
  }
  const lapsedAt = passed.at(-1)?.occurredAt ?? asOf;
  const decision = defaultDecision(spec, lapsedAt);
  return { step: null, deciders: [], dueAt: null, decision, clocks };
}

const endings = { "dispute.decided": true, "dispute.settled": true, "dispute.withdrawn": true };

type Steps = {
  readonly revision: RevisionInForce;
  readonly dispute: Dispute;
  readonly ending: Event | undefined;
  readonly clocks: readonly JudgedClock[];
};

function standingAt(index: number, { revision, dispute, ending, clocks }: Steps): DisputeStanding {
  if (ending) {
    return { step: null, deciders: [], dueAt: null, decision: decisionOf(ending), clocks };
  }
  const by = revision.spec.disputes?.steps[index]?.by ?? "";
  const clock = clocks.find(({ commitment }) => commitment === stepName(index));
  const deciders = decidersOf(revision.spec, by, dispute);
  return { step: index + 1, deciders, dueAt: clock?.dueAt ?? null, decision: null, clocks };
}

function decisionOf({ data = {}, occurredAt, type }: Event): Decision {
  const { by, reason, claims, outcome } = data;
  return {
    outcome: type === "dispute.withdrawn" ? "withdrawn" : (outcome as Outcome),
    at: occurredAt,
    by: Array.isArray(by) ? by : [],
    reason: typeof reason === "string" ? reason : "",
    claims: Array.isArray(claims) ? claims : [],
  };
}

function defaultDecision(spec: DisputeSpec, at: Instant): Decision {
  const outcome = spec.default === "claimStands" ? "overturned" : "upheld";
  return { outcome, at, by: ["agreement"], reason: "no step was taken in time" };
}

/**
 * Who may take a step: a party, an address, or everyone in a role: measurer, auditor, provider,
 * consumer, obliged, signatories, sponsors.
 */
function decidersOf(spec: AgreementSpec, by: string, dispute: Dispute): readonly string[] {
  const { parties, governance } = spec;
  const named = parties.filter(({ id, role }) => id === by || role.some((one) => one === by));
  if (named.length > 0) return named.map(({ id }) => id);
  if (by === "obliged") return partiesTo(spec, dispute).slice(0, 1);
  if (by === "sponsors") return governance?.sponsor === undefined ? [] : [governance.sponsor];
  if (by !== "signatories") return [by];
  return parties.flatMap(({ id, signatory }) => (signatory === undefined ? [] : [id, signatory]));
}

/** The corrections that a decision makes, one for each claim that holds. */
export function correctionsOf(dispute: Dispute, decision: Decision): readonly Correction[] {
  const { claims } = outcomes[decision.outcome];
  const held = { none: [], all: dispute.claims, named: decision.claims ?? [] }[claims];
  return held.map((claim, index): Correction => {
    const act = {
      id: `${dispute.id}/${index + 1}`,
      at: decision.at,
      by: decision.by.join(", "),
      reason: decision.reason,
      approvals: decision.by,
      origin: dispute.id,
    };
    if (isOfClock(claim)) return { ...act, kind: "dispute", ...claim };
    return { ...act, kind: "exclusion", agreement: dispute.agreement, ...claim };
  });
}
