/** The pages that whoever reads may go to: a counterparty has no part in how the company works. */
import { useQuery } from "@tanstack/react-query";
import { everyPage, navigation } from "./navigation.ts";
import { workspaceQuestion } from "./questions.ts";
import { useReader } from "./reader.tsx";

export function useNavigation() {
  const isOutside = useIsOutside();
  return navigation.filter(({ isInside }) => !isInside || !isOutside);
}

/** The same with those that only the palette leads to. */
export function useEveryPage() {
  const isOutside = useIsOutside();
  return everyPage.filter(({ isInside }) => !isInside || !isOutside);
}

/** Of a counterparty: of another company. */
export function useIsOutside(): boolean {
  const { language } = useReader();
  const { data } = useQuery(workspaceQuestion(language));
  return data?.caller.role === "counterparty";
}
