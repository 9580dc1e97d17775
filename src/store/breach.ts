/** What was believed of a breach, and when: appended, never taken back in silence. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { present, table, timestamp } from "./column.ts";
import { type Db, many, type Row, run } from "./db.ts";
import type { EventKey } from "./event.ts";

/** `moved`: still a breach, at another instant. `withdrawn`: a late fact showed it was none. */
export type BreachKind = "found" | "confirmed" | "moved" | "withdrawn";

export type Belief = {
  readonly clockId: string;
  readonly kind: BreachKind;
  readonly provisional: boolean;
  readonly breachedAt: Instant;
  readonly believedAt: Instant;
  readonly reason?: string;
  readonly cause?: EventKey;
};

/** Appends what is believed now, each after what was believed of its clock before. */
export function appendBeliefs(
  db: Db,
  workspaceId: string,
  beliefs: readonly Belief[],
): Promise<number> {
  // Several of one clock in one batch keep their order.
  const turns = new Map<string, number>();
  const turnOf = (clockId: string): number => {
    const turn = (turns.get(clockId) ?? 0) + 1;
    turns.set(clockId, turn);
    return turn;
  };
  const records = beliefs.map((belief) => ({
    clock_id: belief.clockId,
    turn: turnOf(belief.clockId),
    kind: belief.kind,
    provisional: belief.provisional,
    breached_at: timestamp(belief.breachedAt),
    believed_at: timestamp(belief.believedAt),
    reason: belief.reason,
    cause_source: belief.cause?.source,
    cause_id: belief.cause?.id,
  }));
  return run(
    db,
    sql`
      insert into breach (workspace_id, clock_id, number, kind, provisional, breached_at,
        believed_at, reason, cause_source, cause_id, created_at)
      select ${workspaceId}, clock_id, turn + coalesce((
          select max(number) from breach
          where workspace_id = ${workspaceId} and clock_id = told.clock_id), 0),
        kind, provisional, breached_at, believed_at, reason, cause_source, cause_id, believed_at
      from ${table(
        records,
        `told (clock_id text, turn integer,
        kind text, provisional boolean, breached_at timestamptz, believed_at timestamptz,
        reason text, cause_source text, cause_id text)`,
      )}`,
  );
}

/** What is believed now of each of `clockIds` of which anything was ever believed. */
export function latestBeliefs(
  db: Db,
  workspaceId: string,
  clockIds: readonly string[],
): Promise<Belief[]> {
  return many(
    db,
    sql`
      select distinct on (clock_id) clock_id, kind, provisional, breached_at, believed_at, reason,
        cause_source, cause_id
      from breach
      where workspace_id = ${workspaceId} and clock_id = any (${[...clockIds]})
      order by clock_id, number desc`,
    toBelief,
  );
}

/** Everything that was ever believed of one clock's breach, in order. */
export function beliefsOf(db: Db, workspaceId: string, clockId: string): Promise<Belief[]> {
  return many(
    db,
    sql`
      select clock_id, kind, provisional, breached_at, believed_at, reason, cause_source, cause_id
      from breach
      where workspace_id = ${workspaceId} and clock_id = ${clockId}
      order by number
      limit 1000`,
    toBelief,
  );
}

function toBelief(row: Row): Belief {
  const { cause_source: source, cause_id: id } = row;
  return present({
    clockId: row.clock_id,
    kind: row.kind,
    provisional: row.provisional,
    breachedAt: row.breached_at,
    believedAt: row.believed_at,
    reason: row.reason,
    cause: source === null ? undefined : { source, id },
  });
}
