/** Measures of a generated year beside slow twins in SQL, over facts as the store keeps them. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Sql } from "sql-template-tag";
import sql from "sql-template-tag";
import { judge } from "../src/engine/judge.ts";
import type { Period } from "../src/engine/period.ts";
import type { Instant } from "../src/engine/time.ts";
import { inWorkspace, many } from "../src/store/db.ts";
import { insertEvents } from "../src/store/event.ts";
import { openTestDatabase, type TestDatabase } from "./database.ts";
import { companyYear, exampleAgreements, MEXICO } from "./measured-year.ts";

const asOf = (Date.UTC(2026, 9, 10) + MEXICO) as Instant;
const events = companyYear(11, 900, asOf).filter(({ occurredAt }) => occurredAt <= asOf);
const agreements = exampleAgreements("marketing-ventas", "soporte-estandar");
const { periods } = judge({ ...agreements, events, asOf });
const until = new Date(asOf);

const zone = "America/Mexico_City";
const monthOf = (at: Instant) =>
  new Intl.DateTimeFormat("sv", { timeZone: zone }).format(at).slice(0, 7);

const told = (commitment: string, of: (period: Period) => readonly number[]) =>
  Object.fromEntries(
    periods
      .filter((one) => one.commitment === commitment && one.met + one.breached > 0)
      .map((one) => [monthOf(one.from), of(one)]),
  );

describe("a generated year, measured by the engine and by SQL", () => {
  let opened: TestDatabase;
  before(async () => {
    opened = await openTestDatabase();
    const recording = { workspaceId: "year", now: asOf };
    for (let from = 0; from < events.length; from += 1_000) {
      const part = events.slice(from, from + 1_000);
      await inWorkspace(opened.database, "year", (db) => insertEvents(db, recording, part));
    }
  });
  after(() => opened.drop());

  const ask = async (question: Sql) => {
    const rows = await inWorkspace(opened.database, "year", (db) =>
      many(db, question, ({ month, met, total }) => [month as string, [met, total]] as const),
    );
    return Object.fromEntries(
      rows.map(([month, [met, total]]) => [month, [Number(met), Number(total)]]),
    );
  };

  for (const [commitment, from, to, days] of [
    ["aceptacion", "lead.handedOff", "lead.accepted", 3],
    ["conversion-mql-sql", "lead.qualified", "lead.sqlAccepted", 30],
  ] as const) {
    test(`converts the same: ${commitment}`, async () => {
      const slow = await ask(sql`
        with cohort as (
          select subject, to_char(occurred_at at time zone ${zone}, 'YYYY-MM') as month,
            min(occurred_at) as began
          from event where type = ${from} group by 1, 2
        )
        select month, count(*) filter (where is_met) as met,
          count(*) filter (
            where is_met or ${until}::timestamptz > began + ${days} * interval '24 h') as total
        from cohort cross join lateral (
          select exists (
            select from event where event.subject = cohort.subject and type = ${to}
              and occurred_at between began and began + ${days} * interval '24 h') as is_met
        ) as asked
        group by month having count(*) filter (
          where is_met or ${until}::timestamptz > began + ${days} * interval '24 h') > 0`);
      assert.deepEqual(
        told(commitment, ({ met, breached }) => [met, met + breached]),
        slow,
      );
      assert.ok(Object.keys(slow).length >= 9);
    });
  }

  test("has the same complete hand-offs", async () => {
    const required = "email phone company source campaign lastActivity interest".split(" ");
    const slow = await ask(sql`
      select to_char(occurred_at at time zone ${zone}, 'YYYY-MM') as month, count(*) as total,
        count(*) filter (where not exists (
          select from unnest(${required}::text[]) as field where not exists (
            select from event as known where known.subject = handed.subject
              and known.occurred_at <= handed.occurred_at and known.data ? field))) as met
      from event as handed where type = 'lead.handedOff' group by 1`);
    assert.deepEqual(
      told("contexto-completo", ({ met, breached }) => [met, met + breached]),
      slow,
    );
  });

  test("has the same satisfied answers", async () => {
    const slow = await ask(sql`
      select to_char(occurred_at at time zone ${zone}, 'YYYY-MM') as month, count(*) as total,
        count(*) filter (where (data->>'score')::numeric >= 4) as met
      from event where type = 'survey.answered' and data->>'survey' = 'csat' group by 1`);
    const answered = periods.filter((one) => one.commitment === "satisfaccion" && one.share);
    assert.deepEqual(
      Object.fromEntries(
        answered.map(({ from, share }) => [monthOf(from), [share?.numerator, share?.denominator]]),
      ),
      slow,
    );
  });
});
