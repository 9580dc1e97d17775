import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { allowedMisses, emptyTally, verdictOfTally } from "./attainment.ts";
import { compareShares, readShare } from "./share.ts";

const month = { atLeast: "95%", each: "month" } as const;

describe("a share", () => {
  test("is read exactly", () => {
    assert.deepEqual(readShare("99.9%"), { numerator: 999, denominator: 1000 });
    assert.deepEqual(readShare("12,5 %"), { numerator: 125, denominator: 1000 });
    for (const text of ["95", "%", "-5%", "1e2%", "95%%", "NaN%"]) {
      assert.equal(readShare(text), undefined, text);
    }
  });

  test("is compared exactly: 1,899 of 1,999 is not 95 %", () => {
    const tally = { ...emptyTally, met: 1_899, breached: 100 };
    assert.equal(verdictOfTally(tally, month), "breached");
    assert.equal(verdictOfTally({ ...tally, met: 1_900 }, month), "met");
    const third = { numerator: 1, denominator: 3 };
    assert.equal(compareShares(third, { numerator: 3_333_333, denominator: 10_000_000 }), 1);
  });
});

describe("attainment", () => {
  const cases: readonly [string, object, object, string][] = [
    ["nothing judged", {}, month, "notAssessable"],
    ["nothing judged where that is a miss", {}, { ...month, noData: "breached" }, "breached"],
    ["too few", { met: 19 }, { ...month, minVolume: 20 }, "notAssessable"],
    ["just enough", { met: 20 }, { ...month, minVolume: 20 }, "met"],
    ["strictly above", { met: 95, breached: 5 }, { above: "95%", each: "month" }, "breached"],
    ["at most", { met: 5, breached: 95 }, { atMost: "5%", each: "month" }, "met"],
  ];
  for (const [name, tally, objective, verdict] of cases) {
    test(`of ${name} is ${verdict}`, () =>
      assert.equal(verdictOfTally({ ...emptyTally, ...tally }, objective as never), verdict));
  }

  test("allows as many misses as keep the objective, and not one more", () => {
    const counts = fc.nat({ max: 3_000 });
    const objectives = fc.constantFrom("90%", "95%", "99.9%", "33.3%", "100%");
    const kinds = fc.constantFrom("atLeast", "above");
    fc.assert(
      fc.property(counts, objectives, kinds, (total, share, kind) => {
        const objective = { [kind]: share, each: "month" } as never;
        const open = { ...emptyTally, openNotDue: total };
        const allowed = allowedMisses(open, objective) ?? -1;
        const ended = (missed: number) =>
          verdictOfTally({ ...emptyTally, met: total - missed, breached: missed }, objective);
        if (total > 0 && allowed > 0) assert.equal(ended(allowed), "met");
        if (total > allowed) assert.equal(ended(allowed + 1), "breached");
      }),
      { numRuns: 1_000 },
    );
  });
});
