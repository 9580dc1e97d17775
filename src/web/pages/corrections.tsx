/** What was decided after the fact: waivers, exclusions, disputes; what was measured beside it. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { usePageTitle } from "../page-title.ts";
import { AgreementCorrections } from "../parts/agreement-corrections.tsx";
import { DisputeTabs } from "../parts/dispute-tabs.tsx";
import { SelectField } from "../parts/field.tsx";
import { Failed, Waiting } from "../parts/states.tsx";
import { routePaths } from "../paths.ts";
import { agreementsQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { correctionWords } from "../words/correction.ts";

const route = getRouteApi(routePaths.corrections);

export function CorrectionsPage() {
  const { say, language } = useReader();
  const search = route.useSearch();
  const navigate = useNavigate();
  const answer = useQuery(agreementsQuestion(language));
  usePageTitle(say(correctionWords.title));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { agreements } = answer.data;
  const agreement = search.agreement ?? agreements[0]?.id;
  return (
    <>
      <div className="page-head">
        <h1>{say(correctionWords.title)}</h1>
      </div>
      <DisputeTabs current="corrections" />
      {agreement !== undefined && (
        <>
          <div className="correction-choice">
            <SelectField
              label={say(correctionWords.agreement)}
              value={agreement}
              change={(chosen) =>
                navigate({ to: routePaths.corrections, search: { agreement: chosen } })
              }
              options={agreements.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </div>
          <AgreementCorrections key={agreement} agreement={agreement} />
        </>
      )}
      {agreement === undefined && <p className="soft">{say(correctionWords.none)}</p>}
    </>
  );
}
