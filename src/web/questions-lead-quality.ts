/** What the page of lead quality asks. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Routes, Sent } from "../api/routes.ts";
import type { Language } from "../engine/agreement.ts";
import { clientOf } from "./server-client.ts";

type QualityQuery = Sent<Routes["leadQuality"]>["query"];
type LeadsQuery = Omit<Sent<Routes["leadsOfLoop"]>["query"], "after" | "limit">;
type QueueQuery = Omit<Sent<Routes["listHandoffs"]>["query"], "after" | "limit">;
type ProofQuery = Sent<Routes["showHandoff"]>["query"];

const PAGE = 100;

export function qualityQuestion(language: Language, query: QualityQuery) {
  return queryOptions({
    queryKey: ["loop", language, query],
    queryFn: () => clientOf(language).leadQuality({ query }),
  });
}

export function loopLeadsQuestion(language: Language, query: LeadsQuery) {
  return infiniteQueryOptions({
    queryKey: ["loop", language, "leads", query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      clientOf(language).leadsOfLoop({
        query: { ...query, limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

export function handoffsQuestion(language: Language, query: QueueQuery) {
  return infiniteQueryOptions({
    queryKey: ["handoffs", language, query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      clientOf(language).listHandoffs({
        query: { ...query, limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

export function handoffQuestion(language: Language, query: ProofQuery) {
  return queryOptions({
    queryKey: ["handoffs", language, "proof", query],
    queryFn: () => clientOf(language).showHandoff({ query }),
    retry: false,
  });
}
