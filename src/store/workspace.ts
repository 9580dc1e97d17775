/** Workspaces: one company's data each. */
import sql from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { json, timestamp } from "./column.ts";
import { type Db, many, maybe, type Row, run } from "./db.ts";

export type Workspace = {
  readonly id: string;
  readonly title: string;
  readonly language: "es" | "en";
  readonly timeZone: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly createdAt: Instant;
};

/** Adds a workspace; false where there is one of that id already. */
export async function addWorkspace(db: Db, workspace: Workspace): Promise<boolean> {
  const { id, title, language, timeZone, settings, createdAt } = workspace;
  const added = await run(
    db,
    sql`
      insert into workspace (workspace_id, title, language, time_zone, settings, created_at)
      values (${id}, ${title}, ${language}, ${timeZone}, ${json(settings)}::jsonb,
        ${timestamp(createdAt)})
      on conflict (workspace_id) do nothing`,
  );
  return added === 1;
}

export function findWorkspace(db: Db, workspaceId: string): Promise<Workspace | undefined> {
  return maybe(
    db,
    sql`
      select workspace_id, title, language, time_zone, settings, created_at
      from workspace where workspace_id = ${workspaceId}`,
    toWorkspace,
  );
}

export function changeWorkspaceRow(
  db: Db,
  workspaceId: string,
  { title, language, timeZone }: Pick<Workspace, "title" | "language" | "timeZone">,
): Promise<number> {
  return run(
    db,
    sql`
      update workspace set title = ${title}, language = ${language}, time_zone = ${timeZone}
      where workspace_id = ${workspaceId}`,
  );
}

/**
 * Locks a workspace's row until the transaction ends: who may do what changes one deed at a time.
 */
export function holdWorkspace(db: Db, workspaceId: string): Promise<number> {
  return run(db, sql`select from workspace where workspace_id = ${workspaceId} for no key update`);
}

/** A page of all workspaces by id, for `acrossWorkspaces` alone. */
export function listWorkspaces(
  db: Db,
  page: { readonly after?: string; readonly limit: number },
): Promise<Workspace[]> {
  return many(
    db,
    sql`
      select workspace_id, title, language, time_zone, settings, created_at
      from workspace where workspace_id > ${page.after ?? ""}
      order by workspace_id limit ${page.limit}`,
    toWorkspace,
  );
}

function toWorkspace(row: Row): Workspace {
  return {
    id: row.workspace_id as string,
    title: row.title as string,
    language: row.language as Workspace["language"],
    timeZone: row.time_zone as string,
    settings: row.settings as Workspace["settings"],
    createdAt: row.created_at as Instant,
  };
}
