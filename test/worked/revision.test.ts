/** Worked examples I: what a new revision does to clocks that run. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Judgement, judge } from "../../src/engine/judge.ts";
import { agreementOf, at, type Scene } from "../story.ts";

const clock = { start: "ticket.created", stop: "ticket.solved" } as const;

function promising(within: string, more: Scene["agreement"] = {}) {
  const commitment = { clock, target: [{ within }] };
  return agreementOf({ commitment, deeds: {}, agreement: more });
}

const tightened = at("2026-01-05 10:05");

/** Two revisions, eight hours and then two; a ticket before the change and one after. */
function judged(existing: "keep" | "recompute", asOf: string): Judgement {
  const event = { source: "s", type: "ticket.created" };
  return judge({
    agreements: [
      { document: promising("8h"), from: at("2026-01-01") },
      { document: promising("2h"), from: tightened, existing },
    ],
    events: [
      { ...event, id: "1", subject: "ticket/1", occurredAt: at("2026-01-05 09:00") },
      { ...event, id: "2", subject: "ticket/2", occurredAt: at("2026-01-05 11:00") },
    ],
    asOf: at(asOf),
  });
}

const told = ({ clocks }: Judgement) =>
  clocks.map(({ revision, target }) => `${revision} ${target?.text}`);

describe("a clock keeps the revision it began under", () => {
  const { clocks, ...rest } = judged("keep", "2026-01-05 11:30");

  test("K1 though the agreement is edited five minutes later", () => {
    assert.equal(clocks[0]?.revision, 1);
    assert.equal(clocks[0]?.dueAt, at("2026-01-05 17:00"));
  });

  test("K8 and only new clocks use the new target", () =>
    assert.deepEqual(told({ clocks, ...rest }), ["1 8h", "2 2h"]));

  test("K10 whatever else changes in it", () => {
    const later = judged("keep", "2026-04-30 09:00");
    assert.deepEqual(told(later), ["1 8h", "2 2h"]);
    assert.deepEqual(
      later.clocks.map(({ verdict }) => verdict),
      ["breached", "breached"],
    );
  });
});

test("K5 with recompute open clocks move on the day, without waiting for an event", () => {
  const [moved] = judged("recompute", "2026-01-05 10:30").clocks;
  assert.equal(moved?.revision, 2);
  assert.equal(moved?.dueAt, at("2026-01-05 11:00"));
  assert.deepEqual(moved?.stretches.at(-1)?.because, { rule: "revisionChanged" });
});

test("K7 a published revision is never edited: a promise added later starts later", () => {
  const second = { clock, target: [{ within: "1h" }], obliged: "team", beneficiary: "others" };
  const first = promising("8h");
  const document = {
    ...first,
    spec: {
      ...first.spec,
      commitments: [...first.spec.commitments, { id: "second", ...second }],
    },
  };
  const event = { source: "s", type: "ticket.created" };
  const { clocks } = judge({
    agreements: [
      { document: first, from: at("2026-01-01") },
      { document, from: tightened },
    ],
    events: [
      { ...event, id: "1", subject: "ticket/1", occurredAt: at("2026-01-05 09:00") },
      { ...event, id: "2", subject: "ticket/2", occurredAt: at("2026-01-05 11:00") },
    ],
    asOf: at("2026-01-05 12:00"),
  });
  const second1 = clocks.filter(({ commitment }) => commitment === "second");
  assert.deepEqual(
    second1.map(({ subject }) => subject),
    ["ticket/2"],
  );
});
