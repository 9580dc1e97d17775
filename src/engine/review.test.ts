import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type MonthResult, monthStart, periodOf, sceneAgreement } from "../../test/remedy-scene.ts";
import type { ReviewSpec } from "./agreement.ts";
import type { Correction } from "./correction.ts";
import type { Period } from "./period.ts";
import {
  actOnReview,
  decisionsOf,
  missingSignatures,
  openReview,
  type Review,
  type ReviewDeed,
  type ReviewState,
  reviewMoves,
  reviewsDue,
} from "./review.ts";
import { agendaOf } from "./review-agenda.ts";
import { compileRulebook } from "./rulebook.ts";

const scene = sceneAgreement({ remedy: {}, months: [] });

function due(
  review: Partial<ReviewSpec>,
  months: readonly MonthResult[],
  asOf = 13,
): readonly string[] {
  const spec = { ...scene.spec, review: { every: "quarter", by: "team", ...review } as const };
  const rulebook = compileRulebook([{ ...scene, spec }]);
  const [revision] = rulebook.revisions;
  assert.ok(revision);
  const periods = months.map((result) => periodOf(result));
  return reviewsDue(revision, rulebook.hoursOf(revision), periods, monthStart(asOf)).map(
    ({ at, why }) => {
      const date = new Date(at).toISOString().slice(0, 10);
      return why.cause === "cadence" ? date : `${date} ${why.commitment} ${why.trigger}`;
    },
  );
}

const miss = (month: number): MonthResult => ({ month });
const keep = (month: number, all = 100): MonthResult => ({
  month,
  share: [all, all],
  verdict: "met",
});
const few = (month: number): MonthResult => ({ month, share: [1, 2], verdict: "notAssessable" });
const quarters = ["2026-04-01", "2026-07-01", "2026-10-01", "2027-01-01"];

describe("a review is due", () => {
  test("at the end of every quarter, and of no quarter that is not over", () => {
    assert.deepEqual(due({}, []), quarters);
    assert.deepEqual(due({}, [], 7), quarters.slice(0, 2));
    assert.deepEqual(due({ every: "year" }, []), ["2027-01-01"]);
  });

  const missed = { every: "year", triggers: ["missed 2 of 3"] } as const;
  const change = { every: "year", triggers: ["volume change 30%"] } as const;
  const cases: readonly [string, Partial<ReviewSpec>, readonly MonthResult[], readonly string[]][] =
    [
      ["when two of three were missed", missed, [miss(1), keep(2), miss(3)], ["2026-04-01"]],
      ["not when one was", missed, [keep(1), miss(2), keep(3)], []],
      ["not for misses too far apart", missed, [miss(1), keep(2), keep(3), miss(4)], []],
      ["not again by a month that was kept", missed, [miss(1), miss(2), keep(3)], ["2026-03-01"]],
      [
        "looking past months that tell nothing",
        missed,
        [miss(1), few(2), keep(3), miss(4)],
        ["2026-05-01"],
      ],
      [
        "never because of one that tells nothing",
        missed,
        [miss(1), miss(2), few(3)],
        ["2026-03-01"],
      ],
      [
        "not for a period that is not final",
        missed,
        [miss(1), { ...miss(2), status: "provisional" }],
        [],
      ],
      ["when volume grows by 30 %", change, [keep(1), keep(2, 130)], ["2026-03-01"]],
      ["when it falls by as much", change, [keep(1), keep(2, 70)], ["2026-03-01"]],
      ["not when it moves by less", change, [keep(1), keep(2, 129), keep(3, 91)], []],
    ];
  for (const [name, review, months, wanted] of cases) {
    test(name, () => {
      const triggered = due(review, months).filter((text) => text.includes(" "));
      assert.deepEqual(
        triggered.map((text) => text.slice(0, 10)),
        wanted,
      );
    });
  }

  test("is refused for a trigger that cannot be read", () =>
    assert.throws(() => due({ triggers: ["when it feels right"] }, []), {
      code: "trigger-unreadable",
    }));
});

const opened = openReview(
  {
    key: "story cadence 1",
    agreement: "story",
    at: monthStart(4),
    span: { from: monthStart(1), to: monthStart(4) },
    by: "team",
    why: { cause: "cadence" },
  },
  ["team", "client"],
);
const by = { at: monthStart(4), by: "team" };
const hold: ReviewDeed = { ...by, deed: "hold", minutes: "All present" };
const sign = (party: string): ReviewDeed => ({ ...by, by: party, deed: "sign" });
const decide: ReviewDeed = {
  ...by,
  deed: "decide",
  decision: { id: "r1", says: "Ask for fewer fields", owner: "team", becomes: "draft" },
};
const close: ReviewDeed = { ...by, deed: "close" };
const act = (review: Review, ...deeds: readonly ReviewDeed[]) => deeds.reduce(actOnReview, review);

describe("a review", () => {
  test("is held, signed by every party, and closed", () => {
    const held = act(opened, decide, hold, sign("team"));
    assert.deepEqual([held.state, missingSignatures(held)], ["held", ["client"]]);
    const signed = act(held, sign("client"));
    assert.equal(signed.state, "signed");
    const closed = act(signed, close);
    assert.equal(closed.state, "closed");
    assert.deepEqual(
      decisionsOf(closed).map(({ id, becomes }) => `${id} ${becomes}`),
      ["r1 draft"],
    );
  });

  const states: Record<ReviewState, Review> = {
    opened,
    held: act(opened, hold),
    signed: act(opened, hold, sign("team"), sign("client")),
    closed: act(opened, hold, sign("team"), sign("client"), close),
  };
  const deeds: readonly ReviewDeed[] = [
    { ...by, deed: "note", says: "hm" },
    decide,
    hold,
    sign("client"),
    close,
  ];
  for (const [state, review] of Object.entries(states)) {
    for (const deed of deeds) {
      const may = reviewMoves[state as ReviewState][deed.deed] !== undefined;
      test(`that is ${state} ${may ? "takes" : "does not take"} ${deed.deed}`, () => {
        if (may) assert.equal(act(review, deed).deeds.at(-1), deed);
        else assert.throws(() => act(review, deed), { code: "review-move" });
      });
    }
  }

  const wrong: readonly [string, readonly ReviewDeed[], string][] = [
    ["held without minutes", [{ ...by, deed: "hold", minutes: " " }], "review-without-minutes"],
    ["signed by a stranger", [hold, sign("nobody")], "review-signer"],
    ["signed twice by one", [hold, sign("team"), sign("team")], "review-signer"],
    ["given one decision twice", [decide, decide], "review-decision-repeated"],
  ];
  for (const [name, list, code] of wrong) {
    test(`is not ${name}`, () => assert.throws(() => act(opened, ...list), { code }));
  }
});

test("the agenda shows both sides what ended in its span, and nothing of other agreements", () => {
  const commitments = [
    ...scene.spec.commitments,
    { id: "pay", obliged: "client", beneficiary: "team" } as never,
  ];
  const other = { ...periodOf(miss(2)), agreement: "other" } as Period;
  const correction: Correction = {
    id: "w1",
    kind: "waiver",
    at: monthStart(2),
    by: "team",
    reason: "agreed",
    approvals: ["client"],
    clock: { agreement: "story", commitment: "answer", subject: "ticket/1", cycle: 1 },
    verdict: "excused",
  };
  const agenda = agendaOf(
    opened.due,
    { ...scene.spec, commitments },
    {
      periods: [
        periodOf(miss(1)),
        periodOf(keep(2)),
        periodOf(few(3)),
        periodOf(miss(4)),
        { ...periodOf(keep(1)), commitment: "pay" },
        other,
      ],
      credits: [],
      remedies: [],
      disputes: [],
      corrections: [correction, { ...correction, id: "w2", at: monthStart(5) }],
    },
  );
  const sides = agenda.sides.flatMap(({ party, commitments: own }) =>
    own.map((one) => [party, one.commitment, one.met, one.breached, one.notAssessable].join(" ")),
  );
  assert.deepEqual(sides, ["team answer 1 1 1", "client pay 1 0 0"]);
  assert.deepEqual(
    agenda.missed.map(({ from }) => from),
    [monthStart(1)],
  );
  assert.deepEqual(
    agenda.corrections.map(({ id }) => id),
    ["w1"],
  );
});
