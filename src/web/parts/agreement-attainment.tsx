/** How an agreement was kept, both ways: a table for each party that owes something. */

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useNow } from "../now.ts";
import { routePaths } from "../paths.ts";
import { type PeriodJson, periodsOf, valueText } from "../period-json.ts";
import { usePeriodDate, usePeriodDay } from "../period-zone.ts";
import { agreementsQuestion, periodsQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { agreementWords, periodWords } from "../words/agreement.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { MissesLeft } from "./misses-left.tsx";
import { ObjectiveWords } from "./objective-words.tsx";
import { verdictWords } from "./period-strip.tsx";
import { PeriodValue } from "./period-value.tsx";
import { Waiting } from "./states.tsx";
import { StripChart } from "./strip-chart.tsx";

export function AgreementAttainment({ agreement }: { readonly agreement: string }) {
  const { language } = useReader();
  const periods = useQuery(periodsQuestion(language, agreement));
  const listed = useQuery(agreementsQuestion(language)).data?.agreements;
  const latest = listed?.find(({ id }) => id === agreement)?.latest;
  if (!periods.data || !listed) return <Waiting />;
  const all = periodsOf(periods.data);
  const { parties = [], commitments = [] } = latest ?? {};
  return (
    <div className="attainment">
      <StripChart agreement={agreement} periods={all} />
      {parties.map(({ id, title }) => {
        const own = commitments.filter((one) => one.obliged === id).map((one) => one.id);
        if (own.length === 0) return null;
        const rows = all.filter(({ commitment }) => own.includes(commitment));
        return <Kept key={id} agreement={agreement} party={title} rows={rows} />;
      })}
    </div>
  );
}

type KeptProps = {
  readonly agreement: string;
  readonly party: string;
  readonly rows: readonly PeriodJson[];
};

function Kept({ agreement, party, rows }: KeptProps) {
  const { say } = useReader();
  const columns = [...useNames(agreement), ...useFigures()];
  return (
    <DataTable
      caption={say(agreementWords.owes, { party })}
      fileName={`${agreement}-${party}`}
      rows={rows}
      rowKey={({ commitment, from }) => `${commitment} ${from}`}
      columns={columns}
    />
  );
}

/** Which commitment, and which period. */
function useNames(agreement: string): readonly DataColumn<PeriodJson>[] {
  const { say } = useReader();
  const [date, day] = [usePeriodDate(), usePeriodDay()];
  const now = useNow();
  return [
    {
      key: "commitment",
      head: say(agreementWords.commitment),
      value: ({ commitment }) => commitment,
      cell: ({ commitment }) => (
        <Link to={routePaths.commitment} params={{ agreement, commitment }}>
          {commitment}
        </Link>
      ),
    },
    {
      key: "from",
      head: say(agreementWords.period),
      value: day,
      cell: (period) => date(period, now),
    },
  ];
}

function useFigures(): readonly DataColumn<PeriodJson>[] {
  const { say, language } = useReader();
  return [
    {
      key: "value",
      head: say(agreementWords.value),
      value: (period) => (period.value === null ? null : valueText(period, language)),
      cell: (period) => <PeriodValue period={period} />,
      isNumber: true,
    },
    {
      key: "objective",
      head: say(agreementWords.objective),
      value: ({ objective: { atLeast, above, atMost, below } }) =>
        String(atLeast ?? above ?? atMost ?? below ?? ""),
      cell: ({ objective }) => <ObjectiveWords objective={objective} />,
    },
    {
      key: "verdict",
      head: say(agreementWords.verdict),
      value: ({ verdict }) => say(verdictWords(verdict)),
    },
    {
      key: "status",
      head: say(agreementWords.status),
      value: ({ status }) => say(periodWords[status]),
    },
    {
      key: "left",
      head: say(agreementWords.budget),
      value: ({ left }) => left,
      cell: (period) => <MissesLeft period={period} />,
    },
  ];
}
