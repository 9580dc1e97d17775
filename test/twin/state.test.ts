/** Customers kept and services up in a generated year beside slow statements in SQL. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sql, { type Sql } from "sql-template-tag";
import type { Period } from "../../src/engine/period.ts";
import { always, guard } from "./hours.ts";
import { askInSql, MADRID, MEXICO, measured, now, spans, total } from "./year.ts";

const ask = askInSql();

/** Each account as each of its events leaves it: what it last said of its revenue. */
const account = sql`(
  select subject, occurred_at as at, type = 'account.churned' as is_gone,
    (select coalesce(data#>>'{account,mrr}', data->>'mrr') from event as told
      where told.subject = event.subject and told.occurred_at <= event.occurred_at
        and coalesce(data#>>'{account,mrr}', data->>'mrr') is not null
      order by occurred_at desc limit 1)::numeric as mrr,
    (select coalesce(data#>>'{account,currency}', data->>'currency') from event as told
      where told.subject = event.subject and told.occurred_at <= event.occurred_at
        and coalesce(data#>>'{account,currency}', data->>'currency') is not null
      order by occurred_at desc limit 1) as currency
  from event where type in ('account.created', 'account.renewed', 'account.expanded',
    'account.contracted', 'account.churned'))`;

/** The customers there are as a period opens, with what they pay then and when it ends, or now. */
function cohort(each: "month" | "quarter"): Sql {
  return sql`(
    select day, opening.currency, opening.mrr as before,
      not closing.is_gone as is_kept, case when closing.is_gone then 0 else closing.mrr end as after
    from ${spans(each, MEXICO)} as span
    cross join lateral (
      select distinct on (subject) * from account where at <= opens order by subject, at desc
    ) as opening
    cross join lateral (
      select * from account where account.subject = opening.subject and at < closes
      order by at desc limit 1
    ) as closing
    where not opening.is_gone)`;
}

describe("of a generated year, SQL keeps", () => {
  test("the same customers", async () => {
    const slow = await ask(sql`
      with account as materialized ${account}
      select day, json_build_array(count(*) filter (where is_kept),
        count(*) filter (where not is_kept)) as told
      from ${cohort("month")} as cohort group by day`);
    assert.deepEqual(
      measured("logo", ({ met, breached }) => [met, breached]),
      slow,
    );
    assert.ok(total(slow, 0) > 300 && total(slow, 1) > 10);
  });

  for (const [promise, after] of [
    ["gross", sql`least(before, after)`],
    ["net", sql`after`],
  ] as const) {
    test(`the same ${promise} revenue of those who pay in pesos`, async () => {
      const slow = await ask(sql`
        with account as materialized ${account}
        select day, json_build_array(count(*), trim_scale(sum(before))::text,
          trim_scale(sum(${after}))::text, round(sum(${after}) / sum(before), 9)) as told
        from ${cohort("month")} as cohort where currency = 'MXN' group by day`);
      const tell = ({ volume, facts, value }: Period) => [
        volume,
        facts["opening MXN"],
        facts[`${promise} MXN`],
        Number(value?.toFixed(9)),
      ];
      assert.deepEqual(measured(promise, tell), slow);
      assert.ok(total(slow, 0) > 300 && total(slow, 1) !== total(slow, 2));
    });
  }

  test("the same revenue of each currency a quarter, whose ratios are its bounds", async () => {
    const slow = await ask(sql`
      with account as materialized ${account},
        kept as (
          select day, currency, count(*) filter (where is_kept) as kept, sum(before) as opening,
            sum(least(before, after)) as gross, sum(after) as net
          from ${cohort("quarter")} as cohort group by day, currency
        )
      select day, json_build_array(sum(kept), round(min(gross / opening), 9),
        round(max(gross / opening), 9),
        json_object_agg(currency, json_build_array(trim_scale(opening)::text,
          trim_scale(gross)::text, trim_scale(net)::text))) as told
      from kept group by day`);
    const tell = ({ facts, bounds }: Period) => [
      facts.kept,
      Number(bounds?.low?.toFixed(9)),
      Number(bounds?.high?.toFixed(9)),
      Object.fromEntries(
        ["MXN", "USD"].map((currency) => [
          currency,
          ["opening", "gross", "net"].map((sum) => facts[`${sum} ${currency}`]),
        ]),
      ),
    ];
    assert.deepEqual(measured("retencion", tell), slow);
    assert.ok(total(slow, 0) > 100);
  });
});

/**
 * The agreement of Madrid leaves out two days of May, and an hour from two o'clock on Sundays that
 * have a two o'clock (RFC 5545: a time that the clocks skip does not recur).
 */
const excluded = sql`(
  select range_agg(span) as hours from (
    select tstzrange('2026-05-12 00:00+02', '2026-05-14 00:00+02') as span
    union all
    select tstzrange(two, two + interval '1 hour') from (
      select (date + time '02:00') at time zone ${MADRID} as two
      from generate_series(timestamp '2026-01-04', '2026-12-27', interval '7 days') as date
    ) as sunday where (two at time zone ${MADRID})::time = '02:00'
  ) as spans)`;

const madrid = (hours: Sql) =>
  sql`(select agreed.hours - excluded.hours as hours from ${hours} as agreed, ${excluded}
    as excluded)`;

type Asked = {
  readonly promise: string;
  readonly service: string;
  readonly zone: string;
  readonly hours: Sql;
  /** Of a thousand parts, how many may be down. */
  readonly allowed: number;
};

const services: readonly Asked[] = [
  { promise: "api", service: "api", zone: MADRID, hours: madrid(guard), allowed: 10 },
  { promise: "portal", service: "portal", zone: MADRID, hours: madrid(always), allowed: 1 },
  { promise: "disponibilidad", service: "portal", zone: MEXICO, hours: always, allowed: 1 },
];

/** From the first "down" of a monitor to its next "up". */
function outages(service: string): Sql {
  return sql`(
    with told as (
      select coalesce(data->>'monitor', source) as monitor, type, occurred_at as at,
        lag(type) over (partition by coalesce(data->>'monitor', source) order by occurred_at)
          as before
      from event where subject = ${`service/${service}`}
        and type in ('service.down', 'service.up')
    )
    select at as down, (select min(up.at) from told as up where up.monitor = told.monitor
      and up.type = 'service.up' and up.at > told.at) as up
    from told where type = 'service.down' and before is distinct from 'service.down')`;
}

/** Milliseconds of some spans. */
function lengthOf(spans: Sql): Sql {
  return sql`(
    select coalesce(sum(extract(epoch from upper(part)) - extract(epoch from lower(part))), 0)
    from unnest(${spans}) as part) * 1000`;
}

describe("of a generated year, SQL is down for the same time", () => {
  for (const { promise, service, zone, hours, allowed } of services) {
    test(promise, async () => {
      const slow = await ask(sql`
        with agreed as materialized ${hours}, outage as materialized ${outages(service)},
        measured as (
          select day, agreed.hours * tstzmultirange(tstzrange(opens, until)) as agreed,
            agreed.hours * tstzmultirange(tstzrange(opens, closes)) as whole,
            (select coalesce(range_agg(tstzrange(down, coalesce(up, ${now}))), '{}') from outage)
              as down,
            (select count(*) from outage
              where down < closes and coalesce(up, ${now}) >= opens) as outages,
            exists (select from event where subject = ${`service/${service}`}
              and occurred_at < closes) as is_known
          from ${spans("month", zone)} as month, agreed
        ),
        lengths as (
          select day, outages, is_known, ${lengthOf(sql`agreed`)} as agreed,
            ${lengthOf(sql`agreed * down`)} as down, ${lengthOf(sql`whole`)} as whole
          from measured
        )
        select day, json_build_array(agreed::bigint, down::bigint, outages,
          case when is_known then round((agreed - down) / agreed, 9) end,
          floor(whole * ${allowed} / 1000) - down::bigint) as told
        from lengths`);
      const told = measured(promise, ({ facts, value, left }) => [
        facts.agreedMs,
        facts.downMs,
        facts.outages,
        value && Number(value.toFixed(9)),
        left,
      ]);
      assert.deepEqual(told, slow);
      assert.ok(total(slow, 1) > 3_600_000 && total(slow, 2) > 20);
      assert.equal(Object.keys(slow).length, 10);
    });
  }
});
