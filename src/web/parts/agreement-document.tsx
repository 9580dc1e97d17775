/** An agreement in words, made from the document that is judged by, beside its text. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { AgreementDocument } from "../../engine/agreement.ts";
import { describeAgreement } from "../../language/describe-agreement.ts";
import type { Section } from "../../language/section.ts";
import { revisionQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { saveFile } from "../save-file.ts";
import { agreementWords } from "../words/agreement.ts";
import { AgreementLints } from "./agreement-lints.tsx";
import { Failed, Waiting } from "./states.tsx";

type DocumentProps = {
  readonly agreement: string;
  readonly title: string;
  readonly number: number;
  readonly mayWrite: boolean;
};

export function AgreementDocumentText(props: DocumentProps) {
  const { agreement, title, number, mayWrite } = props;
  const { say, language } = useReader();
  const revision = useQuery(revisionQuestion(language, agreement, number));
  const document = revision.data?.document as AgreementDocument | undefined;
  const sections = useMemo(
    () => (document ? describeAgreement(language, { agreement: document }) : []),
    [document, language],
  );
  if (revision.isError) return <Failed error={revision.error} again={() => revision.refetch()} />;
  if (!revision.data) return <Waiting />;
  const { text } = revision.data;
  const save = (ending: string, content: string, type: string) =>
    saveFile(`${agreement}-${number}.${ending}`, new Blob([content], { type }));
  return (
    <>
      <p className="document-deeds">
        <button
          type="button"
          className="button button-second button-small"
          onClick={() => save("md", markdownOf(title, sections), "text/markdown")}
        >
          {say(agreementWords.asMarkdown)}
        </button>
        <button
          type="button"
          className="button button-second button-small"
          onClick={() => save("yaml", text, "application/yaml")}
        >
          {say(agreementWords.asYaml)}
        </button>
        <button type="button" className="button button-second button-small" onClick={() => print()}>
          {say(agreementWords.print)}
        </button>
      </p>
      {mayWrite && <AgreementLints agreement={agreement} text={text} />}
      <div className="document">
        <Clauses sections={sections} />
        <section className="document-text" aria-label={say(agreementWords.showText)}>
          <h2>{say(agreementWords.showText)}</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keys too */}
          <pre className="yaml scroll" tabIndex={0}>
            {text}
          </pre>
        </section>
      </div>
    </>
  );
}

function Clauses({ sections }: { readonly sections: readonly Section[] }) {
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
    </div>
  );
}

/** The prose as Markdown: characters that Markdown would take for its own are escaped. */
function markdownOf(title: string, sections: readonly Section[]): string {
  const plain = (text: string) => text.replace(/[\\`*_[\]<>#|]/g, "\\$&");
  const parts = sections.map(
    ({ title: name, lines }) => `## ${plain(name)}\n\n${lines.map(plain).join("\n\n")}\n`,
  );
  return `# ${plain(title)}\n\n${parts.join("\n")}`;
}
