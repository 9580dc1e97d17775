/** Worked examples K: when a breach exists, and how it is kept. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { at, follow, nineToFive, type Scene, standingOf } from "../story.ts";

function reply(within: string): Scene {
  return {
    calendars: { office: nineToFive() },
    commitment: {
      clock: {
        start: "ticket.created",
        stop: "ticket.repliedPublic",
        cancel: "ticket.statusChanged",
      },
      target: [{ within }],
    },
    deeds: {
      created: "ticket.created",
      replied: "ticket.repliedPublic",
      removed: { type: "ticket.statusChanged", data: { sla: null } },
    },
  };
}

describe("a breach", () => {
  test("N3 is there from the instant it became inevitable, before anybody replies", () => {
    follow(reply("5m"))`
      2026-01-05 10:00         created  running  open      0:00  due 10:05
      2026-01-05 10:05         -        running  open      0:05
      2026-01-05 10:05:00.001  -        running  breached  0:05:00.001
      2026-01-05 10:20         -        running  breached  0:20  breached 10:05
      2026-01-05 10:30         replied  stopped  breached  0:30  breached 10:05
    `;
  });

  test("N5 stays though the promise is taken off afterwards", () => {
    follow(reply("5m"))`
      2026-01-05 10:00  created  running    open      0:00
      2026-01-05 10:20  removed  cancelled  breached  0:20  breached 10:05
    `;
  });

  test("N6 is a fact of its own, and not a reading that nobody is told of", () => {
    const { clocks } = follow(reply("4h"))`
      2026-01-05 10:00  created  running  open      0:00
      2026-01-05 14:01  -        running  breached  4:01
    `;
    assert.equal(clocks[0]?.breachedAt, at("2026-01-05 14:00"));
  });

  test("N7 is five minutes late as much as five days", () => {
    follow(reply("4h"))`
      2026-01-05 10:00  created  running  open      0:00
      2026-01-05 14:05  replied  stopped  breached  4:05
    `;
  });

  test("N9 is one axis, and whether it was answered another", () => {
    const story = follow(reply("4h"));
    const missed = story`
      2026-01-05 10:00  created
      2026-01-05 15:00  -
    `;
    const late = story`
      2026-01-05 10:00  created
      2026-01-05 15:00  replied
    `;
    const inTime = story`
      2026-01-05 10:00  created
      2026-01-05 13:00  replied
    `;
    const told = [missed, late, inTime].flatMap(standingOf);
    assert.deepEqual(told, ["running breached", "stopped breached", "stopped met"]);
  });

  test("N11 is kept beside the stop", () => {
    const { clocks } = follow(reply("4h"))`
      2026-01-05 10:00  created  running  open      0:00
      2026-01-05 16:00  replied  stopped  breached  6:00  breached 14:00
    `;
    assert.equal(clocks[0]?.stoppedAt, at("2026-01-05 16:00"));
  });
});

test("N4 each promise has its own verdict; none of them speaks for the subject", () => {
  const scene = reply("5m");
  const others = { id: "close", obliged: "team", beneficiary: "others" };
  const clock = { start: "ticket.created", stop: "ticket.repliedPublic" };
  const close = { ...others, clock, target: [{ within: "8h" }] };
  const told = follow({ ...scene, also: [close] })`
    2026-01-05 10:00  created
    2026-01-05 11:00  replied
  `;
  assert.deepEqual(standingOf(told), ["stopped breached", "stopped met"]);
});

test("N10 what is left of an open-time target is open time; the wall time stands beside", () => {
  const { clocks } = follow(reply("4bh"))`
    2026-01-05 16:00  created  running  open  0:00
    2026-01-06 10:00  -        running  open  2:00
  `;
  assert.equal(clocks[0]?.remainingMs, 2 * 3_600_000);
  assert.equal(clocks[0]?.spent.elapsedMs, 18 * 3_600_000);
});
