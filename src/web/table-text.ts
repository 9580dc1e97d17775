/** A table as text: CSV by RFC 4180, safe to open in a spreadsheet. */

export type CellValue = string | number | null;

/** A column of a table of records: what stands at its head, and what of a record it shows. */
export type ValueColumn<Row> = {
  readonly head: string;
  readonly value: (row: Row) => CellValue;
};

/** Spreadsheets take a text for UTF-8 only where it says so. */
const MARK = "\uFEFF";

export function csvOf<Row>(columns: readonly ValueColumn<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ head }) => csvField(head)),
    ...rows.map((row) => columns.map(({ value }) => csvField(value(row)))),
  ];
  return MARK + lines.map((line) => `${line.join(",")}\r\n`).join("");
}

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it: names and
 * reasons come from strangers. Numbers stay numbers.
 */
function csvField(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
