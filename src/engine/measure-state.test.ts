import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { measured, measures } from "../../test/measure-scene.ts";
import { unionOfOutages } from "./measure-state.ts";
import { HOUR, type Instant, MINUTE } from "./time.ts";

const atLeast = (value: string, rest: object = {}) =>
  ({ objective: { atLeast: value, each: "month", ...rest } }) as const;

describe("retention", () => {
  const mrr = (amount: number, currency = "MXN") =>
    JSON.stringify({ account: { mrr: amount, currency } });
  const facts = `
    2025-06-01 00:00  account/a  account.created  ${mrr(100)}
    2025-06-01 00:00  account/b  account.created  ${mrr(100)}
    2025-06-01 00:00  account/c  account.created  ${mrr(100)}
    2025-06-01 00:00  account/d  account.created  ${mrr(100)}
    2026-01-10 00:00  account/a  account.expanded  ${mrr(150)}
    2026-01-11 00:00  account/b  account.contracted  ${mrr(80)}
    2026-01-12 00:00  account/c  account.churned  ${mrr(0)}
    2026-01-13 00:00  account/e  account.created  ${mrr(500)}`;
  const kept = (retention: "gross" | "net" | "logo") =>
    measured({
      commitment: { measure: { retention }, ...atLeast("70%") },
      facts,
      asOf: "2026-02-10",
    });

  test("gross counts what was lost, net what was gained as well, logo customers", () => {
    const january = (retention: "gross" | "net" | "logo") => kept(retention).get("2026-01-01");
    assert.equal(january("gross")?.value, 280 / 400);
    assert.equal(january("net")?.value, 330 / 400);
    assert.deepEqual(january("logo")?.share, { numerator: 3, denominator: 4 });
    assert.equal(january("gross")?.verdict, "met");
  });

  test("takes new customers into the cohort of their second period", () => {
    const february = kept("gross").get("2026-02-01");
    assert.equal(february?.volume, 4);
    assert.equal(february?.value, 1);
  });

  test("sets off what one account gained and lost, and keeps one that came back", () => {
    const january = (retention: "gross" | "net" | "logo") =>
      measured({
        commitment: { measure: { retention }, ...atLeast("70%") },
        facts: `
          2025-06-01 00:00  account/a  account.created     ${mrr(100)}
          2025-06-01 00:00  account/b  account.created     ${mrr(100)}
          2026-01-05 00:00  account/a  account.contracted  ${mrr(80)}
          2026-01-10 00:00  account/b  account.churned     ${mrr(0)}
          2026-01-20 00:00  account/b  account.created     ${mrr(90)}
          2026-01-25 00:00  account/a  account.expanded    ${mrr(110)}`,
        asOf: "2026-02-10",
      }).get("2026-01-01");
    assert.equal(january("gross")?.value, (100 + 90) / 200);
    assert.equal(january("net")?.value, (110 + 90) / 200);
    assert.deepEqual(january("logo")?.share, { numerator: 2, denominator: 2 });
  });

  test("of two currencies is judged where any rate of exchange says the same", () => {
    const mixed = (lost: string) =>
      measured({
        commitment: { measure: { retention: "gross" }, ...atLeast("70%") },
        facts: `${facts}
          2025-06-01 00:00  account/u  account.created  ${mrr(100, "USD")}
          2026-01-10 00:00  account/u  account.contracted  ${lost}`,
        asOf: "2026-02-10",
      }).get("2026-01-01");
    assert.deepEqual(mixed(mrr(90, "USD"))?.bounds, { low: 0.7, high: 0.9 });
    assert.equal(mixed(mrr(90, "USD"))?.verdict, "met");
    assert.equal(mixed(mrr(50, "USD"))?.verdict, "notAssessable");
  });
});

describe("availability", () => {
  const commitment = { measure: { availability: "portal" }, ...atLeast("99%") };

  test("counts overlapping outages of two monitors once", () => {
    const facts = `
      2026-01-01 00:00  service/portal  service.up  {"monitor": "a"}
      2026-01-05 10:00  service/portal  service.down  {"monitor": "a"}
      2026-01-05 10:30  service/portal  service.down  {"monitor": "b"}
      2026-01-05 11:00  service/portal  service.up  {"monitor": "a"}
      2026-01-05 11:30  service/portal  service.up  {"monitor": "b"}`;
    const january = measured({ commitment, facts, asOf: "2026-02-01" }).get("2026-01-01");
    assert.equal(january?.facts.downMs, 90 * MINUTE);
    assert.deepEqual(january?.share, {
      numerator: 744 * HOUR - 90 * MINUTE,
      denominator: 744 * HOUR,
    });
    assert.equal(january?.allowed, 7.44 * HOUR);
    assert.equal(january?.left, 7.44 * HOUR - 90 * MINUTE);
  });

  test("is measured in the agreed hours, less what the agreement leaves out", () => {
    const office = { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } };
    const interval = { from: "2026-01-06T09:00:00Z", to: "2026-01-06T10:00:00Z" };
    const january = measured({
      commitment,
      agreement: {
        calendars: { office },
        exclusions: [{ id: "upkeep", category: "maintenance", interval }],
      },
      facts: `
        2026-01-05 16:00  service/portal  service.down
        2026-01-06 11:00  service/portal  service.up`,
      asOf: "2026-02-01",
    }).get("2026-01-01");
    assert.equal(january?.facts.downMs, 2 * HOUR);
    assert.equal(january?.facts.agreedMs, (22 * 8 - 1) * HOUR);
  });

  test("is unknown before anything was heard of the service; an outage may last over months", () =>
    measures({ commitment, asOf: "2026-04-01" })`
      2026-01-10 00:00  lead/1          lead.created
      2026-02-28 00:00  service/portal  service.down
      2026-03-02 00:00  service/portal  service.up
      => 2026-01-01  final  –  notAssessable
         2026-02-01  final  0.9643  breached
         2026-03-01  final  0.9677  breached
         2026-04-01  open  –  open
    `);

  test("of outages is the union, minute by minute", () => {
    const outage = fc.tuple(fc.nat(60), fc.nat(20), fc.boolean());
    fc.assert(
      fc.property(fc.array(outage, { maxLength: 8 }), (outages) => {
        const spans = outages.map(([from, length, isOver]) => ({
          from,
          to: isOver ? from + length + 1 : undefined,
        }));
        const downs = spans.map(({ from }) => from).sort((a, b) => a - b);
        const ups = spans.flatMap(({ to }) => (to === undefined ? [] : [to]));
        ups.sort((a, b) => a - b);
        const range = { from: 10 as Instant, to: 70 as Instant };
        let slow = 0;
        for (let minute = 10; minute < 70; minute += 1) {
          if (spans.some(({ from, to }) => from <= minute && (to === undefined || minute < to)))
            slow += 1;
        }
        const fast = unionOfOutages(downs, ups, range);
        assert.equal(
          fast.reduce((sum, { from, to }) => sum + to - from, 0),
          slow,
        );
      }),
    );
  });
});

describe("cadence", () => {
  const commitment = {
    measure: { cadence: { event: "touch.sent", every: "7d", while: { status: "nurturing" } } },
    ...atLeast("50%"),
  } as const;

  test("owes one touch in each interval while its condition holds; two in one are one", () =>
    measures({ commitment, asOf: "2026-03-01" })`
      2026-01-01 00:00  lead/1  lead.statusChanged  {"status": "nurturing"}
      2026-01-02 00:00  lead/1  touch.sent
      2026-01-03 00:00  lead/1  touch.sent
      2026-01-22 00:00  lead/1  touch.sent
      2026-01-25 00:00  lead/1  lead.statusChanged  {"status": "open"}
      2026-02-25 00:00  lead/1  touch.sent
      => 2026-01-01  final  0.6667  met
         2026-02-01  final  –  notAssessable
         2026-03-01  open  –  open
    `);

  /** Due on Tuesday 6, Thursday 8 and Monday 12 at noon; the 14th comes after the end. */
  test("runs on the commitment's calendar where it is of business days", () =>
    measures({
      commitment: {
        measure: { cadence: { ...commitment.measure.cadence, every: "2bd" } },
        ...atLeast("60%"),
      },
      agreement: {
        calendars: { office: { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } } },
      },
      asOf: "2026-02-01",
    })`
      2026-01-02 12:00  lead/1  lead.statusChanged  {"status": "nurturing"}
      2026-01-05 10:00  lead/1  touch.sent
      2026-01-12 12:00  lead/1  touch.sent
      2026-01-13 10:00  lead/1  lead.statusChanged  {"status": "open"}
      => 2026-01-01  final  0.6667  met
         2026-02-01  open  –  open
    `);

  test("does not hold a touch against anyone before it is due", () => {
    const facts = `2026-01-01 00:00  lead/1  lead.statusChanged  {"status": "nurturing"}`;
    const due = measured({ commitment, facts, asOf: "2026-01-08" }).get("2026-01-01");
    assert.deepEqual([due?.met, due?.breached, due?.openNotDue], [0, 0, 2]);
    const late = measured({ commitment, facts, asOf: "2026-01-08 00:01" }).get("2026-01-01");
    assert.deepEqual([late?.met, late?.breached, late?.openNotDue], [0, 1, 1]);
  });
});
