/**
 * What a review has on its table, from what was judged: how both sides kept their promises, what
 * was missed and why, disputes, money, corrections. Docs: docs/reference/review.md#agenda.
 */
import type { AgreementSpec } from "./agreement.ts";
import type { Correction } from "./correction.ts";
import type { Credit } from "./credit.ts";
import type { Dimension } from "./dimension.ts";
import type { Dispute } from "./dispute-claim.ts";
import type { DefinitionDrift } from "./lead-reason.ts";
import { isOmitted } from "./level.ts";
import type { Unit } from "./objective.ts";
import type { Period } from "./period.ts";
import type { RemedyDue } from "./remedy-due.ts";
import type { ReviewDue } from "./review.ts";
import type { Instant } from "./time.ts";

/** What the agenda is drawn from: a judgement, and what people did. */
export type ReviewSources = {
  readonly periods: readonly Period[];
  readonly credits: readonly Credit[];
  readonly remedies: readonly RemedyDue[];
  readonly disputes: readonly Dispute[];
  readonly corrections: readonly Correction[];
};

/** How one party kept its promises: the periods that ended in the span, by commitment. */
export type SideOfReview = {
  readonly party: string;
  readonly commitments: readonly {
    readonly commitment: string;
    readonly periods: readonly Period[];
    readonly met: number;
    readonly breached: number;
    readonly notAssessable: number;
  }[];
};

/** Of `of` misses of a commitment, `missed` are at one value; of all of them where it is null. */
export type MissCause = {
  readonly commitment: string;
  readonly dimension: Dimension | null;
  readonly value: string | null;
  readonly missed: number;
  readonly of: number;
  readonly cases: number;
};

/** Something to decide. `reached`: what half of the periods reached at least. */
export type ReviewProposal =
  | {
      readonly kind: "objective";
      readonly commitment: string;
      readonly met: number;
      readonly of: number;
      readonly reached: number;
      readonly unit: Unit;
    }
  | { readonly kind: "definition"; readonly drift: DefinitionDrift };

export type ReviewFindings = {
  readonly causes: readonly MissCause[];
  readonly drifts: readonly DefinitionDrift[];
  readonly proposals: readonly ReviewProposal[];
};

export type Agenda = {
  readonly due: ReviewDue;
  /** Every party that owes something, so that attainment is seen both ways. */
  readonly sides: readonly SideOfReview[];
  readonly missed: readonly Period[];
  readonly disputes: readonly Dispute[];
  readonly credits: readonly Credit[];
  readonly remedies: readonly RemedyDue[];
  readonly corrections: readonly Correction[];
  /** What follows from all this and the lead-quality loop; whoever prepares the review adds it. */
  readonly findings?: ReviewFindings;
};

/**
 * The agenda of a review: of its agreement, what ended or was done in its span; in the parties'
 * order. What happened after the span and before the review is of the next one.
 */
export function agendaOf(due: ReviewDue, spec: AgreementSpec, sources: ReviewSources): Agenda {
  const { from, to } = due.span;
  const isWithin = (at: Instant) => at >= from && at < to;
  const isOwn = ({ agreement }: { readonly agreement: string }) => agreement === due.agreement;
  const ended = sources.periods.filter(
    (period) => isOwn(period) && period.to > from && period.to <= to && period.status !== "open",
  );
  return {
    due,
    sides: sidesOf(spec, ended),
    missed: ended.filter(({ verdict }) => verdict === "breached"),
    disputes: sources.disputes.filter((one) => isOwn(one) && isWithin(one.at)),
    credits: sources.credits.filter((one) => isOwn(one) && isWithin(one.finalAt)),
    remedies: sources.remedies.filter((one) => isOwn(one) && isWithin(one.at)),
    corrections: sources.corrections.filter((one) => isWithin(one.at) && isCorrectionOf(one, due)),
  };
}

function isCorrectionOf(one: Correction, { agreement }: ReviewDue): boolean {
  if (one.kind === "revocation") return true;
  return one.kind === "exclusion" ? one.agreement === agreement : one.clock.agreement === agreement;
}

function sidesOf(spec: AgreementSpec, ended: readonly Period[]): readonly SideOfReview[] {
  const byCommitment = Map.groupBy(ended, ({ commitment }) => commitment);
  return spec.parties.flatMap(({ id: party }) => {
    const own = spec.commitments.filter((one) => !isOmitted(one) && one.obliged === party);
    const commitments = own.map(({ id }) => {
      const periods = byCommitment.get(id) ?? [];
      const count = (wanted: Period["verdict"]) =>
        periods.filter(({ verdict }) => verdict === wanted).length;
      return {
        commitment: id,
        periods,
        met: count("met"),
        breached: count("breached"),
        notAssessable: count("notAssessable"),
      };
    });
    return own.length === 0 ? [] : [{ party, commitments }];
  });
}
