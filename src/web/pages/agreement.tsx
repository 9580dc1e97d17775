/** One agreement: its document in words, its commitments as kept, and its versions. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, linkOptions } from "@tanstack/react-router";
import { agreementTabs } from "../agreement-tab.ts";
import { usePageTitle } from "../page-title.ts";
import { AgreementCommitments } from "../parts/agreement-commitments.tsx";
import { AgreementDocumentText } from "../parts/agreement-document.tsx";
import { AgreementVersions } from "../parts/agreement-versions.tsx";
import { Failed, Waiting } from "../parts/states.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { TitleText } from "../parts/title-text.tsx";
import { routePaths } from "../paths.ts";
import { agreementQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";

const route = getRouteApi(routePaths.agreement);

export function AgreementPage() {
  const { say, language } = useReader();
  const { agreement } = route.useParams();
  const { tab } = route.useSearch();
  const answer = useQuery(agreementQuestion(language, agreement));
  usePageTitle(answer.data?.title ?? agreement);
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { title, revisions, sentences } = answer.data;
  const latest = Math.max(0, ...revisions.map(({ number }) => number));
  return (
    <>
      <div className="page-head">
        <h1>
          <TitleText text={title} />
        </h1>
        <p className="soft">{agreement}</p>
      </div>
      <Tabs
        label={say(agreementWords.tabs)}
        current={tab}
        tabs={agreementTabs.map((name) => ({
          key: name,
          says: say(agreementWords[name]),
          link: linkOptions({
            to: routePaths.agreement,
            params: { agreement },
            search: { tab: name },
          }),
        }))}
      />
      {tab === "document" && <AgreementDocumentText agreement={agreement} number={latest} />}
      {tab === "commitments" && (
        <AgreementCommitments agreement={agreement} sentences={sentences} />
      )}
      {tab === "versions" && <AgreementVersions agreement={agreement} revisions={revisions} />}
    </>
  );
}
