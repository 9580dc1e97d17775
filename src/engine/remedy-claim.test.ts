import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { creditsIn, monthStart, sceneAgreement } from "../../test/remedy-scene.ts";
import { type Ledger, moveCredit, proposeCredits, type Standing } from "./ledger.ts";
import { judgeClaims } from "./remedy-claim.ts";
import { compileRulebook } from "./rulebook.ts";
import { DAY, type Instant } from "./time.ts";

const remedy = {
  base: { charges: "monthly", amount: "1000 USD" },
  tiers: [{ below: "95%", credit: "10%" }],
  claim: { automatic: false, within: "30d", decideWithin: "15d" },
} as const;
const scene = { remedy, months: [{ month: 1 }] };

const february = (day: number, millis = 0) => (monthStart(2) + (day - 1) * DAY + millis) as Instant;

const ledger = proposeCredits([], {
  credits: creditsIn(scene).credits,
  agreements: ["story"],
  asOf: february(1),
});

function move(rows: Ledger, standing: Standing, at: Instant, side: "owed" | "owing"): Ledger {
  const credit = rows[0]?.credit ?? "";
  return moveCredit(rows, { credit, standing, at, by: "ana", side, reason: "so" });
}

function verdicts(rows: Ledger, asOf: Instant): readonly string[] {
  const [revision] = compileRulebook([sceneAgreement(scene)]).revisions;
  assert.ok(revision);
  return judgeClaims(revision, rows, { asOf }).map(({ state, verdict }) => `${state} ${verdict}`);
}

describe("the decision on a claim", () => {
  const claimed = move(ledger, "claimed", february(3), "owed");

  test("is not due before anybody claims", () =>
    assert.deepEqual(verdicts(ledger, february(28)), []));

  test("is a clock from the claim on, and breaches when nobody decides", () => {
    assert.deepEqual(verdicts(claimed, february(18)), ["running open"]);
    assert.deepEqual(verdicts(claimed, february(18, 1)), ["running breached"]);
  });

  for (const [standing, day, verdict] of [
    ["approved", 18, "met"],
    ["declined", 10, "met"],
    ["approved", 19, "breached"],
  ] as const) {
    test(`${standing} on the ${day}th is ${verdict}`, () => {
      const decided = move(claimed, standing, february(day), "owing");
      assert.deepEqual(verdicts(decided, february(28)), [`stopped ${verdict}`]);
    });
  }

  test("leaves a credit claimed, however late it is", () => {
    assert.equal(move(claimed, "approved", february(28), "owing").at(-1)?.standing, "approved");
  });
});
