/** Any two revisions side by side, clause by clause in words. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { AgreementDocument } from "../../engine/agreement.ts";
import { routePaths } from "../paths.ts";
import { revisionQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";
import { ClauseChanges } from "./clause-changes.tsx";
import { SelectField } from "./field.tsx";
import { Waiting } from "./states.tsx";

type CompareProps = {
  readonly agreement: string;
  readonly numbers: readonly number[];
  readonly before: number;
  readonly after: number;
};

export function AgreementCompare({ agreement, numbers, before, after }: CompareProps) {
  const { say } = useReader();
  const navigate = useNavigate();
  const choose = (chosen: { readonly before?: number; readonly after?: number }) =>
    navigate({
      to: routePaths.agreement,
      params: { agreement },
      search: { tab: "versions", before, after, ...chosen },
      replace: true,
    });
  const options = numbers.map((number) => ({
    value: String(number),
    label: say(agreementWords.revisionNumber, { number }),
  }));
  return (
    <section className="compare" aria-label={say(agreementWords.compare)}>
      <h2>{say(agreementWords.compare)}</h2>
      <div className="fields">
        <SelectField
          label={say(agreementWords.compareBefore)}
          value={String(before)}
          options={options}
          change={(number) => choose({ before: Number(number) })}
        />
        <SelectField
          label={say(agreementWords.compareAfter)}
          value={String(after)}
          options={options}
          change={(number) => choose({ after: Number(number) })}
        />
      </div>
      <Difference agreement={agreement} before={before} after={after} />
    </section>
  );
}

function Difference({ agreement, before, after }: Omit<CompareProps, "numbers">) {
  const { language } = useReader();
  const one = useQuery(revisionQuestion(language, agreement, before)).data;
  const other = useQuery(revisionQuestion(language, agreement, after)).data;
  if (!one || !other) return <Waiting />;
  return (
    <ClauseChanges
      before={one.document as AgreementDocument}
      after={other.document as AgreementDocument}
    />
  );
}
