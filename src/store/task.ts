/** Tasks: something a person is asked to do because of a clock. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { json, present, timestamp } from "./column.ts";
import { type Db, many, type Row, run } from "./db.ts";

export type Task = {
  readonly id: string;
  readonly title: string;
  readonly subject?: string;
  readonly clock?: string;
  readonly account?: string;
  readonly dueAt?: Instant;
  readonly doneAt?: Instant;
  readonly body: unknown;
};

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Adds a task; one of that id stays as it is, so that the step that asks may be repeated. */
export function addTask(db: Db, { workspaceId, now }: Recording, task: Task): Promise<number> {
  const { id, title, subject, clock, account, dueAt, body } = task;
  return run(
    db,
    sql`
      insert into task (workspace_id, id, title, subject, clock_id, account_id, due_at, body,
        created_at, updated_at)
      values (${workspaceId}, ${id}, ${title}, ${subject ?? null}, ${clock ?? null},
        ${account ?? null}, ${timestamp(dueAt)}, ${json(body)}::jsonb, ${timestamp(now)},
        ${timestamp(now)})
      on conflict (workspace_id, id) do nothing`,
  );
}

export function finishTask(db: Db, { workspaceId, now }: Recording, id: string): Promise<number> {
  return run(
    db,
    sql`
      update task set done_at = ${timestamp(now)}, updated_at = ${timestamp(now)}
      where workspace_id = ${workspaceId} and id = ${id} and done_at is null`,
  );
}

/** What one person has still to do, the most urgent first. */
export function listOpenTasks(
  db: Db,
  workspaceId: string,
  asked: { readonly account: string; readonly limit: number },
): Promise<Task[]> {
  return many(
    db,
    sql`
      select id, title, subject, clock_id, account_id, due_at, done_at, body from task
      where workspace_id = ${workspaceId} and account_id = ${asked.account} and done_at is null
      order by due_at, id limit ${asked.limit}`,
    toTask,
  );
}

function toTask(row: Row): Task {
  return present({
    id: row.id,
    title: row.title,
    subject: row.subject,
    clock: row.clock_id,
    account: row.account_id,
    dueAt: row.due_at,
    doneAt: row.done_at,
    body: row.body,
  });
}
