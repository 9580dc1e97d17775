/** Error budgets and burn rates: worked examples O. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  burnRate,
  burnThreshold,
  errorBudget,
  exhaustedAfter,
  isBurning,
} from "../../src/engine/error-budget.ts";
import { numberOf } from "../../src/engine/exact.ts";
import { readShare, type Share } from "../../src/engine/share.ts";
import { DAY, HOUR, MINUTE, type Millis } from "../../src/engine/time.ts";

const share = (text: string): Share => {
  const read = readShare(text);
  assert.ok(read, text);
  return read;
};
const days = (count: number) => (count * DAY) as Millis;

describe("error budgets", () => {
  test("R1 at a burn of 10, thirty days' budget of 99.9 % lasts three days", () => {
    const burn = burnRate({ numerator: 1, denominator: 100 }, share("99.9%"));
    assert.ok(burn);
    assert.equal(numberOf(burn), 10);
    assert.equal(exhaustedAfter(days(30), burn), days(3));
  });

  /** The burn that uses a share of the budget of so many days in so many hours. */
  const threshold = (used: string, hours: number, period: number) =>
    numberOf(burnThreshold(share(used), (hours * HOUR) as Millis, days(period)));

  test("R3 a tenth of seven days' budget in an hour is a burn of 16.8", () =>
    assert.equal(threshold("10%", 1, 7), 16.8));

  test("R4 seven days: 16.8, 5.6 and 2.8", () =>
    assert.deepEqual(
      [threshold("10%", 1, 7), threshold("20%", 6, 7), threshold("40%", 24, 7)],
      [16.8, 5.6, 2.8],
    ));

  test("R5 thirty days: 14.4, 6 and 3", () =>
    assert.deepEqual(
      [threshold("2%", 1, 30), threshold("5%", 6, 30), threshold("10%", 24, 30)],
      [14.4, 6, 3],
    ));

  test("R6 ninety days: 21.6, 10.8 and 4.5", () =>
    assert.deepEqual(
      [threshold("1%", 1, 90), threshold("3%", 6, 90), threshold("5%", 24, 90)],
      [21.6, 10.8, 4.5],
    ));

  test("R8 no alarm once the short window has recovered", () => {
    assert.equal(isBurning({ long: 20, short: 3, threshold: 14.4 }), false);
    assert.equal(isBurning({ long: 20, short: 14.4, threshold: 14.4 }), true);
  });

  test("R9 99.95 % of 28 days is a budget of 20.16 minutes", () => {
    const budget = errorBudget({ objective: share("99.95%"), period: days(28) });
    assert.equal(budget, 20.16 * MINUTE);
    const spent = (availability: string) =>
      errorBudget({ objective: share(availability), period: days(28) });
    assert.deepEqual(
      ["99.97%", "99.95%", "99.90%"].map((one) => [
        Math.round(spent(one) / MINUTE),
        Math.round((budget - spent(one)) / MINUTE),
      ]),
      [
        [12, 8],
        [20, 0],
        [40, -20],
      ],
    );
  });

  test("R12 99.95 % of a week is 5 min 2.4 s", () =>
    assert.equal(errorBudget({ objective: share("99.95%"), period: days(7) }), 302_400));

  test("R13 two weeks of 95 % are 16 h 48 of bad minutes", () =>
    assert.equal(errorBudget({ objective: share("95%"), period: days(14) }), 16.8 * HOUR));

  test("never run out where nothing goes wrong, and are nothing at 100 %", () => {
    assert.equal(exhaustedAfter(days(30), { numerator: 0n, denominator: 1n }), undefined);
    assert.equal(burnRate({ numerator: 1, denominator: 2 }, share("100%")), undefined);
    assert.equal(errorBudget({ objective: share("100%"), period: days(30) }), 0);
  });
});
