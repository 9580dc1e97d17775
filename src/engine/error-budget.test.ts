/** Worked examples N and O; docs/internals/worked-examples.md says which ids are no tests, and why. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { emptyTally, verdictOfTally } from "./attainment.ts";
import { burnRate, burnThreshold, errorBudget, exhaustedAfter, isBurning } from "./error-budget.ts";
import { numberOf } from "./exact.ts";
import { readShare, type Share } from "./share.ts";
import { DAY, HOUR, MINUTE, type Millis } from "./time.ts";

const share = (text: string): Share => {
  const read = readShare(text);
  assert.ok(read, text);
  return read;
};
const days = (count: number) => (count * DAY) as Millis;
const quarter = (atLeast: string) => ({ atLeast, each: "quarter" }) as const;

describe("rates", () => {
  test("Q1: 240 of 300 restored in time is not 90 %", () =>
    assert.equal(
      verdictOfTally({ ...emptyTally, met: 240, breached: 60 }, quarter("90%")),
      "breached",
    ));

  test("Q2: open and overdue counts as missed now, open and not yet due is left out", () => {
    const tally = { ...emptyTally, met: 40, breached: 3 + 2, openNotDue: 5 };
    assert.equal(verdictOfTally(tally, quarter("90.98%")), "breached");
    assert.equal(verdictOfTally(tally, quarter("95.95%")), "breached");
    assert.equal(verdictOfTally(tally, quarter("88.88%")), "met");
  });

  test("Q3: what is kept before it is due counts", () =>
    assert.equal(verdictOfTally({ ...emptyTally, met: 1 }, quarter("100%")), "met"));
});

describe("error budgets", () => {
  test("R1: at a burn of 10, thirty days' budget of 99.9 % lasts three days", () => {
    const burn = burnRate({ numerator: 1, denominator: 100 }, share("99.9%"));
    assert.ok(burn);
    assert.equal(numberOf(burn), 10);
    assert.equal(exhaustedAfter(days(30), burn), days(3));
  });

  const thresholds: readonly [string, number, number, string, number][] = [
    ["R3", 7, 1, "10%", 16.8],
    ["R4", 7, 1, "10%", 16.8],
    ["R4", 7, 6, "20%", 5.6],
    ["R4", 7, 24, "40%", 2.8],
    ["R5", 30, 1, "2%", 14.4],
    ["R5", 30, 6, "5%", 6],
    ["R5", 30, 24, "10%", 3],
    ["R6", 90, 1, "1%", 21.6],
    ["R6", 90, 6, "3%", 10.8],
    ["R6", 90, 24, "5%", 4.5],
  ];
  for (const [id, period, hours, used, rate] of thresholds) {
    test(`${id}: ${used} of ${period} days' budget in ${hours} h is a burn of ${rate}`, () => {
      const window = (hours * HOUR) as Millis;
      assert.equal(numberOf(burnThreshold(share(used), window, days(period))), rate);
    });
  }

  test("R8: no alarm once the short window has recovered", () => {
    assert.equal(isBurning({ long: 20, short: 3, threshold: 14.4 }), false);
    assert.equal(isBurning({ long: 20, short: 14.4, threshold: 14.4 }), true);
  });

  test("R9: 99.95 % of 28 days is a budget of 20.16 minutes", () => {
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

  test("R12: 99.95 % of a week is 5 min 2.4 s", () =>
    assert.equal(errorBudget({ objective: share("99.95%"), period: days(7) }), 302_400));

  test("R13: two weeks of 95 % are 16 h 48 of bad minutes", () =>
    assert.equal(errorBudget({ objective: share("95%"), period: days(14) }), 16.8 * HOUR));

  test("never run out where nothing goes wrong, and are nothing at 100 %", () => {
    assert.equal(exhaustedAfter(days(30), { numerator: 0n, denominator: 1n }), undefined);
    assert.equal(burnRate({ numerator: 1, denominator: 2 }, share("100%")), undefined);
    assert.equal(errorBudget({ objective: share("100%"), period: days(30) }), 0);
  });
});
