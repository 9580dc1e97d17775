/** The facts about all subjects of one kind: of few, such as accounts. */
import sql from "sql-template-tag";
import type { Event } from "../engine/event.ts";
import { type Db, many } from "./db.ts";
import { toEvent } from "./event.ts";
import { withdrawnSources } from "./intake.ts";

/** Own facts alone, by subject and time. */
export function eventsOfKind(
  db: Db,
  workspaceId: string,
  asked: { readonly kind: string; readonly limit: number },
): Promise<Event[]> {
  return many(
    db,
    sql`
      select e.source, e.id, e.type, e.subject, e.occurred_at, e.recorded_at, e.sequence,
        e.actor_id, e.actor_kind, e.data
      from subject as s
      join event as e on e.workspace_id = ${workspaceId} and e.subject = s.id
      where s.workspace_id = ${workspaceId} and s.type = ${asked.kind}
        and e.source <> all (${withdrawnSources(workspaceId)})
      order by e.subject, e.occurred_at, e.source, e.id limit ${asked.limit}`,
    toEvent,
  );
}
