import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { agreementOf, at, type Scene } from "../../test/story.ts";
import type { ClockSpec } from "./agreement.ts";
import type { Event } from "./event.ts";
import { judge } from "./judge.ts";
import type { Revision } from "./revision.ts";

function promising(within: string, clock: Partial<ClockSpec> = {}, more: Scene["agreement"] = {}) {
  return agreementOf({
    commitment: {
      clock: { start: "ticket.created", stop: "ticket.solved", ...clock },
      target: [{ within }],
      warnAt: ["50%"],
    },
    deeds: {},
    agreement: more,
  });
}

const change = at("2026-01-05 12:00");

/** A ticket of nine o'clock under eight hours; at noon another revision comes into force. */
function judged(next: Omit<Revision, "from">, deeds: readonly [string, Partial<Event>][] = []) {
  const first = { type: "ticket.created", data: { customer: "acme" } };
  const all = [["2026-01-05 09:00", first] as const, ...deeds];
  const events = all.map(([when, deed], index) => ({
    id: String(index),
    source: "s",
    subject: "ticket/1",
    type: "ticket.statusChanged",
    occurredAt: at(when),
    ...deed,
  }));
  const holding = { pause: { while: { status: "waiting" } } };
  const agreements = [
    { document: promising("8h", holding), from: at("2026-01-01") },
    { ...next, from: change },
  ];
  const [clock] = judge({ agreements, events, asOf: at("2026-01-05 13:00") }).clocks;
  assert.ok(clock);
  return clock;
}

const waiting = { data: { status: "waiting" } };
const holding = { pause: { while: { status: "waiting" } } };

describe("a revision that takes open clocks over", () => {
  test("counts as if it had held from the start", () => {
    const clock = judged({ document: promising("5h"), existing: "recompute" });
    assert.deepEqual([clock.revision, clock.dueAt], [2, at("2026-01-05 14:00")]);
  });

  test("breaches on its day what it leaves no time for", () => {
    const clock = judged({ document: promising("2h"), existing: "recompute" });
    assert.deepEqual([clock.verdict, clock.breachedAt], ["breached", change]);
  });

  test("leaves a pause as it is, or ends it where it knows of none", () => {
    const paused: [string, Partial<Event>][] = [["2026-01-05 11:00", waiting]];
    const still = judged({ document: promising("8h", holding), existing: "recompute" }, paused);
    assert.deepEqual([still.state, still.spent.openMs], ["paused", 2 * 3_600_000]);
    const ended = judged({ document: promising("8h"), existing: "recompute" }, paused);
    assert.deepEqual([ended.state, ended.spent.openMs], ["running", 3 * 3_600_000]);
    assert.deepEqual(ended.stretches.at(-1)?.because, { rule: "revisionChanged" });
  });

  test("asks what was known before its day, not what came after", () => {
    const limits = { pause: { while: { status: "waiting" } } };
    const later: [string, Partial<Event>][] = [["2026-01-05 12:30", waiting]];
    const clock = judged({ document: promising("8h", limits), existing: "recompute" }, later);
    assert.deepEqual(
      clock.stretches.map(({ kind }) => kind),
      ["running", "running", "paused"],
    );
  });

  test("lets be whom it is not for", () => {
    const others = { appliesTo: { customers: ["beta"] } };
    const clock = judged({ document: promising("2h", {}, others), existing: "recompute" });
    assert.deepEqual([clock.revision, clock.verdict], [1, "open"]);
  });

  test("repeats no warning that was given", () => {
    const clock = judged({ document: promising("5h"), existing: "recompute" });
    assert.deepEqual(clock.warnings, [{ at: change, share: 0.5 }]);
  });
});

test("without that a clock keeps its revision, and one that starts anew takes the new one", () => {
  assert.equal(judged({ document: promising("2h") }).revision, 1);
  const restart = { whileRunning: "restart" } as const;
  const again = { type: "ticket.created" };
  const events = [
    { ...again, id: "1", source: "s", subject: "ticket/1", occurredAt: at("2026-01-05 09:00") },
    { ...again, id: "2", source: "s", subject: "ticket/1", occurredAt: at("2026-01-05 12:30") },
  ];
  const agreements = [
    { document: promising("8h", restart), from: at("2026-01-01") },
    { document: promising("2h", restart), from: change },
  ];
  const [clock] = judge({ agreements, events, asOf: at("2026-01-05 13:00") }).clocks;
  assert.deepEqual([clock?.revision, clock?.dueAt], [2, at("2026-01-05 14:30")]);
});

describe("a term", () => {
  const started = (when: string, term: { readonly to?: string; readonly renew?: "automatic" }) => {
    const agreement = { term: { from: "2026-01-01", timeZone: "America/Mexico_City", ...term } };
    const document = promising("8h", {}, agreement);
    const event = { id: "1", source: "s", type: "ticket.created", subject: "ticket/1" };
    const occurredAt = at(when, "America/Mexico_City");
    return judge({ agreements: [document], events: [{ ...event, occurredAt }], asOf: occurredAt })
      .clocks.length;
  };

  test("begins and ends at midnight of its own zone; its last day is in it", () => {
    assert.equal(started("2025-12-31 23:59", {}), 0);
    assert.equal(started("2026-01-01 00:00", {}), 1);
    assert.equal(started("2026-06-30 23:59", { to: "2026-06-30" }), 1);
    assert.equal(started("2026-07-01 00:00", { to: "2026-06-30" }), 0);
  });

  test("goes on where it renews itself", () =>
    assert.equal(started("2026-07-01 00:00", { to: "2026-06-30", renew: "automatic" }), 1));
});
