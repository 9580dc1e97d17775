import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { judged, measured } from "../../test/measure-scene.ts";
import { Refusal } from "./problem.ts";
import { HOUR } from "./time.ts";

const counted = (objective: object) => ({
  measure: { count: "lead.qualified" },
  objective: { each: "month", ...objective } as never,
});

/** So many leads in each month of a list, from the first month given. */
function leads(first: string, counts: readonly number[]): string {
  const [year = 0, month = 0] = first.split("-").map(Number);
  return counts
    .flatMap((count, index) => {
      const at = new Date(Date.UTC(year, month - 1 + index, 5)).toISOString().slice(0, 10);
      return Array.from(
        { length: count },
        (_, n) => `${at} 10:0${n % 10}  lead/${n}  lead.qualified`,
      );
    })
    .join("\n");
}

describe("an improvement", () => {
  test("on the period before is measured against it, even against one before the agreement", () => {
    const commitment = counted({ atLeast: 1, versus: { period: "previous", by: "10%" } });
    const facts = leads("2025-12", [10, 11, 12]);
    const periods = [...measured({ commitment, facts, asOf: "2026-03-01" }).values()];
    assert.deepEqual(
      periods.map(({ value, verdict, baseline }) => [value, verdict, baseline?.wanted]),
      [
        [11, "met", 11],
        [12, "breached", 12.1],
        [0, "open", 13.2],
      ],
    );
  });

  test("on the same month a year ago downwards means less", () => {
    const commitment = {
      measure: { duration: { from: "ticket.created", to: "ticket.solved" }, statistic: "p50" },
      objective: { atMost: "10h", each: "month", versus: { period: "sameLastYear", by: "10%" } },
    } as const;
    const facts = `
      2025-01-05 00:00  ticket/1  ticket.created
      2025-01-05 05:00  ticket/1  ticket.solved
      2026-01-05 00:00  ticket/2  ticket.created
      2026-01-05 04:31  ticket/2  ticket.solved`;
    const january = measured({ commitment, facts, asOf: "2026-02-01" }).get("2026-01-01");
    assert.deepEqual(january?.baseline, { value: 5 * HOUR, wanted: 4.5 * HOUR });
    assert.equal(january?.verdict, "breached");
  });

  test("asks only for the value itself where there is nothing to compare with", () => {
    const commitment = {
      measure: { survey: "csat" },
      objective: {
        atLeast: "50%",
        each: "month",
        versus: { period: "previous", by: "10%" },
      },
    } as const;
    const facts = `2026-01-05 00:00  ticket/1  survey.answered  {"survey": "csat", "score": 5}`;
    const january = measured({ commitment, facts, asOf: "2026-02-01" }).get("2026-01-01");
    assert.deepEqual([january?.baseline, january?.verdict], [{ value: null, wanted: null }, "met"]);
  });
});

describe("a volume's pace", () => {
  test("is what the business days gone by would have brought", () => {
    const commitment = {
      measure: { count: "lead.qualified", pacing: "businessDayLinear" },
      objective: { atLeast: 44, each: "month" },
    } as const;
    const calendars = { office: { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } } };
    const pace = (asOf: string) =>
      measured({ commitment, agreement: { calendars }, facts: leads("2026-01", [3]), asOf }).get(
        "2026-01-01",
      )?.pace;
    assert.deepEqual(pace("2026-01-08 12:00"), { expected: 10, elapsed: 5, total: 22 });
    assert.deepEqual(pace("2026-01-08 17:00"), { expected: 12, elapsed: 6, total: 22 });
    assert.deepEqual(pace("2026-03-01"), { expected: 44, elapsed: 22, total: 22 });
  });
});

describe("an objective", () => {
  test("that is no value of its measure is refused by name", () => {
    for (const value of ["90%", "5d", "many"]) {
      assert.throws(
        () => judged({ commitment: counted({ atLeast: value }), facts: "", asOf: "2026-02-01" }),
        (error) => error instanceof Refusal && error.code === "objective-unreadable",
        value,
      );
    }
  });

  test("of a length is no number of business days", () => {
    const commitment = {
      measure: { duration: { from: "deal.created", to: "deal.won" }, statistic: "p50" },
      objective: { atMost: "5bd", each: "month" },
    } as const;
    assert.throws(
      () => judged({ commitment, facts: "", asOf: "2026-02-01" }),
      (error) => error instanceof Refusal && error.code === "objective-unreadable",
    );
  });

  test("on points below zero improves towards zero", () => {
    const scores = (month: string, detractors: number) =>
      Array.from({ length: 10 }, (_, index) => {
        const score = index < detractors ? 0 : 8;
        const data = JSON.stringify({ survey: "nps", score });
        return `2026-${month}-05 10:00  account/${index}  survey.answered  ${data}`;
      }).join("\n");
    const versus = { period: "previous", by: "10%" } as const;
    const commitment = {
      measure: { survey: "nps" },
      objective: { atLeast: -100, each: "month", versus },
    } as const;
    const facts = `${scores("01", 2)}\n${scores("02", 2)}\n${scores("03", 1)}`;
    const verdicts = [...measured({ commitment, facts, asOf: "2026-04-01" }).values()];
    assert.deepEqual(
      verdicts.map(({ value, baseline, verdict }) => [value, baseline?.wanted, verdict]),
      [
        [-20, null, "met"],
        [-20, -18, "breached"],
        [-10, -18, "met"],
        [null, -9, "open"],
      ],
    );
  });

  test("over a rolling window looks back from now", () => {
    const commitment = {
      measure: { count: "lead.qualified" },
      objective: { atLeast: 2, each: { rolling: "28d" } },
    } as const;
    const facts = `
      2026-01-03 12:00  lead/1  lead.qualified
      2026-01-10 12:00  lead/2  lead.qualified
      2026-01-31 12:00  lead/3  lead.qualified`;
    const [period] = measured({ commitment, facts, asOf: "2026-01-31 12:00" }).values();
    assert.equal(period?.value, 3);
    const [later] = measured({ commitment, facts, asOf: "2026-02-01 12:00" }).values();
    assert.equal(later?.value, 2);
  });
});
