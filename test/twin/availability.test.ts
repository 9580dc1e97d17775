/** Availability of a generated year, over changes of the clocks, beside slow statements in SQL. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sql, { type Sql } from "sql-template-tag";
import { always, guard } from "./hours.ts";
import { askInSql, MADRID, MEXICO, measured, now, spans, total } from "./year.ts";

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
  const ask = askInSql();

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
