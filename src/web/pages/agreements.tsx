/** The agreements: between whom, how they stand, and what is left on either side. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { usePageTitle } from "../page-title.ts";
import { AgreementCard } from "../parts/agreement-card.tsx";
import { AgreementsExport } from "../parts/agreements-export.tsx";
import { Empty, Failed, Waiting } from "../parts/states.tsx";
import { routePaths } from "../paths.ts";
import { agreementsQuestion, workspaceQuestion } from "../questions.ts";
import { reviewsQuestion } from "../questions-agreement.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";

export function AgreementsPage() {
  const { say, language } = useReader();
  const answer = useQuery(agreementsQuestion(language));
  const workspace = useQuery(workspaceQuestion(language));
  const reviews = useQuery(reviewsQuestion(language)).data?.reviews ?? [];
  usePageTitle(say(agreementWords.title));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { agreements } = answer.data;
  const mayWrite = workspace.data?.caller.permissions.includes("write") ?? false;
  const pending = reviews.filter(({ state }) => state !== "closed");
  return (
    <>
      <div className="page-head page-head-deeds">
        <h1>{say(agreementWords.title)}</h1>
        <span className="head-deeds">
          <AgreementsExport agreements={agreements} />
          {mayWrite && (
            <Link className="button" to={routePaths.newAgreement} search={{ from: "empty" }}>
              {say(agreementWords.create)}
            </Link>
          )}
        </span>
      </div>
      {agreements.length === 0 ? (
        <Empty title={say(agreementWords.none)} text={say(agreementWords.noneText)} />
      ) : (
        <ul className="agreements">
          {agreements.map((agreement) => (
            <li key={agreement.id}>
              <AgreementCard
                agreement={agreement}
                reviewAt={earliest(pending.filter((one) => one.agreement === agreement.id))}
                mayWrite={mayWrite}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function earliest(reviews: readonly { readonly dueAt: string }[]): string | undefined {
  return reviews.map(({ dueAt }) => dueAt).toSorted()[0];
}
