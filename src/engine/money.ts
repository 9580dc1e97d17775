/**
 * Money: exact decimal amounts in one currency, rounded half-even once, at the end.
 *
 * Amounts are text everywhere outside this file, and decimals inside it: no binary fraction ever
 * holds one. Source: docs/reference/remedy.md#money.
 */
import Big from "big.js";
import { minorUnits } from "./money-currency.ts";
import { type Fraction, timesFraction } from "./money-fraction.ts";
import { refuse } from "./problem.ts";

/** `amount` is a decimal without exponent ("40000", "-0.5"); `currency` a code of ISO 4217. */
export type Money = { readonly amount: string; readonly currency: string };

const HALF_EVEN = 2;

/** Decimals with their own settings: nobody else's division or rounding changes ours. */
const Decimal = Big();
Decimal.PE = 1_000;
Decimal.NE = -1_000;

const AMOUNT = /^-?\d{1,18}(\.\d{1,12})?$/;

/** Reads "40000 MXN". Undefined: no amount, or a currency that ISO 4217 does not know. */
export function readMoney(text: string): Money | undefined {
  const [amount = "", currency = "", ...rest] = text.split(" ");
  if (rest.length > 0 || !AMOUNT.test(amount) || minorUnits(currency) === undefined)
    return undefined;
  return { amount: new Decimal(amount).toString(), currency };
}

/** As `readMoney`; refused: money-unreadable. */
export function moneyOf(text: string): Money {
  return readMoney(text) ?? refuse("money-unreadable", { text });
}

/**
 * The decimal that a field of a record holds: a text of digits, or a JSON number by its shortest
 * writing. Undefined: anything else, such as 1e21 or NaN.
 */
export function readAmount(value: unknown): string | undefined {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && AMOUNT.test(text) ? new Decimal(text).toString() : undefined;
}

/** "40000.00 MXN": as many decimal places as the currency has, more where the amount has more. */
export function moneyText({ amount, currency }: Money): string {
  return `${amountText({ amount, currency })} ${currency}`;
}

/** The amount alone, with at least the decimal places of its currency. */
export function amountText({ amount, currency }: Money): string {
  const [, fraction = ""] = amount.split(".");
  return new Decimal(amount).toFixed(Math.max(placesOf(currency), fraction.length));
}

/** Zero of a currency. */
export function noMoney(currency: string): Money {
  return { amount: "0", currency };
}

/** Refused: money-currencies, where the two are of different ones. */
export function addMoney(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return { ...a, amount: new Decimal(a.amount).plus(b.amount).toString() };
}

/** Refused: money-currencies. */
export function subtractMoney(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return { ...a, amount: new Decimal(a.amount).minus(b.amount).toString() };
}

/** The sum of amounts of one currency. Refused: money-currencies. */
export function sumMoney(amounts: readonly Money[], currency: string): Money {
  return amounts.reduce(addMoney, noMoney(currency));
}

/**
 * Below zero where `a` is less, zero where they are equal ("1" and "1.00" are). Refused:
 * money-currencies.
 */
export function compareMoney(a: Money, b: Money): number {
  sameCurrency(a, b);
  return new Decimal(a.amount).cmp(b.amount);
}

/** An amount as a fraction of one unit of its currency, exactly. */
export function fractionOfMoney({ amount }: Money): Fraction {
  const [whole = "", decimals = ""] = amount.split(".");
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}

/**
 * So many units of a currency, rounded half-even to its smallest one in the one division there is.
 * Refused: currency-unknown.
 */
export function settleMoney({ numerator, denominator }: Fraction, currency: string): Money {
  const places = placesOf(currency);
  const Division = Big();
  Division.RM = HALF_EVEN;
  Division.DP = places;
  const quotient = new Division(numerator).div(new Division(denominator));
  return { currency, amount: quotient.toFixed(places) };
}

/** A fraction of an amount, settled: above one it gives more than the amount. */
export function takeFraction(money: Money, fraction: Fraction): Money {
  return settleMoney(timesFraction(fractionOfMoney(money), fraction), money.currency);
}

/** An amount rounded half-even to its currency's smallest unit. */
export function roundMoney(money: Money): Money {
  return settleMoney(fractionOfMoney(money), money.currency);
}

function placesOf(currency: string): number {
  return minorUnits(currency) ?? refuse("currency-unknown", { currency });
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    refuse("money-currencies", { first: a.currency, second: b.currency });
  }
}
