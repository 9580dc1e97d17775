/** Intakes: files that people brought in, each a source of its own that may be taken back. */
import sql, { type Sql } from "sql-template-tag";
import type { Instant } from "../engine/time.ts";
import { json, present, timestamp } from "./column.ts";
import { type Db, many, maybe, type Row, run } from "./db.ts";

export type IntakeRow = {
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly digest: string;
  readonly madeBy: string;
  readonly createdAt: Instant;
  readonly withdrawnBy?: string;
  readonly withdrawnAt?: Instant;
};

/**
 * The sources whose facts count for nothing, as an array for `source <> all (…)`: looked up once a
 * statement, however many events it reads.
 */
export function withdrawnSources(workspaceId: string): Sql {
  return sql`array(select source from intake
    where workspace_id = ${workspaceId} and withdrawn_at is not null)`;
}

export function addIntake(
  db: Db,
  workspaceId: string,
  { intake, mapping }: { readonly intake: IntakeRow; readonly mapping: unknown },
): Promise<number> {
  const { id, source, title, digest, madeBy, createdAt } = intake;
  return run(
    db,
    sql`
      insert into intake (workspace_id, id, source, title, digest, mapping, made_by, created_at)
      values (${workspaceId}, ${id}, ${source}, ${title}, ${digest}, ${json(mapping)}::jsonb,
        ${madeBy}, ${timestamp(createdAt)})`,
  );
}

/** The same file read in the same way, where it was brought in before and still counts. */
export function standingIntake(
  db: Db,
  workspaceId: string,
  digest: string,
): Promise<IntakeRow | undefined> {
  return maybe(
    db,
    sql`
      select id, source, title, digest, made_by, created_at, withdrawn_by, withdrawn_at
      from intake
      where workspace_id = ${workspaceId} and digest = ${digest} and withdrawn_at is null
      order by created_at, id limit 1`,
    toIntake,
  );
}

/** The latest first, each with how many facts it told. */
export function listIntakes(
  db: Db,
  workspaceId: string,
  limit: number,
): Promise<(IntakeRow & { readonly events: number })[]> {
  return many(
    db,
    sql`
      select i.id, i.source, i.title, i.digest, i.made_by, i.created_at, i.withdrawn_by,
        i.withdrawn_at, (select count(*) from event as e
          where e.workspace_id = ${workspaceId} and e.source = i.source) as events
      from intake as i where i.workspace_id = ${workspaceId}
      order by i.created_at desc, i.id limit ${limit}`,
    (row) => ({ ...toIntake(row), events: row.events as number }),
  );
}

/** Nothing where there is none, or where it was taken back before. */
export function withdrawIntake(
  db: Db,
  workspaceId: string,
  withdrawal: { readonly id: string; readonly by: string; readonly at: Instant },
): Promise<IntakeRow | undefined> {
  return maybe(
    db,
    sql`
      update intake set withdrawn_by = ${withdrawal.by}, withdrawn_at = ${timestamp(withdrawal.at)}
      where workspace_id = ${workspaceId} and id = ${withdrawal.id} and withdrawn_at is null
      returning id, source, title, digest, made_by, created_at, withdrawn_by, withdrawn_at`,
    toIntake,
  );
}

/** Which of `sources` were taken back. */
export async function withdrawnAmong(
  db: Db,
  workspaceId: string,
  sources: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await many(
    db,
    sql`
      select source from intake
      where workspace_id = ${workspaceId} and source = any (${[...sources]})
        and withdrawn_at is not null
      order by source`,
    (row) => row.source as string,
  );
  return new Set(found);
}

function toIntake(row: Row): IntakeRow {
  return present({
    id: row.id,
    source: row.source,
    title: row.title,
    digest: row.digest,
    madeBy: row.made_by,
    createdAt: row.created_at,
    withdrawnBy: row.withdrawn_by,
    withdrawnAt: row.withdrawn_at,
  });
}
