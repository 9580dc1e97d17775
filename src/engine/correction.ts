/**
 * Corrections: what was decided after the fact, appended beside what was measured.
 *
 * Nothing is edited: a correction names its author, reason and approvals, and the measured verdict
 * stays readable beside the corrected one for ever. Docs: docs/reference/correction.md.
 */
import type { ExclusionSpec } from "./agreement.ts";
import type { Verdict } from "./clock.ts";
import type { JudgedClock } from "./judged.ts";
import { refuse } from "./problem.ts";
import type { Agreements } from "./revision.ts";
import type { Instant } from "./time.ts";

/** Names one clock for good. */
export type ClockPlace = {
  readonly agreement: string;
  readonly commitment: string;
  readonly subject: string;
  readonly cycle: number;
};

/** `origin` is the dispute it answers; a waiver or an exclusion has none. */
type Act = {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly approvals: readonly string[];
  readonly origin?: string;
};

export type CorrectedVerdict = "met" | "breached" | "excused";

/** Another verdict for one clock. */
export type VerdictCorrection = Act & {
  readonly kind: "waiver" | "dispute";
  readonly clock: ClockPlace;
  readonly verdict: CorrectedVerdict;
};

/** Time or subjects left out of an agreement afterwards: everything it touches is judged again. */
export type ExclusionCorrection = Act & {
  readonly kind: "exclusion";
  readonly agreement: string;
  readonly exclusion: ExclusionSpec;
};

/** Takes an earlier correction back; that too is appended. */
export type Revocation = Act & { readonly kind: "revocation"; readonly revokes: string };

export type Correction = VerdictCorrection | ExclusionCorrection | Revocation;

/**
 * A clock with its verdict corrected: `raw` is the one that was measured, `corrections` say why.
 */
export type CorrectedClock = JudgedClock & {
  readonly raw?: Verdict;
  readonly corrections?: readonly string[];
};

/** What each kind has to bring with it. */
const demands: Readonly<Record<Correction["kind"], { readonly approvals: number }>> = {
  waiver: { approvals: 1 },
  dispute: { approvals: 0 },
  exclusion: { approvals: 1 },
  revocation: { approvals: 1 },
};

/**
 * The corrections with one more. Refused: correction-without-reason, correction-not-approved,
 * correction-repeated, correction-unknown (a revocation of nothing).
 */
export function appendCorrection(
  corrections: readonly Correction[],
  added: Correction,
): readonly Correction[] {
  const { id, reason, approvals, kind } = added;
  if (reason.trim() === "") refuse("correction-without-reason", { correction: id });
  if (approvals.length < demands[kind].approvals) {
    refuse("correction-not-approved", { correction: id });
  }
  if (corrections.some((one) => one.id === id)) refuse("correction-repeated", { correction: id });
  if (
    added.kind === "revocation" &&
    !standing(corrections).some((one) => one.id === added.revokes)
  ) {
    refuse("correction-unknown", { correction: added.revokes });
  }
  return [...corrections, added];
}

/** Corrections made by `asOf` that nobody took back, in their order. */
function standing(corrections: readonly Correction[], asOf?: Instant): readonly Correction[] {
  const made = corrections.filter(({ at }) => asOf === undefined || at <= asOf);
  const revoked = new Set(made.flatMap((one) => (one.kind === "revocation" ? [one.revokes] : [])));
  return made.filter(({ id, kind }) => kind !== "revocation" && !revoked.has(id));
}

/** What was decided of a clock by `asOf`, in order; the last one holds. */
export function correctionsByClock(
  corrections: readonly Correction[],
  asOf: Instant,
): (clock: ClockPlace) => readonly VerdictCorrection[] {
  const verdicts = standing(corrections, asOf).filter((one) => "clock" in one);
  const byClock = Map.groupBy(verdicts, ({ clock }) => placeText(clock));
  return byClock.size === 0 ? () => [] : (clock) => byClock.get(placeText(clock)) ?? [];
}

/** Clocks with the verdicts of `corrections` made by `asOf`; the last one of a clock holds. */
export function correctClocks(
  clocks: readonly JudgedClock[],
  corrections: readonly Correction[],
  asOf: Instant,
): readonly CorrectedClock[] {
  if (corrections.length === 0) return clocks;
  const correctionsOf = correctionsByClock(corrections, asOf);
  return clocks.map((clock) => {
    const own = correctionsOf(clock);
    const last = own.at(-1);
    const ids = own.map(({ id }) => id);
    return last ? corrected(clock, last.verdict, ids) : clock;
  });
}

/** One line of text for a clock's place: equal where the places are. */
export function placeText({ agreement, commitment, subject, cycle }: ClockPlace): string {
  return JSON.stringify([agreement, commitment, subject, cycle]);
}

function corrected(
  clock: JudgedClock,
  verdict: CorrectedVerdict,
  corrections: readonly string[],
): CorrectedClock {
  const breachedAt = {
    met: null,
    excused: clock.breachedAt,
    breached: clock.breachedAt ?? clock.dueAt ?? clock.stoppedAt,
  };
  return clock.toldAs({
    verdict,
    provisional: false,
    breachedAt: breachedAt[verdict],
    raw: clock.verdict,
    corrections,
  });
}

/** The agreements with what was left out of them afterwards, by `asOf`. */
export function withExclusions(
  agreements: Agreements,
  corrections: readonly Correction[],
  asOf: Instant,
): Agreements {
  const exclusions = standing(corrections, asOf).filter((one) => one.kind === "exclusion");
  if (exclusions.length === 0) return agreements;
  return agreements.map((one) => {
    const revision = "document" in one ? one : { document: one };
    const { document } = revision;
    const own = exclusions.filter(({ agreement }) => agreement === document.metadata.name);
    if (own.length === 0) return one;
    const added = own.map(({ exclusion }) => exclusion);
    const all = [...(document.spec.exclusions ?? []), ...added];
    return { ...revision, document: { ...document, spec: { ...document.spec, exclusions: all } } };
  });
}
