/** The steps of an escalation policy, read once. Docs: docs/reference/escalation.md#steps. */
import type { EscalationStepSpec } from "./agreement.ts";
import { readShare, type Share } from "./share.ts";
import { durationOf } from "./target.ts";

/**
 * Where a step stands: at a share of the target, some time before the due time or after the breach.
 */
export type StepTime =
  | { readonly kind: "share"; readonly share: Share }
  | { readonly kind: "breach" }
  | { readonly kind: "beforeDue" | "afterBreach"; readonly within: string };

export type Step = { readonly spec: EscalationStepSpec; readonly time: StepTime };

/** Reads the steps of a policy. Refused: a time or duration that cannot be read. */
export function compileSteps(specs: readonly EscalationStepSpec[] = []): readonly Step[] {
  return specs.map((spec) => ({ spec, time: timeOf(spec.at) }));
}

function timeOf(at: string): StepTime {
  if (at === "breach") return { kind: "breach" };
  const share = readShare(at);
  if (share) return { kind: "share", share };
  durationOf(at.slice(1));
  return { kind: at.startsWith("-") ? "beforeDue" : "afterBreach", within: at.slice(1) };
}
