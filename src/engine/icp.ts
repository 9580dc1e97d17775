/**
 * The ideal customer profile of an agreement, and the points that made a lead's score. Docs:
 * docs/reference/lead-quality.md#icp.
 */
import type { AgreementSpec } from "./agreement.ts";
import { type ConditionSpec, compileCondition, type View } from "./condition.ts";
import { termsOf } from "./terms.ts";

/** `qualifiedAt` is null where the profile names no score to reach. */
export type IcpPoints = {
  readonly score: number;
  readonly qualifiedAt: number | null;
  readonly isQualified: boolean;
  readonly points: readonly {
    readonly when: ConditionSpec;
    readonly points: number;
    readonly holds: boolean;
  }[];
};

/**
 * The score of a subject and what it is made of. Law: `score` is the field `icpScore` of a lead.
 * Undefined: the agreement has no profile.
 */
export function icpPointsOf(spec: AgreementSpec, view: View): IcpPoints | undefined {
  if (!spec.icp) return undefined;
  const terms = termsOf(spec, () => undefined);
  const points = spec.icp.criteria.map(({ when, points: worth }) => ({
    when,
    points: worth,
    holds: compileCondition(when, terms)(view),
  }));
  const score = points.reduce((sum, one) => (one.holds ? sum + one.points : sum), 0);
  const qualifiedAt = spec.icp.qualifiedAt ?? null;
  return { score, qualifiedAt, isQualified: score >= (qualifiedAt ?? score), points };
}
