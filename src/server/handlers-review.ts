/** Reviews. */
import { actOnReviewOf, type DeedAsked, reviewsPage, showReview } from "../actions/review.ts";
import type { Received, Routes } from "../api/routes.ts";
import { missingSignatures, type Review } from "../engine/review.ts";
import { instantText, readInstant } from "../engine/time.ts";
import type { HandlersOf } from "./handler.ts";
import { present } from "./present.ts";

type Names = "listReviews" | "showReview" | "actOnReview";

export const reviewHandlers: HandlersOf<Names> = {
  listReviews: async ({ acting }, { query }) => ({
    reviews: (await reviewsPage(acting, present(query))).map(reviewJson),
  }),
  showReview: async ({ acting }, { params }) => {
    const { review, agenda } = await showReview(acting, params.review);
    return { review: reviewJson(review), agenda };
  },
  actOnReview: async ({ acting }, { params, body }) => {
    const { review, agenda } = await actOnReviewOf(acting, params.review, deedOf(body));
    return { review: reviewJson(review), agenda };
  },
};

function deedOf(body: Received<Routes["actOnReview"]>["body"]): DeedAsked {
  if (body.deed !== "decide") return body;
  const { dueAt, ...decision } = body.decision;
  const due = dueAt === undefined ? undefined : readInstant(dueAt);
  return { ...body, decision: { ...decision, ...(due === undefined ? {} : { dueAt: due }) } };
}

function reviewJson(review: Review) {
  const { due, state, signatories, deeds } = review;
  return {
    id: due.key,
    agreement: due.agreement,
    state,
    dueAt: instantText(due.at),
    from: instantText(due.span.from),
    to: instantText(due.span.to),
    by: due.by,
    why: due.why,
    signatories: [...signatories],
    missing: [...missingSignatures(review)],
    deeds: deeds.map((deed) => ({ ...deed, at: instantText(deed.at) })),
  };
}
