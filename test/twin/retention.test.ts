/** Customers and revenue kept in a generated year beside slow statements in SQL. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sql, { type Sql } from "sql-template-tag";
import type { Period } from "../../src/engine/period.ts";
import { askInSql, MEXICO, measured, spans, total } from "./year.ts";

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
  const ask = askInSql();

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
