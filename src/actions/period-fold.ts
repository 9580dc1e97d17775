/**
 * Differences folded into the cells of periods: by one transaction at a time for each agreement.
 */
import { type Cell, CellSum } from "../engine/measure-cell.ts";
import type { Instant } from "../engine/time.ts";
import type { Db } from "../store/db.ts";
import type { EventKey } from "../store/event.ts";
import {
  lockCells,
  type PeriodCell,
  type PeriodDelta,
  type PeriodKey,
  saveCells,
  takeDeltas,
} from "../store/period-cell.ts";

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Differences folded at once, and how often in one transaction. */
const CHUNK = 2_000;
const MOST_CHUNKS = 50;

/**
 * `causes`: the facts that changed each period, by `periodName`. `cells`: how many were written.
 */
export type Folded = {
  readonly cells: number;
  readonly causes: ReadonlyMap<string, readonly EventKey[]>;
};

export function periodName({ agreement, commitment, from }: PeriodKey): string {
  return `${agreement}#${commitment}@${from}`;
}

/**
 * Folds what waits. The caller holds the folding of the agreement. Bounded: what is left waits on.
 */
export async function foldDeltas(db: Db, recording: Recording, agreement: string): Promise<Folded> {
  const causes = new Map<string, EventKey[]>();
  let cells = 0;
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk += 1) {
    const asked = { agreement, limit: CHUNK };
    const deltas = await takeDeltas(db, recording.workspaceId, asked);
    for (const delta of deltas) {
      const name = periodName(delta);
      causes.set(name, [...(causes.get(name) ?? []), ...delta.causes]);
    }
    cells += await foldChunk(db, recording, deltas);
    if (deltas.length < CHUNK) break;
  }
  return { cells, causes };
}

type CellName = Omit<PeriodCell, "cell">;

async function foldChunk(
  db: Db,
  recording: Recording,
  deltas: readonly PeriodDelta[],
): Promise<number> {
  const sums = new Map<string, { readonly name: CellName; readonly sum: CellSum }>();
  const sumOf = (name: CellName): CellSum => {
    const key = JSON.stringify([periodName(name), name.dimension, name.value]);
    const known = sums.get(key) ?? { name, sum: new CellSum() };
    sums.set(key, known);
    return known.sum;
  };
  // All gains before all losses: what one batch added and a later one took away is in here twice.
  for (const shift of deltas.flatMap(namedShifts)) sumOf(shift.name).add(shift.added);
  const names = [...sums.values()].map(({ name }) => name);
  if (names.length === 0) return 0;
  const held = await lockCells(db, recording.workspaceId, names);
  for (const { cell, ...name } of held) sumOf(name).add(cell);
  for (const shift of deltas.flatMap(namedShifts)) sumOf(shift.name).take(shift.taken);
  const cells = [...sums.values()].map(({ name, sum }) => ({ ...name, cell: sum.cell() }));
  return saveCells(db, recording, cells);
}

type NamedShift = { readonly name: CellName; readonly added: Cell; readonly taken: Cell };

function namedShifts({ agreement, commitment, from, shifts }: PeriodDelta): readonly NamedShift[] {
  return shifts.map(({ dimension, value, added, taken }) => ({
    name: { agreement, commitment, from, dimension, value },
    added,
    taken,
  }));
}
