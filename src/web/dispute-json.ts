/** Disputes and corrections as they are answered: their insides are the engine's own. */
import type { Answer, Routes } from "../api/routes.ts";
import type { Verdict } from "../engine/clock.ts";
import type { Correction } from "../engine/correction.ts";
import type { Claim } from "../engine/dispute-claim.ts";
import type { Evidence } from "../engine/dispute-evidence.ts";
import type { JudgedClock } from "../engine/judged.ts";
import type { PeriodCorrection } from "../engine/late-fact.ts";
import type { PeriodJson } from "./period-json.ts";

export type DisputeJson = Answer<Routes["listDisputes"]>["disputes"][number];
export type DisputeCaseJson = Answer<Routes["showDispute"]>;
export type EffectJson = Answer<Routes["previewDecision"]>;
export type CreditJson = Answer<Routes["listCredits"]>["credits"][number];

/** A correction with what was measured of its clock; null where it is about no clock. */
export type CorrectionJson = Correction & { readonly measured: Verdict | null };
export type CorrectionEntryJson = PeriodCorrection & { readonly at: number };

type Corrections = Answer<Routes["listCorrections"]>;

export function correctionsOf({ corrections }: Corrections): readonly CorrectionJson[] {
  return corrections as readonly CorrectionJson[];
}

export function entriesOf({ periods }: Corrections): readonly CorrectionEntryJson[] {
  return periods as readonly CorrectionEntryJson[];
}

export function claimsOf({ claims }: Pick<DisputeJson, "claims">): readonly Claim[] {
  return claims as readonly Claim[];
}

export function evidenceOf({ evidence }: DisputeCaseJson): Evidence {
  return evidence as Evidence;
}

export function itemsOf({ items }: Evidence): readonly JudgedClock[] {
  return items as readonly JudgedClock[];
}

export function periodOf(period: unknown): PeriodJson | null {
  return period as PeriodJson | null;
}
