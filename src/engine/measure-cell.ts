/**
 * Cells: what subjects contribute to a period of a measure, in a form that adds up.
 *
 * A period is the sum of its subjects' cells; a breakdown by team, the sum of those of each team; a
 * correction takes a subject's old cell away and adds its new one. All three are this one addition.
 * Source: docs/reference/measure.md#cells.
 */
import { addDecimals } from "./exact.ts";

/**
 * `counts` are whole numbers by name; `sums` exact decimals by name; `lists` sorted numbers by
 * name, where the same number may stand more than once. What is nothing is left out, so that equal
 * cells are written alike.
 */
export type Cell = {
  readonly counts?: Readonly<Record<string, number>>;
  readonly sums?: Readonly<Record<string, string>>;
  readonly lists?: Readonly<Record<string, readonly number[]>>;
};

export const emptyCell: Cell = {};

/**
 * The sum of two cells. Law: the order does not matter, `emptyCell` changes nothing, and
 * takeCell(mergeCells(a, b), b) = a.
 */
export function mergeCells(a: Cell, b: Cell): Cell {
  const sum = new CellSum();
  sum.add(a);
  sum.add(b);
  return sum.cell();
}

/** A sum of cells less one of them. What was never added leaves counts below zero. */
export function takeCell(from: Cell, taken: Cell): Cell {
  const sum = new CellSum();
  sum.add(from);
  sum.take(taken);
  return sum.cell();
}

/** A cell under way: adding to it costs what is added, not what is there. */
export class CellSum {
  private readonly counts = new Map<string, number>();
  private readonly sums = new Map<string, string>();
  private readonly lists = new Map<string, number[]>();

  /** Adds a cell. */
  add({ counts, sums, lists }: Cell): void {
    for (const name in counts) this.count(name, counts[name] ?? 0);
    for (const name in sums) this.sum(name, sums[name] ?? "0", 1);
    for (const name in lists) this.append(name, lists[name] ?? []);
  }

  /** Takes a cell away that was added before. */
  take({ counts, sums, lists }: Cell): void {
    for (const name in counts) this.count(name, -(counts[name] ?? 0));
    for (const name in sums) this.sum(name, sums[name] ?? "0", -1);
    for (const name in lists) this.remove(name, lists[name] ?? []);
  }

  /** The cell as it stands. */
  cell(): Cell {
    const counts = [...this.counts].filter(([, count]) => count !== 0);
    const sums = [...this.sums].filter(([, amount]) => amount !== "0");
    const lists = [...this.lists].filter(([, list]) => list.length > 0);
    return {
      ...(counts.length > 0 ? { counts: inNameOrder(counts) } : {}),
      ...(sums.length > 0 ? { sums: inNameOrder(sums) } : {}),
      ...(lists.length > 0 ? { lists: inNameOrder(lists.map(sortedList)) } : {}),
    };
  }

  private count(name: string, by: number): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by);
  }

  private sum(name: string, amount: string, sign: 1 | -1): void {
    this.sums.set(name, addDecimals(this.sums.get(name) ?? "0", amount, sign));
  }

  private append(name: string, numbers: readonly number[]): void {
    const list = this.lists.get(name) ?? [];
    for (const number of numbers) list.push(number);
    this.lists.set(name, list);
  }

  private remove(name: string, numbers: readonly number[]): void {
    const left = new Map<number, number>();
    for (const number of numbers) left.set(number, (left.get(number) ?? 0) + 1);
    const kept = (this.lists.get(name) ?? []).filter((number) => {
      const more = left.get(number) ?? 0;
      if (more > 0) left.set(number, more - 1);
      return more === 0;
    });
    this.lists.set(name, kept);
  }
}

function sortedList([name, list]: readonly [string, readonly number[]]): [string, number[]] {
  return [name, [...list].sort((a, b) => a - b)];
}

function inNameOrder<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
