/**
 * What one subject contributes to the periods of its measures. Docs:
 * docs/reference/measure.md#cells.
 */
import type { MeasureCommitment } from "./measure.ts";
import type { Cell } from "./measure-cell.ts";
import type { Mark } from "./measure-line.ts";
import type { PeriodGrid } from "./period-grid.ts";
import type { Instant, Span } from "./time.ts";

/** A cell of one period. */
export type Entry = {
  readonly commitment: MeasureCommitment;
  readonly span: Span;
  readonly cell: Cell;
};

/** `gridOf` gives the periods a commitment is told over. */
export type Counting = {
  readonly asOf: Instant;
  readonly gridOf: (commitment: { readonly promise: string }) => PeriodGrid;
};

/** From the marks of a line, in the order of their facts, to what they contribute. */
export type CountMarks = (marks: readonly Mark[], counting: Counting) => readonly Entry[];

/** An opening mark with the commitment it stands under. */
export type Opened = Mark & { readonly commitment: MeasureCommitment };

/** Whether a mark is an opening one. */
export function isOpened(mark: Mark): mark is Opened {
  return mark.role === "opens" && mark.commitment !== undefined;
}

const ones = new Map<string, Cell>();

/** The cell that counts one of a name; always the same object. */
export function one(name: string): Cell {
  const known = ones.get(name) ?? { counts: { [name]: 1 } };
  ones.set(name, known);
  return known;
}
