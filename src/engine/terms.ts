/**
 * What the words of one agreement's conditions mean: its definitions, and the fields it works out.
 * Docs: docs/reference/condition.md#computed-fields.
 */
import type { AgreementSpec, HandoffSpec, IcpSpec } from "./agreement.ts";
import { compileCondition, compileRead, type Field, isPresent, type Terms } from "./condition.ts";
import { subjectKind } from "./event.ts";

/**
 * `mismatch` is told of every field whose value is of another kind than the one it is compared
 * with.
 */
export function termsOf(spec: AgreementSpec, mismatch: (field: string) => void): Terms {
  const definitions = Object.fromEntries(
    Object.entries(spec.definitions ?? {}).map(([term, { when }]) => [term, when]),
  );
  const plain: Terms = { definitions, computed: {}, mismatch };
  const computed: Record<string, Field> = {};
  if (spec.icp) computed.icpScore = icpScore(spec.icp, plain);
  if (spec.handoffs) computed["handoff.complete"] = handoffComplete(spec.handoffs, plain);
  return { ...plain, computed };
}

/** The points of the criteria that a lead meets; nothing on other subjects. */
function icpScore(icp: IcpSpec, terms: Terms): Field {
  const criteria = icp.criteria.map(({ when, points }) => ({
    holds: compileCondition(when, terms),
    points,
  }));
  return (view) => {
    if (subjectKind(view.subject) !== "lead") return undefined;
    return criteria.reduce((sum, { holds, points }) => (holds(view) ? sum + points : sum), 0);
  };
}

/** Whether every field that must travel with a hand-over of this kind of subject is there. */
function handoffComplete(handoffs: readonly HandoffSpec[], terms: Terms): Field {
  const required = handoffs.map(({ subject, requires }) => ({
    subject,
    fields: requires.map((field) => compileRead(field, terms)),
  }));
  return (view) => {
    const kind = subjectKind(view.subject);
    const own = required.filter(({ subject }) => subject === kind);
    if (own.length === 0) return undefined;
    return own.every(({ fields }) => fields.every((read) => isPresent(read(view))));
  };
}
