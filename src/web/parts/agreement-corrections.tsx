/** What was decided about an agreement afterwards, and what its own text leaves out. */
import { useQuery } from "@tanstack/react-query";
import type { AgreementDocument } from "../../engine/agreement.ts";
import type { Correction } from "../../engine/correction.ts";
import { describeCondition } from "../../language/describe-condition.ts";
import { revisionQuestion } from "../questions.ts";
import { correctionsQuestion } from "../questions-today.ts";
import { useReader } from "../reader.tsx";
import { agreementWords, correctionWords, exclusionWords } from "../words/agreement.ts";
import { DataTable } from "./data-table.tsx";
import { Moment } from "./moment.tsx";
import { Failed, Waiting } from "./states.tsx";

type Told = Correction & { readonly at: string | number };

type CorrectionsProps = { readonly agreement: string; readonly number: number };

export function AgreementCorrections({ agreement, number }: CorrectionsProps) {
  const { say, language } = useReader();
  const answer = useQuery(correctionsQuestion(language, agreement));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const corrections = answer.data.corrections as readonly Told[];
  return (
    <div className="attainment">
      <DataTable
        caption={say(agreementWords.corrections)}
        fileName={`${agreement}-corrections`}
        rows={corrections}
        rowKey={({ id }) => id}
        empty={say(agreementWords.noCorrections)}
        columns={[
          {
            key: "at",
            head: say(agreementWords.when),
            value: ({ at }) => new Date(at).toISOString(),
            cell: ({ at }) => <Moment at={new Date(at).toISOString()} />,
          },
          {
            key: "kind",
            head: say(agreementWords.kind),
            value: ({ kind }) => say(correctionWords[kind]),
          },
          { key: "what", head: say(agreementWords.what), value: matterOf },
          { key: "reason", head: say(agreementWords.reason), value: ({ reason }) => reason },
          { key: "by", head: say(agreementWords.by), value: ({ by }) => by },
          {
            key: "approvals",
            head: say(agreementWords.approvals),
            value: ({ approvals }) => approvals.join(", "),
          },
        ]}
      />
      <Exclusions agreement={agreement} number={number} />
    </div>
  );
}

function matterOf(correction: Told): string {
  if (correction.kind === "exclusion") return correction.exclusion.id;
  if (correction.kind === "revocation") return correction.revokes;
  const { commitment, subject } = correction.clock;
  return `${commitment} · ${subject}`;
}

function Exclusions({ agreement, number }: CorrectionsProps) {
  const { say, language } = useReader();
  const revision = useQuery(revisionQuestion(language, agreement, number)).data;
  if (!revision) return null;
  const { exclusions = [] } = (revision.document as AgreementDocument).spec;
  return (
    <DataTable
      caption={say(agreementWords.exclusions)}
      fileName={`${agreement}-exclusions`}
      rows={exclusions}
      rowKey={({ id }) => id}
      empty={say(agreementWords.noExclusions)}
      columns={[
        { key: "id", head: say(agreementWords.what), value: ({ id }) => id },
        {
          key: "category",
          head: say(agreementWords.kind),
          value: ({ category }) => say(exclusionWords[category]),
        },
        {
          key: "when",
          head: say(agreementWords.when),
          value: ({ interval, rrule, where }) => {
            if (interval) return `${interval.from} – ${interval.to}`;
            return rrule ?? (where ? describeCondition(where, language) : null);
          },
        },
        {
          key: "approvals",
          head: say(agreementWords.approvals),
          value: ({ approvedBy = [] }) => approvedBy.join(", "),
        },
      ]}
    />
  );
}
