/** What was decided about an agreement afterwards, and what its own text leaves out. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { describeCondition } from "../../language/describe-condition.ts";
import { recurrenceWords } from "../../language/words-recurrence.ts";
import { type CorrectionJson, correctionsOf, entriesOf } from "../dispute-json.ts";
import { useLatestDocument } from "../latest-document.ts";
import { workspaceQuestion } from "../questions.ts";
import { correctionsQuestion } from "../questions-today.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";
import { categoryWords, correctionWords } from "../words/correction.ts";
import { CorrectionEntries } from "./correction-entries.tsx";
import { CorrectionExclude } from "./correction-exclude.tsx";
import { CorrectionRevoke } from "./correction-revoke.tsx";
import { CorrectionTable } from "./correction-table.tsx";
import { DataTable } from "./data-table.tsx";
import { Failed, Waiting } from "./states.tsx";

export function AgreementCorrections({ agreement }: { readonly agreement: string }) {
  const { say, language } = useReader();
  const [open, setOpen] = useState<"exclude" | CorrectionJson>();
  const answer = useQuery(correctionsQuestion(language, agreement));
  const caller = useQuery(workspaceQuestion(language)).data?.caller;
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const mayChange = caller?.permissions.includes("publish") ?? false;
  const close = () => setOpen(undefined);
  return (
    <div className="attainment">
      {mayChange && (
        <div className="row-deeds">
          <button type="button" className="button" onClick={() => setOpen("exclude")}>
            {say(correctionWords.exclude)}
          </button>
        </div>
      )}
      <CorrectionTable
        agreement={agreement}
        corrections={correctionsOf(answer.data)}
        {...(mayChange ? { revoke: setOpen } : {})}
      />
      <CorrectionEntries agreement={agreement} entries={entriesOf(answer.data)} />
      <Exclusions agreement={agreement} />
      {open === "exclude" && <CorrectionExclude agreement={agreement} close={close} />}
      {open !== undefined && open !== "exclude" && (
        <CorrectionRevoke agreement={agreement} correction={open} close={close} />
      )}
    </div>
  );
}

function Exclusions({ agreement }: { readonly agreement: string }) {
  const { say, language } = useReader();
  const document = useLatestDocument(agreement);
  if (!document) return null;
  const { exclusions = [] } = document.spec;
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
          value: ({ category }) => say(categoryWords[category]),
        },
        {
          key: "when",
          head: say(agreementWords.when),
          value: ({ interval, rrule, where }) => {
            if (interval) return `${interval.from} – ${interval.to}`;
            if (rrule) return recurrenceWords(rrule, language);
            return where ? describeCondition(where, language) : null;
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
