import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { at } from "../../test/story.ts";
import type { Period } from "./period.ts";
import type { SideOfReview } from "./review-agenda.ts";
import { causesOf, type DimensionPeriod, proposalsOf } from "./review-finding.ts";

/** A month of a commitment with so many met and missed. */
function period(commitment: string, met: number, breached: number): Period {
  return {
    agreement: "funnel",
    revision: 1,
    commitment,
    measure: "clock",
    from: at("2026-01-01"),
    to: at("2026-02-01"),
    status: "final",
    met,
    breached,
    excused: 0,
    openNotDue: 0,
    value: met + breached === 0 ? null : met / (met + breached),
    unit: "share",
    currency: null,
    share: { numerator: met, denominator: met + breached },
    volume: null,
    interval: null,
    bounds: null,
    objective: { atLeast: "90%", each: "month" },
    verdict: met >= 9 * breached ? "met" : "breached",
    allowed: null,
    left: null,
    pace: null,
    baseline: null,
    facts: {} as Period["facts"],
  };
}

function side(...periods: readonly Period[]): SideOfReview {
  const commitments = [...Map.groupBy(periods, ({ commitment }) => commitment)].map(
    ([commitment, own]) => ({
      commitment,
      periods: own,
      met: own.filter(({ verdict }) => verdict === "met").length,
      breached: own.filter(({ verdict }) => verdict === "breached").length,
      notAssessable: 0,
    }),
  );
  return { party: "sales", commitments };
}

const of = (value: string, one: Period): DimensionPeriod => {
  return { dimension: "source", value, period: one };
};

describe("what a review finds", () => {
  const sides = [
    side(period("contact", 80, 20), period("answer", 95, 5), period("touch", 30, 0)),
  ] as const;

  test("is where misses gather beyond their share of the cases, the biggest first", () => {
    const parts = [
      of("fair", period("contact", 10, 15)),
      of("web", period("contact", 70, 5)),
      of("fair", period("answer", 20, 2)),
      of("web", period("answer", 75, 3)),
    ];
    assert.deepEqual(causesOf(sides, parts), [
      { commitment: "contact", of: 20, dimension: "source", value: "fair", missed: 15, cases: 25 },
      { commitment: "answer", of: 5, dimension: null, value: null, missed: 5, cases: 100 },
    ]);
  });

  test("is never what is not known by name, nor a commitment without misses", () => {
    const parts = [of("", period("contact", 0, 20)), of("web", period("touch", 30, 0))];
    assert.deepEqual(
      causesOf(sides, parts).map(({ commitment, value }) => [commitment, value]),
      [
        ["contact", null],
        ["answer", null],
      ],
    );
  });

  test("proposes what half of the periods reached, and a talk about what drifts", () => {
    const quarter = side(
      period("contact", 80, 20),
      period("contact", 70, 30),
      period("contact", 95, 5),
    );
    const drift = {
      detail: "size",
      share: { numerator: 9, denominator: 20 },
      interval: { low: 0.2, high: 0.6 },
    };
    assert.deepEqual(proposalsOf([quarter, side(period("touch", 30, 0))], [drift]), [
      { kind: "objective", commitment: "contact", met: 1, of: 3, reached: 0.8, unit: "share" },
      { kind: "definition", drift },
    ]);
  });
});
