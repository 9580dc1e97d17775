/** Who did what to an agreement, from the audit. */
import { useQuery } from "@tanstack/react-query";
import { useActorName } from "../actor-name.ts";
import { activityQuestion } from "../questions-agreement.ts";
import { useReader } from "../reader.tsx";
import { agreementWords, deedNames, factWords } from "../words/agreement.ts";
import { DataTable } from "./data-table.tsx";
import { Moment } from "./moment.tsx";
import { Failed, Waiting } from "./states.tsx";

export function AgreementActivity({ agreement }: { readonly agreement: string }) {
  const { say, language } = useReader();
  const nameOf = useActorName();
  const answer = useQuery(activityQuestion(language, agreement));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const said = (deed: string) => {
    const known = Object.entries(deedNames).find(([name]) => name === deed);
    return known ? say(known[1]) : deed;
  };
  const told = (facts: unknown) => {
    const given = (facts ?? {}) as Readonly<Record<string, unknown>>;
    return Object.entries(factWords)
      .flatMap(([name, words]) =>
        name in given ? [say(words, { value: String(given[name]) })] : [],
      )
      .join(", ");
  };
  return (
    <DataTable
      caption={say(agreementWords.activityText)}
      fileName={`${agreement}-activity`}
      rows={answer.data}
      rowKey={({ number }) => String(number)}
      empty={say(agreementWords.noActivity)}
      columns={[
        {
          key: "at",
          head: say(agreementWords.when),
          value: ({ at }) => at,
          cell: ({ at }) => <Moment at={at} />,
        },
        { key: "deed", head: say(agreementWords.what), value: ({ deed }) => said(deed) },
        {
          key: "actor",
          head: say(agreementWords.by),
          value: ({ actor, actorName }) => actorName ?? nameOf(actor),
        },
        { key: "facts", head: say(agreementWords.facts), value: ({ facts }) => told(facts) },
      ]}
    />
  );
}
