/** What was decided after the fact: waivers, exclusions, disputes; what was measured beside it. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Correction } from "../../engine/correction.ts";
import { usePageTitle } from "../page-title.ts";
import { CorrectionExclude } from "../parts/correction-exclude.tsx";
import { CorrectionRevoke } from "../parts/correction-revoke.tsx";
import { CorrectionTable } from "../parts/correction-table.tsx";
import { DisputeTabs } from "../parts/dispute-tabs.tsx";
import { SelectField } from "../parts/field.tsx";
import { Failed, Waiting } from "../parts/states.tsx";
import { routePaths } from "../paths.ts";
import { agreementsQuestion, workspaceQuestion } from "../questions.ts";
import { correctionsQuestion } from "../questions-today.ts";
import { useReader } from "../reader.tsx";
import { correctionWords } from "../words/correction.ts";

const route = getRouteApi(routePaths.corrections);

export function CorrectionsPage() {
  const { say, language } = useReader();
  const search = route.useSearch();
  const navigate = useNavigate();
  const answer = useQuery(agreementsQuestion(language));
  const workspace = useQuery(workspaceQuestion(language));
  usePageTitle(say(correctionWords.title));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data || !workspace.data) return <Waiting />;
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
          <Own
            key={agreement}
            agreement={agreement}
            mayChange={workspace.data.caller.permissions.includes("publish")}
          />
        </>
      )}
      {agreement === undefined && <p className="soft">{say(correctionWords.none)}</p>}
    </>
  );
}

type OwnProps = { readonly agreement: string; readonly mayChange: boolean };

function Own({ agreement, mayChange }: OwnProps) {
  const { say, language } = useReader();
  const [open, setOpen] = useState<"exclude" | Correction>();
  const answer = useQuery(correctionsQuestion(language, agreement));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const corrections = answer.data.corrections as readonly Correction[];
  const close = () => setOpen(undefined);
  return (
    <>
      {mayChange && (
        <button type="button" className="button" onClick={() => setOpen("exclude")}>
          {say(correctionWords.exclude)}
        </button>
      )}
      <CorrectionTable
        agreement={agreement}
        corrections={corrections}
        {...(mayChange ? { revoke: setOpen } : {})}
      />
      {open === "exclude" && <CorrectionExclude agreement={agreement} close={close} />}
      {open !== undefined && open !== "exclude" && (
        <CorrectionRevoke agreement={agreement} correction={open} close={close} />
      )}
    </>
  );
}
