import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import sql from "sql-template-tag";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import { table, timestamp } from "./column.ts";
import { inWorkspace, many, type Row } from "./db.ts";

const columns = "told (name text, number integer, at timestamptz, isGood boolean, body jsonb)";

describe("rows that travel as a table", () => {
  let opened: TestDatabase;
  before(async () => {
    opened = await openTestDatabase();
  });
  after(() => opened.drop());

  const sent = (rows: readonly Row[]) =>
    inWorkspace(opened.database, "w", (db) =>
      many(db, sql`select * from ${table(rows, columns)}`, (row) => row),
    );

  test("arrive as they were: quotes, braces, lines, and what is absent", async () => {
    const text = fc.string({ unit: "grapheme" }).map((one) => one.replaceAll("\u0000", ""));
    const special = fc.constantFrom(
      "",
      "null",
      "NULL",
      '"',
      "\\",
      '{"a"}',
      "a,b",
      " a ",
      "\n",
      "é",
    );
    const some = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
    const body = { of: fc.oneof(text, special), list: fc.array(special) };
    const row = fc.record({
      name: some(fc.oneof(text, special)),
      number: some(fc.integer({ min: -1_000, max: 1_000 })),
      at: some(fc.integer({ min: 0, max: 4e12 })),
      isgood: some(fc.boolean()),
      body: some(fc.record(body, { noNullPrototype: true })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
        const records = rows.map(({ at, isgood, ...rest }) => {
          return { ...rest, isGood: isgood, at: timestamp(at as never) };
        });
        const absent = { name: null, number: null, at: null, isgood: null, body: null };
        const known = rows.map((one) => {
          const said = Object.entries(one).filter(([, value]) => value !== undefined);
          return { ...absent, ...Object.fromEntries(said) };
        });
        assert.deepEqual(await sent(records), known);
      }),
      { numRuns: 60 },
    );
  });

  test("half a surrogate pair is refused, in a text and in JSON", async () => {
    await assert.rejects(async () => sent([{ name: "lead/\ud800" }]), { name: "Refusal" });
    await assert.rejects(async () => sent([{ body: { a: "\ud800" } }]), { name: "Refusal" });
  });
});
