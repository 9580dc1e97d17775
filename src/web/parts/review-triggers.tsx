/** What opens reviews, agreement by agreement, as its latest text says it. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { reviewLines } from "../../language/describe-life.ts";
import { useLatestDocument } from "../latest-document.ts";
import { routePaths } from "../paths.ts";
import { agreementsQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { reviewWords } from "../words/review.ts";
import { TitleText } from "./title-text.tsx";

export function ReviewTriggers() {
  const { say, language } = useReader();
  const agreements = useQuery(agreementsQuestion(language)).data?.agreements ?? [];
  if (agreements.length === 0) return null;
  return (
    <section className="review-triggers">
      <h2>{say(reviewWords.triggers)}</h2>
      <ul className="review-lines">
        {agreements.map(({ id, title }) => (
          <Triggers key={id} agreement={id} title={title} />
        ))}
      </ul>
    </section>
  );
}

type TriggersProps = { readonly agreement: string; readonly title: string };

/** Nothing of an agreement that nobody reviews. */
function Triggers({ agreement, title }: TriggersProps) {
  const { language } = useReader();
  const document = useLatestDocument(agreement);
  const lines = document ? reviewLines(document.spec.review, document.spec, language) : [];
  if (lines.length === 0) return null;
  return (
    <li>
      <Link to={routePaths.agreement} params={{ agreement }} search={{ tab: "document" }}>
        <TitleText text={title} />
      </Link>{" "}
      {lines.join(" ")}
    </li>
  );
}
