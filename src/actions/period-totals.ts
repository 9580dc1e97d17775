/** Sums of periods as they stand: the cells, and the differences that are not folded in yet. */
import { keyOf, PeriodTotals } from "../engine/period-contribution.ts";
import type { Db } from "../store/db.ts";
import { type CellsAsked, listCells, pendingDeltas } from "../store/period-cell.ts";

/** The totals of each value of a dimension; exact, however much waits to be folded. */
export async function totalsOf(
  db: Db,
  workspaceId: string,
  asked: CellsAsked,
): Promise<ReadonlyMap<string, PeriodTotals>> {
  const cells = await listCells(db, workspaceId, asked);
  const deltas = await pendingDeltas(db, workspaceId, asked);
  const totals = new Map<string, PeriodTotals>();
  const of = (value: string): PeriodTotals => {
    const known = totals.get(value) ?? new PeriodTotals();
    totals.set(value, known);
    return known;
  };
  for (const { agreement, commitment, from, value, cell } of cells) {
    of(value).add([{ commitment: keyOf(agreement, commitment), from, cell }]);
  }
  const shifts = deltas.flatMap(({ agreement, commitment, from, shifts: own }) =>
    own
      .filter(({ dimension }) => dimension === asked.dimension)
      .map((shift) => ({ ...shift, commitment: keyOf(agreement, commitment), from })),
  );
  for (const { value, added: cell, ...one } of shifts) of(value).add([{ ...one, cell }]);
  for (const { value, taken: cell, ...one } of shifts) of(value).take([{ ...one, cell }]);
  return totals;
}
