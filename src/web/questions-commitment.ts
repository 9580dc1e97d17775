/** What the page of a commitment asks beside its periods and its work. */
import { queryOptions } from "@tanstack/react-query";
import type { Language } from "../engine/agreement.ts";
import type { CommitmentSearch, SpendingSide } from "./commitment-view.ts";
import { clientOf } from "./server-client.ts";

export type CommitmentPlace = { readonly agreement: string; readonly commitment: string };

type Span = { readonly from: string; readonly to: string };

/** One period by a dimension: `to` is left out, since periods are told by where they begin. */
export function spendingQuestion(
  language: Language,
  asked: CommitmentPlace & { readonly by: SpendingSide; readonly from: string },
) {
  const { agreement, commitment, by, from } = asked;
  const to = new Date(Date.parse(from) + 1).toISOString();
  return queryOptions({
    queryKey: ["periods", language, "spending", asked],
    queryFn: () =>
      clientOf(language).reportPeriods({
        query: { agreement, commitment, dimension: by, from, to },
      }),
  });
}

/** Items shown of a period; who wants all of many takes them by the API. */
export const MOST_ITEMS = 500;

/** The clocks that fell due in a period: those missed, or all that were judged. */
export function itemsQuestion(
  language: Language,
  place: CommitmentPlace,
  asked: Span & Pick<CommitmentSearch, "by" | "value" | "met">,
) {
  const { from, to, by, value, met } = asked;
  const part = value === undefined || by === "segment" ? {} : { [by]: value };
  return queryOptions({
    queryKey: ["clocks", language, "items", place, asked],
    queryFn: () =>
      clientOf(language).listClocks({
        query: {
          ...place,
          ...part,
          verdict: met ? "breached,met" : "breached",
          dueFrom: from,
          dueBefore: to,
          limit: MOST_ITEMS,
        },
      }),
  });
}

export function sourcesQuestion(language: Language) {
  return queryOptions({
    queryKey: ["sources", language],
    queryFn: () => clientOf(language).listSources(),
  });
}
