/** Baselines, pace and intervals of a generated year beside slow statements in SQL. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sql, { type Sql } from "sql-template-tag";
import { randomFrom, wholeBetween } from "../../src/demo/random.ts";
import { judge } from "../../src/engine/judge.ts";
import type { Period } from "../../src/engine/period.ts";
import { type Instant, instantText } from "../../src/engine/time.ts";
import { office } from "./hours.ts";
import { agreements, askInSql, asOf, events, MEXICO, measured, now, spans, total } from "./year.ts";

type Improved = {
  readonly promise: string;
  readonly back: "1 month" | "1 year";
  /** What the baseline is multiplied with. */
  readonly by: number;
  readonly wanted: number;
  readonly isFloor: boolean;
  /** Of the facts of a month. */
  readonly value: Sql;
};

const paid = (channel: string) =>
  sql`event.type = 'order.paid' and event.data->>'channel' = ${channel}`;

const score = sql`
  case jsonb_typeof(data->'score') when 'number' then (data->>'score')::numeric end`;

const improvements: readonly Improved[] = [
  {
    promise: "orders",
    back: "1 month",
    by: 1.1,
    wanted: 20,
    isFloor: true,
    value: sql`(select count(distinct subject) from fact as event where ${paid("store")})`,
  },
  {
    promise: "takings",
    back: "1 year",
    by: 1.125,
    wanted: 60_000,
    isFloor: true,
    value: sql`(select coalesce(sum(split_part(data->>'amount', ' ', 1)::numeric), 0)
      from fact as event where ${paid("web")} and data->>'amount' ~ '^[0-9]')`,
  },
  {
    promise: "effort",
    back: "1 year",
    by: 1.05,
    wanted: 4,
    isFloor: true,
    value: sql`(select avg(score) from (select ${score} as score from fact
      where type = 'survey.answered' and data->>'survey' = 'ces') as told
      where score = trunc(score) and score between 1 and 7)`,
  },
  {
    promise: "half-solved",
    back: "1 month",
    by: 0.9,
    wanted: 3 * 86_400_000,
    isFloor: false,
    value: sql`(select percentile_disc(0.5) within group (
        order by extract(epoch from fact.occurred_at) - extract(epoch from began.occurred_at))
        * 1000
      from fact join event as began using (subject)
      where fact.type = 'ticket.solved' and began.type = 'ticket.created' and not exists (
        select from event as before where before.subject = fact.subject
          and before.type = 'ticket.solved' and before.occurred_at < fact.occurred_at))`,
  },
];

describe("of a generated year, SQL", () => {
  const ask = askInSql();

  for (const { promise, back, by, wanted, isFloor, value } of improvements) {
    test(`improves ${promise} on ${back} before, and says the same of it`, async () => {
      const better = isFloor ? sql`>=` : sql`<=`;
      const slow = await ask(sql`
        with month as (
          select day, local, closes, value from ${spans("month", MEXICO, "2025-01-01")} as month
          cross join lateral (
            with fact as (select * from event where occurred_at >= opens and occurred_at < closes)
            select ${value} as value
          ) as told
        )
        select day, json_build_array(round(month.value, 6), round(before.value, 6),
          round(before.value * ${by}::numeric, 6), case
            when closes > ${now} then 'open'
            when month.value ${better} ${wanted}::numeric and (before.value is null
              or month.value ${better} before.value * ${by}::numeric) then 'met'
            else 'breached'
          end) as told
        from month left join (select local as then, value from month) as before
          on before.then = local - ${back}::interval
        where local >= '2026-01-01'`);
      const six = (number: number | null | undefined) => number && Number(number.toFixed(6));
      const told = measured(promise, ({ value, baseline, verdict }) => [
        six(value),
        six(baseline?.value),
        six(baseline?.wanted),
        verdict,
      ]);
      assert.deepEqual(told, slow);
      const verdicts = new Set(Object.values(slow).map((row) => (row as unknown[])[3]));
      assert.deepEqual([...verdicts].sort(), ["breached", "met", "open"]);
    });
  }

  test("expects the same of the business days gone by, at any instant", async () => {
    const random = randomFrom(5, 6);
    const instants = Array.from({ length: 20 }, () =>
      wholeBetween(random, Date.UTC(2026, 0, 2), asOf),
    );
    const closing = Date.UTC(2026, 8, 15, 24);
    for (const at of [closing - 1, closing, ...instants] as Instant[]) {
      const paces = pacesAt(at);
      const slow = await ask(sql`
        select promise as day, json_build_array(round(wanted * gone / days, 6), gone, days) as told
        from (values ('orders', 20::numeric), ('takings', 60000)) as promised (promise, wanted)
        cross join (
          select count(*) as days, count(*) filter (where closes <= ${new Date(at)}) as gone
          from (
            select max(upper(part)) as closes from ${office} as office
            cross join lateral unnest(hours) as part
            group by date_trunc('day', lower(part) at time zone ${MEXICO})
          ) as date
          where date_trunc('month', closes at time zone ${MEXICO})
            = date_trunc('month', ${new Date(at)}::timestamptz at time zone ${MEXICO})
        ) as business`);
      assert.deepEqual(paces, slow, instantText(at));
      assert.ok(total(slow, 2) >= 36);
    }
  });

  for (const { promise, cases } of [
    {
      promise: "satisfaccion",
      cases: sql`(
        select occurred_at as at, (data->>'score')::numeric >= 4 as is_met from event
        where type = 'survey.answered' and data->>'survey' = 'csat'
          and data->>'score' in ('1', '2', '3', '4', '5'))`,
    },
    {
      promise: "intentos",
      cases: sql`(
        select closed.occurred_at as at, count(*) >= 5 as is_met from event as closed
        join event as tried on tried.subject = closed.subject
          and tried.type = 'contact.attempted' and tried.actor_kind = 'human'
          and tried.occurred_at <= closed.occurred_at
        where closed.type = 'lead.closedUnreached' group by closed.subject, at)`,
    },
  ]) {
    test(`has the same interval of a share: ${promise}`, async () => {
      const slow = await ask(sql`
        select day, case when n > 0 then json_build_array(
          round(((share + z * z / (2 * n) - spread) / (1 + z * z / n))::numeric, 9),
          round(((share + z * z / (2 * n) + spread) / (1 + z * z / n))::numeric, 9)) end as told
        from (
          select *, z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) as spread from (
            select day, 1.959964::float8 as z, count(at)::float8 as n,
              count(*) filter (where is_met)::float8 / nullif(count(at), 0) as share
            from ${spans("month", MEXICO)} as month
            left join ${cases} as one on at >= opens and at < closes group by day
          ) as counted
        ) as spread`);
      const nine = (number = 0) => Number(number.toFixed(9));
      const told = measured(
        promise,
        ({ interval }) => interval && [nine(interval.low), nine(interval.high)],
      );
      assert.deepEqual(told, slow);
      assert.ok(Object.values(slow).filter(Boolean).length >= 8);
    });
  }
});

/** What is expected by an instant in the period that it falls in. */
function pacesAt(at: Instant) {
  const orders = events.filter(({ type }) => type === "order.paid");
  const { periods } = judge({ agreements, events: orders, asOf: at });
  const paced = periods.filter(({ pace, from, to }) => pace && from <= at && at < to);
  return Object.fromEntries(paced.map((one) => [one.commitment, paceOf(one)]));
}

function paceOf({ pace }: Period) {
  return [Number(pace?.expected.toFixed(6)), pace?.elapsed, pace?.total];
}
