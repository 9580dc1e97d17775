/** Rates, compliance, cohorts and volumes: worked examples N, and R15 of O. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { emptyTally, verdictOfTally } from "../../src/engine/attainment.ts";
import { MINUTE } from "../../src/engine/time.ts";
import { measured } from "../measure-scene.ts";

const quarter = (atLeast: string) => ({ atLeast, each: "quarter" }) as const;

describe("rates", () => {
  test("Q1 240 of 300 restored in time is not 90 %", () =>
    assert.equal(
      verdictOfTally({ ...emptyTally, met: 240, breached: 60 }, quarter("90%")),
      "breached",
    ));

  test("Q2 open and overdue counts as missed now, open and not yet due is left out", () => {
    const tally = { ...emptyTally, met: 40, breached: 3 + 2, openNotDue: 5 };
    assert.equal(verdictOfTally(tally, quarter("90.98%")), "breached");
    assert.equal(verdictOfTally(tally, quarter("95.95%")), "breached");
    assert.equal(verdictOfTally(tally, quarter("88.88%")), "met");
  });

  test("Q3 what is kept before it is due counts", () =>
    assert.equal(verdictOfTally({ ...emptyTally, met: 1 }, quarter("100%")), "met"));

  test("Q5 under its least volume a period has no consequence", () => {
    const tally = { ...emptyTally, met: 3, breached: 16 };
    const least = { ...quarter("90%"), minVolume: 20 };
    assert.equal(verdictOfTally(tally, least), "notAssessable");
    assert.equal(verdictOfTally({ ...tally, breached: 17 }, least), "breached");
  });

  test("Q7 months are told one by one, and a longer period is measured anew", () => {
    const down = (month: string, until: string) => `
      ${month}-05 00:00  service/portal  service.down
      ${month}-05 ${until}  service/portal  service.up`;
    const of = (each: "month" | "quarter") =>
      [
        ...measured({
          commitment: {
            measure: { availability: "portal" },
            objective: { atLeast: "99.5%", each },
          },
          facts: `${down("2026-01", "07:26")}${down("2026-02", "01:20")}`,
          asOf: "2026-04-01",
        }).values(),
      ].map(({ value }) => value);
    const [january, february] = of("month");
    assert.equal(january, (44_640 - 446) / 44_640);
    assert.equal(february, (40_320 - 80) / 40_320);
    assert.equal(of("quarter")[0], (129_600 - 526) / 129_600);
  });

  test("Q9 a pipeline of four times the goal, and only leads above 50 points", () => {
    const icp = { criteria: [{ when: { fits: true }, points: 51 }], qualifiedAt: 51 };
    const facts = `
      2026-01-05 10:00  deal/1  deal.created  {"amount": "3999999.99 USD"}
      2026-01-06 10:00  deal/2  deal.created  {"amount": "0.01 USD"}
      2026-01-07 10:00  lead/1  lead.qualified  {"fits": true}
      2026-01-08 10:00  lead/2  lead.qualified  {"fits": false}`;
    const objective = { atLeast: "4000000 USD", each: "month" } as const;
    const pipeline = { measure: { sum: "deal.created", of: "amount" }, objective };
    const [sum] = measured({ commitment: pipeline, facts, asOf: "2026-02-01" }).values();
    assert.deepEqual([sum?.facts, sum?.verdict], [{ USD: "4000000" }, "met"]);
    const leads = {
      measure: { count: "lead.qualified", where: { icpScore: { above: 50 } } },
      objective: { atLeast: 1, each: "month" },
    } as const;
    const scene = { commitment: leads, agreement: { icp }, facts, asOf: "2026-02-01" };
    assert.equal(measured(scene).get("2026-01-01")?.value, 1);
  });

  test("R15 time left out drops its good and its bad minutes", () => {
    const office = { timeZone: "UTC", dates: { "2026-01-05": ["09:00-10:40"] }, week: {} };
    const leftOut = { from: "2026-01-05T09:00:00Z", to: "2026-01-05T09:20:00Z" };
    const january = measured({
      commitment: {
        measure: { availability: "portal" },
        objective: { atLeast: "99%", each: "month" },
      },
      agreement: {
        calendars: { office },
        exclusions: [{ id: "correction", category: "other", interval: leftOut }],
      },
      facts: `
        2026-01-05 09:00  service/portal  service.down
        2026-01-05 09:05  service/portal  service.up
        2026-01-05 09:49  service/portal  service.down
        2026-01-05 09:59  service/portal  service.up`,
      asOf: "2026-02-01",
    }).get("2026-01-01");
    assert.deepEqual(january?.share, { numerator: 70 * MINUTE, denominator: 80 * MINUTE });
  });
});
