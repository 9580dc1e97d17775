/** The list of clocks: filtered, sorted, a page at a time, at any size. */
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { State, Verdict } from "../engine/clock.ts";
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

export type ClockPage = {
  readonly clocks: readonly ClockRow[];
  /** Where the next page begins; absent on the last. Good only for the same sort. */
  readonly next?: string;
};

/** What may be sorted by. A clock without the time sorted by is not in that list. */
const orders = {
  due: { column: "due_order", direction: "asc", has: sql`true` },
  started: { column: "started_at", direction: "desc", has: sql`started_at is not null` },
  breached: { column: "breached_at", direction: "desc", has: sql`breached_at is not null` },
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
  const { column, direction, has } = orders[sort];
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
        title, body,
        ${raw(column)}::text as place
      from clock
      where ${join(where, " and ")}
      order by ${raw(column)} ${way}, id ${way}
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
  const clocks = rows.slice(0, limit).map(toClock);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return last ? { clocks, next: toCursor([sort, last.place, last.id]) } : { clocks };
}

function toCursor(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

function beyond(sort: ClockSort, cursor: string): Sql {
  const { column, direction } = orders[sort];
  const { place, id } = readCursor(sort, cursor);
  const sign = raw(direction === "asc" ? ">" : "<");
  return sql`(${raw(column)}, id) ${sign} (${place}::timestamptz, ${id})`;
}

function readCursor(sort: ClockSort, cursor: string): { place: string; id: string } {
  try {
    const [of, place, id] = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const isPlace = place === "infinity" || readInstant(isoOf(place)) !== undefined;
    if (of === sort && isPlace && typeof id === "string") return { place, id };
  } catch {
    // Not one of ours: refused below, as one of another list is.
  }
  return refuse("cursor-invalid");
}

/** "2026-03-31 10:00:00.12+00" as ISO 8601, to see whether it is an instant at all. */
function isoOf(place: unknown): string {
  return String(place).replace(" ", "T").replace(/\+00$/, "Z");
}
