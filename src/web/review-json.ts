/** Reviews as they are answered: the engine's own, their instants as text or as numbers. */
import type { Answer, Routes } from "../api/routes.ts";
import type { Period } from "../engine/period.ts";
import type { ReviewCause, ReviewDeed, ReviewState } from "../engine/review.ts";
import type { Agenda } from "../engine/review-agenda.ts";
import type { PeriodJson } from "./period-json.ts";

type Told = Answer<Routes["showReview"]>["review"];

type DeedJson = ReviewDeed extends infer D
  ? D extends ReviewDeed
    ? Omit<D, "at"> & { readonly at: string }
    : never
  : never;

export type ReviewJson = Omit<Told, "state" | "why" | "deeds"> & {
  readonly state: ReviewState;
  readonly why: ReviewCause;
  readonly deeds: readonly DeedJson[];
};

export type ReviewShown = { readonly review: ReviewJson; readonly agenda: Agenda };

export function reviewsOf(answer: Answer<Routes["listReviews"]>): readonly ReviewJson[] {
  return answer.reviews as readonly ReviewJson[];
}

/** The agenda keeps its instants as whole numbers. */
export function shownOf(answer: Answer<Routes["showReview"]>): ReviewShown {
  return answer as ReviewShown;
}

/** A period of an agenda as the parts of agreements take it. */
export function periodJson({ from, to, ...period }: Period): PeriodJson {
  return { ...period, from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

export function decisionsOf({ deeds }: ReviewJson) {
  return deeds.flatMap((one) => (one.deed === "decide" ? [{ ...one.decision, at: one.at }] : []));
}

export function notesOf({ deeds }: ReviewJson) {
  return deeds.flatMap((one) => (one.deed === "note" ? [one] : []));
}

/** When it was held and with which minutes; undefined before. */
export function heldOf({ deeds }: ReviewJson) {
  return deeds.find((one) => one.deed === "hold");
}
