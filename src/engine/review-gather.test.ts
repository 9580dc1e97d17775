import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { monthStart } from "../../test/remedy-scene.ts";
import { actOnReview, type Review, type ReviewDue } from "./review.ts";
import { gatherReviews } from "./review-gather.ts";

/** A trigger that a commitment set off in a month of the story. */
function setOff(month: number, commitment: string, trigger = "volume change 30%"): ReviewDue {
  return {
    key: ["story", commitment, trigger, month].join(" "),
    agreement: "story",
    at: monthStart(month + 1),
    span: { from: monthStart(month), to: monthStart(month + 1) },
    by: "team",
    why: { cause: "volumeChange", trigger, commitment },
  };
}

/** Every review after `due` as well. */
function gathered(known: readonly Review[], due: readonly ReviewDue[]): readonly Review[] {
  const { opened, widened } = gatherReviews(known, due, ["team"]);
  const changed = new Map(widened.map((one) => [one.due.key, one]));
  return [...known.map((one) => changed.get(one.due.key) ?? one), ...opened];
}

const hold = (review: Review, month: number) =>
  actOnReview(review, { deed: "hold", at: monthStart(month), by: "team", minutes: "all there" });

describe("what sets a trigger off", () => {
  test("is gathered in the review that is open, which then looks back on all of it", () => {
    const [review, ...others] = gathered(
      [],
      [setOff(1, "leads"), setOff(1, "calls"), setOff(2, "leads")],
    );
    assert.deepEqual(others, []);
    assert.deepEqual(review?.due.span, { from: monthStart(1), to: monthStart(3) });
    const { why } = review?.due ?? assert.fail();
    assert.ok(why.cause !== "cadence");
    assert.deepEqual([why.commitment, why.also], ["leads", ["calls"]]);
  });

  test("has a review of its own by another trigger", () => {
    const reviews = gathered([], [setOff(1, "leads"), setOff(1, "leads", "missed 2 of 3")]);
    assert.equal(reviews.length, 2);
  });

  test("was on the table of a review held since, and opens another after that", () => {
    const [first] = gathered([], [setOff(1, "leads")]);
    assert.ok(first);
    const held = hold(first, 4);
    assert.deepEqual(gathered([held], [setOff(2, "calls")]), [held]);
    assert.equal(gathered([held], [setOff(4, "calls")]).length, 2);
  });

  test("opens nothing new and widens nothing further when it is told again", () => {
    const due = fc.record({
      month: fc.integer({ min: 1, max: 9 }),
      commitment: fc.constantFrom("leads", "calls", "deals"),
      trigger: fc.constantFrom("volume change 30%", "missed 2 of 3"),
    });
    fc.assert(
      fc.property(fc.array(due, { maxLength: 12 }), (told) => {
        const all = told
          .map(({ month, commitment, trigger }) => setOff(month, commitment, trigger))
          .sort((a, b) => a.at - b.at);
        const once = gathered([], all);
        assert.deepEqual(gatherReviews(once, all, ["team"]), { opened: [], widened: [] });
        assert.ok(once.length <= 2);
      }),
    );
  });
});
