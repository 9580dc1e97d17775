import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { at, factsOf, promiseOf } from "../../test/measure-scene.ts";
import { judge } from "./judge.ts";
import { lateCorrections } from "./late-fact.ts";

const agreement = promiseOf({
  commitment: {
    measure: { share: "lead.handedOff", that: { email: { exists: true } } },
    objective: { atLeast: "60%", each: "month" },
  },
});
const early = factsOf(`
  2026-01-05 10:00  lead/1  lead.handedOff  {"email": "a@b.example"}
  2026-01-06 10:00  lead/2  lead.handedOff`);
const late = {
  id: "late",
  source: "import",
  type: "lead.handedOff",
  subject: "lead/3",
  occurredAt: at("2026-01-07 10:00"),
  recordedAt: at("2026-02-10 10:00"),
  data: { email: "c@d.example" },
};
const periodsAt = (asOf: string, events = early) =>
  judge({ agreements: [agreement], events, asOf: at(asOf) }).periods;

describe("a late fact", () => {
  const frozen = periodsAt("2026-02-01");
  const events = [...early, late];

  test("makes an entry in the current period, with the difference and the reason", () => {
    const [entry, ...rest] = lateCorrections({
      frozen,
      fresh: periodsAt("2026-02-11", events),
      events,
    });
    assert.deepEqual(rest, []);
    assert.deepEqual(entry?.of, { from: at("2026-01-01"), to: at("2026-02-01") });
    assert.deepEqual(entry?.in, { from: at("2026-02-01"), to: at("2026-03-01") });
    assert.deepEqual(entry?.difference, {
      met: 1,
      breached: 0,
      excused: 0,
      value: 2 / 3 - 1 / 2,
    });
    assert.deepEqual([entry?.before.verdict, entry?.after.verdict], ["breached", "met"]);
    assert.deepEqual(entry?.lateFacts, [{ source: "import", id: "late" }]);
  });

  test("leaves the final period as it was told", () =>
    assert.deepEqual(frozen, periodsAt("2026-02-01")));

  test("that changes nothing makes no entry, nor does a stored period's order of keys", () => {
    const stored = frozen.map((period) =>
      Object.fromEntries(Object.entries(period).reverse()),
    ) as unknown as typeof frozen;
    const fresh = periodsAt("2026-02-11");
    assert.deepEqual(lateCorrections({ frozen: stored, fresh, events: early }), []);
  });
});
