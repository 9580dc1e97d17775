/** The order of a table's rows by one of its columns. */
import type { Language } from "../engine/agreement.ts";
import type { CellValue } from "./table-text.ts";

export type Sorting = { readonly key: string; readonly order: "ascending" | "descending" };

/** What is not known stands last in either order; equal rows keep the order they came in. */
export function sorted<Row>(
  rows: readonly Row[],
  value: ((row: Row) => CellValue) | undefined,
  sorting: Sorting | undefined,
  language: Language,
): readonly Row[] {
  if (!value || !sorting) return rows;
  const { compare } = new Intl.Collator(language, { numeric: true });
  const sign = sorting.order === "ascending" ? 1 : -1;
  const keyed = rows.map((row) => ({ row, at: value(row) }));
  const ordered = keyed.toSorted(({ at: a }, { at: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === "number" && typeof b === "number") return sign * (a - b);
    return sign * compare(String(a), String(b));
  });
  return ordered.map(({ row }) => row);
}
