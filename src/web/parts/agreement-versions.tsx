/** The versions of an agreement, the newest first, each with what it changed, clause by clause. */
import { useQuery } from "@tanstack/react-query";
import type { Answer, Routes } from "../../api/routes.ts";
import type { AgreementDocument } from "../../engine/agreement.ts";
import { compareRevisions } from "../../language/compare.ts";
import { useActorName } from "../actor-name.ts";
import { revisionQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";
import { Moment } from "./moment.tsx";

type Revisions = Answer<Routes["getAgreement"]>["revisions"];

type VersionsProps = { readonly agreement: string; readonly revisions: Revisions };

/** Characters of a hash that tell two apart at a glance; the whole stands in the title. */
const HASH = 12;

export function AgreementVersions({ agreement, revisions }: VersionsProps) {
  const { say } = useReader();
  const nameOf = useActorName();
  const ordered = revisions.toSorted((a, b) => b.number - a.number);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className="versions scroll" tabIndex={0} aria-label={say(agreementWords.versions)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(agreementWords.revision)}</th>
            <th scope="col">{say(agreementWords.inForce)}</th>
            <th scope="col">{say(agreementWords.changes)}</th>
            <th scope="col">{say(agreementWords.publishedBy)}</th>
            <th scope="col">{say(agreementWords.hash)}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map(({ number, from, publishedBy, contentHash }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td>
                <Moment at={from} />
              </td>
              <td>
                <Changes agreement={agreement} number={number} />
              </td>
              <td className="soft">{nameOf(publishedBy)}</td>
              <td className="soft" title={contentHash}>
                {contentHash.slice(0, HASH)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Changes({ agreement, number }: { readonly agreement: string; readonly number: number }) {
  const { say, language } = useReader();
  const isFirst = number === 1;
  const after = useQuery(revisionQuestion(language, agreement, number));
  const before = useQuery({
    ...revisionQuestion(language, agreement, number - 1),
    enabled: !isFirst,
  });
  if (isFirst) return <span className="soft">{say(agreementWords.first)}</span>;
  if (!after.data || !before.data) return null;
  const changes = compareRevisions(
    before.data.document as AgreementDocument,
    after.data.document as AgreementDocument,
  );
  if (changes.length === 0) return <span className="soft">{say(agreementWords.same)}</span>;
  return (
    <ul>
      {changes.map(({ path, says }) => (
        <li key={path}>{says[language]}</li>
      ))}
    </ul>
  );
}
