/** What each subject contributes to periods at present, so that a change is an exact difference. */
import sql from "sql-template-tag";
import type { Dimensions } from "../engine/dimension.ts";
import type { Cell } from "../engine/measure-cell.ts";
import type { Contribution, SubjectContributions } from "../engine/period-contribution.ts";
import type { Instant } from "../engine/time.ts";
import { table, timestamp } from "./column.ts";
import { type Db, many, run } from "./db.ts";

/** `isMoving`: time alone will change it. */
export type ContributionRow = SubjectContributions & { readonly isMoving: boolean };

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** The contributions of subjects whose rows the transaction holds; none for those never counted. */
export function contributionsOfSubjects(
  db: Db,
  workspaceId: string,
  subjects: readonly string[],
): Promise<ContributionRow[]> {
  return many(
    db,
    sql`
      select known.subject, known.dimensions, known.body, known.is_moving
      from unnest(${[...subjects]}::text[]) as asked (subject)
      cross join lateral (
        select subject, dimensions, body, is_moving from contribution
        where workspace_id = ${workspaceId} and subject = asked.subject
      ) as known`,
    (row) => ({
      subject: row.subject as string,
      dimensions: row.dimensions as Dimensions,
      contributions: (row.body as readonly (Packed | Contribution)[]).map(toContribution),
      isMoving: row.is_moving as boolean,
    }),
  );
}

export function saveContributions(
  db: Db,
  { workspaceId, now }: Recording,
  rows: readonly ContributionRow[],
): Promise<number> {
  const records = rows.map(({ subject, dimensions, contributions, isMoving }) => {
    return { subject, dimensions, body: contributions.map(toPacked), is_moving: isMoving };
  });
  return run(
    db,
    sql`
      insert into contribution (workspace_id, subject, dimensions, body, is_moving, counted_at)
      select ${workspaceId}, subject, dimensions, body, is_moving, ${timestamp(now)}::timestamptz
      from ${table(
        records,
        `told (subject text, dimensions jsonb,
        body jsonb, is_moving boolean)`,
      )}
      order by subject
      on conflict (workspace_id, subject) do update set dimensions = excluded.dimensions,
        body = excluded.body, is_moving = excluded.is_moving, counted_at = excluded.counted_at`,
  );
}

/** Without its names: there are many, and all are alike. */
type Packed = readonly [commitment: string, from: Instant, cell: Cell];

function toPacked({ commitment, from, cell }: Contribution): Packed {
  return [commitment, from, cell];
}

/** One that a former release wrote has its names. */
function toContribution(told: Packed | Contribution): Contribution {
  if ("commitment" in told) return told;
  const [commitment, from, cell] = told;
  return { commitment, from, cell };
}

/** Subjects that time may have changed since they were last counted, before `before`. */
export function movingSubjects(
  db: Db,
  workspaceId: string,
  asked: { readonly before: Instant; readonly limit: number },
): Promise<string[]> {
  return many(
    db,
    sql`
      select subject from contribution
      where workspace_id = ${workspaceId} and is_moving
        and counted_at < ${timestamp(asked.before)}
      order by counted_at, subject limit ${asked.limit}`,
    (row) => row.subject as string,
  );
}
