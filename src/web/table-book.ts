/** A table as a workbook. A chunk of its own: it comes when the first one is asked for. */
import writeBook from "write-excel-file/universal";
import type { CellValue, ValueColumn } from "./table-text.ts";

/** Texts are written as texts, so none is ever taken for a formula. */
export function bookOf<Row>(
  name: string,
  columns: readonly ValueColumn<Row>[],
  rows: readonly Row[],
): Promise<Blob> {
  const heads = columns.map(({ head }) => ({ value: head, fontWeight: "bold" as const }));
  const lines = rows.map((row) => columns.map(({ value }) => cellOf(value(row))));
  const widths = columns.map((_, at) => ({ width: widthOf([heads, ...lines].map((l) => l[at])) }));
  return writeBook([heads, ...lines], {
    sheet: sheetName(name),
    columns: widths,
    stickyRowsCount: 1,
  }).toBlob();
}

type Cell = { readonly value: string | number } | null | undefined;

function cellOf(value: CellValue) {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value, type: Number };
  return { value: value.slice(0, LONGEST), type: String };
}

/** What a cell of Excel holds at most. */
const LONGEST = 32_767;
const NARROWEST = 10;
const WIDEST = 60;

function widthOf(cells: readonly Cell[]): number {
  const longest = cells.reduce((most, cell) => Math.max(most, String(cell?.value ?? "").length), 0);
  return Math.min(Math.max(longest + 2, NARROWEST), WIDEST);
}

/** Excel refuses some signs, and more than 31 of the rest. */
function sheetName(name: string): string {
  return name.replace(/[[\]*?/\\:]/g, " ").slice(0, 31);
}
