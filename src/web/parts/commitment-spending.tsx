/**
 * One period by source, team, owner or segment: who spends its margin; of a sum, which misses
 * nothing by itself, where it comes from.
 */

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
  const title = say(isSum(period) ? commitmentWords.origins : commitmentWords.spending);
  const weight = (row: Row) => (isSum(period) ? (row.period.value ?? 0) : row.period.breached);
  return (
    <section className="chart">
      <h2>{title}</h2>
      <Tabs
        label={title}
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
          rows={rows.toSorted((a, b) => weight(b) - weight(a))}
          rowKey={({ value }) => value}
          fileName={`${commitment}-${by}-${from.slice(0, 10)}`}
        />
      )}
    </section>
  );
}

/** Parts of a count or of an amount add up to it. */
function isSum({ unit }: PeriodJson): boolean {
  return unit === "count" || unit === "amount";
}

function useColumns(period: PeriodJson, search: CommitmentSearch): readonly DataColumn<Row>[] {
  const { say } = useReader();
  const { by } = search;
  const missed = useMissed(period);
  const added = useAdded(period);
  return [
    {
      key: "value",
      head: say(spendingWords[by]),
      value: ({ value }) => (value === "" ? say(commitmentWords.unknown) : value),
      cell: ({ value }) => <Part period={period} search={search} value={value} />,
    },
    ...(isSum(period) ? added : missed),
  ];
}

function useAdded(period: PeriodJson): readonly DataColumn<Row>[] {
  const { say, percent } = useReader();
  const shareOf = (row: Row) => (period.value ? (row.period.value ?? 0) / period.value : 0);
  return [
    {
      key: "attainment",
      head: say(commitmentWords.amount),
      value: (row) => row.period.value,
      cell: (row) => <PeriodValue period={row.period} />,
      isNumber: true,
    },
    {
      key: "share",
      head: say(commitmentWords.ofAll),
      value: shareOf,
      cell: (row) => percent(shareOf(row)),
      isNumber: true,
    },
  ];
}

function useMissed(period: PeriodJson): readonly DataColumn<Row>[] {
  const { say, percent } = useReader();
  const all = Math.max(period.breached, 1);
  return [
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
