/** What the pages of disputes, corrections, credits and links ask. */
import { queryOptions } from "@tanstack/react-query";
import type { Routes, Sent } from "../api/routes.ts";
import type { Language } from "../engine/agreement.ts";
import { clientOf } from "./server-client.ts";

export function disputesQuestion(language: Language) {
  return queryOptions({
    queryKey: ["disputes", language],
    queryFn: () => clientOf(language).listDisputes({ query: {} }),
  });
}

export function disputeQuestion(language: Language, dispute: string) {
  return queryOptions({
    queryKey: ["disputes", language, dispute],
    queryFn: () => clientOf(language).showDispute({ params: { dispute } }),
  });
}

export function creditsQuestion(language: Language) {
  return queryOptions({
    queryKey: ["credits", language],
    queryFn: () => clientOf(language).listCredits({ query: {} }),
  });
}

export function statementQuestion(
  language: Language,
  query: Sent<Routes["creditStatement"]>["query"],
) {
  return queryOptions({
    queryKey: ["credits", language, "statement", query],
    queryFn: () => clientOf(language).creditStatement({ query }),
  });
}

export function linksQuestion(language: Language, agreement: string) {
  return queryOptions({
    queryKey: ["links", language, agreement],
    queryFn: () => clientOf(language).listLinks({ params: { agreement } }),
  });
}
