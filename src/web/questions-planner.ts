/** What the planner asks. */
import { queryOptions } from "@tanstack/react-query";
import type { Routes, Sent } from "../api/routes.ts";
import type { Language } from "../engine/agreement.ts";
import { clientOf } from "./server-client.ts";

export function planHistoryQuestion(
  language: Language,
  query: Sent<Routes["planHistory"]>["query"],
) {
  return queryOptions({
    queryKey: ["loop", language, "plan", query],
    queryFn: () => clientOf(language).planHistory({ query }),
  });
}
