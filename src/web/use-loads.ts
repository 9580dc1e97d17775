/** How many open clocks each owner has. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { groupsQuestion } from "./questions-today.ts";
import { useReader } from "./reader.tsx";

export type Loads = ReadonlyMap<string | null, number>;

export function useLoads(): Loads {
  const { language } = useReader();
  const { data } = useQuery(groupsQuestion(language, "owner"));
  return useMemo(() => new Map((data ?? []).map(({ key, clocks }) => [key, clocks])), [data]);
}
