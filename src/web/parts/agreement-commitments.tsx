/** The commitments of an agreement: the sentence, how it stands now, and the periods before. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { routePaths } from "../paths.ts";
import { type PeriodJson, periodsOf } from "../period-json.ts";
import { periodsQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";
import { MissesLeft } from "./misses-left.tsx";
import { PeriodStrip } from "./period-strip.tsx";
import { PeriodValue } from "./period-value.tsx";

type Sentences = readonly { readonly commitment: string; readonly says: string }[];

type CommitmentsProps = {
  readonly agreement: string;
  readonly sentences: Sentences;
  readonly mayWrite: boolean;
};

export function AgreementCommitments({ agreement, sentences, mayWrite }: CommitmentsProps) {
  const { say, language } = useReader();
  const { data } = useQuery(periodsQuestion(language, agreement));
  const periods = data ? periodsOf(data) : [];
  return (
    <ul className="commitments">
      {sentences.map(({ commitment, says }) => (
        <li key={commitment}>
          <h2>
            <Link to={routePaths.commitment} params={{ agreement, commitment }}>
              {commitment}
            </Link>
          </h2>
          <p className="prose">{says}</p>
          {mayWrite && (
            <p className="small edit-one">
              <Link to={routePaths.editor} params={{ agreement }} search={{ commitment }}>
                {say(agreementWords.editOne, { commitment })}
              </Link>
            </p>
          )}
          <Standing periods={periods.filter((period) => period.commitment === commitment)} />
        </li>
      ))}
    </ul>
  );
}

function Standing({ periods }: { readonly periods: readonly PeriodJson[] }) {
  const current = periods[0];
  if (!current) return null;
  return (
    <div className="standing">
      <PeriodStrip periods={periods} />
      <PeriodValue period={current} />
      <MissesLeft period={current} />
    </div>
  );
}
