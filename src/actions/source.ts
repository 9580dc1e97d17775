/** Sources: which are heard of, how late their facts come, and which have fallen silent. */
import { DAY, type Instant } from "../engine/time.ts";
import { inWorkspace } from "../store/db.ts";
import { type SourceRow, sourceList } from "../store/source-list.ts";
import type { Acting } from "./acting.ts";

/** `isSilent`: it would have been heard of by now, going by the same hours of the weeks before. */
export type Source = SourceRow & { readonly isSilent: boolean };

export function sourcesOf({ database, workspaceId, now }: Acting): Promise<readonly Source[]> {
  return inWorkspace(database, workspaceId, async (db) => {
    const rows = await sourceList(db, workspaceId, now);
    return rows.map((row) => ({ ...row, isSilent: isSilent(row, now) }));
  });
}

/** So many facts would usually have come in since the last one. */
const EXPECTED = 3;
const LONGEST = 7 * DAY;

/**
 * Silent for more than three times its usual gap: nights and weekends, when it never says anything,
 * are no silence. Nothing for a whole week is, whatever came before.
 */
export function isSilent(
  row: Pick<SourceRow, "lastAt" | "weekBefore" | "fortnightBefore">,
  now: Instant,
): boolean {
  const { lastAt, weekBefore, fortnightBefore } = row;
  if (lastAt === null) return false;
  if (now - lastAt >= LONGEST) return true;
  return (weekBefore + fortnightBefore) / 2 >= EXPECTED;
}
