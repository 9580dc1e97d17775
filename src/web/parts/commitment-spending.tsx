/** Who spends the margin: one period's misses by source, team, owner or segment. */

import { useQuery } from "@tanstack/react-query";
import { Link, linkOptions } from "@tanstack/react-router";
import { type CommitmentSearch, spendingSides } from "../commitment-view.ts";
import { routePaths } from "../paths.ts";
import type { PeriodJson } from "../period-json.ts";
import { usePeriodDate } from "../period-zone.ts";
import { spendingQuestion } from "../questions-commitment.ts";
import { useReader } from "../reader.tsx";
import { commitmentWords, spendingWords } from "../words/commitment.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { PeriodValue } from "./period-value.tsx";
import { Failed, Waiting } from "./states.tsx";
import { Tabs } from "./tabs.tsx";

type SpendingProps = { readonly period: PeriodJson; readonly search: CommitmentSearch };

type Row = { readonly value: string; readonly period: PeriodJson };

export function CommitmentSpending({ period, search }: SpendingProps) {
  const { say, language } = useReader();
  const periodDate = usePeriodDate();
  const { agreement, commitment, from } = period;
  const { by } = search;
  const asked = { agreement, commitment, by, from };
  const { data, isError, error, refetch } = useQuery(spendingQuestion(language, asked));
  const columns = useColumns(period, search);
  const { value: _, ...others } = search;
  const rows = (data?.rows ?? []) as readonly Row[];
  return (
    <section className="chart">
      <h2>{say(commitmentWords.spending)}</h2>
      <Tabs
        label={say(commitmentWords.spending)}
        current={by}
        tabs={spendingSides.map((side) => ({
          key: side,
          says: say(spendingWords[side]),
          link: linkOptions({
            to: routePaths.commitment,
            params: { agreement, commitment },
            search: { ...others, by: side },
            resetScroll: false,
          }),
        }))}
      />
      {isError && <Failed error={error} again={() => refetch()} />}
      {!data && !isError && <Waiting />}
      {data && (
        <DataTable
          key={by}
          caption={say(commitmentWords.ofPeriod, { period: periodDate(period) })}
          columns={columns}
          rows={rows.toSorted((a, b) => b.period.breached - a.period.breached)}
          rowKey={({ value }) => value}
          fileName={`${commitment}-${by}-${from.slice(0, 10)}`}
        />
      )}
    </section>
  );
}

function useColumns(period: PeriodJson, search: CommitmentSearch): readonly DataColumn<Row>[] {
  const { say, percent } = useReader();
  const { by } = search;
  const all = Math.max(period.breached, 1);
  return [
    {
      key: "value",
      head: say(spendingWords[by]),
      value: ({ value }) => (value === "" ? say(commitmentWords.unknown) : value),
      cell: ({ value }) => <Part period={period} search={search} value={value} />,
    },
    {
      key: "missed",
      head: say(commitmentWords.missed),
      value: (row) => row.period.breached,
      isNumber: true,
    },
    {
      key: "share",
      head: say(commitmentWords.ofAll),
      value: (row) => row.period.breached / all,
      cell: (row) => percent(row.period.breached / all),
      isNumber: true,
    },
    {
      key: "attainment",
      head: say(commitmentWords.attainment),
      value: (row) => row.period.value,
      cell: (row) => <PeriodValue period={row.period} />,
      isNumber: true,
    },
  ];
}

/** A part leads to its items; of a segment the list of clocks knows nothing. */
function Part({ period, search, value }: SpendingProps & { readonly value: string }) {
  const { say } = useReader();
  const { agreement, commitment } = period;
  if (value === "") return <span className="soft">{say(commitmentWords.unknown)}</span>;
  if (search.by === "segment") return value;
  return (
    <Link
      to={routePaths.commitment}
      params={{ agreement, commitment }}
      search={{ ...search, value }}
      hash="items"
    >
      {value}
    </Link>
  );
}
