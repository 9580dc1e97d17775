/** One agreement: its words, its promises as kept, its versions, and what was done about it. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, linkOptions } from "@tanstack/react-router";
import type { Answer, Routes } from "../../api/routes.ts";
import { agreementTabs } from "../agreement-tab.ts";
import { usePageTitle } from "../page-title.ts";
import { AgreementActivity } from "../parts/agreement-activity.tsx";
import { AgreementAttainment } from "../parts/agreement-attainment.tsx";
import { StateTag } from "../parts/agreement-card.tsx";
import { AgreementCommitments } from "../parts/agreement-commitments.tsx";
import { AgreementCompare } from "../parts/agreement-compare.tsx";
import { AgreementCorrections } from "../parts/agreement-corrections.tsx";
import { AgreementDocumentText } from "../parts/agreement-document.tsx";
import { AgreementLinks } from "../parts/agreement-links.tsx";
import { AgreementVersions } from "../parts/agreement-versions.tsx";
import { Empty, Failed, Waiting } from "../parts/states.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { TitleText } from "../parts/title-text.tsx";
import { routePaths } from "../paths.ts";
import { agreementQuestion, workspaceQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";

type Detail = Answer<Routes["getAgreement"]>;

const route = getRouteApi(routePaths.agreement);

export function AgreementPage() {
  const { say, language } = useReader();
  const { agreement } = route.useParams();
  const { tab } = route.useSearch();
  const answer = useQuery(agreementQuestion(language, agreement));
  const workspace = useQuery(workspaceQuestion(language)).data;
  usePageTitle(answer.data?.title ?? agreement);
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data || !workspace) return <Waiting />;
  const { permissions } = workspace.caller;
  const mayWrite = permissions.includes("write");
  const shown = agreementTabs.filter(
    (name) =>
      (name !== "activity" || permissions.includes("audit")) &&
      (name !== "links" || permissions.includes("publish")),
  );
  return (
    <>
      <Head detail={answer.data} mayWrite={mayWrite} mayShare={permissions.includes("publish")} />
      <Tabs
        label={say(agreementWords.tabs)}
        current={tab}
        tabs={shown.map((name) => ({
          key: name,
          says: say(agreementWords[name]),
          link: linkOptions({
            to: routePaths.agreement,
            params: { agreement },
            search: { tab: name },
          }),
        }))}
      />
      {answer.data.revisions.length === 0 ? (
        <Empty title={say(agreementWords.onlyDraft)} text={say(agreementWords.onlyDraftText)} />
      ) : (
        <Part detail={answer.data} mayWrite={mayWrite} />
      )}
    </>
  );
}

type HeadProps = { readonly detail: Detail; readonly mayWrite: boolean };

function Head({ detail, mayWrite, mayShare }: HeadProps & { readonly mayShare: boolean }) {
  const { say } = useReader();
  const { id, title, state, hasDraft } = detail;
  return (
    <div className="page-head page-head-deeds">
      <h1>
        <TitleText text={title} />
      </h1>
      <p className="soft">{id}</p>
      <StateTag state={state} />
      {mayWrite && (
        <span className="head-deeds">
          {mayShare && detail.revisions.length > 0 && (
            <Link
              className="button button-second"
              to={routePaths.agreement}
              params={{ agreement: id }}
              search={{ tab: "links" }}
            >
              {say(agreementWords.share)}
            </Link>
          )}
          <Link
            className="button button-second"
            to={routePaths.newAgreement}
            search={{ from: "copy", copy: id }}
          >
            {say(agreementWords.copy)}
          </Link>
          <Link className="button" to={routePaths.editor} params={{ agreement: id }}>
            {say(hasDraft ? agreementWords.editDraft : agreementWords.edit)}
          </Link>
        </span>
      )}
    </div>
  );
}

function Part({ detail, mayWrite }: HeadProps) {
  const { id, title, revisions, sentences } = detail;
  const { tab, before, after } = route.useSearch();
  const numbers = revisions.map(({ number }) => number);
  const latest = Math.max(...numbers);
  switch (tab) {
    case "document":
      return (
        <AgreementDocumentText agreement={id} title={title} number={latest} mayWrite={mayWrite} />
      );
    case "commitments":
      return <AgreementCommitments agreement={id} sentences={sentences} mayWrite={mayWrite} />;
    case "attainment":
      return <AgreementAttainment agreement={id} />;
    case "corrections":
      return <AgreementCorrections agreement={id} />;
    case "links":
      return <AgreementLinks agreement={id} />;
    case "activity":
      return <AgreementActivity agreement={id} />;
    default:
      return (
        <>
          <AgreementVersions agreement={id} revisions={revisions} />
          {numbers.length > 1 && (
            <AgreementCompare
              agreement={id}
              numbers={numbers}
              before={known(numbers, before) ?? latest - 1}
              after={known(numbers, after) ?? latest}
            />
          )}
        </>
      );
  }
}

function known(numbers: readonly number[], wanted: number | undefined): number | undefined {
  return numbers.find((number) => number === wanted);
}
