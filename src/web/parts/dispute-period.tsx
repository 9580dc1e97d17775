/** Where a period stands between measured and final, and the way to object while it can be. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { routePaths } from "../paths.ts";
import type { PeriodJson } from "../period-json.ts";
import { workspaceQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { disputeWords } from "../words/dispute.ts";

export function DisputePeriod({ period }: { readonly period: PeriodJson }) {
  const { say, language } = useReader();
  const { agreement, commitment, from, status } = period;
  const mayAct = useQuery(workspaceQuestion(language)).data?.caller.permissions.includes("dispute");
  if (!mayAct) return null;
  if (status === "final") return <p className="soft small">{say(disputeWords.past)}</p>;
  return (
    <p className="no-print">
      <Link to={routePaths.disputes} search={{ agreement, commitment, at: from }}>
        {say(disputeWords.disputePeriod)}
      </Link>
    </p>
  );
}
