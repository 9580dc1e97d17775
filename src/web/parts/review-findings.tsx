/** Causes, what was disputed and corrected, what is owed, and what asks for a decision. */
import type { ReactNode } from "react";
import type { Sentence } from "../../engine/problems/kind.ts";
import { useReader } from "../reader.tsx";
import type { ReviewShown } from "../review-json.ts";
import {
  causeText,
  creditText,
  proposalText,
  recordTexts,
  remedyText,
  type Telling,
} from "../review-text.ts";
import { reviewWords } from "../words/review.ts";

type FindingsProps = { readonly shown: ReviewShown; readonly telling: Telling };

export function ReviewFindingList({ shown: { agenda }, telling }: FindingsProps) {
  const { causes = [], proposals = [] } = agenda.findings ?? {};
  const owed = [
    ...agenda.credits.map((one) => creditText(one, telling)),
    ...agenda.remedies.map((one) => remedyText(one, telling)),
  ];
  return (
    <>
      <Part
        id="causes"
        head={reviewWords.causes}
        none={reviewWords.noCauses}
        lines={causes.map((one) => causeText(one, telling))}
      />
      <Part
        id="record"
        head={reviewWords.record}
        none={reviewWords.noRecord}
        lines={recordTexts(agenda, telling)}
      />
      <Part id="credits" head={reviewWords.credits} none={reviewWords.noCredits} lines={owed} />
      <Part
        id="proposals"
        head={reviewWords.proposals}
        none={reviewWords.noProposals}
        lines={proposals.map((one) => proposalText(one, telling))}
      />
    </>
  );
}

type PartProps = {
  readonly id: string;
  readonly head: Sentence;
  readonly none: Sentence;
  readonly lines: readonly ReactNode[];
};

function Part({ id, head, none, lines }: PartProps) {
  const { say } = useReader();
  return (
    <section id={id}>
      <h2>{say(head)}</h2>
      {lines.length === 0 ? (
        <p className="soft">{say(none)}</p>
      ) : (
        <ul className="review-lines">
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two corrections may read alike
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
