/**
 * What a lead was when it was handed over, and whether it met what was agreed: the evidence in a
 * quarrel about a rejection. Docs: docs/reference/handoff.md#evidence.
 */
import type { AgreementSpec } from "./agreement.ts";
import type { View } from "./condition.ts";
import { type Criterion, criteriaOf } from "./criterion.ts";
import type { Attributes, Event } from "./event.ts";
import { type IcpPoints, icpPointsOf } from "./icp.ts";
import { viewsOf } from "./subject-view.ts";
import { termsOf } from "./terms.ts";

/** A definition that can be tested; `criteria` are its own, those of the profile in its place. */
export type DefinitionEvidence = {
  readonly term: string;
  readonly holds: boolean;
  readonly met: number;
  readonly criteria: readonly Criterion[];
};

export type HandoffEvidence = {
  readonly fields: Attributes;
  readonly icp: IcpPoints | null;
  readonly definitions: readonly DefinitionEvidence[];
};

/**
 * The subject as the receiver could see it: after the hand-over `event`, by what was recorded until
 * then, so that no later fact changes it. Undefined: there is no such event.
 *
 * Where a definition asks for a score of the profile, its criteria stand in place of the score:
 * "four of five" says more than "the score is 70".
 */
export function handoffEvidence(
  spec: AgreementSpec,
  subject: string,
  { events, event: id }: { readonly events: readonly Event[]; readonly event: string },
): HandoffEvidence | undefined {
  const submission = events.find((event) => event.id === id && event.subject === subject);
  if (!submission) return undefined;
  const known = events.filter((event) => recordedOf(event) <= recordedOf(submission));
  const view = viewsOf(subject, known).find(({ event }) => event === submission);
  if (!view) return undefined;
  return {
    fields: view.attributes,
    icp: icpPointsOf(spec, view) ?? null,
    definitions: definitionsOf(spec, view),
  };
}

function recordedOf({ recordedAt, occurredAt }: Event): number {
  return recordedAt ?? occurredAt;
}

function definitionsOf(spec: AgreementSpec, view: View): readonly DefinitionEvidence[] {
  const terms = termsOf(spec, () => undefined);
  return Object.entries(terms.definitions).flatMap(([term, when]) => {
    if (!when) return [];
    const own = criteriaOf(when, terms, view);
    const criteria = own.flatMap((one) => (one.field === "icpScore" ? profile(spec, view) : [one]));
    const holds = own.every((one) => one.holds);
    return [{ term, holds, met: criteria.filter((one) => one.holds).length, criteria }];
  });
}

function profile(spec: AgreementSpec, view: View): readonly Criterion[] {
  const terms = termsOf(spec, () => undefined);
  return (spec.icp?.criteria ?? []).flatMap(({ when }) => criteriaOf(when, terms, view));
}
