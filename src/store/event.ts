/** Events: facts, appended once each and read back as the histories of subjects. */
import sql, { type Sql } from "sql-template-tag";
import { type ActorKind, type Attributes, type Event, linksOf } from "../engine/event.ts";
import { type Instant, instantText } from "../engine/time.ts";
import { present, table, timestamp } from "./column.ts";
import { type Db, many, maybe, one, type Row, run } from "./db.ts";
import { withdrawnSources } from "./intake.ts";

/** What names a fact: two with the same are one. */
export type EventKey = { readonly source: string; readonly id: string };

type Recording = { readonly workspaceId: string; readonly now: Instant };

/**
 * Appends events and says which of them are new, in no order.
 *
 * One of a (source, id) that is there already changes nothing, whatever else it says. Whoever
 * appends has locked the subjects the events touch, so that nobody judges them half way. Where all
 * of them are new, as they mostly are, the server names none.
 */
export async function insertEvents(
  db: Db,
  recording: Recording,
  events: readonly Event[],
): Promise<readonly EventKey[]> {
  const added = await one(
    db,
    sql`
      with added as (${insertion(recording, events)} returning source, id)
      select case when count(*) < ${events.length}
          then coalesce(json_agg(json_build_object('source', source, 'id', id)), '[]') end as keys
      from added`,
    ({ keys }) => keys as readonly EventKey[] | null,
  );
  return added ?? events;
}

/** The same in a sixth less of the server's time, and says only how many are new. */
export function appendEvents(
  db: Db,
  recording: Recording,
  events: readonly Event[],
): Promise<number> {
  return run(db, insertion(recording, events));
}

function insertion({ workspaceId, now }: Recording, events: readonly Event[]): Sql {
  const records = events.map((event) => toRecord(event, now));
  return sql`
    insert into event (workspace_id, source, id, type, subject, occurred_at, recorded_at, sequence,
      actor_id, actor_kind, data, created_at)
    select ${workspaceId}, source, id, type, subject, occurred_at, recorded_at, sequence, actor_id,
      actor_kind, data, ${timestamp(now)}::timestamptz
    from ${table(
      records,
      `fact (source text, id text, type text, subject text, occurred_at timestamptz,
      recorded_at timestamptz, sequence jsonb, actor_id text, actor_kind text, data jsonb)`,
    )}
    on conflict (workspace_id, source, id) do nothing`;
}

/**
 * Notes which other subjects events touch: those they link to. Nothing where none of them links.
 */
export async function insertLinks(
  db: Db,
  { workspaceId, now }: Recording,
  events: readonly Event[],
): Promise<void> {
  const links = events.flatMap(toLinks);
  if (links.length === 0) return;
  await many(
    db,
    sql`
      insert into event_subject (workspace_id, subject, source, event_id, role, occurred_at,
        created_at)
      select ${workspaceId}, subject, source, event_id, role, occurred_at,
        ${timestamp(now)}::timestamptz
      from ${table(
        links,
        `link (subject text, source text,
        event_id text, role text, occurred_at timestamptz)`,
      )}
      on conflict (workspace_id, subject, source, event_id) do nothing`,
    () => undefined,
  );
}

/** One subject's events, or a part of them, as `historiesOf` finds them. */
export type HistoryEvent = { readonly of: string; readonly event: Event };

/**
 * Every event that touches one of `subjects`, its own and those that link to it, by time.
 *
 * Each comes as one text: reading a column at a time takes three times as long as judging.
 * Looked up one subject after the other, so that a workspace the server's statistics do not know
 * yet is never read from end to end. Within one instant the order is the engine's to decide.
 * `goesOn` leaves out what a subject's checkpoint already holds. An event that touches two of the
 * subjects comes once for each; a link to an event's own subject is never noted, so none comes
 * twice. Facts of an intake that was taken back are no part of it.
 */
export function historiesOf(
  db: Db,
  workspaceId: string,
  asked: { readonly subjects: readonly string[]; readonly goesOn?: boolean },
): Promise<HistoryEvent[]> {
  return many(
    db,
    sql`
      select asked.subject as of, json_build_array(found.id, found.source, found.type,
        found.subject, found.occurred_at, found.recorded_at, found.sequence, found.actor_id,
        found.actor_kind, found.data)::text as told
      from unnest(${[...asked.subjects]}::text[]) as asked (subject)
      cross join lateral (
        select coalesce((select checkpoint_at from subject where ${asked.goesOn === true}
          and workspace_id = ${workspaceId} and id = asked.subject
          and checkpoint_at is not null), '-infinity') as since
        offset 0
      ) as begun
      cross join lateral (
        select source, id, type, subject, occurred_at, recorded_at, sequence, actor_id, actor_kind,
          data
        from event
        where workspace_id = ${workspaceId} and subject = asked.subject
          and occurred_at >= begun.since
          and source <> all (${withdrawnSources(workspaceId)})
        union all
        select e.source, e.id, e.type, e.subject, e.occurred_at, e.recorded_at, e.sequence,
          e.actor_id, e.actor_kind, e.data
        from event_subject as link
        join event as e
          on e.workspace_id = ${workspaceId} and e.source = link.source and e.id = link.event_id
        where link.workspace_id = ${workspaceId} and link.subject = asked.subject
          and link.occurred_at >= begun.since
          and link.source <> all (${withdrawnSources(workspaceId)})
      ) as found
      order by of, found.occurred_at, found.recorded_at, found.id, found.source`,
    (row) => ({ of: row.of as string, event: fromArray(JSON.parse(row.told as string)) }),
  );
}

export function findEvent(db: Db, workspaceId: string, key: EventKey): Promise<Event | undefined> {
  return maybe(
    db,
    sql`
      select source, id, type, subject, occurred_at, recorded_at, sequence, actor_id, actor_kind,
        data
      from event
      where workspace_id = ${workspaceId} and source = ${key.source} and id = ${key.id}`,
    toEvent,
  );
}

/** Takes the person out of a subject's events and keeps the facts; how many were touched. */
export async function eraseEvents(
  db: Db,
  { workspaceId, now }: Recording,
  erasure: { readonly subject: string; readonly keep: readonly string[] },
): Promise<EventKey[]> {
  return many(
    db,
    sql`
      update event set erased_at = ${timestamp(now)}, actor_id = null, data = coalesce(
        (select jsonb_object_agg(field.key, field.value) from jsonb_each(data) as field
         where field.key = any (${[...erasure.keep]})), '{}')
      where workspace_id = ${workspaceId} and subject = ${erasure.subject} and erased_at is null
      returning source, id`,
    toKey,
  );
}

function toRecord(event: Event, now: Instant): Row {
  return {
    source: event.source,
    id: event.id,
    type: event.type,
    subject: event.subject,
    occurred_at: instantText(event.occurredAt),
    recorded_at: instantText(event.recordedAt ?? now),
    sequence: event.sequence,
    actor_id: event.actor?.id,
    actor_kind: event.actor?.kind,
    data: event.data ?? {},
  };
}

function toLinks(event: Event): Row[] {
  const { source, id, occurredAt, subject: own } = event;
  const others = new Map(linksOf(event).map(({ subject, role }) => [subject, role]));
  others.delete(own);
  return [...others].map(([subject, role]) => ({
    subject,
    source,
    event_id: id,
    role,
    occurred_at: instantText(occurredAt),
  }));
}

function toKey(row: Row): EventKey {
  return { source: row.source as string, id: row.id as string };
}

type Told = readonly [
  id: string,
  source: string,
  type: string,
  subject: string,
  occurredAt: string,
  recordedAt: string,
  sequence: string | number | null,
  actorId: string | null,
  actorKind: ActorKind | null,
  data: Attributes,
];

function fromArray(told: Told): Event {
  const [id, source, type, subject, occurredAt, recordedAt, sequence, actorId, kind, data] = told;
  const event: { -readonly [K in keyof Event]: Event[K] } = {
    id,
    source,
    type,
    subject,
    occurredAt: Date.parse(occurredAt) as Instant,
    recordedAt: Date.parse(recordedAt) as Instant,
    data,
  };
  if (sequence !== null) event.sequence = sequence;
  if (actorId !== null || kind !== null) event.actor = present({ id: actorId, kind });
  return event;
}

/** Absent columns stay absent, so that an event is the same when it comes back. */
export function toEvent(row: Row): Event {
  const hasActor = row.actor_id !== null || row.actor_kind !== null;
  return present({
    id: row.id,
    source: row.source,
    type: row.type,
    subject: row.subject,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    sequence: row.sequence,
    actor: hasActor ? present({ id: row.actor_id, kind: row.actor_kind }) : undefined,
    data: row.data,
  });
}
