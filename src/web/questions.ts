/** What the screens ask the server, each question with the key it is kept by. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Routes, Sent } from "../api/routes.ts";
import type { Language } from "../engine/agreement.ts";
import { learnTime } from "./now.ts";
import { clientOf } from "./server-client.ts";

type ClockQuery = Omit<Sent<Routes["listClocks"]>["query"], "after" | "limit">;
type CountQuery = Sent<Routes["countClocks"]>["query"];
type ProofQuery = Sent<Routes["explainClock"]>["query"];
type WorkQuery = Sent<Routes["commitmentWork"]>["query"];

const PAGE = 200;

export function clocksQuestion(language: Language, query: ClockQuery) {
  return infiniteQueryOptions({
    queryKey: ["clocks", language, query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      clientOf(language).listClocks({
        query: { ...query, limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

export function countsQuestion(language: Language, query: CountQuery) {
  return queryOptions({
    queryKey: ["counts", language, query],
    queryFn: async () => {
      const counts = await clientOf(language).countClocks({ query });
      learnTime(counts.now);
      return counts;
    },
  });
}

export function workspaceQuestion(language: Language) {
  return queryOptions({
    queryKey: ["workspace", language],
    queryFn: async () => {
      const workspace = await clientOf(language).getWorkspace();
      learnTime(workspace.now);
      return workspace;
    },
  });
}

/** How much of the reader's inbox is unread. */
export function unreadQuestion(language: Language) {
  return queryOptions({
    queryKey: ["inbox", language, "unread"],
    queryFn: () => clientOf(language).listNotices({ query: { limit: 1 } }),
  });
}

export function proofQuestion(language: Language, query: ProofQuery) {
  return queryOptions({
    queryKey: ["proof", language, query],
    queryFn: () => clientOf(language).explainClock({ query }),
  });
}

/** What is known of a subject, and its latest facts. */
export function subjectQuestion(language: Language, subject: string) {
  return queryOptions({
    queryKey: ["subject", language, subject],
    queryFn: () => clientOf(language).getSubject({ query: { subject, limit: 12 } }),
  });
}

export function searchQuestion(language: Language, text: string) {
  return queryOptions({
    queryKey: ["search", language, text],
    queryFn: () => clientOf(language).search({ query: { text, limit: 12 } }),
    enabled: text.length >= 2,
  });
}

export function agreementsQuestion(language: Language) {
  return queryOptions({
    queryKey: ["agreements", language],
    queryFn: () => clientOf(language).listAgreements({ query: { limit: 500 } }),
  });
}

export function agreementQuestion(language: Language, agreement: string) {
  return queryOptions({
    queryKey: ["agreement", language, agreement],
    queryFn: () => clientOf(language).getAgreement({ params: { agreement } }),
  });
}

export function revisionQuestion(language: Language, agreement: string, number: number) {
  return queryOptions({
    queryKey: ["revision", language, agreement, number],
    queryFn: () => clientOf(language).getRevision({ params: { agreement, number } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function periodsQuestion(language: Language, agreement: string) {
  return queryOptions({
    queryKey: ["periods", language, agreement],
    queryFn: () => clientOf(language).listPeriods({ query: { agreement, limit: 200 } }),
  });
}

export function workQuestion(language: Language, query: WorkQuery) {
  return queryOptions({
    queryKey: ["work", language, query],
    queryFn: () => clientOf(language).commitmentWork({ query }),
  });
}
