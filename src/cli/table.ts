/** Tables of text: columns as wide as their widest cell, numbers to the right. */

export type Column = { readonly title: string; readonly isNumber?: boolean };

/** Cells are plain text; a table without rows prints only its titles. */
export function tableText(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...rows.map((row) => (row[index] ?? "").length)),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ isNumber }, index) => {
        const [cell, width] = [cells[index] ?? "", widths[index] ?? 0];
        return isNumber ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map(line), ""].join("\n");
}
