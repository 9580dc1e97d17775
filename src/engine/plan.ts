/**
 * Corrective plans: each is a clock, judged like any other. Docs: docs/reference/remedy.md#plans.
 *
 * A plan is a subject ("plan/…") that begins when its remedy falls due and is kept when it is
 * handed in (`plan.handedIn`); `plan.withdrawn` takes it back. What it is judged by is an agreement
 * that is made here from the remedy's own terms.
 */
import type { AgreementDocument, CommitmentSpec } from "./agreement.ts";
import type { Event } from "./event.ts";
import type { RemedyDue } from "./remedy-due.ts";
import type { RevisionInForce } from "./revision.ts";

/** Where the facts that a judgement concludes by itself say they come from. */
export const CONCLUDED = "acuerdo/conclusions";

/** The subject of a plan; events about it are what people tell of it. */
export function planSubject({ key }: Pick<RemedyDue, "key">): string {
  return `plan/${key.replaceAll(" ", ":")}`;
}

/** The fact that a plan fell due. It has no author: it follows from final periods. */
export function planDueEvent(due: RemedyDue): Event {
  return {
    id: due.key,
    source: CONCLUDED,
    type: "plan.due",
    subject: planSubject(due),
    occurredAt: due.at,
    data: { remedy: due.remedy, agreement: due.agreement, commitment: due.commitment },
  };
}

/**
 * The agreement that the plans of a revision are judged by: one clock for every remedy with a plan.
 * Undefined: the revision asks for none.
 */
export function planAgreement({ agreement, spec }: RevisionInForce): AgreementDocument | undefined {
  const commitments = (spec.remedies ?? []).flatMap((remedy): CommitmentSpec[] => {
    const { plan, id, on } = remedy;
    if (!plan) return [];
    const promise = spec.commitments.find((one) => on.includes(one.id));
    const sides = promise && "obliged" in promise ? promise : undefined;
    return [
      {
        id,
        obliged: plan.by === "obliged" ? (sides?.obliged ?? plan.by) : plan.by,
        beneficiary: sides?.beneficiary ?? plan.by,
        clock: {
          start: { event: "plan.due", where: { agreement, remedy: id } },
          stop: "plan.handedIn",
          cancel: "plan.withdrawn",
          voids: "plan.withdrawn",
        },
        target: [{ within: plan.within }],
      },
    ];
  });
  if (commitments.length === 0) return undefined;
  return innerAgreement(`${agreement}-plans`, spec, commitments);
}

/** An agreement of our own making, on the hours that an agreement's business days run on. */
export function innerAgreement(
  name: string,
  { term, calendars, parties }: RevisionInForce["spec"],
  commitments: readonly CommitmentSpec[],
): AgreementDocument {
  const [first] = Object.keys(calendars ?? {});
  return {
    apiVersion: "acuerdo/v1",
    kind: "Agreement",
    metadata: { name },
    spec: {
      purpose: "To see that what follows from a promise is done in time",
      parties,
      term: { from: term.from, timeZone: term.timeZone, renew: "automatic" },
      ...(calendars ? { calendars } : {}),
      commitments: commitments.map((one) =>
        first === undefined ? one : { ...one, calendar: first },
      ),
    },
  };
}
