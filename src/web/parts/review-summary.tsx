/** A review in five sentences, each with the number that leads to its part of the page. */

import { useReader } from "../reader.tsx";
import type { ReviewShown } from "../review-json.ts";
import { summaryOf, type Telling } from "../review-text.ts";
import { reviewWords } from "../words/review.ts";

type SummaryProps = { readonly shown: ReviewShown; readonly telling: Telling };

export function ReviewSummary({ shown, telling }: SummaryProps) {
  const { say } = useReader();
  return (
    <section className="review-summary">
      <h2>{say(reviewWords.summary)}</h2>
      {summaryOf(shown, telling).map(({ says, part }) => (
        <p key={part} className="prose">
          {linked(says, part)}
        </p>
      ))}
    </section>
  );
}

/** What stands in brackets becomes a link; there is an even number of them. */
function linked(says: string, part: string) {
  return says.split(/[[\]]/).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      <a key={piece} href={`#${part}`}>
        {piece}
      </a>
    ),
  );
}
