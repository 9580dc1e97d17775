/**
 * Rules: what is to be done when something happens, and what a rule remembers between two turns.
 */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { json, present, timestamp } from "./column.ts";
import { type Db, many, maybe, type Row, run } from "./db.ts";

export type AutomationRule = {
  readonly id: string;
  readonly title: string;
  readonly document: unknown;
  readonly isEnabled: boolean;
  readonly createdBy: string;
};

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Adds a rule or writes what has changed of it. What it remembers stays. */
export function saveRule(
  db: Db,
  { workspaceId, now }: Recording,
  rule: AutomationRule,
): Promise<number> {
  const { id, title, document, isEnabled, createdBy } = rule;
  return run(
    db,
    sql`
      insert into rule (workspace_id, id, title, document, is_enabled, created_by, created_at,
        updated_at)
      values (${workspaceId}, ${id}, ${title}, ${json(document)}::jsonb, ${isEnabled}, ${createdBy},
        ${timestamp(now)}, ${timestamp(now)})
      on conflict (workspace_id, id) do update set title = excluded.title,
        document = excluded.document, is_enabled = excluded.is_enabled,
        updated_at = excluded.updated_at`,
  );
}

export function removeRule(db: Db, workspaceId: string, id: string): Promise<number> {
  return run(db, sql`delete from rule where workspace_id = ${workspaceId} and id = ${id}`);
}

export function listRules(db: Db, workspaceId: string): Promise<AutomationRule[]> {
  return many(
    db,
    sql`
      select id, title, document, is_enabled, created_by from rule
      where workspace_id = ${workspaceId} order by id limit 1000`,
    toRule,
  );
}

/**
 * What a rule remembers, locked until the transaction ends: two turns at once would be the same.
 */
export function takeTurn(db: Db, workspaceId: string, id: string): Promise<unknown> {
  return maybe(
    db,
    sql`
      select memory from rule where workspace_id = ${workspaceId} and id = ${id}
      for no key update`,
    (row) => row.memory,
  );
}

export function endTurn(
  db: Db,
  workspaceId: string,
  { id, memory }: { readonly id: string; readonly memory: unknown },
): Promise<number> {
  return run(
    db,
    sql`
      update rule set memory = ${json(memory)}::jsonb
      where workspace_id = ${workspaceId} and id = ${id}`,
  );
}

function toRule(row: Row): AutomationRule {
  const { id, title, document, is_enabled: isEnabled, created_by: createdBy } = row;
  return present({ id, title, document, isEnabled, createdBy });
}
