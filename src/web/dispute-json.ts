/** Disputes and corrections as they are answered: their insides are the engine's own. */
import type { Answer, Routes } from "../api/routes.ts";
import type { Claim } from "../engine/dispute-claim.ts";
import type { Evidence } from "../engine/dispute-evidence.ts";
import type { JudgedClock } from "../engine/judged.ts";
import type { PeriodJson } from "./period-json.ts";

export type DisputeJson = Answer<Routes["listDisputes"]>["disputes"][number];
export type DisputeCaseJson = Answer<Routes["showDispute"]>;
export type EffectJson = Answer<Routes["previewDecision"]>;
export type CreditJson = Answer<Routes["listCredits"]>["credits"][number];

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
