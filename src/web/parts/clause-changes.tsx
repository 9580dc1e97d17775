/** What one revision says differently from another, clause by clause. */
import type { AgreementDocument } from "../../engine/agreement.ts";
import { compareRevisions } from "../../language/compare.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";

type ChangesProps = { readonly before: AgreementDocument; readonly after: AgreementDocument };

export function ClauseChanges({ before, after }: ChangesProps) {
  const { say, language } = useReader();
  const changes = compareRevisions(before, after);
  if (changes.length === 0) return <p className="soft">{say(agreementWords.same)}</p>;
  return (
    <ul className="clause-changes">
      {changes.map(({ path, kind, says }) => (
        <li key={path} className={`clause-${kind}`}>
          {says[language]}
        </li>
      ))}
    </ul>
  );
}
