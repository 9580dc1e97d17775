/** The page of measurements: one section a table, replaced when it is measured again. */
import type { BenchTable } from "./table.ts";

const head = `# Benchmarks

Written by \`npm run bench\`. Each table says when and on what machine it was measured; compare rows
of one table, not tables of different days.
`;

export function markdownOf({ title, columns, rows, notes }: BenchTable, measured: string): string {
  const cells = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, index) =>
    Math.max(...cells.map((row) => row[index]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" | ")} |`;
  const [top = [], ...rest] = cells;
  const rule = line(widths.map((width) => "-".repeat(width)));
  const table = [line(top), rule, ...rest.map(line)].join("\n");
  return [`## ${title}`, measured, table, ...notes].join("\n\n");
}

/** Sections stand in the order in which they were first measured. */
export function replaceSection(page: string, title: string, section: string): string {
  const [, ...old] = page.split(/^(?=## )/m);
  const isSame = (text: string) => text.startsWith(`## ${title}\n`);
  const kept = old.map((text) => (isSame(text) ? `${section}\n` : text.trimEnd().concat("\n")));
  const all = old.some(isSame) ? kept : [...kept, `${section}\n`];
  return [head, ...all].join("\n");
}
