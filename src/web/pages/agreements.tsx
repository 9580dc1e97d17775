/** The agreements, each with how its commitments have been kept. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { usePageTitle } from "../page-title.ts";
import { PeriodStrip } from "../parts/period-strip.tsx";
import { Empty, Failed, Waiting } from "../parts/states.tsx";
import { TitleText } from "../parts/title-text.tsx";
import { routePaths } from "../paths.ts";
import { periodsOf } from "../period-json.ts";
import { agreementsQuestion, periodsQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";

export function AgreementsPage() {
  const { say, language } = useReader();
  const answer = useQuery(agreementsQuestion(language));
  usePageTitle(say(agreementWords.title));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { agreements } = answer.data;
  return (
    <>
      <div className="page-head">
        <h1>{say(agreementWords.title)}</h1>
      </div>
      {agreements.length === 0 ? (
        <Empty title={say(agreementWords.none)} text={say(agreementWords.noneText)} />
      ) : (
        <ul className="agreements">
          {agreements.map(({ id, title }) => (
            <li key={id}>
              <h2>
                <Link
                  to={routePaths.agreement}
                  params={{ agreement: id }}
                  search={{ tab: "document" }}
                >
                  <TitleText text={title} />
                </Link>
              </h2>
              <p className="soft small">{id}</p>
              <Kept agreement={id} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Each commitment with its latest periods. */
function Kept({ agreement }: { readonly agreement: string }) {
  const { say, language } = useReader();
  const { data } = useQuery(periodsQuestion(language, agreement));
  if (!data) return <Waiting />;
  const byCommitment = Map.groupBy(periodsOf(data), ({ commitment }) => commitment);
  const named = [...byCommitment].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return (
    <table className="kept">
      <caption className="hidden">{say(agreementWords.attainment)}</caption>
      <thead className="hidden">
        <tr>
          <th scope="col">{say(agreementWords.commitment)}</th>
          <th scope="col">{say(agreementWords.lastPeriods)}</th>
        </tr>
      </thead>
      <tbody>
        {named.map(([commitment, periods]) => (
          <tr key={commitment}>
            <th scope="row">
              <Link to={routePaths.commitment} params={{ agreement, commitment }}>
                {commitment}
              </Link>
            </th>
            <td>
              <PeriodStrip periods={periods} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
