import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { agreementOf, at } from "../../test/story.ts";
import { appendCorrection, type Correction, type VerdictCorrection } from "./correction.ts";
import { effectOf, measuredAndCorrected } from "./correction-effect.ts";
import type { Event } from "./event.ts";
import { type JudgeInput, judge } from "./judge.ts";
import { waive } from "./waiver.ts";

const agreement = agreementOf({
  commitment: {
    clock: { start: "ticket.created", stop: "ticket.solved" },
    target: [{ within: "4h" }],
    objective: { atLeast: "75%", each: "month" },
  },
  deeds: {},
});

/** Tickets of January, each with the hours it took. */
function tickets(...hours: readonly number[]): readonly Event[] {
  return hours.flatMap((length, index) => {
    const start = at(`2026-01-${String(5 + index).padStart(2, "0")} 10:00`);
    const event = { source: "desk", subject: `ticket/${index + 1}` };
    return [
      { ...event, id: `${index}a`, type: "ticket.created", occurredAt: start },
      {
        ...event,
        id: `${index}b`,
        type: "ticket.solved",
        occurredAt: (start + length * 3_600_000) as typeof start,
      },
    ];
  });
}

const input: JudgeInput = {
  agreements: [agreement],
  events: tickets(1, 6, 9),
  asOf: at("2026-03-01"),
};

const clock = (number: number) => ({
  agreement: "story",
  commitment: "promise",
  subject: `ticket/${number}`,
  cycle: 1,
});

const request = {
  id: "w1",
  clock: clock(2),
  at: at("2026-02-02"),
  by: "team",
  reason: "They asked us to wait",
  approvals: ["others"],
};
const waiver = waive(agreement.spec, request);
const excluded: Correction = {
  id: "x1",
  kind: "exclusion",
  at: at("2026-02-03"),
  by: "team",
  reason: "The network was down",
  approvals: ["others"],
  agreement: "story",
  exclusion: {
    id: "outage",
    category: "outage",
    interval: { from: "2026-01-07T11:00:00Z", to: "2026-01-07T17:00:00Z" },
  },
};
const revoked: Correction = {
  id: "r1",
  kind: "revocation",
  at: at("2026-02-10"),
  by: "others",
  reason: "It was another ticket",
  approvals: ["team"],
  revokes: "w1",
};

const verdicts = (corrections: readonly Correction[], asOf = input.asOf) =>
  judge({ ...input, asOf, corrections })
    .clocks.map(({ verdict }) => verdict)
    .join(" ");

describe("a waiver", () => {
  test("excuses one clock, and keeps what was measured", () => {
    const { clocks, periods } = judge({ ...input, corrections: [waiver] });
    assert.deepEqual(
      clocks.map(({ verdict, raw = "", corrections = [] }) =>
        [verdict, raw, ...corrections].join(" ").trim(),
      ),
      ["met", "excused breached w1", "breached"],
    );
    const january = periods.find(({ from }) => from === at("2026-01-01"));
    assert.deepEqual([january?.met, january?.breached, january?.excused], [1, 1, 1]);
    assert.equal(clocks[1]?.breachedAt, at("2026-01-06 14:00"));
  });

  test("is given by the one it was promised to, and of a promise there is", () => {
    assert.throws(() => waive(agreement.spec, { ...request, approvals: ["team"] }), {
      code: "waiver-not-given",
    });
    const other = { ...request, clock: { ...request.clock, commitment: "none" } };
    assert.throws(() => waive(agreement.spec, other), { code: "commitment-not-promised" });
  });
});

describe("a correction", () => {
  test("holds from when it was made until it is taken back", () => {
    const all = [waiver, revoked];
    assert.equal(verdicts(all, at("2026-02-01")), "met breached breached");
    assert.equal(verdicts(all, at("2026-02-05")), "met excused breached");
    assert.equal(verdicts(all, at("2026-02-10")), "met breached breached");
  });

  test("moves a verdict to another one, dated where it belongs", () => {
    const make = (number: number, verdict: VerdictCorrection["verdict"]): VerdictCorrection => ({
      ...waiver,
      id: `c${number}`,
      kind: "dispute",
      clock: clock(number),
      verdict,
    });
    const { clocks } = judge({ ...input, corrections: [make(1, "breached"), make(3, "met")] });
    assert.deepEqual(
      clocks.map(({ verdict, breachedAt }) => [verdict, breachedAt]),
      [
        ["breached", at("2026-01-05 14:00")],
        ["breached", at("2026-01-06 14:00")],
        ["met", null],
      ],
    );
  });

  test("that leaves time out afterwards has everything judged again", () => {
    assert.equal(verdicts([excluded]), "met breached met");
    const { clocks, periods } = measuredAndCorrected({ ...input, corrections: [excluded] });
    assert.deepEqual(
      clocks.map(({ before, after }) => [before?.verdict, after?.verdict]),
      [["breached", "met"]],
    );
    assert.deepEqual(
      periods.map(({ before, after }) => [before?.met, after?.met]),
      [[1, 2]],
    );
    assert.equal(verdicts([{ ...excluded, agreement: "other" }]), "met breached breached");
  });

  test("of nothing changes nothing", () => {
    const { clocks, periods, credits } = effectOf(input, [{ ...waiver, clock: clock(9) }]);
    assert.deepEqual([clocks, periods, credits], [[], [], []]);
  });

  const wrong: readonly [string, Correction, string][] = [
    ["without a reason", { ...waiver, id: "w2", reason: " " }, "correction-without-reason"],
    ["that nobody approved", { ...excluded, approvals: [] }, "correction-not-approved"],
    ["of an id there is", waiver, "correction-repeated"],
    ["that takes nothing back", { ...revoked, revokes: "w9" }, "correction-unknown"],
  ];
  for (const [name, correction, code] of wrong) {
    test(`is not appended ${name}`, () =>
      assert.throws(() => appendCorrection([waiver], correction), { code }));
  }

  test("is not taken back twice", () => {
    const both = appendCorrection([waiver], revoked);
    assert.equal(both.length, 2);
    assert.throws(() => appendCorrection(both, { ...revoked, id: "r2" }), {
      code: "correction-unknown",
    });
  });

  test("never loses what was measured, however many there are of a clock", () => {
    const some = fc.array(
      fc.record({
        number: fc.integer({ min: 1, max: 3 }),
        verdict: fc.constantFrom("met", "breached", "excused"),
      }),
      { maxLength: 6 },
    );
    const measured = judge(input).clocks;
    fc.assert(
      fc.property(some, (list) => {
        const corrections = list.map(
          ({ number, verdict }, index): Correction =>
            ({ ...waiver, id: `c${index}`, clock: clock(number), verdict }) as VerdictCorrection,
        );
        const { clocks } = judge({ ...input, corrections });
        clocks.forEach((one, index) => {
          const last = list.findLast(({ number }) => number === index + 1);
          assert.equal(one.raw ?? one.verdict, measured[index]?.verdict);
          assert.equal(one.verdict, last?.verdict ?? measured[index]?.verdict);
          assert.deepEqual(one.stretches, measured[index]?.stretches);
        });
      }),
    );
  });
});
