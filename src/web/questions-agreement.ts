/** What the pages of agreements ask beside the agreements themselves. */
import { queryOptions } from "@tanstack/react-query";
import type { Language } from "../engine/agreement.ts";
import { clientOf } from "./server-client.ts";

/** The reviews of every agreement. */
export function reviewsQuestion(language: Language) {
  return queryOptions({
    queryKey: ["reviews", language],
    queryFn: () => clientOf(language).listReviews({ query: {} }),
  });
}

const DEEDS = 200;

/** What was done to one agreement, the last first. */
export function activityQuestion(language: Language, agreement: string) {
  return queryOptions({
    queryKey: ["audit", language, "agreement", agreement],
    queryFn: async () => {
      const target = `agreement/${agreement}`;
      const { rows } = await clientOf(language).searchAudit({ query: { target, limit: DEEDS } });
      return rows.filter((row) => row.target === target);
    },
  });
}
