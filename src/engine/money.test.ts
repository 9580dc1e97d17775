import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  addMoney,
  amountText,
  compareMoney,
  type Money,
  moneyText,
  readAmount,
  readMoney,
  roundMoney,
  subtractMoney,
  sumMoney,
  takeFraction,
} from "./money.ts";
import { minorUnits } from "./money-currency.ts";
import { addFractions, compareFractions, fractionOf, subtractFractions } from "./money-fraction.ts";

const money = (text: string): Money => readMoney(text) ?? assert.fail(text);
const percent = (numerator: number) => fractionOf({ numerator, denominator: 100 });

describe("an amount of money", () => {
  test("is read and printed with the places of its currency", () => {
    const table: readonly [string, string][] = [
      ["40000 MXN", "40000.00 MXN"],
      ["12.5 USD", "12.50 USD"],
      ["0.125 USD", "0.125 USD"],
      ["-7 EUR", "-7.00 EUR"],
      ["1500 CLP", "1500 CLP"],
      ["1.5 KWD", "1.500 KWD"],
      ["999999999999999999.99 MXN", "999999999999999999.99 MXN"],
      ["0.1 CLF", "0.1000 CLF"],
    ];
    for (const [text, printed] of table) assert.equal(moneyText(money(text)), printed);
  });

  test("is not read where it says no amount or no currency", () => {
    for (const text of ["MXN", "40000", "40000 mxn", "40,000 MXN", "1e3 MXN", "1 ABC", "1 XAU"]) {
      assert.equal(readMoney(text), undefined, text);
    }
    assert.equal(minorUnits("constructor"), undefined);
  });

  test("comes from a field as a text or as the number a person wrote", () => {
    assert.equal(readAmount(12_000), "12000");
    assert.equal(readAmount(0.1), "0.1");
    assert.equal(readAmount("12000.50"), "12000.5");
    for (const value of [Number.NaN, 1e21, null, "12 MXN", {}, true]) {
      assert.equal(readAmount(value), undefined);
    }
  });

  test("rounds halves to the even cent, once", () => {
    const table: readonly [string, string][] = [
      ["0.125 USD", "0.12"],
      ["0.135 USD", "0.14"],
      ["-0.125 USD", "-0.12"],
      ["0.1250000001 USD", "0.13"],
      ["2.5 CLP", "2"],
      ["3.5 CLP", "4"],
      ["0.0005 KWD", "0.000"],
      ["0.9999 USD", "1.00"],
    ];
    for (const [text, rounded] of table) assert.equal(roundMoney(money(text)).amount, rounded);
    // Rounded to mills first this would be 0.125 and then 0.12: the remainder decides.
    assert.equal(
      takeFraction(money("0.37531 USD"), { numerator: 1n, denominator: 3n }).amount,
      "0.13",
    );
  });

  test("does not know that a tenth is no binary fraction", () => {
    assert.equal(addMoney(money("0.1 USD"), money("0.2 USD")).amount, "0.3");
    assert.equal(takeFraction(money("40000 EUR"), percent(25)).amount, "10000.00");
  });

  test("is not mixed with another currency", () => {
    for (const act of [addMoney, subtractMoney, compareMoney]) {
      assert.throws(() => act(money("1 USD"), money("1 MXN")), { code: "money-currencies" });
    }
    const unknown = { amount: "1", currency: "ABC" };
    assert.throws(() => amountText(unknown), { code: "currency-unknown" });
  });
});

/** The slow twin: whole numbers of 10⁻¹² units, divided by hand. */
const SCALE = 12;

function units(text: string): bigint {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  const value = BigInt(whole + fraction.padEnd(SCALE, "0"));
  return text.startsWith("-") ? -value : value;
}

function halfEven(dividend: bigint, divisor: bigint): bigint {
  const sign = dividend < 0n ? -1n : 1n;
  const size = dividend * sign;
  const [quotient, rest] = [size / divisor, size % divisor];
  const up = rest * 2n > divisor || (rest * 2n === divisor && quotient % 2n === 1n);
  return sign * (up ? quotient + 1n : quotient);
}

function printed(smallest: bigint, places: number): string {
  const digits = String(smallest < 0n ? -smallest : smallest).padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return smallest < 0n ? `-${text}` : text;
}

const currencies = fc.constantFrom("MXN", "USD", "CLP", "KWD", "CLF");
const amounts = fc
  .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.nat({ max: 6 }))
  .map(([value, places]) => printed(value, places));
const fractions = fc.record({
  numerator: fc.nat({ max: 10_000_000 }),
  denominator: fc.integer({ min: 1, max: 10_000_000 }),
});

describe("over 100,000 random cases, to the smallest unit as whole numbers by hand,", () => {
  test("a fraction of an amount", () => {
    fc.assert(
      fc.property(amounts, fractions, currencies, (amount, share, currency) => {
        const places = minorUnits(currency) ?? 0;
        const divisor = BigInt(share.denominator) * 10n ** BigInt(SCALE - places);
        const twin = halfEven(units(amount) * BigInt(share.numerator), divisor);
        const taken = takeFraction({ amount, currency }, fractionOf(share));
        assert.equal(units(taken.amount), units(printed(twin, places)));
      }),
      { numRuns: 50_000 },
    );
  });

  test("a sum of amounts, whatever their order", () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 8 }), currencies, (list, currency) => {
        const sum = sumMoney(
          list.map((amount) => ({ amount, currency })),
          currency,
        );
        const twin = list.reduce((total, amount) => total + units(amount), 0n);
        assert.equal(units(sum.amount), twin);
        const back = sumMoney(
          list.toReversed().map((amount) => ({ amount, currency })),
          currency,
        );
        assert.equal(compareMoney(sum, back), 0);
        const places = minorUnits(currency) ?? 0;
        const whole = halfEven(twin, 10n ** BigInt(SCALE - places));
        assert.equal(units(roundMoney(sum).amount), units(printed(whole, places)));
      }),
      { numRuns: 50_000 },
    );
  });
});

test("fractions are added and taken away exactly", () => {
  fc.assert(
    fc.property(fractions, fractions, (a, b) => {
      const [x, y] = [fractionOf(a), fractionOf(b)];
      assert.equal(compareFractions(subtractFractions(addFractions(x, y), y), x), 0);
    }),
  );
});
