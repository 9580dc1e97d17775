/** The first page of a workspace: where facts come from, and what was brought in, to undo it. */
import { useQuery } from "@tanstack/react-query";
import { usePageTitle } from "../page-title.ts";
import { StartChoices } from "../parts/start-choices.tsx";
import { StartIntakes } from "../parts/start-intakes.tsx";
import { Failed, Waiting } from "../parts/states.tsx";
import { workspaceQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { startWords } from "../words/start.ts";

export function StartPage() {
  const { say, language } = useReader();
  usePageTitle(say(startWords.title));
  const { data, isError, error, refetch } = useQuery(workspaceQuestion(language));
  if (isError) return <Failed error={error} again={() => refetch()} />;
  if (!data) return <Waiting />;
  const { permissions } = data.caller;
  return (
    <div className="start">
      <div className="page-head">
        <h1>{say(startWords.title)}</h1>
      </div>
      <p className="prose">{say(startWords.lead)}</p>
      <StartChoices
        isEmpty={data.isEmpty}
        mayLoad={permissions.includes("admin")}
        timeZone={data.timeZone}
      />
      {permissions.includes("record") && (
        <StartIntakes mayTakeBack={permissions.includes("publish")} />
      )}
    </div>
  );
}
