/**
 * The ledger of credits: rows are appended, never changed. Docs: docs/reference/remedy.md#ledger.
 *
 * A credit stands where its last row left it; the table of moves says which row may follow which.
 * The server, the screens and this file judge by that one table.
 */
import type { Credit } from "./credit.ts";
import { addMoney, amountText, compareMoney, type Money, noMoney, subtractMoney } from "./money.ts";
import { refuse } from "./problem.ts";
import type { Instant } from "./time.ts";

export type Standing = "proposed" | "claimed" | "approved" | "applied" | "declined" | "expired";

/**
 * From where a credit may go, and who moves it: those who are owed, those who owe, or time itself.
 */
export const ledgerMoves: Readonly<
  Record<Standing, Partial<Readonly<Record<Standing, "owed" | "owing" | "time">>>>
> = {
  proposed: { claimed: "owed", expired: "time" },
  claimed: { approved: "owing", declined: "owing" },
  approved: { applied: "owing" },
  applied: {},
  declined: {},
  expired: {},
};

/**
 * One row. `credit` is the key of its credit; a later difference has one of its own and names the
 * first in `corrects`. `amount` is an exact decimal of `currency`, below zero where something is
 * taken back.
 */
export type LedgerRow = {
  readonly number: number;
  readonly at: Instant;
  readonly credit: string;
  readonly agreement: string;
  readonly remedy: string;
  readonly standing: Standing;
  readonly party: string;
  readonly to: string;
  readonly customer: string | null;
  readonly period: { readonly from: Instant; readonly to: Instant };
  readonly amount: string;
  readonly currency: string;
  readonly claimBy: Instant | null;
  readonly by: string;
  readonly reason: string;
  /** The invoice on which it was applied. */
  readonly invoice?: string;
  readonly corrects?: string;
};

/** Rows in the order they were appended. */
export type Ledger = readonly LedgerRow[];

/** Who moves a credit, when and why. `by` "time" and "agreement" are nobody. */
export type LedgerMove = {
  readonly credit: string;
  readonly standing: Standing;
  readonly at: Instant;
  readonly by: string;
  readonly side: "owed" | "owing" | "time";
  readonly reason: string;
  readonly invoice?: string;
};

/** The last row of every credit, by its key. */
export function standings(ledger: Ledger): ReadonlyMap<string, LedgerRow> {
  return new Map(ledger.map((row) => [row.credit, row]));
}

/**
 * The ledger with a credit moved on.
 *
 * Refused: credit-unknown, ledger-move (the table has no such move), ledger-side (another side
 * moves it), ledger-late (claimed after its last day), ledger-backwards (earlier than the row
 * before).
 */
export function moveCredit(ledger: Ledger, move: LedgerMove): Ledger {
  const last =
    standings(ledger).get(move.credit) ?? refuse("credit-unknown", { credit: move.credit });
  const facts = { credit: move.credit, from: last.standing, to: move.standing };
  const side = ledgerMoves[last.standing][move.standing] ?? refuse("ledger-move", facts);
  if (side !== move.side) refuse("ledger-side", { ...facts, side });
  if (move.at < last.at) refuse("ledger-backwards", facts);
  if (move.standing === "claimed" && last.claimBy !== null && move.at > last.claimBy) {
    refuse("ledger-late", facts);
  }
  const { standing, at, by, reason, invoice } = move;
  const billed = standing === "applied" && invoice !== undefined ? { invoice } : {};
  return append(ledger, [{ ...last, standing, at, by, reason, ...billed }]);
}

/**
 * `agreements` are those whose credits `credits` holds in full: what is missing is owed no more.
 */
export type Proposal = {
  readonly credits: readonly Credit[];
  readonly agreements: readonly string[];
  readonly asOf: Instant;
};

/**
 * The ledger with what a fresh judgement adds to it.
 *
 * A new credit is proposed, and claimed at once where it needs no claim. Where one comes out
 * otherwise than the ledger has it (a correction, a credit earned back), a row restates its amount;
 * once it was applied, a credit of the difference is proposed instead, which names it in
 * `corrects`. What was declined or has expired stays so. Law: the same judgement twice adds
 * nothing.
 */
export function proposeCredits(ledger: Ledger, { credits, agreements, asOf }: Proposal): Ledger {
  const final = credits.filter(({ finalAt }) => finalAt <= asOf);
  const known = new Set(final.map(({ key }) => key));
  const gone = [...standings(ledger).values()].filter(
    (row) => !row.corrects && !known.has(row.credit) && agreements.includes(row.agreement),
  );
  const proposed = final.reduce(
    (rows, credit) => proposeOne(rows, creditRow(credit, asOf), credit.automatic),
    ledger,
  );
  return gone.reduce((rows, row) => {
    const reason = "judged again";
    return proposeOne(rows, { ...row, amount: "0", at: asOf, by: "agreement", reason }, true);
  }, proposed);
}

/** Credits that nobody claimed in time, moved to expired at the instant their time ran out. */
export function expireCredits(ledger: Ledger, asOf: Instant): Ledger {
  const due = [...standings(ledger).values()].filter(
    ({ standing, claimBy }) => standing === "proposed" && claimBy !== null && claimBy < asOf,
  );
  return append(
    ledger,
    due.map((row) => ({
      ...row,
      standing: "expired" as const,
      at: row.claimBy ?? asOf,
      by: "time",
      reason: "not claimed in time",
    })),
  );
}

type NewRow = Omit<LedgerRow, "number">;

function append(ledger: Ledger, rows: readonly NewRow[]): Ledger {
  if (rows.length === 0) return ledger;
  const first = (ledger.at(-1)?.number ?? 0) + 1;
  return [...ledger, ...rows.map((row, index) => ({ ...row, number: first + index }))];
}

/** What is owed by a fresh judgement, in the form of the row that would say so. */
function creditRow(credit: Credit, at: Instant): NewRow {
  const { key, agreement, remedy, party, to, customer, period, currency, claimBy, earnedBackAt } =
    credit;
  const isEarnedBack = earnedBackAt !== null && earnedBackAt <= at;
  return {
    at,
    credit: key,
    agreement,
    remedy,
    standing: "proposed",
    party,
    to,
    customer,
    period,
    amount: isEarnedBack ? "0" : credit.amount,
    currency,
    claimBy,
    by: "agreement",
    reason: isEarnedBack ? "earned back" : "judged",
  };
}

function proposeOne(ledger: Ledger, owed: NewRow, automatic: boolean): Ledger {
  const own = ledger.filter(({ credit, corrects }) => [credit, corrects].includes(owed.credit));
  const booked = [...standings(own).values()];
  const difference = subtractMoney(owed, booked.reduce<Money>(addMoney, noMoney(owed.currency)));
  if (isNothing(difference)) return ledger;
  const [root, last] = [booked[0], booked.at(-1)];
  if (!root || !last) return append(ledger, newRows(owed, automatic));
  if (isDead(root)) return ledger;
  const { at, by, reason } = owed;
  const isLive = last.standing !== "applied" && !isDead(last);
  if (isLive) {
    const amount = amountText(addMoney(last, difference));
    return append(ledger, [{ ...last, amount, at, by, reason }]);
  }
  const amount = amountText(difference);
  const added = {
    ...owed,
    credit: `${root.credit} +${booked.length}`,
    corrects: root.credit,
    amount,
  };
  return append(ledger, newRows({ ...added, claimBy: null }, true));
}

function isNothing(money: Money): boolean {
  return compareMoney(money, noMoney(money.currency)) === 0;
}

/** What was declined or has expired is not owed any more, however it comes out. */
function isDead({ standing }: LedgerRow): boolean {
  return standing === "declined" || standing === "expired";
}

function newRows(row: NewRow, automatic: boolean): readonly NewRow[] {
  const proposed = { ...row, amount: amountText(row) };
  if (!automatic) return [proposed];
  return [proposed, { ...proposed, standing: "claimed" as const, reason: "needs no claim" }];
}
