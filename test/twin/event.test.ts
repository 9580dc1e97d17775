/** Counts, sums and shares of a generated year beside slow statements in SQL. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sql from "sql-template-tag";
import { office, openMs } from "./hours.ts";
import { askInSql, MADRID, MEXICO, measured, spans, total } from "./year.ts";

const month = spans("month", MEXICO);

describe("of a generated year, SQL", () => {
  const ask = askInSql();

  /** A profile of 60 points and engagement of 30, as the definition of an MQL says. */
  const mql = sql`(
    select asked.subject, asked.occurred_at as at from event as asked
    join event as known on known.subject = asked.subject and known.type = 'lead.created'
    where asked.type = 'lead.qualified' and (known.data->>'engagement')::int >= 30
      and 30 * ((known.data#>>'{company,employees}')::int >= 50)::int
        + 30 * (known.data#>>'{company,industry}' in ('manufactura', 'logistica', 'software'))::int
        + 25 * (known.data#>>'{contact,role}' in ('direccion', 'gerencia'))::int
        + 15 * (known.data#>>'{company,country}' in ('MX', 'CO', 'CL', 'PE'))::int >= 60)`;

  /** At most eight open hours from the last hand-over, else from the qualification itself. */
  const refusal = sql`
    select from event as refused where refused.subject = mql.subject
      and refused.type = 'lead.rejected' and refused.occurred_at >= mql.at
      and not exists (select from mql as later where later.subject = mql.subject
        and later.at > mql.at and later.at <= refused.occurred_at)
      and ${openMs(
        sql`office.hours`,
        sql`coalesce((select max(handed.occurred_at) from event as handed
          where handed.subject = mql.subject and handed.type = 'lead.handedOff'
            and handed.occurred_at between mql.at and refused.occurred_at), mql.at)`,
        sql`refused.occurred_at - interval '1 ms'`,
      )} < 8 * 3600 * 1000`;

  test("counts the same qualified leads, less those refused in eight open hours", async () => {
    const slow = await ask(sql`
      with mql as materialized ${mql}, office as materialized ${office},
        counted as (select mql.*, exists (${refusal}) as is_refused from mql, office)
      select day, json_build_array(count(*) filter (where kept), count(*) filter (where not kept))
        as told
      from (
        select day, subject, bool_or(not is_refused) as kept from ${month} as month
        join counted on at >= opens and at < closes group by day, subject
      ) as lead group by day`);
    assert.deepEqual(
      measured("volumen-mql", ({ value, facts }) => [value, facts.takenBack]),
      slow,
    );
    assert.ok(total(slow, 0) > 400 && total(slow, 1) > 20);
  });

  for (const { promise, zone, is } of [
    {
      promise: "orders",
      zone: MEXICO,
      is: sql`type = 'order.paid' and data->>'channel' = 'store'`,
    },
    { promise: "qualified", zone: MADRID, is: sql`type = 'lead.qualified'` },
  ]) {
    test(`counts the same in the months of ${zone}: ${promise}`, async () => {
      const slow = await ask(sql`
        select day, json_build_array(count(distinct subject)) as told
        from ${spans("month", zone)} as month
        left join event on occurred_at >= opens and occurred_at < closes and ${is} group by day`);
      assert.deepEqual(
        measured(promise, ({ value }) => [value]),
        slow,
      );
      assert.ok(total(slow, 0) > 90);
    });
  }

  /** A number, a decimal text, or "12.50 MXN"; what is none of them says no amount. */
  const paid = sql`(
    select occurred_at, data->>'channel' as channel,
      split_part(data->>'amount', ' ', 1)::numeric as amount,
      coalesce(nullif(split_part(data->>'amount', ' ', 2), ''), data->>'currency') as currency
    from event where type = 'order.paid' and data->>'amount' ~ '^[0-9]')`;

  test("adds up the same amounts", async () => {
    const slow = await ask(sql`
      select day, json_build_array(count(amount), trim_scale(sum(amount))::text, sum(amount))
        as told
      from ${month} as month
      join ${paid} as paid on occurred_at >= opens and occurred_at < closes and channel = 'web'
      group by day`);
    assert.deepEqual(
      measured("takings", ({ volume, facts, value }) => [volume, facts.MXN, value]),
      slow,
    );
    assert.ok(total(slow, 0) > 90);
  });

  test("adds up each currency by itself", async () => {
    const slow = await ask(sql`
      select day, json_build_array(count(*),
        trim_scale(sum(amount) filter (where currency = 'MXN'))::text,
        trim_scale(sum(amount) filter (where currency = 'USD'))::text,
        case count(distinct currency) when 1 then sum(amount) end) as told
      from ${spans("quarter", MEXICO)} as quarter
      join ${paid} as paid on occurred_at >= opens and occurred_at < closes group by day`);
    const told = measured("all-takings", ({ volume, facts: { MXN, USD }, value }) => [
      volume,
      MXN ?? null,
      USD ?? null,
      value,
    ]);
    assert.deepEqual(told, slow);
    assert.ok(total(slow, 2) > 1_000);
  });

  test("has the same complete hand-offs", async () => {
    const required = "email phone company source campaign lastActivity interest".split(" ");
    const slow = await ask(sql`
      select day, json_build_array(count(*) filter (where is_complete), count(*)) as told
      from (
        select occurred_at, not exists (
          select from unnest(${required}::text[]) as field where not exists (
            select from event as known where known.subject = handed.subject
              and known.occurred_at <= handed.occurred_at and known.data ? field)) as is_complete
        from event as handed where type = 'lead.handedOff'
      ) as handed join ${month} as month on occurred_at >= opens and occurred_at < closes
      group by day`);
    assert.deepEqual(
      measured("contexto-completo", ({ met, breached }) => [met, met + breached]),
      slow,
    );
    assert.ok(total(slow, 1) > total(slow, 0) && total(slow, 0) > 400);
  });

  test("has the same leads closed after attempts enough", async () => {
    const slow = await ask(sql`
      select day, json_build_array(count(*) filter (where is_enough), count(closed.at)) as told
      from ${month} as month left join (
        select closed.occurred_at as at, (
          select count(*) >= 5 and count(distinct data->>'channel') >= 2 from event as tried
          where tried.subject = closed.subject and tried.type = 'contact.attempted'
            and tried.actor_kind = 'human' and tried.occurred_at <= closed.occurred_at
        ) as is_enough
        from event as closed where type = 'lead.closedUnreached'
      ) as closed on closed.at >= opens and closed.at < closes
      group by day`);
    assert.deepEqual(
      measured("intentos", ({ met, breached }) => [met, met + breached]),
      slow,
    );
    assert.ok(total(slow, 1) > 20);
  });
});
