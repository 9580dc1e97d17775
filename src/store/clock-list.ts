/** The list of clocks: filtered, sorted, a page at a time, at any size. */
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { State, Verdict } from "../engine/clock.ts";
import { readAmount } from "../engine/money.ts";
import { refuse } from "../engine/problem.ts";
import { type Instant, readInstant } from "../engine/time.ts";
import { type ClockRow, toClock } from "./clock.ts";
import { timestamp } from "./column.ts";
import { type Db, many, type Row } from "./db.ts";
import { customerOfSubject } from "./subject-customer.ts";

export type ClockFilter = {
  /** Waiting, running or paused: what an index is kept for. */
  readonly isOpen?: boolean;
  readonly states?: readonly State[];
  readonly verdicts?: readonly Verdict[];
  readonly agreements?: readonly string[];
  readonly commitments?: readonly string[];
  readonly subjectTypes?: readonly string[];
  readonly subject?: string;
  /** Of whose subjects alone. */
  readonly customers?: readonly string[];
  readonly owner?: string;
  readonly team?: string;
  readonly source?: string;
  readonly isProvisional?: boolean;
  /** Warned of and not breached. */
  readonly isAtRisk?: boolean;
  readonly isUnassigned?: boolean;
  readonly dueFrom?: Instant;
  readonly dueBefore?: Instant;
};

export type ClockSort = keyof typeof orders;

/**
 * With what its subject is worth, exactly, and the company it is of; null where nothing says it.
 */
export type ListedClock = ClockRow & {
  readonly company: string | null;
  readonly worth: { readonly amount: string; readonly currency: string | null } | null;
};

export type ClockPage = {
  readonly clocks: readonly ListedClock[];
  /** Where the next page begins; absent on the last. Good only for the same sort. */
  readonly next?: string;
};

type Key = { readonly column: string; readonly type: keyof typeof isPlace };

type Order = {
  readonly keys: readonly Key[];
  readonly direction: "asc" | "desc";
  readonly has: Sql;
};

const due: Key = { column: "due_order", type: "timestamptz" };
const started: Key = { column: "started_at", type: "timestamptz" };
const breached: Key = { column: "breached_at", type: "timestamptz" };

/**
 * What may be sorted by. A clock without the time sorted by is not in that list; one whose worth
 * nobody knows comes after the others, by the instant it is due.
 */
const orders = {
  due: { keys: [due], direction: "asc", has: sql`true` },
  started: { keys: [started], direction: "desc", has: sql`started_at is not null` },
  breached: { keys: [breached], direction: "desc", has: sql`breached_at is not null` },
  worth: {
    keys: [{ column: "worth_order", type: "numeric" }, due],
    direction: "asc",
    has: sql`true`,
  },
} as const satisfies Readonly<Record<string, Order>>;

/** Whether a text may be where a page ended. */
const isPlace = {
  timestamptz: (text: string) => text === "infinity" || readInstant(isoOf(text)) !== undefined,
  numeric: (text: string) => text === "Infinity" || readAmount(text) !== undefined,
} as const;

/**
 * Each filter as a condition; those that nobody asked for are not in the statement at all. What an
 * index is kept for is written as that index says it.
 */
const conditions: {
  readonly [K in keyof ClockFilter]-?: (value: NonNullable<ClockFilter[K]>) => Sql;
} = {
  isOpen: (isOpen) => (isOpen ? sql`is_open` : sql`not is_open`),
  states: (states) => sql`state = any (${[...states]})`,
  verdicts: (verdicts) =>
    verdicts.length === 1 && verdicts[0] === "breached"
      ? sql`verdict = 'breached'`
      : sql`verdict = any (${[...verdicts]})`,
  agreements: (agreements) =>
    agreements.length === 1
      ? sql`agreement = ${agreements[0]}`
      : sql`agreement = any (${[...agreements]})`,
  commitments: (commitments) => sql`commitment = any (${[...commitments]})`,
  subjectTypes: (types) => sql`subject_type = any (${[...types]})`,
  subject: (subject) => sql`subject = ${subject}`,
  customers: (customers) => sql`exists (
    select from subject
    where subject.workspace_id = clock.workspace_id and subject.id = clock.subject
      and ${customerOfSubject} = any (${[...customers]}))`,
  owner: (owner) => sql`owner = ${owner}`,
  team: (team) => sql`team = ${team}`,
  source: (source) => sql`source = ${source}`,
  isProvisional: (isProvisional) => sql`provisional = ${isProvisional}`,
  isAtRisk: (isAtRisk) => (isAtRisk ? sql`is_at_risk` : sql`not is_at_risk`),
  isUnassigned: (isUnassigned) => (isUnassigned ? sql`owner is null` : sql`owner is not null`),
  dueFrom: (at) => sql`due_order >= ${timestamp(at)}`,
  dueBefore: (at) => sql`due_order < ${timestamp(at)}`,
};

/**
 * One page of the clocks that pass `filter`, in the order of `sort`.
 *
 * Pages hang together: what is added or changed meanwhile neither repeats a clock that stood still
 * nor hides one. `agreements` is also what keeps a counterparty to its own.
 */
export async function listClocks(
  db: Db,
  workspaceId: string,
  asked: {
    readonly filter?: ClockFilter;
    readonly sort?: ClockSort;
    readonly after?: string;
    readonly limit: number;
  },
): Promise<ClockPage> {
  const sort = asked.sort ?? "due";
  const { keys, direction, has } = orders[sort];
  const columns = keys.map(({ column }) => raw(column));
  const where = [
    sql`workspace_id = ${workspaceId}`,
    has,
    ...toConditions(asked.filter ?? {}),
    ...(asked.after === undefined ? [] : [beyond(sort, asked.after)]),
  ];
  const way = raw(direction);
  const rows = await many(
    db,
    sql`
      select id, agreement, revision, level, commitment, subject, cycle, state, verdict,
        provisional, started_at, due_at, breached_at, stopped_at, target_text, target_ms,
        spent_open_ms, spent_elapsed_ms, remaining_ms, obliged, beneficiary, owner, team, source,
        title, worth, body, currency, company,
        array[${join(columns.map((column) => sql`(${column})::text`))}] as place
      from clock
        left join lateral (
          select subject.attributes->>'currency' as currency,
            coalesce(subject.attributes#>>'{company,name}', subject.attributes#>>'{account,name}')
              as company
          from subject
          where subject.workspace_id = clock.workspace_id and subject.id = clock.subject
        ) as known on true
      where ${join(where, " and ")}
      order by ${join(columns.map((column) => sql`${column} ${way}`))}, id ${way}
      limit ${asked.limit + 1}`,
    (row) => row,
  );
  return toPage(rows, sort, asked.limit);
}

/** How many clocks pass `filter`, counted up to `most`: a list says "10,000+" and stays quick. */
export async function countClocks(
  db: Db,
  workspaceId: string,
  asked: { readonly filter?: ClockFilter; readonly most: number },
): Promise<number> {
  const where = [sql`workspace_id = ${workspaceId}`, ...toConditions(asked.filter ?? {})];
  const [count = 0] = await many(
    db,
    sql`
      select count(*) as clocks
      from (select 1 from clock where ${join(where, " and ")} limit ${asked.most}) as counted`,
    ({ clocks }) => clocks as number,
  );
  return count;
}

export function toConditions(filter: ClockFilter): Sql[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    const condition = conditions[name as keyof ClockFilter] as (value: unknown) => Sql;
    return value === undefined ? [] : [condition(value)];
  });
}

function toPage(rows: readonly Row[], sort: ClockSort, limit: number): ClockPage {
  const clocks = rows.slice(0, limit).map(toListed);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return last ? { clocks, next: toCursor([sort, last.place, last.id]) } : { clocks };
}

function toListed(row: Row): ListedClock {
  const { worth: amount, currency, company } = row;
  const worth = amount === null ? null : { amount, currency };
  return { ...toClock(row), company, worth } as ListedClock;
}

function toCursor(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

function beyond(sort: ClockSort, cursor: string): Sql {
  const { keys, direction } = orders[sort];
  const { place, id } = readCursor(sort, cursor);
  const sign = raw(direction === "asc" ? ">" : "<");
  const columns = keys.map(({ column }) => raw(column));
  const values = keys.map(({ type }, index) => sql`${place[index]}::${raw(type)}`);
  return sql`(${join(columns)}, id) ${sign} (${join(values)}, ${id})`;
}

type Place = { readonly place: readonly string[]; readonly id: string };

function readCursor(sort: ClockSort, cursor: string): Place {
  const { keys }: Order = orders[sort];
  try {
    const [of, place, id] = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const isWhole =
      Array.isArray(place) &&
      place.length === keys.length &&
      keys.every(({ type }, index) => isPlace[type](String(place[index])));
    if (of === sort && isWhole && typeof id === "string") return { place, id };
  } catch {
    // Not one of ours: refused below, as one of another list is.
  }
  return refuse("cursor-invalid");
}

/** "2026-03-31 10:00:00.12+00" as ISO 8601, to see whether it is an instant at all. */
function isoOf(place: unknown): string {
  return String(place).replace(" ", "T").replace(/\+00$/, "Z");
}
