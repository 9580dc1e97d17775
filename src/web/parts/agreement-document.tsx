/** An agreement in words, made from the document that is judged by, and the text behind it. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { AgreementDocument } from "../../engine/agreement.ts";
import { describeAgreement } from "../../language/describe-agreement.ts";
import { revisionQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";
import { Failed, Waiting } from "./states.tsx";

type DocumentProps = { readonly agreement: string; readonly number: number };

export function AgreementDocumentText({ agreement, number }: DocumentProps) {
  const { say, language } = useReader();
  const revision = useQuery({
    ...revisionQuestion(language, agreement, number),
    enabled: number > 0,
  });
  const document = revision.data?.document as AgreementDocument | undefined;
  const sections = useMemo(
    () => (document ? describeAgreement(language, { agreement: document }) : []),
    [document, language],
  );
  if (revision.isError) return <Failed error={revision.error} again={() => revision.refetch()} />;
  if (!revision.data) return <Waiting />;
  return (
    <div className="clauses">
      {sections.map(({ title, lines }) => (
        <section key={title}>
          <h2>{title}</h2>
          {lines.map((line) => (
            <p key={line} className="prose">
              {line}
            </p>
          ))}
        </section>
      ))}
      <details className="words">
        <summary>{say(agreementWords.showText)}</summary>
        <pre className="yaml">{revision.data.text}</pre>
      </details>
    </div>
  );
}
