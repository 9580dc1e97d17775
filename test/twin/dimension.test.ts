/** Cells of measures by what is known of their subjects beside slow statements in SQL. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sql, { type Sql } from "sql-template-tag";
import type { Dimension } from "../../src/engine/dimension.ts";
import { type Event, linksOf } from "../../src/engine/event.ts";
import { foldHistory } from "../../src/engine/history.ts";
import { judgeHistory } from "../../src/engine/judge.ts";
import { gridsOf, type Period, periodsOf } from "../../src/engine/period.ts";
import { contributionsOf, totalsBy } from "../../src/engine/period-contribution.ts";
import { compileRulebook } from "../../src/engine/rulebook.ts";
import { agreements, askInSql, asOf, dayOf, events, MEXICO, now, spans } from "./year.ts";

const rulebook = compileRulebook(agreements);
const grids = gridsOf(rulebook, asOf);

const bySubject = new Map<string, Event[]>();
for (const event of events) {
  for (const subject of [event.subject, ...linksOf(event).map((link) => link.subject)]) {
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), event]);
  }
}

const subjects = [...bySubject].map(([subject, own]) => {
  const history = foldHistory(rulebook, subject, own);
  const judged = judgeHistory(rulebook, history, { asOf, isProvisional: () => false });
  return contributionsOf(rulebook, grids, judged);
});

/** What a promise comes to, by value of a dimension and period, where there is anything to tell. */
function measuredBy(dimension: Dimension, promise: string, tell: (period: Period) => unknown[]) {
  const own = new Map([...grids].filter(([key]) => key.endsWith(`#${promise}`)));
  const cells = [...totalsBy(subjects, dimension)].flatMap(([value, totals]) =>
    periodsOf({ rulebook, grids: own, totals, asOf }).map(
      (one) => [`${value} ${dayOf(one)}`, tell(one)] as const,
    ),
  );
  return Object.fromEntries(cells.filter(([, told]) => told.some(Boolean)));
}

/** What was last said of a field by the subject's own events, whenever that was. */
const last = (field: string) => sql`coalesce((
  select data#>>${field}::text[] from event as told where told.subject = one.subject
    and data#>>${field}::text[] is not null
  order by occurred_at desc, recorded_at desc, id desc limit 1), '')`;

type Asked = {
  readonly dimension: Dimension;
  readonly promise: string;
  readonly value: Sql;
  /** One row a case: `subject`, `at`, and what is counted of it. */
  readonly cases: Sql;
  readonly sums: Sql;
  readonly tell: (period: Period) => unknown[];
};

const counted = {
  cases: sql`(
    select subject, occurred_at as at, (data->>'score')::numeric >= 4 as is_met from event
    where type = 'survey.answered' and data->>'survey' = 'csat'
      and data->>'score' in ('1', '2', '3', '4', '5'))`,
  sums: sql`count(*) filter (where is_met), count(*) filter (where not is_met)`,
  tell: ({ met, breached }: Period) => [met, breached],
};

const converted = {
  cases: sql`(
    select subject, at, (
      select case when count(*) > 0 then 'met'
        when ${now} > at + interval '72 h' then 'late' else 'open' end
      from event where event.subject = began.subject and type = 'lead.accepted'
        and occurred_at between at and at + interval '72 h') as outcome
    from (
      select subject, min(occurred_at) as at from event where type = 'lead.handedOff'
      group by subject, date_trunc('month', occurred_at at time zone ${MEXICO})
    ) as began)`,
  sums: sql`count(*) filter (where outcome = 'met'), count(*) filter (where outcome = 'late'),
    count(*) filter (where outcome = 'open')`,
  tell: ({ met, breached, openNotDue }: Period) => [met, breached, openNotDue],
};

const asked: readonly Asked[] = [
  { dimension: "source", promise: "aceptacion", value: last("{source}"), ...converted },
  { dimension: "owner", promise: "aceptacion", value: last("{owner}"), ...converted },
  { dimension: "customer", promise: "satisfaccion", value: last("{customer}"), ...counted },
  { dimension: "segment", promise: "satisfaccion", value: last("{account,tier}"), ...counted },
  {
    dimension: "campaign",
    promise: "intentos",
    value: last("{campaign}"),
    cases: sql`(
      select closed.subject, closed.occurred_at as at from event as closed
      where closed.type = 'lead.closedUnreached')`,
    sums: sql`count(*)`,
    tell: ({ volume }) => [volume],
  },
];

describe("of a generated year, SQL breaks down the same", () => {
  const ask = askInSql();

  for (const { dimension, promise, value, cases, sums, tell } of asked) {
    test(`${promise} by ${dimension}`, async () => {
      const slow = await ask(sql`
        select value || ' ' || day as day, json_build_array(${sums}) as told
        from (select *, ${value} as value from ${cases} as one) as one
        join ${spans("month", MEXICO)} as month on at >= opens and at < closes
        group by value, month.day`);
      assert.deepEqual(measuredBy(dimension, promise, tell), slow);
      const values = new Set(Object.keys(slow).map((key) => key.split(" ")[0]));
      assert.ok(values.size > 1 && Object.keys(slow).length > 10);
    });
  }
});
