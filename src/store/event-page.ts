/** What happened to one subject, a page at a time, from the newest on. */
import sql from "sql-template-tag";
import type { Event } from "../engine/event.ts";
import { type Instant, instantText } from "../engine/time.ts";
import { type Db, many } from "./db.ts";
import { toEvent } from "./event.ts";

export type EventPlace = { readonly at: Instant; readonly id: string };

/** Its own events and those that link to it. */
export function eventsBefore(
  db: Db,
  workspaceId: string,
  asked: { readonly subject: string; readonly before?: EventPlace; readonly limit: number },
): Promise<Event[]> {
  const at = asked.before ? instantText(asked.before.at) : "infinity";
  const id = asked.before?.id ?? "";
  return many(
    db,
    sql`
      (select source, id, type, subject, occurred_at, recorded_at, sequence, actor_id, actor_kind,
        data
      from event
      where workspace_id = ${workspaceId} and subject = ${asked.subject}
        and (occurred_at, id) < (${at}::timestamptz, ${id})
      order by occurred_at desc, id desc limit ${asked.limit})
      union all
      (select e.source, e.id, e.type, e.subject, e.occurred_at, e.recorded_at, e.sequence,
        e.actor_id, e.actor_kind, e.data
      from event_subject as link
      join event as e
        on e.workspace_id = ${workspaceId} and e.source = link.source and e.id = link.event_id
      where link.workspace_id = ${workspaceId} and link.subject = ${asked.subject}
        and (link.occurred_at, link.event_id) < (${at}::timestamptz, ${id})
      order by link.occurred_at desc, link.event_id desc limit ${asked.limit})
      order by occurred_at desc, id desc limit ${asked.limit}`,
    toEvent,
  );
}
