/** What was last concluded of clocks, no more of it than a new conclusion is compared with. */
import sql from "sql-template-tag";
import type { Verdict } from "../engine/clock.ts";
import type { Instant } from "../engine/time.ts";
import { present } from "./column.ts";
import { type Db, many } from "./db.ts";

export type ClockMark = {
  readonly id: string;
  readonly verdict: Verdict;
  readonly provisional: boolean;
  readonly hasEnded: boolean;
  readonly breachedAt?: Instant;
};

/** The clocks of `subjects` as they stand, by id. */
export function clockMarks(
  db: Db,
  workspaceId: string,
  subjects: readonly string[],
): Promise<ClockMark[]> {
  return many(
    db,
    sql`
      select known.id, known.verdict, known.provisional, known.breached_at,
        not known.is_open as has_ended
      from unnest(${[...subjects]}::text[]) as asked (subject)
      cross join lateral (
        select id, verdict, provisional, breached_at, is_open from clock
        where workspace_id = ${workspaceId} and subject = asked.subject
      ) as known
      order by known.id`,
    ({ id, verdict, provisional, breached_at: breachedAt, has_ended: hasEnded }) =>
      present({ id, verdict, provisional, breachedAt, hasEnded }),
  );
}

/** Removes clocks that a new judgement no longer has. */
export async function deleteClocks(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<void> {
  await many(
    db,
    sql`delete from clock where workspace_id = ${workspaceId} and id = any (${[...ids]})`,
    () => undefined,
  );
}
