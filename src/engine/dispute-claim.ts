/**
 * What is disputed, and what holds while it is. Docs: docs/reference/dispute.md#effect.
 */
import type { ExclusionSpec } from "./agreement.ts";
import type { ClockPlace, CorrectedVerdict, VerdictCorrection } from "./correction.ts";
import type { Period } from "./period.ts";
import type { RevisionInForce } from "./revision.ts";
import type { Instant } from "./time.ts";

/**
 * What is claimed, or decided: another verdict for one clock, or time or subjects to be left out.
 */
export type Claim = VerdictClaim | ExclusionClaim;

export type VerdictClaim = { readonly clock: ClockPlace; readonly verdict: CorrectedVerdict };
export type ExclusionClaim = { readonly exclusion: ExclusionSpec };

/**
 * What `by` objects to: the result of one commitment in one period. Of a clock, its verdicts; of a
 * measure, what should not have counted. `subjects`: those whose events are evidence besides the
 * clocks'.
 */
export type Dispute = {
  readonly id: string;
  readonly agreement: string;
  readonly commitment: string;
  readonly period: { readonly from: Instant; readonly to: Instant };
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
  readonly claims: readonly Claim[];
  readonly subjects?: readonly string[];
};

/** Whether a claim is about one clock. */
export function isOfClock(claim: Claim): claim is VerdictClaim {
  return "clock" in claim;
}

/**
 * Periods as they stand under open disputes: one that is disputed stays provisional however long
 * ago its window closed, so that nothing follows from it yet.
 */
export function holdPeriods(
  periods: readonly Period[],
  open: readonly Dispute[],
): readonly Period[] {
  if (open.length === 0) return periods;
  const held = new Set(open.map(({ period, ...dispute }) => keyOf({ ...dispute, ...period })));
  return periods.map((period) =>
    period.status === "final" && held.has(keyOf(period))
      ? { ...period, status: "provisional" as const }
      : period,
  );
}

function keyOf({ agreement, commitment, from }: Pick<Period, "agreement" | "commitment" | "from">) {
  return JSON.stringify([agreement, commitment, from]);
}

/**
 * What open disputes leave out meanwhile: where the agreement says `effect: suspended`, the clocks
 * in dispute are excused until it is decided. Where it says `provisional` they count as measured.
 */
export function suspensionsOf(
  revisions: readonly RevisionInForce[],
  open: readonly Dispute[],
): readonly VerdictCorrection[] {
  return open.flatMap(({ id, agreement, at, by, reason, claims }) => {
    const spec = revisions.findLast((one) => one.agreement === agreement)?.spec.disputes;
    if (spec?.effect !== "suspended") return [];
    return claims.filter(isOfClock).map(({ clock }, index) => ({
      id: `${id}/open/${index + 1}`,
      kind: "dispute" as const,
      at,
      by,
      reason,
      approvals: [],
      origin: id,
      clock,
      verdict: "excused" as const,
    }));
  });
}
