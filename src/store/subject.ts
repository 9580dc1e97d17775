/** Subjects: the row that two batches wait on, and the fold of what is known. */
import sql from "sql-template-tag";
import { type Attributes, subjectKind } from "../engine/event.ts";
import { type Instant, instantText } from "../engine/time.ts";
import { json, table, timestamp } from "./column.ts";
import { type Db, many, type Row, run } from "./db.ts";

/** `checkpoint` is known of a row that is held. */
export type SubjectRow = {
  readonly id: string;
  readonly type: string;
  readonly attributes: Attributes;
  readonly events: number;
  readonly firstAt?: Instant;
  readonly lastAt?: Instant;
  readonly checkpoint?: Checkpoint;
};

/**
 * What of a long history judging goes on from, with the facts from `at` on; nothing here looks into
 * `state`.
 */
export type Checkpoint = { readonly at: Instant; readonly state: unknown };

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Adds the subjects that are not there yet. Sorted, so that two batches cannot wait in a ring. */
export async function addSubjects(
  db: Db,
  { workspaceId, now }: Recording,
  subjects: readonly string[],
): Promise<void> {
  const sorted = [...subjects].sort();
  await run(
    db,
    sql`
      insert into subject (workspace_id, id, type, created_at, updated_at)
      select ${workspaceId}, id, type, ${timestamp(now)}::timestamptz,
        ${timestamp(now)}::timestamptz
      from unnest(${sorted}::text[], ${sorted.map(subjectKind)}::text[]) as fresh (id, type)
      on conflict (workspace_id, id) do nothing`,
  );
}

/** What subjects are called, of those that have a name; other texts among `ids` are none. */
export async function titlesOfSubjects(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await many(
    db,
    sql`
      select id, coalesce(attributes ->> 'title', attributes ->> 'name') as title from subject
      where workspace_id = ${workspaceId} and id = any (${[...ids]})
        and coalesce(attributes ->> 'title', attributes ->> 'name') <> ''
      order by id`,
    ({ id, title }) => [id as string, title as string] as const,
  );
  return new Map(found);
}

/**
 * Holds `subjects` until the transaction ends and gives them back as they stand.
 *
 * A row is locked, not a number in the server's memory: a batch may touch more subjects than that
 * memory has room for. Taken in order of id, so that two batches wait and never block each other.
 */
export function lockSubjects(
  db: Db,
  workspaceId: string,
  subjects: readonly string[],
): Promise<SubjectRow[]> {
  return many(
    db,
    sql`
      select held.id, held.type, held.attributes, held.events, held.first_at, held.last_at,
        held.checkpoint, held.checkpoint_at
      from unnest(${[...subjects].sort()}::text[]) as asked (id)
      cross join lateral (
        select id, type, attributes, events, first_at, last_at, checkpoint, checkpoint_at
        from subject
        where workspace_id = ${workspaceId} and id = asked.id
        for no key update
      ) as held`,
    toSubject,
  );
}

/** Writes what is known now of subjects that are locked; their checkpoints stay as they are. */
export async function saveSubjects(
  db: Db,
  { workspaceId, now }: Recording,
  subjects: readonly SubjectRow[],
): Promise<void> {
  const records = subjects.map(toRecord);
  await run(
    db,
    sql`
      insert into subject (workspace_id, id, type, attributes, events, first_at, last_at,
        created_at, updated_at)
      select ${workspaceId}, id, type, attributes, events, first_at, last_at,
        ${timestamp(now)}::timestamptz, ${timestamp(now)}::timestamptz
      from ${table(
        records,
        `known (id text, type text, attributes jsonb,
        events integer, first_at timestamptz, last_at timestamptz)`,
      )}
      on conflict (workspace_id, id) do update set attributes = excluded.attributes,
        events = excluded.events, first_at = excluded.first_at, last_at = excluded.last_at,
        updated_at = excluded.updated_at`,
  );
}

/**
 * Where judging goes on from, of subjects that are locked; it has no checkpoint where none is said.
 *
 * One row at a time: a list of them might be larger than a value may be.
 */
export async function saveCheckpoint(
  db: Db,
  workspaceId: string,
  { id, checkpoint }: { readonly id: string; readonly checkpoint?: Checkpoint | undefined },
): Promise<void> {
  const state = checkpoint && json(checkpoint.state);
  await run(
    db,
    sql`
      update subject set checkpoint = ${state ?? null}::jsonb,
        checkpoint_at = ${timestamp(checkpoint?.at) ?? null}::timestamptz
      where workspace_id = ${workspaceId} and id = ${id}`,
  );
}

/** Forgets where judging goes on from: what was known before is to be known no more. */
export async function dropCheckpoints(
  db: Db,
  workspaceId: string,
  subjects: readonly string[],
): Promise<void> {
  await run(
    db,
    sql`
      update subject set checkpoint = null, checkpoint_at = null
      where workspace_id = ${workspaceId} and id = any (${[...subjects]}::text[])
        and checkpoint is not null`,
  );
}

/** A page of the subjects of one type, the most recently touched first. */
export function listSubjects(
  db: Db,
  workspaceId: string,
  page: {
    readonly type: string;
    readonly before?: { readonly lastAt: Instant; readonly id: string };
    readonly limit: number;
  },
): Promise<SubjectRow[]> {
  const at = page.before ? instantText(page.before.lastAt) : "infinity";
  return many(
    db,
    sql`
      select id, type, attributes, events, first_at, last_at
      from subject
      where workspace_id = ${workspaceId} and type = ${page.type} and last_at is not null
        and (last_at, id) < (${at}::timestamptz, ${page.before?.id ?? ""})
      order by last_at desc, id desc
      limit ${page.limit}`,
    toSubject,
  );
}

function toRecord(subject: SubjectRow): Row {
  const { firstAt, lastAt } = subject;
  return {
    id: subject.id,
    type: subject.type,
    attributes: subject.attributes,
    events: subject.events,
    first_at: timestamp(firstAt),
    last_at: timestamp(lastAt),
  };
}

function toSubject(row: Row): SubjectRow {
  const at = (row.checkpoint_at ?? null) as Instant | null;
  return {
    id: row.id as string,
    type: row.type as string,
    attributes: row.attributes as Attributes,
    events: row.events as number,
    ...(row.first_at === null ? {} : { firstAt: row.first_at as Instant }),
    ...(row.last_at === null ? {} : { lastAt: row.last_at as Instant }),
    ...(at === null ? {} : { checkpoint: { at, state: row.checkpoint } }),
  };
}
