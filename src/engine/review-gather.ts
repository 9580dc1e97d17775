/**
 * Reviews gathered: of one agreement and trigger one is open at a time, and what sets the trigger
 * off meanwhile goes onto its table. Docs: docs/reference/review.md.
 */
import { openReview, type Review, type ReviewDue } from "./review.ts";

/** `opened` are new; `widened` are open ones that have more to look back on than they had. */
export type GatheredReviews = {
  readonly opened: readonly Review[];
  readonly widened: readonly Review[];
};

/**
 * What `due` makes of the reviews of one agreement that are `known`. `due` is in the order of time.
 *
 * What sets a trigger off goes to the open review of that trigger; to none where one was held
 * since, which had it on its table; else it opens one. A cadence opens one always.
 * Law: gathered once more the same is opened and widened no further.
 */
export function gatherReviews(
  known: readonly Review[],
  due: readonly ReviewDue[],
  signatories: readonly string[],
): GatheredReviews {
  const before = new Map(known.map((one) => [one.due.key, one]));
  const reviews = new Map(before);
  for (const one of due) {
    const holder = reviews.get(one.key) ?? [...reviews.values()].find((held) => holds(held, one));
    if (!holder) reviews.set(one.key, openReview(one, signatories));
    else if (holder.state === "opened") reviews.set(holder.due.key, widened(holder, one));
  }
  const after = [...reviews.values()];
  return {
    opened: after.filter(({ due: { key } }) => !before.has(key)),
    widened: after.filter((one) => before.has(one.due.key) && before.get(one.due.key) !== one),
  };
}

/** Whether a review is of the same trigger and not over before `at`. */
function holds({ due, deeds }: Review, { why, at }: ReviewDue): boolean {
  if (why.cause === "cadence" || due.why.cause === "cadence") return false;
  const held = deeds.find(({ deed }) => deed === "hold");
  return due.why.trigger === why.trigger && (held === undefined || held.at >= at);
}

/** The review itself where it looks back on all that already. */
function widened(review: Review, { span, why }: ReviewDue): Review {
  const { due } = review;
  if (due.why.cause === "cadence" || why.cause === "cadence") return review;
  const { commitment, also = [] } = due.why;
  const isKnown = why.commitment === commitment || also.includes(why.commitment);
  const from = span.from < due.span.from ? span.from : due.span.from;
  const to = span.to > due.span.to ? span.to : due.span.to;
  if (isKnown && from === due.span.from && to === due.span.to) return review;
  const named = isKnown ? also : [...also, why.commitment];
  const more = named.length > 0 ? { also: named } : {};
  return { ...review, due: { ...due, span: { from, to }, why: { ...due.why, ...more } } };
}
