/** Clocks: the engine's conclusions, written where they differ from what stands. */
import sql from "sql-template-tag";
import { subjectKind } from "../engine/event.ts";
import type { JudgedClock } from "../engine/judged.ts";
import type { Instant } from "../engine/time.ts";
import { table, timestamp } from "./column.ts";
import { type Db, many, type Row } from "./db.ts";

/** What lists filter and show beside the conclusion itself. */
export type ClockFacets = {
  readonly obliged?: string;
  readonly beneficiary?: string;
  readonly team?: string;
  readonly source?: string;
  readonly title?: string;
  /** What the subject is worth: an exact decimal, in the currency that its attributes say. */
  readonly worth?: string;
};

/** What is kept of a conclusion. Its stretches are laid out again from facts when somebody asks. */
type Kept =
  | "agreement"
  | "revision"
  | "level"
  | "commitment"
  | "subject"
  | "cycle"
  | "state"
  | "verdict"
  | "provisional"
  | "owner"
  | "startedAt"
  | "dueAt"
  | "breachedAt"
  | "stoppedAt"
  | "target"
  | "spent"
  | "remainingMs"
  | "warnings";

/** `measured` is what was measured, where people decided otherwise afterwards: `verdict`. */
export type ClockRow = Pick<JudgedClock, Kept> & {
  readonly facets?: ClockFacets;
  readonly ran?: Ran;
  readonly measured?: JudgedClock["verdict"];
};

/**
 * What was spent where the present stretch began. A late fact may change it and nothing else of a
 * clock that runs, so it is a difference where the time spent since is none.
 */
export type Ran = {
  readonly since: Instant;
  readonly spentMs: number;
  readonly elapsedMs: number;
};

/** Names a clock for ever: a replay gives the same. The last three parts never hold a slash. */
export function clockId(
  clock: Pick<JudgedClock, "subject" | "agreement" | "commitment" | "cycle">,
): string {
  return `${clock.subject}/${clock.agreement}/${clock.commitment}/${clock.cycle}`;
}

type Recording = { readonly workspaceId: string; readonly now: Instant };

/**
 * Writes the clocks that differ from what stands, and says which.
 *
 * The time spent by a clock that runs is not a difference: it follows from the rest. That of one
 * that stands still is. What readers
 * are told of is, so a replay of the same facts writes nothing.
 */
export function upsertClocks(
  db: Db,
  { workspaceId, now }: Recording,
  clocks: readonly ClockRow[],
): Promise<string[]> {
  const records = clocks.map(toRecord);
  return many(
    db,
    sql`
      insert into clock (workspace_id, id, agreement, revision, level, commitment, subject,
        subject_type, cycle, state, verdict, provisional, started_at, due_at, breached_at,
        stopped_at, target_text, target_ms, spent_open_ms, spent_elapsed_ms, remaining_ms, obliged,
        beneficiary, owner, team, source, title, worth, body, created_at, updated_at)
      select ${workspaceId}, id, agreement, revision, level, commitment, subject,
        subject_type, cycle, state, verdict, provisional, started_at, due_at, breached_at,
        stopped_at, target_text, target_ms, spent_open_ms, spent_elapsed_ms, remaining_ms, obliged,
        beneficiary, owner, team, source, title, worth, body, ${timestamp(now)}::timestamptz,
        ${timestamp(now)}::timestamptz
      from ${table(
        records,
        `told (id text, agreement text, revision integer,
        level text, commitment text, subject text, subject_type text, cycle integer, state text,
        verdict text, provisional boolean, started_at timestamptz, due_at timestamptz,
        breached_at timestamptz, stopped_at timestamptz, target_text text, target_ms bigint,
        spent_open_ms bigint, spent_elapsed_ms bigint, remaining_ms bigint, obliged text,
        beneficiary text, owner text, team text, source text, title text, worth numeric,
        body jsonb)`,
      )}
      order by id
      on conflict (workspace_id, id) do update set revision = excluded.revision,
        level = excluded.level, state = excluded.state, verdict = excluded.verdict,
        provisional = excluded.provisional, started_at = excluded.started_at,
        due_at = excluded.due_at, breached_at = excluded.breached_at,
        stopped_at = excluded.stopped_at, target_text = excluded.target_text,
        target_ms = excluded.target_ms, spent_open_ms = excluded.spent_open_ms,
        spent_elapsed_ms = excluded.spent_elapsed_ms, remaining_ms = excluded.remaining_ms,
        obliged = excluded.obliged, beneficiary = excluded.beneficiary, owner = excluded.owner,
        team = excluded.team, source = excluded.source, title = excluded.title,
        worth = excluded.worth, body = excluded.body, updated_at = excluded.updated_at
      where (clock.revision, clock.level, clock.state, clock.verdict, clock.provisional,
          clock.started_at, clock.due_at, clock.breached_at, clock.stopped_at, clock.target_text,
          clock.target_ms, clock.obliged, clock.beneficiary, clock.owner, clock.team, clock.source,
          clock.title, clock.worth, clock.body,
          case when excluded.state = 'running' then 0 else clock.spent_open_ms end,
          case when excluded.state = 'running' then 0 else clock.spent_elapsed_ms end)
        is distinct from (excluded.revision, excluded.level, excluded.state, excluded.verdict,
          excluded.provisional, excluded.started_at, excluded.due_at, excluded.breached_at,
          excluded.stopped_at, excluded.target_text, excluded.target_ms, excluded.obliged,
          excluded.beneficiary, excluded.owner, excluded.team, excluded.source, excluded.title,
          excluded.worth, excluded.body,
          case when excluded.state = 'running' then 0 else excluded.spent_open_ms end,
          case when excluded.state = 'running' then 0 else excluded.spent_elapsed_ms end)
      returning id`,
    toId,
  );
}

/** Removes the clocks of `subjects` that a new judgement no longer has, and says which. */
export function deleteClocksExcept(
  db: Db,
  workspaceId: string,
  judged: { readonly subjects: readonly string[]; readonly keep: readonly string[] },
): Promise<string[]> {
  return many(
    db,
    sql`
      delete from clock
      where workspace_id = ${workspaceId} and subject = any (${[...judged.subjects]})
        and id <> all (${[...judged.keep]})
      returning id`,
    toId,
  );
}

/** Every clock of `subjects`, by id. */
export function clocksOfSubjects(
  db: Db,
  workspaceId: string,
  subjects: readonly string[],
): Promise<ClockRow[]> {
  return many(
    db,
    sql`
      select agreement, revision, level, commitment, subject, cycle, state, verdict, provisional,
        started_at, due_at, breached_at, stopped_at, target_text, target_ms, spent_open_ms,
        spent_elapsed_ms, remaining_ms, obliged, beneficiary, owner, team, source, title, worth,
        body
      from clock
      where workspace_id = ${workspaceId} and subject = any (${[...subjects]})
      order by id`,
    toClock,
  );
}

function toRecord(clock: ClockRow): Row {
  const { target, spent, facets = {}, warnings, ran, measured } = clock;
  return {
    ...facets,
    id: clockId(clock),
    agreement: clock.agreement,
    revision: clock.revision,
    level: clock.level,
    commitment: clock.commitment,
    subject: clock.subject,
    subject_type: subjectKind(clock.subject),
    cycle: clock.cycle,
    state: clock.state,
    verdict: clock.verdict,
    provisional: clock.provisional,
    owner: clock.owner,
    started_at: timestamp(clock.startedAt ?? undefined),
    due_at: timestamp(clock.dueAt ?? undefined),
    breached_at: timestamp(clock.breachedAt ?? undefined),
    stopped_at: timestamp(clock.stoppedAt ?? undefined),
    target_text: target?.text,
    target_ms: target?.ms,
    spent_open_ms: spent.openMs,
    spent_elapsed_ms: spent.elapsedMs,
    remaining_ms: clock.remainingMs,
    body: {
      warnings,
      ...(target ? { basis: target.basis } : {}),
      ...(ran ? { ran } : {}),
      ...(measured ? { measured } : {}),
    },
  };
}

/** The row as it was written. */
export function toClock(row: Row): ClockRow {
  const body = row.body as Pick<ClockRow, "warnings" | "ran" | "measured"> & { basis?: string };
  const { target_text: text, target_ms: ms } = row;
  return {
    agreement: row.agreement,
    revision: row.revision,
    level: row.level,
    commitment: row.commitment,
    subject: row.subject,
    cycle: row.cycle,
    state: row.state,
    verdict: row.verdict,
    provisional: row.provisional,
    owner: row.owner,
    startedAt: row.started_at,
    dueAt: row.due_at,
    breachedAt: row.breached_at,
    stoppedAt: row.stopped_at,
    target: text === null ? null : { text, ms, basis: body.basis },
    spent: { openMs: row.spent_open_ms, elapsedMs: row.spent_elapsed_ms },
    remainingMs: row.remaining_ms,
    warnings: body.warnings,
    facets: toFacets(row),
    ...(body.ran ? { ran: body.ran } : {}),
    ...(body.measured ? { measured: body.measured } : {}),
  } as ClockRow;
}

function toFacets({ obliged, beneficiary, team, source, title, worth }: Row): ClockFacets {
  const found = Object.entries({ obliged, beneficiary, team, source, title, worth });
  return Object.fromEntries(found.filter(([, value]) => value !== null));
}

function toId(row: Row): string {
  return row.id as string;
}
