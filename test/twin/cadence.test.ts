/** Touches due in a generated year, by days and by business days, beside slow statements in SQL. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sql, { type Sql } from "sql-template-tag";
import { deskDates } from "./hours.ts";
import { askInSql, MEXICO, measured, now, spans, total } from "./year.ts";

/** What a subject last said of a field, at or before one of its events. */
const known = (field: string) => sql`(
  select data->>${field} from event as before where before.subject = event.subject
    and before.occurred_at <= event.occurred_at and before.data ? ${field}
  order by occurred_at desc, recorded_at desc, id desc limit 1)`;

/** The spells in which a condition holds of subjects of a kind, from turn to turn. */
function spells(kind: string, holds: Sql): Sql {
  return sql`(
    select subject, began, ended from (
      select subject, at as began, holds,
        lead(at) over (partition by subject order by turn) as ended
      from (
        select *, lag(holds, 1, false) over (partition by subject order by turn) as held from (
          select subject, occurred_at as at, coalesce(${holds}, false) as holds,
            row_number() over (partition by subject order by occurred_at, recorded_at, id) as turn
          from event where subject like ${`${kind}/%`}
        ) as judged
      ) as turned where holds <> held
    ) as spell where holds)`;
}

/** An interval that has begun and whose end the spell lives to see owes a touch in it. */
function touches(due: Sql, touch: string): Sql {
  return sql`
    select day, json_build_array(count(*) filter (where is_met),
      count(*) filter (where not is_met and due < ${now}),
      count(*) filter (where not is_met and due >= ${now})) as told
    from (
      select due, exists (select from event where event.subject = due.subject
        and type = ${touch} and occurred_at > begins and occurred_at <= due) as is_met
      from ${due} as due where begins <= ${now} and due <= coalesce(ended, 'infinity')
    ) as owed
    join ${spans("month", MEXICO)} as month on due >= opens and due < closes group by day`;
}

describe("of a generated year, SQL owes the same touches", () => {
  const ask = askInSql();

  test("every fourteen days of nurturing", async () => {
    const nurtured = sql`${known("lifecycle")} in ('mql', 'sal')
      and ${known("status")} = 'nutricion'`;
    const due = sql`(
      select subject, ended, began + (number - 1) * interval '336 h' as begins,
        began + number * interval '336 h' as due
      from ${spells("lead", nurtured)} as spell,
        generate_series(1, 30) as number)`;
    const slow = await ask(touches(due, "touch.sent"));
    assert.deepEqual(
      measured("nutricion", ({ met, breached, openNotDue }) => [met, breached, openNotDue]),
      slow,
    );
    assert.ok(total(slow, 0) > 80 && total(slow, 1) > 80 && total(slow, 2) > 10);
  });

  /**
   * The same wall time on the next open date; its opening from before the opening of an open date;
   * from after closing or a closed date the opening of the date after the next.
   */
  test("every business day while somebody waits for an end", async () => {
    const waited = sql`${known("status")} in ('abierto', 'en_espera', 'esperando_cliente')`;
    const next = sql`(
      select case
        when own.date is null or due.due > own.closes then (
          select opens from desk where desk.date > wall order by date offset 1 limit 1)
        when due.due < own.opens then (
          select opens from desk where desk.date > wall order by date limit 1)
        else ((select desk.date from desk where desk.date > wall order by date limit 1)
          + (wall - date_trunc('day', wall))) at time zone ${MEXICO}
      end as due
      from (select due.due at time zone ${MEXICO} as wall) as shown
      left join desk as own on own.date = date_trunc('day', wall))`;
    const due = sql`(
      with recursive desk as materialized ${deskDates}, due as (
        select subject, ended, began as begins, began as due, 0 as number
        from ${spells("ticket", waited)} as spell
        union all
        select subject, ended, due.due, next.due, number + 1 from due cross join lateral ${next}
          as next
        where due.due <= ${now} and due.due <= coalesce(ended, 'infinity')
      )
      select * from due where number > 0)`;
    const slow = await ask(touches(due, "ticket.repliedPublic"));
    assert.deepEqual(
      measured("updates", ({ met, breached, openNotDue }) => [met, breached, openNotDue]),
      slow,
    );
    assert.ok(total(slow, 0) > 80 && total(slow, 1) > 80);
  });
});
