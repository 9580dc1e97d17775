/** Worked examples P: service credits, penalties, rewards. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ObjectiveSpec } from "../../src/engine/agreement.ts";
import { creditsIn, type MonthResult, type RemedyScene, told } from "../remedy-scene.ts";

const atLeast = (share: string): ObjectiveSpec => ({ atLeast: share, each: "month" });

function charges(amount: string): { readonly charges: "monthly"; readonly amount: string } {
  return { charges: "monthly", amount };
}

/** One month of 100,000 cases, so many of which went well. */
function month(number: number, share: number, verdict: MonthResult["verdict"] = "breached") {
  return { month: number, share: [Math.round(share * 1_000), 100_000], verdict } as const;
}

function owes(scene: RemedyScene, ...wanted: readonly string[]): void {
  assert.deepEqual(told(scene), wanted);
}

describe("a tier", () => {
  test("T1 99.5 % of a fee of 2,000 gives 10 %", () =>
    owes(
      {
        objective: atLeast("99.9%"),
        remedy: {
          base: charges("2000 USD"),
          tiers: [
            { atLeast: "99%", below: "99.9%", credit: "10%" },
            { atLeast: "95%", below: "99%", credit: "25%" },
            { below: "95%", credit: "50%" },
          ],
        },
        months: [month(1, 99.5)],
      },
      "1 200.00 USD",
    ));

  test("T4 of 25 % takes 10,000 of 40,000", () =>
    owes(
      {
        remedy: { base: charges("40000 EUR"), tiers: [{ below: "95%", credit: "25%" }] },
        months: [month(1, 80)],
      },
      "1 10000.00 EUR",
    ));

  test("T5 for every point short gives 23 % where 75 % was done of 98 %", () =>
    owes(
      {
        objective: atLeast("98%"),
        remedy: {
          kind: "penalty",
          base: charges("1000 GBP"),
          tiers: [{ below: "98%", credit: "1%", perPoint: true }],
        },
        months: [month(1, 75)],
      },
      "1 230.00 GBP",
    ));

  test("T7 takes 300 and 600 and gives 300 back, in amounts of money", () => {
    const objective = atLeast("98%");
    const penalty = {
      objective,
      remedy: {
        kind: "penalty" as const,
        tiers: [
          { atLeast: "96%", below: "98%", credit: "300 USD" },
          { below: "96%", credit: "600 USD" },
        ],
      },
      months: [month(1, 97), month(2, 93), month(3, 99.5, "met")],
    };
    owes(penalty, "1 300.00 USD", "2 600.00 USD");
    const reward = { kind: "reward" as const, tiers: [{ atLeast: "99%", credit: "300 USD" }] };
    owes({ ...penalty, remedy: reward }, "3 300.00 USD");
  });

  const bands = [
    { atLeast: "99.5%", below: "99.9%", credit: "2%" },
    { atLeast: "98%", below: "99.5%", credit: "5%" },
    { below: "98%", credit: "10%" },
  ];
  test("T9 holds its lower edge, so that 99.5 % lies in one band alone", () =>
    owes(
      {
        objective: atLeast("99.9%"),
        remedy: { base: charges("100 USD"), tiers: bands },
        months: [month(1, 99.5), month(2, 99.499)],
      },
      "1 2.00 USD",
      "2 5.00 USD",
    ));

  test("T20 does not hold its upper edge: 99.901 % owes nothing", () => {
    const remedy = {
      base: charges("100 USD"),
      tiers: [{ atLeast: "99.445%", below: "99.901%", credit: "10%" }],
    };
    const objective = atLeast("99.95%");
    owes({ objective, remedy, months: [month(1, 99.901)] });
    owes({ objective, remedy, months: [month(1, 99.9)] }, "1 10.00 USD");
  });

  test("T16 grows with every point lost, past the fee itself unless there is a cap", () => {
    const remedy = {
      base: charges("10000 USD"),
      tiers: [{ below: "98%", credit: "50%", perPoint: true }],
    };
    const months = [month(1, 98, "met"), month(2, 97), month(3, 95)];
    const scene = { objective: atLeast("98%"), remedy, months };
    owes(scene, "2 5000.00 USD", "3 15000.00 USD");
    owes(
      { ...scene, remedy: { ...remedy, cap: { ofBase: "100%" } } },
      "2 5000.00 USD",
      "3 10000.00 USD capped",
    );
  });

  test("T17 rewards less than 0.1 % of errors, and not 0.1 %", () => {
    const remedy = { kind: "reward" as const, tiers: [{ below: "0.1%", credit: "5000 USD" }] };
    const months = [month(1, 0.09, "met"), month(2, 0.1, "met")];
    owes({ objective: { below: "0.1%", each: "month" }, remedy, months }, "1 5000.00 USD");
  });
});

describe("several failures of one month", () => {
  const commitments = ["first", "second", "third"];
  const months = commitments.map((commitment, index) => ({
    ...month(1, [94, 85, 92][index] ?? 0),
    commitment,
  }));
  const tiers = [
    { atLeast: "94%", below: "95%", credit: "3%" },
    { atLeast: "90%", below: "94%", credit: "5%" },
    { below: "90%", credit: "8%" },
  ];

  test("T11 give the highest of 5 %, 8 % and 3 %", () =>
    owes(
      { commitments, remedy: { base: charges("100 USD"), tiers, combine: "highest" }, months },
      "1 8.00 USD",
    ));

  test("T12 that come to 12 % are paid at the cap of 10 %, and say so", () =>
    owes(
      {
        commitments,
        remedy: { base: charges("100 USD"), tiers, combine: "sum", cap: { ofBase: "10%" } },
        months: months
          .filter((_, index) => index !== 0)
          .concat({ ...month(1, 94), commitment: "first" }),
      },
      "1 10.00 USD capped",
    ));
});

describe("a pool at risk", () => {
  const weights = { first: "25%", second: "60%", third: "40%" };
  const scene: RemedyScene = {
    commitments: ["first", "second", "third"],
    remedy: { base: charges("1000000 USD"), pool: { atRisk: "12%", weights } },
    months: [{ ...month(1, 80), commitment: "first" }],
  };
  test("T13 gives a commitment its allocation, and all together no more than is at risk", () => {
    owes(scene, "1 30000.00 USD");
    const all = ["first", "second", "third"].map((commitment) => ({
      ...month(1, 80),
      commitment,
    }));
    owes({ ...scene, months: all }, "1 120000.00 USD capped");
  });
});

describe("points", () => {
  const steps = [5, 10, 15, 20, 25, 30].map((atLeast, index) => ({
    atLeast,
    credit: `${index * 2}%`,
  }));
  test("T14 reach the step below them: 22 points give 6 %", () => {
    const each = { first: 10, second: 12 };
    const months = ["first", "second"].map((commitment) => ({ ...month(1, 80), commitment }));
    const remedy = { base: charges("100 USD"), points: { each, steps } };
    owes({ commitments: ["first", "second"], remedy, months }, "1 6.00 USD");
    owes({ commitments: ["first"], remedy: { ...remedy, points: { each: 5, steps } }, months });
  });

  test("T18 counted over months make a repeated miss cost more: 5 %, then 10 %", () => {
    const points = {
      each: 1,
      over: 3,
      steps: [
        { atLeast: 1, credit: "5%" },
        { atLeast: 2, credit: "10%" },
      ],
    };
    const months = [
      month(1, 80),
      month(2, 80),
      month(3, 99, "met"),
      month(4, 99, "met"),
      month(5, 80),
    ];
    const remedy = { base: charges("100 USD"), points };
    owes({ remedy, months }, "1 5.00 USD", "2 10.00 USD", "5 5.00 USD");
    const { credits } = creditsIn({ remedy: { ...remedy, applyTo: "nextInvoice" }, months });
    assert.deepEqual(
      credits.map(({ automatic, applyTo }) => [automatic, applyTo]),
      Array(3).fill([true, "nextInvoice"]),
    );
  });
});
