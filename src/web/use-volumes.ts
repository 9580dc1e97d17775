/** The commitments in force that promise a number of leads, each with its period under way. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { type PeriodJson, periodsOf } from "./period-json.ts";
import { agreementsQuestion, periodsQuestion } from "./questions.ts";
import { useReader } from "./reader.tsx";

export type Volume = { readonly title: string; readonly period: PeriodJson };

/** Undefined while it is being asked. */
export function useVolumes(): readonly Volume[] | undefined {
  const { language } = useReader();
  const { data } = useQuery(agreementsQuestion(language));
  const agreements = data?.agreements ?? [];
  const answers = useQueries({
    queries: agreements.map(({ id }) => periodsQuestion(language, id)),
  });
  if (!data || answers.some(({ isPending }) => isPending)) return undefined;
  return answers.flatMap((answer, index) =>
    (answer.data ? periodsOf(answer.data) : [])
      .filter(({ measure, status, objective }) => {
        const isFloor = objective.atLeast !== undefined || objective.above !== undefined;
        return measure === "count" && status === "open" && isFloor;
      })
      .map((period) => ({ title: agreements[index]?.title ?? period.agreement, period })),
  );
}
