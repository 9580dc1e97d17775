/**
 * Waivers: leave that the beneficiary of a promise gives afterwards, for one clock.
 * Docs: docs/reference/correction.md#waivers.
 */
import type { AgreementSpec } from "./agreement.ts";
import type { ClockPlace, VerdictCorrection } from "./correction.ts";
import { isOmitted } from "./level.ts";
import { refuse } from "./problem.ts";
import type { Instant } from "./time.ts";

/** `by` is who asks for it, `approvals` the parties that agreed. */
export type WaiverRequest = {
  readonly id: string;
  readonly clock: ClockPlace;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly approvals: readonly string[];
};

/**
 * The correction that a waiver makes: the clock is excused.
 *
 * Only the beneficiary can give leave: it was promised to nobody else. Refused:
 * commitment-not-promised, waiver-not-given.
 */
export function waive(spec: AgreementSpec, request: WaiverRequest): VerdictCorrection {
  const { clock, approvals } = request;
  const promise = spec.commitments.find(({ id }) => id === clock.commitment);
  if (!promise || isOmitted(promise)) {
    return refuse("commitment-not-promised", { commitment: clock.commitment });
  }
  const { beneficiary } = promise;
  if (!approvals.includes(beneficiary)) {
    return refuse("waiver-not-given", { party: beneficiary, commitment: clock.commitment });
  }
  return { ...request, kind: "waiver", verdict: "excused" };
}
