/** Statements: what a customer or a party is owed over a span of time, row by row. */
import type { LedgerRow } from "../engine/ledger.ts";
import { type Statement, statementOf } from "../engine/ledger-statement.ts";
import { instantText, type Span } from "../engine/time.ts";
import type { Acting } from "./acting.ts";
import { ledgerWithin } from "./credit.ts";

export type StatementAsked = {
  readonly of: { readonly customer: string } | { readonly party: string };
  readonly span: Span;
};

export async function creditStatement(
  acting: Acting,
  { of, span }: StatementAsked,
): Promise<Statement> {
  return statementOf(await ledgerWithin(acting, {}), of, span);
}

const columns: readonly (readonly [title: string, of: (row: LedgerRow) => string | number])[] = [
  ["number", ({ number }) => number],
  ["at", ({ at }) => instantText(at)],
  ["credit", ({ credit }) => credit],
  ["agreement", ({ agreement }) => agreement],
  ["remedy", ({ remedy }) => remedy],
  ["standing", ({ standing }) => standing],
  ["party", ({ party }) => party],
  ["to", ({ to }) => to],
  ["customer", ({ customer }) => customer ?? ""],
  ["periodFrom", ({ period }) => instantText(period.from)],
  ["periodTo", ({ period }) => instantText(period.to)],
  ["amount", ({ amount }) => amount],
  ["currency", ({ currency }) => currency],
  ["by", ({ by }) => by],
  ["reason", ({ reason }) => reason],
  ["invoice", ({ invoice }) => invoice ?? ""],
  ["corrects", ({ corrects }) => corrects ?? ""],
];

/** The rows of a statement as CSV (RFC 4180), with a line of titles. */
export function statementCsv({ rows }: Statement): string {
  const lines = [
    columns.map(([title]) => title),
    ...rows.map((row) => columns.map(([, of]) => cellText(of(row)))),
  ];
  return lines.map((cells) => `${cells.join(",")}\r\n`).join("");
}

/** Quoted where it must be; what a sheet would take for a formula is kept a text. */
function cellText(value: string | number): string {
  const text = String(value);
  const plain = /^[=+@\t\r]/.test(text) || /^-(?![\d.]+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
