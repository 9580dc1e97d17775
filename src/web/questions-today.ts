/** What the page of today asks beside its list: groups, offices, who reads, and what is told. */
import { queryOptions } from "@tanstack/react-query";
import type { Routes, Sent } from "../api/routes.ts";
import type { Language } from "../engine/agreement.ts";
import { clientOf } from "./server-client.ts";
import type { TodaySide } from "./today-view.ts";

type ClockQuery = Sent<Routes["listClocks"]>["query"];

const MINUTE = 60_000;

/** Open clocks by agreement, owner or team: the key of the counters, so that a change renews it. */
export function groupsQuestion(language: Language, by: TodaySide) {
  return queryOptions({
    queryKey: ["counts", language, "groups", by],
    queryFn: async () => (await clientOf(language).countClocks({ query: { groupBy: by } })).groups,
    staleTime: MINUTE,
  });
}

export function openHoursQuestion(language: Language) {
  return queryOptions({
    queryKey: ["open-hours", language],
    queryFn: () => clientOf(language).listOpenHours(),
    refetchInterval: 5 * MINUTE,
  });
}

export function sessionQuestion(language: Language) {
  return queryOptions({
    queryKey: ["session", language],
    queryFn: () => clientOf(language).getSession(),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The first clocks of a group; the rest is one step away, in the list. */
const FIRST = 10;

export function groupClocksQuestion(
  language: Language,
  query: Omit<ClockQuery, "after" | "limit">,
) {
  return queryOptions({
    queryKey: ["clocks", language, "group", query],
    queryFn: () => clientOf(language).listClocks({ query: { ...query, limit: FIRST } }),
  });
}

/** What was decided about an agreement's clocks afterwards. */
export function correctionsQuestion(language: Language, agreement: string) {
  return queryOptions({
    queryKey: ["subject", language, "corrections", agreement],
    queryFn: () => clientOf(language).listCorrections({ query: { agreement } }),
  });
}

type AssignmentAsked = Sent<Routes["assignOwner"]>["body"];

/** What an assignment would do to everybody's load. */
export function loadQuestion(language: Language, asked: AssignmentAsked) {
  return queryOptions({
    queryKey: ["counts", language, "load", asked],
    queryFn: () => clientOf(language).assignOwner({ body: { ...asked, isPreview: true } }),
    enabled: asked.owner !== "",
    staleTime: 0,
  });
}

/** The clock that is due next, from this minute on. */
export function nextDueQuestion(
  language: Language,
  scope: Omit<ClockQuery, "after" | "limit">,
  now: number,
) {
  const dueFrom = new Date(Math.floor(now / MINUTE) * MINUTE).toISOString();
  return queryOptions({
    queryKey: ["clocks", language, "next", scope, dueFrom],
    queryFn: () =>
      clientOf(language).listClocks({
        query: { ...scope, open: "true", verdict: "open", dueFrom, limit: 1 },
      }),
  });
}
