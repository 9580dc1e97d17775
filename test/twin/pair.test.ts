/** Conversions and durations of a generated year beside slow statements in SQL. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sql, { type Sql } from "sql-template-tag";
import { office, openMs } from "./hours.ts";
import { askInSql, MEXICO, measured, now, spans, total } from "./year.ts";

const ask = askInSql();

describe("of a generated year, SQL converts the same", () => {
  for (const [promise, from, to, days] of [
    ["aceptacion", "lead.handedOff", "lead.accepted", 3],
    ["conversion-mql-sql", "lead.qualified", "lead.sqlAccepted", 30],
  ] as const) {
    test(promise, async () => {
      const slow = await ask(sql`
        with cohort as (
          select day, subject, min(occurred_at) as began,
            min(occurred_at) + ${days} * interval '24 h' as ends
          from event join ${spans("month", MEXICO)} as month
            on occurred_at >= opens and occurred_at < closes
          where type = ${from} group by 1, 2
        )
        select day, json_build_array(count(*) filter (where is_met),
          count(*) filter (where not is_met and ${now} > ends),
          count(*) filter (where not is_met and ${now} <= ends)) as told
        from cohort cross join lateral (
          select exists (select from event where event.subject = cohort.subject and type = ${to}
            and occurred_at between began and ends) as is_met
        ) as asked
        group by day`);
      assert.deepEqual(
        measured(promise, ({ met, breached, openNotDue }) => [met, breached, openNotDue]),
        slow,
      );
      assert.equal(Object.keys(slow).length, 10);
      const [met = 0, breached = 0] = slow["2026-08-01"] as readonly number[];
      assert.ok(met > 5 && breached > 5);
    });
  }
});

type Asked = {
  readonly promise: string;
  readonly each: "month" | "quarter";
  readonly from: string;
  readonly to: string;
  /** What brings a case to nothing. */
  readonly lost: string;
  readonly isOpenTime?: boolean;
  readonly isCensored?: boolean;
  readonly statistic: "half" | "most" | "mean";
};

const ticket = {
  each: "month",
  from: "ticket.created",
  to: "ticket.solved",
  lost: "{ticket.merged, ticket.spam}",
} as const;

const lead = {
  each: "month",
  from: "contact.connected",
  to: "lead.sqlAccepted",
  lost: `{lead.disqualified, lead.closedUnreached, lead.merged, lead.spam, lead.deleted, lead.test,
    deal.lost, account.churned}`,
  isCensored: true,
} as const;

const durations: readonly Asked[] = [
  { promise: "half-solved", ...ticket, statistic: "half" },
  { promise: "most-solved", ...ticket, statistic: "most", isCensored: true },
  { promise: "mean-solved", ...ticket, statistic: "mean", isCensored: true, isOpenTime: true },
  { promise: "half-decided", ...lead, statistic: "half" },
  { promise: "mean-decided", ...lead, statistic: "mean" },
  { promise: "ciclo-de-ventas", ...lead, to: "deal.won", each: "quarter", statistic: "half" },
];

/** Ends and losses of a subject: its own events, and those of others that link to it. */
function facts({ to, lost }: Asked): Sql {
  return sql`(
    select subject, type, at from (
      select subject, type, occurred_at as at from event
      union all
      select link.subject, event.type, event.occurred_at from event_subject as link
      join event on event.source = link.source and event.id = link.event_id
    ) as told
    where type = ${to} or type = any (${lost}::text[]))`;
}

/** From the first beginning to the first end after it, and to the first loss. */
function cases({ from, to }: Asked): Sql {
  return sql`(
    select began.subject, began.at as began,
      (select min(at) from fact where subject = began.subject and type = ${to} and at >= began.at)
        as ended,
      (select min(at) from fact where subject = began.subject and type <> ${to} and at >= began.at)
        as lost
    from (select subject, min(occurred_at) as at from event where type = ${from} group by 1)
      as began)`;
}

/** What each case says to a period: an end in it, or how far it got by a loss or by its end. */
function lengths(asked: Asked): Sql {
  const span = spans(asked.each, MEXICO);
  const length = (to: Sql) =>
    asked.isOpenTime
      ? openMs(sql`office.hours`, sql`began`, to)
      : sql`(extract(epoch from ${to}) - extract(epoch from began)) * 1000`;
  return sql`
    select day, ${length(sql`ended`)} as ms, true as is_end from ${span} as span
    join begun on ended >= opens and ended < closes cross join office
    union all
    select day, ${length(sql`lost`)}, false from ${span} as span
    join begun on lost >= opens and lost < closes and (ended is null or lost < ended)
    cross join office
    union all
    select day, ${length(sql`until`)}, false from ${span} as span
    join begun on began < until and least(ended, lost, 'infinity') >= closes cross join office`;
}

/** Of closed cases alone: the least that so many do not exceed. */
const closed = {
  half: sql`min(ms) filter (where not_above * 100 >= closed * 50)`,
  most: sql`min(ms) filter (where not_above * 100 >= closed * 90)`,
  mean: sql`round(avg(ms))`,
} as const;

/** Of the curve, as a fraction `above / whole`: where so few are left, or the area under it. */
const survival = {
  half: sql`min(ms) filter (where above * 100 <= whole * 50)`,
  most: sql`min(ms) filter (where above * 100 <= whole * 10)`,
  mean: sql`round(sum((ms - ms_before) * before) + min(above / whole) * (max(longest) - max(ms)))`,
} as const;

describe("of a generated year, SQL measures the same lengths", () => {
  for (const asked of durations) {
    const { promise, statistic, isCensored = false } = asked;
    test(`${promise}: ${statistic}, of closed cases and with open ones`, async () => {
      const slow = await ask(sql`
        with fact as materialized ${facts(asked)}, office as materialized ${office},
          begun as materialized ${cases(asked)}, length as materialized (${lengths(asked)}),
        closed as (
          select day, count(*) as cases, ${closed[statistic]} as value from (
            select day, ms, count(*) over (partition by day order by ms) as not_above,
              count(*) over (partition by day) as closed
            from length where is_end
          ) as ranked group by day
        ),
        risk as (
          select step.day, step.ms, count(*) as cases, max(other.ms) as longest,
            count(*) filter (where other.is_end and other.ms = step.ms) as ends
          from (select distinct day, ms from length where is_end) as step
          join length as other on other.day = step.day and other.ms >= step.ms group by 1, 2
        ),
        curve as (
          select *, coalesce(lag(above / whole) over per, 1) as before,
            coalesce(lag(ms) over per, 0) as ms_before
          from (
            select day, ms, longest, product(cases - ends) over (partition by day order by ms)
              as above, product(cases) over (partition by day order by ms) as whole
            from risk
          ) as step window per as (partition by day order by ms)
        ),
        survival as (select day, ${survival[statistic]} as value from curve group by day)
        select day, json_build_array(cases,
          (select count(*) from length where length.day = closed.day and not is_end),
          closed.value::float8, survival.value::float8,
          (case when ${isCensored} then survival.value else closed.value end)::float8) as told
        from closed join survival using (day)`);
      const told = measured(promise, ({ facts, value }) => [
        facts.closed,
        facts.open,
        facts.ofClosedMs,
        facts.withOpenMs,
        value,
      ]);
      assert.deepEqual(told, slow);
      assert.ok(total(slow, 0) > 30 && total(slow, 1) > 30);
    });
  }
});
