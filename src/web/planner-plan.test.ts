import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Instant } from "../engine/time.ts";
import { assume, nextStart, type PlanHistory, planOf } from "./planner-plan.ts";
import { readPlanSearch } from "./planner-search.ts";

const source = (name: string, won: number): PlanHistory["sources"][number] => ({
  source: name,
  leads: 1_000,
  mql: 100,
  sql: 40,
  opportunities: 24,
  won,
  worth: { EUR: String(won * 20_000) },
  cycleDays: 60,
});
const history: PlanHistory = { sources: [source("web", 6), source("fair", 2)], owners: 4 };
const july = Date.UTC(2026, 6, 1) as Instant;

describe("a plan from an address", () => {
  test("is the worked example: 500,000 at 60 % are 250 MQL, by rates that were typed", () => {
    const typed = { opportunities: 25, sql: 60, mql: 40, leads: 10 };
    const search = readPlanSearch({
      goal: 500_000,
      share: 60,
      value: 20_000,
      assume: { "*": typed },
    });
    const { plan } = planOf(search, history, july);
    assert.equal(plan.total.customers, 15);
    assert.deepEqual(plan.total.steps, { opportunities: 60, sql: 100, mql: 250, leads: 2_500 });
    assert.deepEqual(plan.total.ranges.mql, { low: 250, high: 250 });
  });

  test("without a word is history going on: its rates, its values, its people", () => {
    const { goal, rows, currency, reps } = planOf(readPlanSearch({}), history, july);
    assert.deepEqual([goal, currency, reps], [40_000, "EUR", 4]);
    assert.deepEqual(rows[0]?.rates.opportunities, { numerator: 8, denominator: 48 });
    assert.equal(rows[0]?.value, 20_000);
  });

  test("by source shares the goal out as sales were, until somebody says otherwise", () => {
    const search = readPlanSearch({ by: "source", goal: 400_000 });
    const { rows, plan } = planOf(search, history, july);
    assert.deepEqual(
      rows.map(({ mix }) => mix),
      [75, 25],
    );
    assert.deepEqual(
      plan.sources.map(({ customers }) => customers),
      [15, 5],
    );
    const changed = assume(search, "web", { key: "mix", value: 50 });
    assert.equal(planOf(changed, history, july).plan.sources[0]?.customers, 10);
    const back = assume(changed, "web", { key: "mix", value: undefined });
    assert.equal(planOf(back, history, july).rows[0]?.mix, 75);
  });

  test("of nothing known asks for no number", () => {
    const { plan, goal } = planOf(readPlanSearch({}), { sources: [], owners: 0 }, july);
    assert.equal(goal, 0);
    assert.equal(plan.total.steps.mql, null);
  });
});

describe("an address", () => {
  test("that says nonsense is read as if it had said nothing", () => {
    const nonsense = {
      goal: -1,
      share: 400,
      span: "week",
      from: "x",
      assume: { web: { mql: 700 } },
    };
    assert.deepEqual(readPlanSearch(nonsense as object), readPlanSearch({}));
  });

  test("begins with the next period where it names no day", () => {
    const may = new Date(2026, 4, 20).getTime();
    assert.equal(nextStart(may, "month"), "2026-06-01");
    assert.equal(nextStart(may, "quarter"), "2026-07-01");
    assert.equal(nextStart(may, "year"), "2027-01-01");
  });
});
