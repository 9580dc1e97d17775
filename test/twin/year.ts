/**
 * A generated year judged by the engine, and the same facts in a database to be asked in SQL.
 *
 * Both are told by the first day of each period: `2026-03-01` and what is measured of it.
 */
import { after, before } from "node:test";
import pg from "pg";
import sql, { type Sql } from "sql-template-tag";
import type { Event } from "../../src/engine/event.ts";
import { judge } from "../../src/engine/judge.ts";
import type { Period } from "../../src/engine/period.ts";
import type { Instant } from "../../src/engine/time.ts";
import { inWorkspace, many } from "../../src/store/db.ts";
import { insertEvents, insertLinks } from "../../src/store/event.ts";
import { openTestDatabase, type TestDatabase } from "../database.ts";
import { companyYear, exampleAgreements, readAgreements } from "../measured-year.ts";
import { furtherFacts } from "./further.ts";

export const MEXICO = "America/Mexico_City";
export const MADRID = "Europe/Madrid";

/** A Friday afternoon, in the middle of everything. */
export const asOf = Date.parse("2026-10-09T15:20:10.123-06:00") as Instant;
export const now = new Date(asOf);

const company = companyYear(11, 900, asOf);
export const events: readonly Event[] = [...company, ...furtherFacts(company, asOf)];
const examples = exampleAgreements("marketing-ventas", "soporte-estandar");
const further = readAgreements([new URL("promises.yaml", import.meta.url)]);
export const agreements = [...examples.agreements, ...further.agreements];
const { periods } = judge({ agreements, events, asOf });

/** What is told of a promise, by the first day of each period. */
export type Told = Readonly<Record<string, unknown>>;

/** What the engine measures of a promise. */
export function measured(promise: string, tell: (period: Period) => unknown): Told {
  const own = periods.filter(({ commitment }) => commitment === promise);
  return Object.fromEntries(own.map((one) => [dayOf(one), tell(one)]));
}

/** The first day of a period, on the walls of its agreement. */
export function dayOf({ agreement, from }: Period): string {
  const timeZone = agreement === "madrid" ? MADRID : MEXICO;
  return new Intl.DateTimeFormat("sv", { timeZone }).format(from);
}

/**
 * Fills a database before the tests of a file. The question asks for rows of `day` and, as JSON,
 * `told`.
 */
export function askInSql(): (question: Sql) => Promise<Told> {
  let opened: TestDatabase;
  before(async () => {
    opened = await openTestDatabase();
    await addProduct(opened);
    const recording = { workspaceId: "year", now: asOf };
    await inWorkspace(opened.database, "year", async (db) => {
      for (let from = 0; from < events.length; from += 1_000) {
        await insertEvents(db, recording, events.slice(from, from + 1_000));
        await insertLinks(db, recording, events.slice(from, from + 1_000));
      }
    });
  });
  after(() => opened.drop());
  return async (question) =>
    Object.fromEntries(
      await inWorkspace(opened.database, "year", (db) =>
        many(db, question, ({ day, told }) => [day as string, told]),
      ),
    );
}

/** The product of a column, as `sum` is its sum: what a curve of survival is written with. */
async function addProduct({ ownerAddress }: TestDatabase): Promise<void> {
  const owner = new pg.Client(ownerAddress);
  await owner.connect();
  await owner.query(
    "create aggregate product(numeric) (sfunc = numeric_mul, stype = numeric, initcond = '1')",
  );
  await owner.end();
}

/** What a column of the rows told comes to over all periods. */
export function total(told: Told, column: number): number {
  const rows = Object.values(told) as readonly (readonly unknown[])[];
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

/**
 * The months or quarters told, or those since `from`: `day`, `local` (the same on the wall),
 * `opens`, `closes`, and `until` when something is known.
 */
export function spans(each: "month" | "quarter", zone: string, from = "2026-01-01"): Sql {
  const length = each === "month" ? "1 month" : "3 months";
  return sql`(
    select to_char(local, 'YYYY-MM-DD') as day, local, local at time zone ${zone} as opens,
      (local + ${length}::interval) at time zone ${zone} as closes,
      least((local + ${length}::interval) at time zone ${zone}, ${now}) as until
    from generate_series(${from}::timestamp, timestamp '2026-10-01', ${length}::interval)
      as local)`;
}
