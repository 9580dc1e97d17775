/**
 * Statements: what one customer (or party) is owed for a span of time, row by row.
 * Docs: docs/reference/remedy.md#statements.
 */
import { type Ledger, type LedgerRow, type Standing, standings } from "./ledger.ts";
import { addMoney, amountText, type Money, noMoney } from "./money.ts";
import type { Instant, Span } from "./time.ts";

/** Whose statement: a customer of its account's id, or a party of the agreement. */
export type StatementOf = { readonly customer: string } | { readonly party: string };

/**
 * `lines` are credits as they stand; `rows` how they came there; `totals` by currency and standing.
 */
export type Statement = {
  readonly of: StatementOf;
  readonly from: Instant;
  readonly to: Instant;
  readonly lines: readonly LedgerRow[];
  readonly rows: readonly LedgerRow[];
  readonly totals: readonly {
    readonly currency: string;
    readonly standing: Standing;
    readonly amount: string;
  }[];
};

/**
 * The statement over the credits of periods that end in [from, to).
 * Law: over spans that follow one another, the totals add up to those of the whole.
 */
export function statementOf(ledger: Ledger, of: StatementOf, { from, to }: Span): Statement {
  const rows = ledger.filter(
    (row) => isOf(row, of) && row.period.to - 1 >= from && row.period.to - 1 < to,
  );
  const lines = [...standings(rows).values()];
  return { of, from, to, lines, rows, totals: totalsOf(lines) };
}

function isOf({ customer, to }: LedgerRow, of: StatementOf): boolean {
  return "customer" in of ? customer === of.customer : to === of.party;
}

function totalsOf(lines: readonly LedgerRow[]): Statement["totals"] {
  const groups = Map.groupBy(lines, ({ currency, standing }) => `${currency} ${standing}`);
  return [...groups.values()].map((group) => {
    const { currency, standing } = group[0] as LedgerRow;
    const sum = group.reduce<Money>(addMoney, noMoney(currency));
    return { currency, standing, amount: amountText(sum) };
  });
}
