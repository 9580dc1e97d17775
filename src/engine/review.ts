/**
 * Reviews: when one is due, and how it goes from opened to closed. Docs: docs/reference/review.md.
 */
import type { ReviewSpec } from "./agreement.ts";
import { finalFrom } from "./credit-term.ts";
import type { Hours } from "./hours.ts";
import { localPeriod } from "./local-date.ts";
import { compareFractions, type Fraction, readPercent } from "./money-fraction.ts";
import type { Period } from "./period.ts";
import { refuse } from "./problem.ts";
import { finalsOf } from "./remedy-record.ts";
import type { RevisionInForce } from "./revision.ts";
import type { Instant, Span } from "./time.ts";

/**
 * Why a review is due: its cadence, or a trigger that one commitment set off; `also` those that set
 * it off while the review was open.
 */
export type ReviewCause =
  | { readonly cause: "cadence" }
  | {
      readonly cause: "missed" | "volumeChange";
      readonly trigger: string;
      readonly commitment: string;
      readonly also?: readonly string[];
    };

/** `span` is what the review looks back on; `at` when it became due. `key` names it for good. */
export type ReviewDue = {
  readonly key: string;
  readonly agreement: string;
  readonly at: Instant;
  readonly span: Span;
  readonly by: string;
  readonly why: ReviewCause;
};

/** A year of months is the furthest a cadence is caught up with after a long stop. */
const MOST_REVIEWS = 120;

/**
 * The reviews of a revision that fell due by `asOf`, earliest first: at the end of every span of
 * its cadence, and when a period becomes final that sets a trigger off. `hours` are those of the
 * agreement.
 *
 * A trigger looks at final periods alone, so it is never taken back. "missed 2 of 3": two of the
 * last three assessable periods were missed, the last of them among these. "volume change 30%": a
 * period had at least so much more or less volume than the one before, which had some. Refused:
 * trigger-unreadable.
 */
export function reviewsDue(
  revision: RevisionInForce,
  hours: Hours,
  periods: readonly Period[],
  asOf: Instant,
): readonly ReviewDue[] {
  const { review } = revision.spec;
  if (!review) return [];
  const triggers = (review.triggers ?? []).map(readTrigger);
  const finals = finalsOf(periods);
  const ids = revision.spec.commitments.map(({ id }) => id);
  const triggered = ids.flatMap((id) => {
    const known = finals(revision.agreement, id);
    return triggers.flatMap((trigger) => setOff(trigger, known, { revision, review, hours }));
  });
  return [...cadenceOf(revision, review, asOf), ...triggered]
    .filter(({ at }) => at <= asOf)
    .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

function cadenceOf(
  revision: RevisionInForce,
  { every, by }: ReviewSpec,
  asOf: Instant,
): readonly ReviewDue[] {
  const { agreement, from, until, spec } = revision;
  const due: ReviewDue[] = [];
  const last = Math.min(asOf, until) as Instant;
  let span = localPeriod(spec.term.timeZone, last, every);
  while (span.to > from && due.length < MOST_REVIEWS) {
    const key = [agreement, "cadence", span.from].join(" ");
    due.push({ key, agreement, at: span.to, span, by, why: { cause: "cadence" } });
    span = localPeriod(spec.term.timeZone, (span.from - 1) as Instant, every);
  }
  return due;
}

type Trigger = { readonly text: string } & (
  | { readonly misses: number; readonly of: number }
  | { readonly change: Fraction }
);

function readTrigger(text: string): Trigger {
  const [, misses, of] = /^missed (\d{1,3}) of (\d{1,3})$/.exec(text) ?? [];
  if (misses !== undefined && of !== undefined) {
    return { text, misses: Number.parseInt(misses, 10), of: Number.parseInt(of, 10) };
  }
  const change = readPercent(/^volume change (.+)$/.exec(text)?.[1] ?? "");
  return change ? { text, change } : refuse("trigger-unreadable", { text });
}

type Reviewed = {
  readonly revision: RevisionInForce;
  readonly review: ReviewSpec;
  readonly hours: Hours;
};

function setOff(
  trigger: Trigger,
  known: readonly Period[],
  { revision, review, hours }: Reviewed,
): readonly ReviewDue[] {
  const isSetOff = "change" in trigger ? changesBy(trigger.change) : missesOf(trigger);
  const cause = "change" in trigger ? "volumeChange" : "missed";
  return known
    .filter((_, index) => isSetOff(known.slice(0, index + 1)))
    .map(({ commitment, from, to }) => ({
      key: [revision.agreement, commitment, trigger.text, from].join(" "),
      agreement: revision.agreement,
      at: finalFrom(revision, to, hours),
      span: { from, to },
      by: review.by,
      why: { cause, trigger: trigger.text, commitment },
    }));
}

function missesOf({ misses, of }: { readonly misses: number; readonly of: number }) {
  return (known: readonly Period[]): boolean => {
    const last = known.filter(({ verdict }) => verdict !== "notAssessable").slice(-of);
    const missed = last.filter(({ verdict }) => verdict === "breached");
    return last.at(-1) === known.at(-1) && missed.length >= misses && last.at(-1) === missed.at(-1);
  };
}

function changesBy(change: Fraction) {
  return (known: readonly Period[]): boolean => {
    const [before, now] = known.slice(-2).map(volumeOf);
    if (before === undefined || now === undefined || before === 0) return false;
    const difference = BigInt(Math.abs(now - before));
    const moved = { numerator: difference, denominator: BigInt(before) };
    return compareFractions(moved, change) >= 0;
  };
}

/** How much there was to judge: the volume of a measure, the clocks judged of a clock. */
function volumeOf({ volume, met, breached }: Period): number {
  return Math.round(volume ?? met + breached);
}

export type ReviewState = "opened" | "held" | "signed" | "closed";

/**
 * What may be done to a review in each state, and where it leads. Closed, it is part of the record.
 */
export const reviewMoves: Readonly<
  Record<ReviewState, Partial<Readonly<Record<ReviewDeed["deed"], ReviewState>>>>
> = {
  opened: { note: "opened", decide: "opened", hold: "held" },
  held: { note: "held", decide: "held", sign: "held" },
  signed: { close: "closed" },
  closed: {},
};

/** What a decision leads to: a task, a draft of a new revision, or nothing but itself. */
export type ReviewDecision = {
  readonly id: string;
  readonly says: string;
  readonly owner: string;
  readonly becomes: "task" | "draft" | "nothing";
  readonly dueAt?: Instant;
};

export type ReviewDeed = { readonly at: Instant; readonly by: string } & (
  | { readonly deed: "note"; readonly says: string }
  | { readonly deed: "decide"; readonly decision: ReviewDecision }
  | { readonly deed: "hold"; readonly minutes: string }
  | { readonly deed: "sign" }
  | { readonly deed: "close" }
);

/** A review is its deeds, in order; all else follows from them. */
export type Review = {
  readonly due: ReviewDue;
  /** The parties whose signatures it takes. */
  readonly signatories: readonly string[];
  readonly state: ReviewState;
  readonly deeds: readonly ReviewDeed[];
};

/** A review just opened. `signatories` are the parties to the agreement. */
export function openReview(due: ReviewDue, signatories: readonly string[]): Review {
  return { due, signatories, state: "opened", deeds: [] };
}

/**
 * The review with one more deed. With the last signature it is signed; then it may be closed.
 *
 * Refused: review-move (not in this state), review-signer (not a party to it, or twice),
 * review-decision-repeated, review-without-minutes.
 */
export function actOnReview(review: Review, deed: ReviewDeed): Review {
  const { state, deeds } = review;
  const facts = { review: review.due.key, state, deed: deed.deed };
  const next = reviewMoves[state][deed.deed] ?? refuse("review-move", facts);
  checkDeed(review, deed);
  const done = { ...review, deeds: [...deeds, deed] };
  const isSigned = deed.deed === "sign" && missingSignatures(done).length === 0;
  return { ...done, state: isSigned ? "signed" : next };
}

function checkDeed(review: Review, deed: ReviewDeed): void {
  const facts = { review: review.due.key };
  if (deed.deed === "hold" && deed.minutes.trim() === "") refuse("review-without-minutes", facts);
  if (deed.deed === "sign" && !missingSignatures(review).includes(deed.by)) {
    refuse("review-signer", { ...facts, party: deed.by });
  }
  if (deed.deed !== "decide") return;
  const { id } = deed.decision;
  if (decisionsOf(review).some((one) => one.id === id)) {
    refuse("review-decision-repeated", { ...facts, decision: id });
  }
}

/** The parties that have not signed yet. */
export function missingSignatures({ signatories, deeds }: Review): readonly string[] {
  const signed = new Set(deeds.filter(({ deed }) => deed === "sign").map(({ by }) => by));
  return signatories.filter((party) => !signed.has(party));
}

/** The decisions of a review, in the order they were taken. */
export function decisionsOf({ deeds }: Review): readonly ReviewDecision[] {
  return deeds.flatMap((one) => (one.deed === "decide" ? [one.decision] : []));
}
