/** What the first pages ask: what was brought in, and what the facts already promise. */
import { queryOptions } from "@tanstack/react-query";
import type { Routes, Sent } from "../api/routes.ts";
import type { Language } from "../engine/agreement.ts";
import { clientOf } from "./server-client.ts";

export type RevealQuery = Sent<Routes["reveal"]>["query"];
type ItemsQuery = Sent<Routes["revealItems"]>["query"];

export function intakesQuestion(language: Language) {
  return queryOptions({
    queryKey: ["intakes", language],
    queryFn: () => clientOf(language).listIntakes(),
  });
}

/** Kept while the page is looked at: ninety days are judged for each answer. */
const KEPT = 60_000;

export function revealQuestion(language: Language, query: RevealQuery) {
  return queryOptions({
    queryKey: ["reveal", language, query],
    queryFn: () => clientOf(language).reveal({ query }),
    staleTime: KEPT,
  });
}

export function revealItemsQuestion(language: Language, query: ItemsQuery) {
  return queryOptions({
    queryKey: ["reveal", "items", language, query],
    queryFn: () => clientOf(language).revealItems({ query }),
    staleTime: KEPT,
  });
}

/** The countries whose holidays are known, and the regions of one. */
export function placesQuestion(language: Language, country: string | undefined) {
  return queryOptions({
    queryKey: ["holidays", language, country],
    queryFn: () =>
      clientOf(language).holidayPlaces({ query: country === undefined ? {} : { country } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
