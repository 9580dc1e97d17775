/**
 * Hand-offs: what travelled, frozen as it was, and what the receiver answered.
 * Docs: docs/reference/handoff.md.
 */
import type { AgreementSpec, HandoffSpec } from "./agreement.ts";
import { compileRead, type Field, isPresent, type View } from "./condition.ts";
import { endAfter } from "./duration-end.ts";
import { subjectKind } from "./event.ts";
import type { Hours } from "./hours.ts";
import type { Problem } from "./problem.ts";
import { checkReason, type RejectionFamily, reasonCodes, reasonOf } from "./reason-code.ts";
import { durationOf } from "./target.ts";
import { termsOf } from "./terms.ts";
import type { Instant } from "./time.ts";

const submitted = ["lead.handedOff", "handoff.submitted"];
const accepted = ["lead.accepted", "handoff.accepted"];
const returned = ["lead.rejected", "handoff.returned"];

/** What the sender may do about a return, by the fact that says it was done. */
const settling: Readonly<Record<string, Settlement["is"]>> = {
  "lead.corrected": "correct",
  "lead.rerouted": "reroute",
  "lead.rejectionAccepted": "accept",
  "lead.rejectionDisputed": "disagree",
};

/** The facts that hand-offs are made of; no others change any. */
export const handoffTypes: readonly string[] = [
  ...submitted,
  ...accepted,
  ...returned,
  ...Object.keys(settling),
];

/** What the sender did about a return, and what they said to it. */
export type Settlement = {
  readonly is: "correct" | "reroute" | "accept" | "disagree";
  readonly at: Instant;
  readonly by: string | null;
  readonly says: string | null;
};

/**
 * `problems`: what is wrong with the reason given; a return with one is shown, and disputed easily.
 * `says`: the receiver's comment. `settled`: null while the sender has done nothing about a return.
 */
export type HandoffAnswer = {
  readonly is: "accepted" | "returned";
  readonly at: Instant;
  readonly event: string;
  readonly isLate: boolean;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly family: RejectionFamily | null;
  readonly says: string | null;
  readonly problems: readonly Problem[];
  readonly settled: Settlement | null;
};

/**
 * One submission. `travelled` are the required fields as they were at that instant, whatever became
 * of them later; `missing` those that were not there. `round` counts submissions of the subject
 * from 1.
 * `answerBy` is null where nothing was agreed.
 */
export type Handoff = {
  readonly handoff: string;
  readonly subject: string;
  readonly round: number;
  readonly at: Instant;
  readonly event: string;
  readonly travelled: Readonly<Record<string, unknown>>;
  readonly missing: readonly string[];
  readonly isComplete: boolean;
  readonly answerBy: Instant | null;
  readonly answer: HandoffAnswer | null;
};

/**
 * Every submission of a subject's hand-offs, in order. An answer belongs to the last submission
 * before it that has none yet. `hours` are those the time to answer runs on.
 */
export function handoffsOf(
  spec: AgreementSpec,
  hours: Hours,
  views: readonly View[],
): readonly Handoff[] {
  const kind = subjectKind(views[0]?.subject ?? "");
  const agreed = (spec.handoffs ?? []).filter(({ subject }) => subject === kind);
  return agreed.flatMap((handoff) => {
    const found: Handoff[] = [];
    const fields = fieldsOf(spec, handoff);
    for (const view of views) step(found, view, { spec, handoff, hours, fields });
    return found;
  });
}

type Agreed = {
  readonly spec: AgreementSpec;
  readonly handoff: HandoffSpec;
  readonly hours: Hours;
  readonly fields: Fields;
};

type Fields = readonly (readonly [name: string, read: Field])[];

const compiled = new WeakMap<HandoffSpec, Fields>();

/** How the required fields are read, worked out once a text. */
function fieldsOf(spec: AgreementSpec, handoff: HandoffSpec): Fields {
  const known = compiled.get(handoff);
  if (known) return known;
  const terms = termsOf(spec, () => undefined);
  const fields = handoff.requires.map((name) => [name, compileRead(name, terms)] as const);
  compiled.set(handoff, fields);
  return fields;
}

function step(found: Handoff[], view: View, agreed: Agreed): void {
  const { type } = view.event;
  if (submitted.includes(type)) found.push(submissionOf(view, found.length + 1, agreed));
  const last = found.at(-1);
  if (last?.answer) settle(found, last, view);
  if (!last || last.answer) return;
  const is = accepted.includes(type)
    ? "accepted"
    : returned.includes(type)
      ? "returned"
      : undefined;
  if (is) found.splice(-1, 1, { ...last, answer: answerOf(view, is, last, agreed.spec) });
}

/** The first that is done about a return settles it. */
function settle(found: Handoff[], last: Handoff, { event }: View): void {
  const { answer } = last;
  const is = settling[event.type];
  if (!is || answer?.is !== "returned" || answer.settled) return;
  const { occurredAt: at, actor, data } = event;
  const settled = { is, at, by: actor?.id ?? null, says: textOf(data?.answerReason) };
  found.splice(-1, 1, { ...last, answer: { ...answer, settled } });
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function submissionOf(view: View, round: number, { handoff, hours, fields }: Agreed): Handoff {
  const read = fields.map(([name, of]) => [name, of(view)] as const);
  const missing = read.filter(([, value]) => !isPresent(value)).map(([field]) => field);
  const { occurredAt: at, id: event } = view.event;
  const within = handoff.accept?.within;
  return {
    handoff: handoff.id,
    subject: view.subject,
    round,
    at,
    event,
    travelled: Object.fromEntries(read.filter(([, value]) => isPresent(value))),
    missing,
    isComplete: missing.length === 0,
    answerBy: within === undefined ? null : endAfter(durationOf(within), at, hours),
    answer: null,
  };
}

function answerOf(
  view: View,
  is: HandoffAnswer["is"],
  { answerBy }: Handoff,
  spec: AgreementSpec,
): HandoffAnswer {
  const { occurredAt: at, id: event, data } = view.event;
  const isReturn = is === "returned";
  const { code, detail = data?.detail } = reasonOf(data?.reason);
  return {
    is,
    at,
    event,
    isLate: answerBy !== null && at > answerBy,
    reason: isReturn && code !== "" ? code : null,
    detail: isReturn ? textOf(detail) : null,
    family: (isReturn && reasonCodes[code]?.family) || null,
    says: textOf(data?.comment),
    problems: isReturn ? checkReason(spec, "rejection", view) : [],
    settled: null,
  };
}
