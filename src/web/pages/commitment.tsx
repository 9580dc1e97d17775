/**
 * One commitment: how it stands, how it has gone, how long it takes, when it comes, what was
 * missed.
 */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { AgreementDocument } from "../../engine/agreement.ts";
import { limitsOf } from "../commitment-limit.ts";
import { useNow } from "../now.ts";
import { usePageTitle } from "../page-title.ts";
import { CommitmentAside } from "../parts/commitment-aside.tsx";
import { CommitmentItems } from "../parts/commitment-items.tsx";
import { CommitmentSpending } from "../parts/commitment-spending.tsx";
import { DisputePeriod } from "../parts/dispute-period.tsx";
import { HeatMap } from "../parts/heat-map.tsx";
import { MissesLeft } from "../parts/misses-left.tsx";
import { ObjectiveWords } from "../parts/objective-words.tsx";
import { PeriodChart } from "../parts/period-chart.tsx";
import { PeriodValue } from "../parts/period-value.tsx";
import { SpreadChart } from "../parts/spread-chart.tsx";
import { Failed, Waiting } from "../parts/states.tsx";
import { TitleText } from "../parts/title-text.tsx";
import { routePaths } from "../paths.ts";
import { type PeriodJson, periodsOf } from "../period-json.ts";
import {
  agreementQuestion,
  periodsQuestion,
  revisionQuestion,
  workQuestion,
} from "../questions.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";

const route = getRouteApi(routePaths.commitment);

export function CommitmentPage() {
  const { say, language } = useReader();
  const { agreement, commitment } = route.useParams();
  const search = route.useSearch();
  const detail = useQuery(agreementQuestion(language, agreement));
  const answer = useQuery(periodsQuestion(language, agreement));
  usePageTitle(commitment);
  if (detail.isError) return <Failed error={detail.error} again={() => detail.refetch()} />;
  if (!detail.data || !answer.data) return <Waiting />;
  const periods = periodsOf(answer.data).filter((period) => period.commitment === commitment);
  const isClock = periods.every(({ measure }) => measure === "clock");
  const chosen = periods.find(({ from }) => from === search.period) ?? periods[0];
  const revision = Math.max(0, ...detail.data.revisions.map(({ number }) => number));
  const sentence = detail.data.sentences.find((one) => one.commitment === commitment);
  return (
    <div className="commitment">
      <div className="page-head">
        <h1>{commitment}</h1>
        <Link to={routePaths.agreement} params={{ agreement }} search={{ tab: "commitments" }}>
          <TitleText text={detail.data.title} />
        </Link>
      </div>
      {sentence && <p className="prose">{sentence.says}</p>}
      {periods[0] && <Current period={periods[0]} />}
      <CommitmentAside agreement={agreement} commitment={commitment} revision={revision} />
      {chosen && (
        <PeriodChart
          periods={periods}
          current={chosen.from}
          search={search}
          revisions={detail.data.revisions}
        />
      )}
      {chosen && <DisputePeriod period={chosen} />}
      {chosen && <CommitmentSpending period={chosen} search={search} />}
      {chosen && isClock && <CommitmentItems period={chosen} search={search} />}
      {isClock && <Work agreement={agreement} commitment={commitment} revision={revision} />}
      {isClock && (
        <p className="to-today">
          <Link to={routePaths.today} search={{ view: "all", agreement }}>
            {say(agreementWords.backToday)}
          </Link>
        </p>
      )}
    </div>
  );
}

function Current({ period }: { readonly period: PeriodJson }) {
  const { say, percent } = useReader();
  const { interval, objective } = period;
  return (
    <section className="current">
      <h2>{say(agreementWords.current)}</h2>
      <p className="current-value">
        {period.measure === "clock" ? (
          <a href="#items">
            <PeriodValue period={period} />
          </a>
        ) : (
          <PeriodValue period={period} />
        )}
      </p>
      <p>
        {say(agreementWords.objective)}: <ObjectiveWords objective={objective} />{" "}
        <MissesLeft period={period} />
      </p>
      {interval && (
        <p className="soft small">
          {say(agreementWords.interval, {
            low: percent(interval.low),
            high: percent(interval.high),
          })}
        </p>
      )}
    </section>
  );
}

const DAY = 86_400_000;
const SPAN = 90 * DAY;

type WorkProps = {
  readonly agreement: string;
  readonly commitment: string;
  readonly revision: number;
};

function Work({ agreement, commitment, revision }: WorkProps) {
  const { language, timeZone } = useReader();
  const now = useNow();
  const to = Math.ceil(now / DAY) * DAY;
  const [from, until] = [new Date(to - SPAN).toISOString(), new Date(to).toISOString()];
  const { data } = useQuery(
    workQuestion(language, { agreement, commitment, from, to: until, timeZone }),
  );
  const document = useQuery(revisionQuestion(language, agreement, revision)).data?.document;
  if (!data) return <Waiting />;
  return (
    <>
      <SpreadChart
        work={data}
        name={commitment}
        limits={limitsOf(document as AgreementDocument | undefined, commitment)}
      />
      <HeatMap cells={data.cells} name={commitment} />
    </>
  );
}
