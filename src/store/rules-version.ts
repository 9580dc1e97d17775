/**
 * Which rules a workspace is judged by, and which facts count, as a text that changes with every
 * rule that is added and every intake that is taken back.
 */
import sql from "sql-template-tag";
import { type Db, one, run, together } from "./db.ts";

/**
 * Holds the rules of a workspace as they are until the transaction ends; any number may hold them
 * at once. Without it a batch could be judged by rules whose successor has already looked for the
 * subjects it must judge anew.
 */
export async function holdRules(db: Db, workspaceId: string): Promise<string> {
  const key = `rules ${workspaceId}`;
  // Two statements: the second must see what was published while the first waited.
  const [, version] = await together(
    db,
    () => run(db, sql`select pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`),
    () => rulesVersion(db, workspaceId),
  );
  return version;
}

/**
 * Waits until nobody holds the rules, and keeps them until the transaction ends: to change them.
 */
export async function takeRules(db: Db, workspaceId: string): Promise<void> {
  const key = `rules ${workspaceId}`;
  await run(db, sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

/**
 * Revisions and calendars are only ever added, and intakes only ever taken back, so their counts
 * name what there is. What is left out afterwards may be tried and not kept, so that it is named by
 * what it says.
 */
function rulesVersion(db: Db, workspaceId: string): Promise<string> {
  return one(
    db,
    sql`
      select (select count(*) from revision where workspace_id = ${workspaceId}) as revisions,
        (select count(*) from calendar where workspace_id = ${workspaceId}) as calendars,
        (select count(*) from intake where workspace_id = ${workspaceId}
          and withdrawn_at is not null) as withdrawn,
        (select md5(string_agg(body::text, ' ' order by made_at, id)) from correction
          where workspace_id = ${workspaceId} and subject is null) as exclusions`,
    ({ revisions, calendars, withdrawn, exclusions }) =>
      `${revisions}.${calendars}.${withdrawn}.${exclusions ?? ""}`,
  );
}
