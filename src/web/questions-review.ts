/** What the pages of reviews ask. */
import { queryOptions } from "@tanstack/react-query";
import type { Language } from "../engine/agreement.ts";
import { clientOf } from "./server-client.ts";

export function reviewsQuestion(language: Language) {
  return queryOptions({
    queryKey: ["reviews", language],
    queryFn: () => clientOf(language).listReviews({ query: {} }),
  });
}

export function reviewQuestion(language: Language, review: string) {
  return queryOptions({
    queryKey: ["reviews", language, review],
    queryFn: () => clientOf(language).showReview({ params: { review } }),
  });
}
