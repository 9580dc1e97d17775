import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { judged, measured, measures } from "../../test/measure-scene.ts";
import { HOUR } from "./time.ts";

const atLeast = (value: string | number, rest: object = {}) =>
  ({ objective: { atLeast: value, each: "month", ...rest } }) as const;

const handoffs = [
  {
    id: "mql",
    subject: "lead",
    from: "team",
    to: "others",
    requires: ["email"],
    accept: { within: "8h" },
  },
] as const;

describe("a count", () => {
  const qualified = { measure: { count: "lead.qualified", unless: "lead.rejected" } } as const;

  test("counts a lead once a period, and takes back what was refused in time", () =>
    measures({
      commitment: { ...qualified, ...atLeast(2) },
      agreement: { handoffs },
      asOf: "2026-02-15",
    })`
      2026-01-05 10:00  lead/1  lead.qualified
      2026-01-06 10:00  lead/1  lead.qualified
      2026-01-07 10:00  lead/2  lead.qualified
      2026-01-07 18:00  lead/2  lead.rejected
      2026-01-08 10:00  lead/3  lead.qualified
      2026-01-08 18:01  lead/3  lead.rejected
      2026-02-08 10:00  lead/1  lead.qualified
      => 2026-01-01  final  2  met
         2026-02-01  open  1  open
    `);

  test("lets the window begin at the hand-off that follows", () =>
    measures({
      commitment: { ...qualified, ...atLeast(1) },
      agreement: { handoffs },
      asOf: "2026-02-01",
    })`
      2026-01-05 10:00  lead/1  lead.qualified
      2026-01-09 10:00  lead/1  lead.handedOff
      2026-01-09 18:00  lead/1  lead.rejected
      => 2026-01-01  final  0  breached
         2026-02-01  open  0  open
    `);

  test("takes back only the latest where no window was agreed", () =>
    measures({ commitment: { ...qualified, ...atLeast(1) }, asOf: "2026-03-01" })`
      2026-01-05 10:00  lead/1  lead.qualified
      2026-02-05 10:00  lead/1  lead.qualified
      2026-02-28 10:00  lead/1  lead.rejected
      => 2026-01-01  final  1  met
         2026-02-01  final  0  breached
         2026-03-01  open  0  open
    `);

  test("asks its condition at the instant of the event, of the subject's own events only", () =>
    measures({
      commitment: {
        measure: { count: "deal.won", where: { amount: { atLeast: 100 } } },
        ...atLeast(1),
      },
      asOf: "2026-01-31",
    })`
      2026-01-05 10:00  deal/1  deal.won  {"amount": 100, "links": [{"subject": "lead/1"}]}
      2026-01-05 10:00  deal/2  deal.won  {"amount": 99}
      => 2026-01-01  open  1  open
    `);
});

describe("a sum", () => {
  const pipeline = { measure: { sum: "deal.created", of: "amount" } } as const;

  test("adds amounts exactly", () => {
    const facts = Array.from(
      { length: 10 },
      (_, index) =>
        `2026-01-05 10:00  deal/${index}  deal.created  {"amount": 0.1, "currency": "MXN"}`,
    ).join("\n");
    const commitment = { ...pipeline, ...atLeast("1 MXN") };
    const period = measured({ commitment, facts, asOf: "2026-02-01" }).get("2026-01-01");
    assert.equal(period?.verdict, "met");
    assert.deepEqual(period?.facts, { MXN: "1" });
  });

  test("never adds two currencies, and says so", () => {
    const facts = `
      2026-01-05 10:00  deal/1  deal.created  {"amount": "10 MXN"}
      2026-01-05 10:00  deal/2  deal.created  {"amount": "10 USD"}`;
    const commitment = { ...pipeline, ...atLeast("1 MXN") };
    const { periods, problems } = judged({ commitment, facts, asOf: "2026-02-01" });
    assert.deepEqual(
      [periods[0]?.value, periods[0]?.verdict, problems.map(({ code }) => code)],
      [null, "notAssessable", ["currencies-mixed"]],
    );
  });

  test("lets points trade one source for another", () =>
    measures({
      commitment: { measure: { sum: "lead.qualified", of: "worth" }, ...atLeast(10) },
      asOf: "2026-02-01",
    })`
      2026-01-05 10:00  lead/1  lead.qualified  {"worth": 8.5}
      2026-01-06 10:00  lead/2  lead.qualified  {"worth": 1.5}
      => 2026-01-01  final  10  met
         2026-02-01  open  0  open
    `);
});

test("a share asks its condition at that instant, not what became of the subject later", () =>
  measures({
    commitment: {
      measure: { share: "lead.handedOff", that: { email: { exists: true } } },
      ...atLeast("50%"),
    },
    asOf: "2026-02-01",
  })`
    2026-01-05 10:00  lead/1  lead.handedOff
    2026-01-05 11:00  lead/1  lead.statusChanged  {"email": "a@b.example"}
    2026-01-06 10:00  lead/2  lead.handedOff  {"email": "c@d.example"}
    2026-01-07 10:00  lead/3  lead.handedOff
    => 2026-01-01  final  0.3333  breached
       2026-02-01  open  –  open
  `);

describe("a conversion", () => {
  const conversion = { from: "lead.qualified", to: "deal.won", within: "30d" } as const;
  const commitment = { measure: { conversion }, ...atLeast("50%") };
  const facts = `
    2026-01-05 10:00  lead/1  lead.qualified
    2026-02-04 10:00  deal/1  deal.won  {"links": [{"subject": "lead/1"}]}
    2026-01-05 10:00  lead/2  lead.qualified
    2026-02-04 10:01  deal/2  deal.won  {"links": [{"subject": "lead/2"}]}
    2026-01-20 10:00  lead/3  lead.qualified`;

  test("is of the month in which it began, and not final until its time is up", () =>
    measures({ commitment, asOf: "2026-02-10" })`${facts}
      => 2026-01-01  provisional  0.3333  open
         2026-02-01  open  –  open
    `);

  test("shows both bounds while it is immature", () => {
    const january = measured({ commitment, facts, asOf: "2026-02-10" }).get("2026-01-01");
    assert.deepEqual(january?.bounds, { low: 1 / 3, high: 2 / 3 });
    assert.deepEqual(january?.facts, { cohort: 3, immature: 1 });
  });

  test("counts the last instant, and is final once nothing can change", () =>
    measures({ commitment, asOf: "2026-03-05" })`${facts}
      => 2026-01-01  final  0.3333  breached
         2026-02-01  provisional  –  notAssessable
         2026-03-01  open  –  open
    `);
});

describe("a duration", () => {
  const duration = { from: "deal.created", to: "deal.won" } as const;
  const facts = `
    2026-01-01 00:00  deal/1  deal.created
    2026-01-03 00:00  deal/1  deal.won
    2026-01-01 00:00  deal/2  deal.created
    2026-01-05 00:00  deal/2  deal.won
    2026-01-11 00:00  deal/3  deal.created
    2026-01-11 00:00  deal/4  deal.created
    2026-01-21 00:00  deal/4  deal.lost`;
  const of = (statistic: string, censored: boolean) => ({
    measure: { duration, statistic, censored },
    objective: { atMost: "3d", each: "month" as const },
  });
  const january = (statistic: string, censored: boolean) =>
    measured({ commitment: of(statistic, censored), facts, asOf: "2026-03-01" }).get("2026-01-01");

  test("of closed ones takes the nearest rank", () => {
    assert.equal(january("p50", false)?.value, 48 * HOUR);
    assert.equal(january("p90", false)?.value, 96 * HOUR);
    assert.equal(january("mean", false)?.value, 72 * HOUR);
    assert.equal(january("mean", false)?.verdict, "met");
  });

  test("counts those open or lost as far as they got, beside the median of closed ones", () => {
    const period = january("p50", true);
    assert.equal(period?.value, 96 * HOUR);
    assert.equal(period?.verdict, "breached");
    const told = { closed: 2, open: 2, ofClosedMs: 48 * HOUR, withOpenMs: 96 * HOUR };
    assert.deepEqual(period?.facts, told);
  });

  /** All of four until 48 h, three of them until 96 h, then half as far as the longest has got. */
  test("has as its mean the area under the curve, up to the longest observed", () => {
    const { value, facts: told } = january("mean", true) ?? {};
    assert.equal(value, (48 + (96 - 48) * 0.75 + (21 * 24 - 96) * 0.5) * HOUR);
    assert.equal(told?.ofClosedMs, 72 * HOUR);
  });

  test("of which too few have ended is above what was observed", () => {
    const period = january("p90", true);
    assert.equal(period?.value, null);
    assert.deepEqual(period?.bounds, { low: 21 * 24 * HOUR, high: null });
    assert.equal(period?.verdict, "breached");
  });

  test("is measured in open time where the objective is", () => {
    const office = { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } };
    const period = measured({
      commitment: {
        measure: { duration, statistic: "p50" },
        objective: { atMost: "8bh", each: "month" },
      },
      agreement: { calendars: { office } },
      facts: `
        2026-01-02 16:00  deal/1  deal.created
        2026-01-05 10:00  deal/1  deal.won`,
      asOf: "2026-02-01",
    }).get("2026-01-01");
    assert.equal(period?.value, 2 * HOUR);
  });
});

describe("a survey", () => {
  const answers = (survey: string, scores: readonly number[]) =>
    scores
      .map(
        (score, index) =>
          `2026-01-05 10:00  ticket/${index}  survey.answered  ${JSON.stringify({ survey, score })}`,
      )
      .join("\n");
  const value = (survey: "csat" | "nps" | "ces", scores: readonly number[]) =>
    measured({
      commitment: { measure: { survey }, ...atLeast(survey === "csat" ? "80%" : 5) },
      facts: answers(survey, scores),
      asOf: "2026-02-01",
    }).get("2026-01-01");

  test("csat is the share of fours and fives", () =>
    assert.deepEqual(value("csat", [5, 4, 3, 1, 5])?.share, { numerator: 3, denominator: 5 }));
  test("nps is promoters less detractors, in points", () =>
    assert.equal(value("nps", [10, 9, 8, 7, 6])?.value, 20));
  test("ces is the mean", () => assert.equal(value("ces", [7, 6, 4])?.value, 17 / 3));
  test("leaves out scores that its scale does not have", () =>
    assert.equal(value("csat", [5, 6, 0, 2.5])?.volume, 1));

  test("tells the response rate where it is known how many were asked", () => {
    const facts = `
      2026-01-05 10:00  ticket/1  survey.sent  {"survey": "csat"}
      2026-01-05 11:00  ticket/1  survey.answered  {"survey": "csat", "score": 5}
      2026-01-05 10:00  ticket/2  survey.sent  {"survey": "csat"}
      2026-01-05 10:00  ticket/3  survey.sent  {"survey": "nps"}`;
    const commitment = { measure: { survey: "csat" }, ...atLeast("80%") } as const;
    const period = measured({ commitment, facts, asOf: "2026-02-01" }).get("2026-01-01");
    assert.deepEqual(period?.facts, { answers: 1, sent: 2, responseRate: 0.5 });
  });
});
