import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type PlanSource, planRevenue } from "./planner.ts";
import { DAY, type Instant } from "./time.ts";

const whole = { numerator: 1, denominator: 1 };
const part = (numerator: number, denominator: number) => ({ numerator, denominator });

const marketing: PlanSource = {
  source: "marketing",
  share: part(60, 100),
  dealValue: "20000",
  rates: {
    opportunities: part(25, 100),
    sql: part(60, 100),
    mql: part(40, 100),
    leads: part(10, 100),
  },
  cycleDays: 45,
};
const july = Date.UTC(2026, 6, 1) as Instant;
const input = { goal: "500000", from: july, sources: [marketing], reps: 2, maxLeadsPerRep: 100 };

describe("the planner", () => {
  test("turns 500,000 into 15 customers, 60 opportunities, 100 SQL, 250 MQL, 2,500 leads", () => {
    const plan = planRevenue(input);
    assert.equal(plan.total.customers, 15);
    assert.deepEqual(plan.total.steps, { opportunities: 60, sql: 100, mql: 250, leads: 2_500 });
  });

  test("says that 250 MQL are more than two reps can answer", () =>
    assert.deepEqual(planRevenue(input).capacity, { repsNeeded: 3, reps: 2, isShort: true }));

  test("asks for the leads a sales cycle earlier", () =>
    assert.equal(planRevenue(input).sources[0]?.arriveFrom, july - 45 * DAY));

  test("says what a lead is worth, so that sources may be traded", () =>
    assert.equal(planRevenue(input).sources[0]?.valuePerLead, 120));

  test("shows how wide the range is after few cases, and how it narrows", () => {
    const of = (cases: number) => {
      const rates = { ...marketing.rates, opportunities: part(cases / 4, cases) };
      const [plan] = planRevenue({ ...input, sources: [{ ...marketing, rates }] }).sources;
      return plan?.steps.opportunities;
    };
    assert.deepEqual(of(20), { needed: 60, low: 33, high: 135 });
    assert.deepEqual(of(2_000), { needed: 60, low: 56, high: 65 });
  });

  test("gives a rate that is assumed no range of its own", () => {
    const assumed = ["opportunities", "sql", "mql", "leads"] as const;
    const plan = planRevenue({ ...input, sources: [{ ...marketing, assumed }] });
    assert.deepEqual(plan.sources[0]?.steps.mql, { needed: 250, low: 250, high: 250 });
    const known = planRevenue({
      ...input,
      sources: [{ ...marketing, assumed: ["opportunities"] }],
    });
    const range = known.total.ranges.mql ?? assert.fail("a range");
    assert.ok(range.low < 250 && (range.high ?? 0) > 250);
  });

  test("adds the ranges of the sources up; one without end makes the sum endless", () => {
    const { sources, total } = planRevenue({ ...input, sources: [marketing, marketing] });
    const [one] = sources;
    assert.equal(total.ranges.sql?.low, 2 * (one?.steps.sql?.low ?? 0));
    const none = { ...marketing, rates: { ...marketing.rates, sql: part(0, 10) } };
    assert.equal(planRevenue({ ...input, sources: [marketing, none] }).total.ranges.sql, null);
  });

  test("rounds up once a step, never a step on another", () => {
    const rates = { opportunities: part(1, 3), sql: part(1, 3), mql: whole, leads: whole };
    const one = { ...marketing, share: whole, dealValue: "300000", rates };
    const [plan] = planRevenue({ ...input, sources: [one] }).sources;
    assert.equal(plan?.customers, 2);
    assert.equal(plan?.steps.opportunities?.needed, 5);
    assert.equal(plan?.steps.sql?.needed, 15);
  });

  test("says that no number of leads is enough where nothing ever converted", () => {
    const rates = { ...marketing.rates, sql: part(0, 10) };
    const plan = planRevenue({ ...input, sources: [{ ...marketing, rates }] });
    assert.deepEqual(plan.total.steps, { opportunities: 60, sql: null, mql: null, leads: null });
    assert.equal(plan.capacity.isShort, true);
  });
});
