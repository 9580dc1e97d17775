/** The pages that whoever reads may go to: a counterparty has no part in how the company works. */
import { useQuery } from "@tanstack/react-query";
import { navigation } from "./navigation.ts";
import { workspaceQuestion } from "./questions.ts";
import { useReader } from "./reader.tsx";

export function useNavigation() {
  const { language } = useReader();
  const { data } = useQuery(workspaceQuestion(language));
  const isOutside = data?.caller.role === "counterparty";
  return navigation.filter(({ isInside }) => !isInside || !isOutside);
}
