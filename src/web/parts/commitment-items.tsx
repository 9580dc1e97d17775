/** The clocks behind a period's number, each leading to its proof. */

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CommitmentSearch } from "../commitment-view.ts";
import { useNow } from "../now.ts";
import { routePaths } from "../paths.ts";
import type { PeriodJson } from "../period-json.ts";
import { usePeriodDate } from "../period-zone.ts";
import { itemsQuestion, MOST_ITEMS } from "../questions-commitment.ts";
import { useReader } from "../reader.tsx";
import { type Clock, standingOf } from "../standing.ts";
import { standingWords } from "../words/clock.ts";
import { commitmentWords } from "../words/commitment.ts";
import { todayWords } from "../words/today.ts";
import { ClockChip } from "./clock-chip.tsx";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { Moment } from "./moment.tsx";
import { Failed, Waiting } from "./states.tsx";

type ItemsProps = { readonly period: PeriodJson; readonly search: CommitmentSearch };

export function CommitmentItems({ period, search }: ItemsProps) {
  const { say, language } = useReader();
  const periodDate = usePeriodDate();
  const { agreement, commitment, from, to } = period;
  const { value, met, by } = search;
  const asked = { from, to, by, ...(value ? { value } : {}), ...(met ? { met } : {}) };
  const place = { agreement, commitment };
  const { data, isError, error, refetch } = useQuery(itemsQuestion(language, place, asked));
  const columns = useColumns();
  const clocks = data?.clocks ?? [];
  const facts = { count: clocks.length, period: periodDate(period) };
  const { value: _, met: __, ...plain } = search;
  return (
    <section className="chart" id="items">
      <div className="chart-head">
        <h2>{value ? `${say(commitmentWords.items)}: ${value}` : say(commitmentWords.items)}</h2>
        <Link
          className="quiet"
          to={routePaths.commitment}
          params={place}
          search={{ ...plain, ...(value ? { value } : {}), ...(met ? {} : { met: true }) }}
          resetScroll={false}
        >
          {say(met ? commitmentWords.onlyMissed : commitmentWords.withMet)}
        </Link>
        {value && (
          <Link
            className="quiet"
            to={routePaths.commitment}
            params={place}
            search={{ ...plain, ...(met ? { met } : {}) }}
            resetScroll={false}
          >
            {say(commitmentWords.everyPart)}
          </Link>
        )}
      </div>
      {isError && <Failed error={error} again={() => refetch()} />}
      {!data && !isError && <Waiting />}
      {data && (
        <DataTable
          caption={say(data.next ? commitmentWords.firstItems : commitmentWords.ofItems, {
            ...facts,
            count: data.next ? MOST_ITEMS : facts.count,
          })}
          columns={columns}
          rows={clocks}
          rowKey={({ id }) => id}
          fileName={`${commitment}-items-${from.slice(0, 10)}`}
          empty={say(commitmentWords.noItems)}
        />
      )}
    </section>
  );
}

function useColumns(): readonly DataColumn<Clock>[] {
  const { say } = useReader();
  const now = useNow();
  return [
    {
      key: "record",
      head: say(todayWords.record),
      value: ({ title, subject }) => title ?? subject,
      cell: ({ id, title, subject }) => (
        <Link to={routePaths.today} search={{ view: "all", clock: id }}>
          {title ?? subject}
        </Link>
      ),
    },
    {
      key: "state",
      head: say(todayWords.state),
      value: (clock) => say(standingWords[standingOf(clock, now)]),
      cell: (clock) => <ClockChip clock={clock} />,
    },
    {
      key: "due",
      head: say(commitmentWords.wasDue),
      value: ({ dueAt }) => dueAt,
      cell: ({ dueAt }) => (dueAt === null ? "–" : <Moment at={dueAt} />),
    },
    {
      key: "owner",
      head: say(todayWords.owner),
      value: ({ owner }) => owner,
    },
    {
      key: "source",
      head: say(commitmentWords.source),
      value: ({ source }) => source,
    },
  ];
}
