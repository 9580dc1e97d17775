/** Conversions of a generated year beside a slow statement in SQL. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sql from "sql-template-tag";
import { askInSql, MEXICO, measured, now, spans } from "./year.ts";

describe("of a generated year, SQL converts the same", () => {
  const ask = askInSql();

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
