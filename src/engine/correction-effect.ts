/**
 * What corrections change: measured and corrected, side by side. A decision's preview is the same
 * comparison, made before anybody signs. Docs: docs/reference/correction.md#effect.
 */
import type { CorrectedClock, Correction } from "./correction.ts";
import { placeText } from "./correction.ts";
import type { Credit } from "./credit.ts";
import { type JudgeInput, type Judgement, judge } from "./judge.ts";
import { amountText, type Money, noMoney, subtractMoney } from "./money.ts";
import type { Period } from "./period.ts";

/** Undefined on one side: there was none, or there is none now. */
export type Changed<T> = { readonly before?: T; readonly after?: T };

/** `difference` is what is owed more, below zero what is owed less. */
export type ChangedCredit = Changed<Credit> & { readonly key: string; readonly difference: Money };

export type Effect = {
  readonly before: Judgement;
  readonly after: Judgement;
  readonly clocks: readonly Changed<CorrectedClock>[];
  readonly periods: readonly Changed<Period>[];
  readonly credits: readonly ChangedCredit[];
};

/**
 * What `added` changes, given the corrections that `input` already holds: clocks, periods and
 * credits that differ. Nothing is stored by it.
 */
export function effectOf(input: JudgeInput, added: readonly Correction[]): Effect {
  const before = judge(input);
  const after = judge({ ...input, corrections: [...(input.corrections ?? []), ...added] });
  return {
    before,
    after,
    clocks: changed(before.clocks, after.clocks, placeText, clockText),
    periods: changed(before.periods, after.periods, periodKey, (period) => JSON.stringify(period)),
    credits: changedCredits(before.credits, after.credits),
  };
}

/** Measured and corrected side by side: what all corrections of `input` together changed. */
export function measuredAndCorrected(input: JudgeInput): Effect {
  return effectOf({ ...input, corrections: [] }, input.corrections ?? []);
}

function clockText({ verdict, state, dueAt, breachedAt, spent }: CorrectedClock): string {
  return JSON.stringify([verdict, state, dueAt, breachedAt, spent]);
}

function periodKey({ agreement, commitment, from }: Period): string {
  return JSON.stringify([agreement, commitment, from]);
}

function changed<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
  textOf: (one: T) => string,
): readonly Changed<T>[] {
  const old = new Map(before.map((one) => [keyOf(one), one]));
  const now = new Set(after.map(keyOf));
  const kept = after.flatMap((one): Changed<T>[] => {
    const was = old.get(keyOf(one));
    if (was === undefined) return [{ after: one }];
    return textOf(was) === textOf(one) ? [] : [{ before: was, after: one }];
  });
  const gone = before.filter((one) => !now.has(keyOf(one))).map((one) => ({ before: one }));
  return [...kept, ...gone];
}

function changedCredits(
  before: readonly Credit[],
  after: readonly Credit[],
): readonly ChangedCredit[] {
  const differ = changed(
    before,
    after,
    ({ key }) => key,
    (credit) => JSON.stringify(credit),
  );
  return differ.flatMap((change) => {
    const one = change.after ?? change.before;
    if (!one) return [];
    const difference = subtractMoney(owed(change.after, one), owed(change.before, one));
    const amount = amountText(difference);
    return [{ ...change, key: one.key, difference: { ...difference, amount } }];
  });
}

function owed(credit: Credit | undefined, { currency }: Credit): Money {
  return credit ? { amount: credit.amount, currency: credit.currency } : noMoney(currency);
}
