/**
 * What is disputed, and what holds while it is. Docs: docs/reference/dispute.md#effect.
 */
import type { ClockPlace, CorrectedVerdict, VerdictCorrection } from "./correction.ts";
import type { Period } from "./period.ts";
import type { RevisionInForce } from "./revision.ts";
import type { Instant } from "./time.ts";

/** One clock and the verdict that is claimed, or decided, for it. */
export type Claim = { readonly clock: ClockPlace; readonly verdict: CorrectedVerdict };

/** What `by` objects to: verdicts of one commitment in one period. */
export type Dispute = {
  readonly id: string;
  readonly agreement: string;
  readonly commitment: string;
  readonly period: { readonly from: Instant; readonly to: Instant };
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
  readonly claims: readonly Claim[];
};

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
    return claims.map(({ clock }, index) => ({
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
