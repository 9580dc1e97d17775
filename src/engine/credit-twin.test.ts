/**
 * A year of credits by hand: whole numbers of a ten-thousandth of a cent, one month after another.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { told } from "../../test/remedy-scene.ts";

/** Units in a cent: enough for two percentages of a cent, one on the other. */
const CENT = 10_000n;

type Year = {
  readonly cents: number;
  readonly rates: readonly [number, number, number];
  readonly cap: number;
  readonly perYear: number;
  readonly minimum: number;
  readonly mets: readonly number[];
};

function roundedCents(units: bigint): bigint {
  const [cents, rest] = [units / CENT, units % CENT];
  const isOver = rest * 2n > CENT || (rest * 2n === CENT && cents % 2n === 1n);
  return isOver ? cents + 1n : cents;
}

function byHand({ cents, rates, cap, perYear, minimum, mets }: Year): readonly string[] {
  const base = BigInt(cents) * CENT;
  const limit = (base * BigInt(cap)) / 100n;
  const yearly = (base * 12n * BigInt(perYear)) / 100n;
  let spent = 0n;
  return mets.flatMap((met, index) => {
    if (met >= 95) return [];
    const rate = met >= 90 ? rates[0] : met >= 80 ? rates[1] : rates[2];
    let units = (base * BigInt(rate)) / 100n;
    if (units === 0n) return [];
    const marks = [];
    if (units > limit) {
      units = limit;
      marks.push("capped");
    }
    const left = yearly - spent > 0n ? yearly - spent : 0n;
    if (units > left) {
      units = left;
      marks[0] = "capped";
    }
    const owed = roundedCents(units);
    const isUsedUp = left === 0n && units === 0n && marks.length > 0;
    if (owed < BigInt(minimum) && !isUsedUp) return [];
    spent += owed * CENT;
    const text = String(owed).padStart(3, "0");
    return [[index + 1, `${text.slice(0, -2)}.${text.slice(-2)}`, "USD", ...marks].join(" ")];
  });
}

function amount(cents: number): string {
  const text = String(cents).padStart(3, "0");
  return `${text.slice(0, -2)}.${text.slice(-2)} USD`;
}

function judged({ cents, rates, cap, perYear, minimum, mets }: Year): readonly string[] {
  return told({
    remedy: {
      base: { charges: "monthly", amount: amount(cents) },
      tiers: [
        { atLeast: "90%", below: "95%", credit: `${rates[0]}%` },
        { atLeast: "80%", below: "90%", credit: `${rates[1]}%` },
        { below: "80%", credit: `${rates[2]}%` },
      ],
      cap: { ofBase: `${cap}%`, perYear: `${perYear}%` },
      minimum: amount(minimum),
    },
    months: mets.map((met, index) => ({
      month: index + 1,
      share: [met, 100],
      verdict: met >= 95 ? "met" : "breached",
    })),
  });
}

test("a year of credits comes out as it does by hand", () => {
  const rate = fc.nat({ max: 40 });
  const years = fc.record({
    cents: fc.oneof(fc.nat({ max: 999 }), fc.nat({ max: 1_000_000_000 })),
    rates: fc.tuple(rate, rate, rate),
    cap: fc.integer({ min: 1, max: 30 }),
    perYear: fc.integer({ min: 1, max: 15 }),
    minimum: fc.nat({ max: 50 }),
    mets: fc.array(fc.integer({ min: 60, max: 100 }), { maxLength: 12 }),
  });
  fc.assert(
    fc.property(years, (year) => assert.deepEqual(judged(year), byHand(year))),
    { numRuns: 10_000 },
  );
});
