import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { agreementOf, at, follow, nineToFive, type Scene, standingOf } from "../../test/story.ts";
import type { ClockSpec } from "./agreement.ts";
import { judge } from "./judge.ts";
import type { Instant } from "./time.ts";

function ticket(clock: Partial<ClockSpec> = {}, more: Partial<Scene["commitment"]> = {}): Scene {
  return {
    calendars: { office: nineToFive() },
    commitment: {
      clock: { start: "ticket.created", stop: "ticket.repliedPublic", ...clock },
      target: [{ within: "4h" }],
      calendar: "office",
      ...more,
    },
    deeds: {
      created: { type: "ticket.created", data: { owner: "ana" } },
      anonymous: "ticket.created",
      replied: { type: "ticket.repliedPublic", actor: { kind: "human" } },
      robot: { type: "ticket.repliedPublic", actor: { kind: "automation" } },
      routed: { type: "ticket.created", actor: { kind: "automation" } },
      toBeto: { type: "ticket.assigned", data: { owner: "beto" } },
      toAna: { type: "ticket.assigned", data: { owner: "ana" } },
      toNobody: { type: "ticket.assigned", data: { owner: null } },
      held: "ticket.held",
      released: "ticket.released",
      unneeded: "ticket.noReplyNeeded",
      spam: "ticket.spam",
      merged: "ticket.merged",
      reachable: { type: "ticket.statusChanged", data: { phone: "55" } },
      mailed: { type: "touch.sent", actor: { kind: "automation" } },
      written: { type: "touch.sent", actor: { kind: "human" } },
    },
  };
}

const holding = { pause: { from: "ticket.held", until: "ticket.released" } };
const cancelling = { cancel: ["ticket.noReplyNeeded", "ticket.spam"] };

describe("signals of one instant have an order of their own, not that of the events", () => {
  const rows: readonly [string, Partial<ClockSpec>, string, string][] = [
    ["stop before cancel", cancelling, "unneeded + replied", "stopped met"],
    [
      "cancel before restart",
      { ...cancelling, whileRunning: "restart" },
      "created + unneeded",
      "cancelled void",
    ],
    ["pause before resume", holding, "released + held", "running open"],
    [
      "restart before pause",
      { ...holding, whileRunning: "restart" },
      "held + created",
      "paused open",
    ],
    ["stop before pause", holding, "held + replied", "stopped met"],
  ];
  for (const [name, clock, deeds, standing] of rows) {
    test(name, () => {
      const told = follow(ticket(clock))`
        2026-01-05 09:00  created
        2026-01-05 10:00  ${deeds}
      `;
      assert.deepEqual(standingOf(told), [standing]);
    });
  }

  test("stop before start: a reply at the instant of a second question answers the first", () => {
    const told = follow(ticket({ again: "cycle" }))`
      2026-01-05 09:00  created
      2026-01-05 10:00  created + replied
    `;
    assert.deepEqual(standingOf(told), ["stopped met", "running open"]);
  });
});

describe("another owner", () => {
  const story = follow(ticket({ onReassign: "restart" }));

  test("restarts the clock where the agreement says so", () => {
    story`
      2026-01-05 09:00  created  running  open  0:00  due 13:00
      2026-01-05 10:00  toBeto   running  open  0:00  due 14:00
    `;
    follow(ticket())`
      2026-01-05 09:00  created  running  open  0:00  due 13:00
      2026-01-05 10:00  toBeto   running  open  1:00  due 13:00
    `;
  });

  test("is not the same one again, with nobody in between", () => {
    story`
      2026-01-05 09:00  created   running  open  0:00  due 13:00
      2026-01-05 10:00  toNobody  running  open  1:00  due 13:00
      2026-01-05 11:00  toAna     running  open  2:00  due 13:00
      2026-01-05 12:00  toNobody  running  open  3:00  due 13:00
      2026-01-05 12:30  toBeto    running  open  0:00  due 16:30
    `;
  });

  test("leaves a breach where it was and begins another record", () => {
    const told = story`
      2026-01-05 09:00  created  running  open  0:00  cycle 1
      2026-01-05 14:00  toBeto   running  open  0:00  cycle 2  due 18:00
    `;
    assert.deepEqual(standingOf(told), ["cancelled breached", "running open"]);
    assert.deepEqual(told.clocks[0]?.stretches.at(-1)?.because, {
      rule: "started",
      event: "000001",
    });
  });

  test("is not the first one", () => {
    story`
      2026-01-05 09:00  anonymous  running  open  0:00
      2026-01-05 10:00  toAna      running  open  1:00
    `;
  });
});

describe("what people do", () => {
  test("counts alone where the clock says so; what a router records starts it too", () => {
    follow(ticket({ humanOnly: true }))`
      2026-01-05 09:00  routed   running  open  0:00
      2026-01-05 09:01  robot    running  open  0:01
      2026-01-05 09:30  replied  stopped  met   0:30
    `;
    follow(ticket())`
      2026-01-05 09:00  routed  running  open  0:00
      2026-01-05 09:01  robot   stopped  met   0:01
    `;
  });

  test("starts a clock that a sequence does not", () => {
    follow(ticket({ start: "touch.sent", humanOnly: true }))`
      2026-01-05 09:00  mailed   none
      2026-01-05 10:00  written  running  open  0:00
    `;
  });
});

test("a duty of the other side keeps the clock waiting until it is done", () => {
  follow(ticket({}, { qualifies: { phone: { exists: true } } }))`
    2026-01-05 09:00  created    waiting  open  0:00  due never
    2026-01-05 11:00  reachable  running  open  0:00  due 15:00
    2026-01-05 12:00  replied    stopped  met   1:00
  `;
  follow(ticket({}, { qualifies: { phone: { exists: true } } }))`
    2026-01-05 09:00  created  waiting  open  0:00
    2026-01-05 10:00  replied  stopped  void  0:00
  `;
});

describe("a cancellation after the breach", () => {
  const voiding: Partial<ClockSpec> = {
    cancel: ["ticket.spam", "ticket.merged", "ticket.noReplyNeeded"],
  };
  const late = (clock: Partial<ClockSpec>, deed: string) =>
    standingOf(follow(ticket(clock))`
      2026-01-05 09:00  created
      2026-01-05 14:00  ${deed}
    `);

  test("keeps the breach but for merge, spam, test and privacy", () => {
    assert.deepEqual(late(voiding, "unneeded"), ["cancelled breached"]);
    assert.deepEqual(late(voiding, "spam"), ["cancelled void"]);
    assert.deepEqual(late(voiding, "merged"), ["cancelled void"]);
  });

  test("voids by the agreement's own list where it has one", () => {
    const own = { ...voiding, voids: "ticket.noReplyNeeded" };
    assert.deepEqual(late(own, "unneeded"), ["cancelled void"]);
    assert.deepEqual(late(own, "spam"), ["cancelled breached"]);
  });
});

describe("a pause has a limit over the whole cycle", () => {
  const limited = (atMost: string) =>
    follow(ticket({ pause: { ...holding.pause, atMost } }, { target: [{ within: "8bh" }] }));

  test("in open time: past it the clock runs on, and says why", () => {
    const { clocks } = limited("3bh")`
      2026-01-05 09:00  created   running  open  0:00
      2026-01-05 10:00  held      paused   open  1:00  due never
      2026-01-05 12:00  released  running  open  1:00  due 2026-01-06 11:00
      2026-01-05 15:00  held      paused   open  4:00
      2026-01-05 16:00  -         running  open  4:00  due 2026-01-06 12:00
      2026-01-05 17:00  held      running  open  5:00  due 2026-01-06 12:00
    `;
    const reasons = clocks[0]?.stretches.map(({ because }) => because.rule);
    assert.deepEqual(reasons, ["started", "paused", "resumed", "paused", "pauseLimit"]);
  });

  test("a night costs nothing of it", () => {
    limited("3bh")`
      2026-01-05 16:00  created  running  open  0:00
      2026-01-05 16:30  held     paused   open  0:30
      2026-01-06 11:29  -        paused   open  0:30
      2026-01-06 11:30  -        running  open  0:30
    `;
  });

  test("unless it is in elapsed time", () => {
    limited("3h")`
      2026-01-05 16:30  created  running  open  0:00
      2026-01-05 16:45  held     paused   open  0:15
      2026-01-05 19:45  -        running  open  0:15  due 2026-01-06 16:45
    `;
  });

  test("in business days, which become open time at the first pause", () => {
    limited("1bd")`
      2026-01-05 11:00  created  running  open  0:00
      2026-01-05 12:00  held     paused   open  1:00
      2026-01-06 11:59  -        paused   open  1:00
      2026-01-06 12:00  -        running  open  1:00
    `;
  });
});

test("a subject of 100,000 facts, with many targets and cycles, is judged in bounded time", () => {
  const change = { tighter: "fromStart", looser: "fromStart" } as const;
  const scene = ticket({ again: "cycle", onTargetChange: change });
  const target = [{ when: { priority: 1 }, within: "4h" }, { within: "8bh" }];
  const commitment = { ...scene.commitment, target };
  const kinds = ["ticket.created", "ticket.priorityChanged", "ticket.held", "ticket.repliedPublic"];
  const events = Array.from({ length: 100_000 }, (_, index) => ({
    id: String(index),
    source: "s",
    subject: "ticket/1",
    type: kinds[index % 1_000 === 999 ? 3 : index % 3] as string,
    occurredAt: (at("2026-01-05 09:00") + index * 1_000) as Instant,
    data: { priority: index % 2 },
  }));
  const agreements = [agreementOf({ ...scene, commitment })];
  const { clocks } = judge({ agreements, events, asOf: at("2026-02-01") });
  assert.equal(clocks.length, 100);
});
