/**
 * What settled subjects contribute to periods, written as a difference of old and new.
 * Docs: docs/internals/periods.md.
 */
import { type Correction, correctClocks } from "../engine/correction.ts";
import { suspensionsOf } from "../engine/dispute-claim.ts";
import { isSameValue } from "../engine/json-value.ts";
import { contributionsOf, type SubjectContributions } from "../engine/period-contribution.ts";
import type { Rulebook } from "../engine/rulebook.ts";
import type { Instant } from "../engine/time.ts";
import {
  type ContributionRow,
  contributionsOfSubjects,
  saveContributions,
} from "../store/contribution.ts";
import { correctionsOfSubjects } from "../store/correction.ts";
import { type Db, together } from "../store/db.ts";
import { openDisputes } from "../store/dispute.ts";
import { appendDeltas } from "../store/period-cell.ts";
import { countingGrids } from "./period-grids.ts";
import { planPeriods } from "./period-timer.ts";
import { DeltaBook } from "./settle-delta.ts";
import type { JudgedRow, Settling } from "./settling.ts";

/** What subjects contributed before, and what was decided about their clocks. */
export type Counted = {
  readonly before: ReadonlyMap<string, ContributionRow>;
  readonly corrections: readonly Correction[];
  readonly disputes: Parameters<typeof suspensionsOf>[1];
};

export async function readCounted(
  db: Db,
  workspaceId: string,
  subjects: readonly string[],
): Promise<Counted> {
  const [before, corrections, disputes] = await together(
    db,
    () => contributionsOfSubjects(db, workspaceId, subjects),
    () => correctionsOfSubjects(db, workspaceId, subjects),
    () => openDisputes(db, workspaceId),
  );
  return { before: new Map(before.map((row) => [row.subject, row])), corrections, disputes };
}

/** `book`: what all that is counted changes of periods. */
export type Counting = {
  readonly rulebook: Rulebook;
  readonly before: Counted["before"];
  readonly corrections: readonly Correction[];
  readonly book: DeltaBook;
};

/** A judged subject with what it contributes now. */
export type CountedRow = JudgedRow & { readonly count: ContributionRow };

/** What is suspended while a dispute is open counts as decided. */
export function beginCounting(rulebook: Rulebook, counted: Counted): Counting {
  const { before, corrections, disputes } = counted;
  const suspended = disputes.length > 0 ? suspensionsOf(rulebook.revisions, disputes) : [];
  return { rulebook, before, corrections: [...corrections, ...suspended], book: new DeltaBook() };
}

/** Writes what subjects contribute now, and notes what that changes of periods. */
export async function writeContributions(
  db: Db,
  settling: Settling,
  { counting, judged }: { readonly counting: Counting; readonly judged: readonly CountedRow[] },
): Promise<void> {
  const changed = judged.flatMap(({ row, count: now }) => {
    const was = counting.before.get(row.id);
    const isSame = was ? isSameCount(was, now) : now.contributions.length === 0;
    if (!isSame) counting.book.note(was, now, settling.causes?.get(row.id));
    return !isSame || now.isMoving || was?.isMoving ? [now] : [];
  });
  if (changed.length > 0) await saveContributions(db, settling, changed);
}

/** Writes what everything that was counted changes of periods. */
export async function writeDeltas(db: Db, settling: Settling, { book }: Counting): Promise<void> {
  const deltas = book.deltas();
  if (deltas.length === 0) return;
  await together(
    db,
    () => appendDeltas(db, settling.workspaceId, deltas),
    () => planPeriods(db, settling, [...new Set(deltas.map(({ agreement }) => agreement))]),
  );
}

/** What a judged subject contributes to periods, and whether time will change it. */
export function countSubject(
  { rulebook, corrections }: Counting,
  { row, standing }: JudgedRow,
  now: Instant,
): ContributionRow {
  const grids = countingGrids(rulebook, now);
  const { folded } = standing;
  const measured = standing.clocks.map(({ judged }) => judged);
  const clocks = correctClocks(measured, corrections, now);
  const subject = { subject: row.id, folded, clocks, asOf: now };
  const own = contributionsOf(rulebook, grids.now, subject);
  const later = contributionsOf(rulebook, grids.later, { ...subject, asOf: grids.horizon });
  return { ...own, isMoving: !isSameCount(own, later) };
}

function isSameCount(a: SubjectContributions, b: SubjectContributions): boolean {
  return isSameValue(a.dimensions, b.dimensions) && isSameValue(a.contributions, b.contributions);
}
