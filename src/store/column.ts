/**
 * How a column's text becomes a value and back: instants cut to the millisecond, whole numbers,
 * JSON.
 */
import assert from "node:assert/strict";
import pg from "pg";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { refuse } from "../engine/problem.ts";
import { type Instant, instantText } from "../engine/time.ts";

/** The types whose text means something else here than `pg` takes it for. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.TIMESTAMPTZ]: readTimestamp,
  [pg.types.builtins.INT8]: readWhole,
  [pg.types.builtins.NUMERIC]: (text) => text,
  [pg.types.builtins.DATE]: (text) => text,
};

/** `numeric` stays text: money is never a binary fraction. A `date` stays the date it is. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format: "text" | "binary") =>
    (format === "text" && parsers[type]) ||
    pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
};

/**
 * "2026-03-31 10:00:00.123456+00" as an instant, cut down to the millisecond. With no more digits
 * than that it becomes what every engine reads fastest by two changes.
 */
function readTimestamp(text: string): Instant {
  const at = Date.parse(isPlain(text) ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : cut(text));
  assert.ok(Number.isInteger(at), `a timestamp that is no instant: ${text}`);
  return at as Instant;
}

/** Whole seconds, or whole milliseconds. */
function isPlain(text: string): boolean {
  return (text.length === 22 || text.length === 26) && text.endsWith("+00") && text[10] === " ";
}

function cut(text: string): string {
  const [, date, time, fraction = ""] = /^(\S+) ([\d:]+)(?:\.(\d+))?\+00$/.exec(text) ?? [];
  return `${date}T${time}.${fraction.slice(0, 3).padEnd(3, "0")}Z`;
}

function readWhole(text: string): number {
  const whole = Number(text);
  assert.ok(Number.isSafeInteger(whole), `a whole number beyond 2^53: ${text}`);
  return whole;
}

/** An instant as a parameter. */
export function timestamp(at: Instant): string;
export function timestamp(at: Instant | undefined): string | null;
export function timestamp(at: Instant | undefined): string | null {
  return at === undefined ? null : instantText(at);
}

/** A value as a `json` parameter; `pg` would make an array a PostgreSQL array. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}

/**
 * Rows as a table inside a statement, `named` as in "told (id text, at timestamptz)": an array a
 * column, which the server reads in less time than JSON. What is absent is null.
 *
 * Refused: half a surrogate pair, of which the way to the server would make something else.
 */
export function table(rows: readonly Readonly<Record<string, unknown>>[], named: string): Sql {
  const [name = "", inside = ""] = named.split(/[()]/);
  const columns = inside.split(",").map((column) => column.trim().split(" ") as [string, string]);
  const arrays = columns.map(([column, type]) => {
    const write = writers[type] ?? quotedPlainly;
    const values = rows.map((row) => {
      const value = row[column] ?? undefined;
      return value === undefined ? "null" : write(value);
    });
    return sql`${`{${values.join(",")}}`}::${raw(type)}[]`;
  });
  const names = columns.map(([column]) => column).join(", ");
  return sql`unnest(${join(arrays)}) as ${raw(`${name}(${names})`)}`;
}

/** Only texts and JSON may hold letters that mean something inside an array. */
const writers: Readonly<Record<string, (value: unknown) => string>> = {
  text: quoted,
  // JSON has no letters below the space, so that what quotes a text quotes it for an array too.
  jsonb: (value) => json(json(value)),
};

const quotedPlainly = (value: unknown): string => `"${value}"`;

function quoted(value: unknown): string {
  const text = String(value);
  if (!text.isWellFormed()) return refuse("value-unstorable", { reason: "half a surrogate pair" });
  return SPECIAL.test(text) ? `"${text.replace(SPECIALS, "\\$&")}"` : `"${text}"`;
}

const SPECIAL = /["\\]/;
const SPECIALS = /["\\]/g;

/** The row without the columns that are null: absent is how the rest of the program says it. */
export function present<T>(columns: Readonly<Record<string, unknown>>): T {
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(columns)) {
    const value = columns[name];
    if (value !== null && value !== undefined) kept[name] = value;
  }
  return kept as T;
}
