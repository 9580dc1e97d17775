/** Worked examples F: stop, reopen, reset, cycles. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ClockSpec, TargetSpec } from "../../src/engine/agreement.ts";
import { at, follow, type Scene, spentOf, standingOf } from "../story.ts";

const moved = "ticket.statusChanged";
const onto = (status: string) => ({ event: moved, where: { status } }) as const;
const put = (status: string, more = {}) => ({ type: moved, data: { status, ...more } });

function ticket(clock: ClockSpec, target: TargetSpec): Scene {
  return {
    commitment: { clock, target: [target] },
    deeds: {
      created: { type: "ticket.created", data: { status: "support", location: "A" } },
      support: put("support"),
      customer: put("customer"),
      todo: put("todo"),
      progress: put("progress"),
      done: put("done"),
      moved: put("support", { location: "B" }),
      assigned: { type: "ticket.assigned", data: { replyBy: "2026-01-05T10:00:00Z" } },
      closed: "ticket.solved",
      reopened: "ticket.reopened",
    },
  };
}

const working = { start: onto("todo"), stop: onto("done") } as const;

function twoRounds(clock: ClockSpec) {
  return follow(ticket(clock, { within: "5h" }))`
    2026-01-05 09:00  todo
    2026-01-05 10:00  done
    2026-01-05 11:00  todo
    2026-01-05 11:30  done
  `;
}

describe("a clock that starts again", () => {
  test("H1 makes a record each time, each with its own verdict", () => {
    const start = ["ticket.created", onto("support")];
    const clock = { start, stop: onto("customer"), again: "cycle" } as const;
    const told = follow(ticket(clock, { within: "2h" }))`
      2026-01-05 09:00  created   running  open      0:00  cycle 1
      2026-01-05 09:03  customer  stopped  met       0:03  cycle 1
      2026-01-05 12:00  support   running  open      0:00  cycle 2
      2026-01-05 14:35  customer  stopped  breached  2:35  cycle 2  breached 14:00
    `;
    assert.deepEqual(spentOf(told), ["0:03", "2:35"]);
    assert.equal(told.clocks[1]?.remainingMs, -35 * 60_000);
  });

  test("H2 never, where the first time is what counts", () =>
    assert.deepEqual(spentOf(twoRounds({ ...working, again: "never" })), ["1:00"]));

  test("H3 keeps the first record beside the last", () =>
    assert.deepEqual(spentOf(twoRounds({ ...working, again: "cycle" })), ["1:00", "0:30"]));

  test("H4 goes on where it stood, and the gap counts as nothing", () =>
    assert.deepEqual(spentOf(twoRounds({ ...working, again: "resume" })), ["1:30"]));

  test("H5 not by a reopening, for a first resolution", () => {
    follow(ticket({ start: "ticket.created", stop: "ticket.solved" }, { within: "8h" }))`
      2026-01-05 09:00  created   running  open  0:00
      2026-01-05 10:00  closed    stopped  met   1:00
      2026-01-05 12:00  reopened  stopped  met   1:00
      2026-01-05 13:00  closed    stopped  met   1:00
    `;
  });
});

describe("a due date carried by the ticket", () => {
  const clock = { stop: "ticket.solved", again: "resume" } as const;

  test("H6 is over when the ticket is reopened after it", () => {
    const scene = ticket({ ...clock, start: "ticket.created" }, { by: { date: "replyBy" } });
    const created = { type: "ticket.created", data: { replyBy: "2026-01-31T00:00:00Z" } };
    follow({ ...scene, deeds: { ...scene.deeds, created } })`
      2026-01-01 00:00  created   running  open      0:00   due 2026-01-31 00:00
      2026-01-02 00:00  closed    stopped  met       24:00
      2026-03-01 00:00  reopened  running  breached  24:00  breached 2026-03-01 00:00
    `;
  });

  test("H9 does not move for a second record, which begins late", () => {
    const again = { ...clock, start: "ticket.assigned", again: "cycle" } as const;
    follow(ticket(again, { by: { date: "replyBy" } }))`
      2026-01-05 09:00  assigned  running  open      0:00  due 10:00
      2026-01-05 09:30  closed    stopped  met       0:30  cycle 1
      2026-01-05 14:00  assigned  running  breached  0:00  cycle 2  due 10:00  breached 14:00
    `;
  });
});

describe("a start while it runs, or after it stopped", () => {
  test("H7 begins anew where the agreement says so", () => {
    const start = ["ticket.created", { event: moved, where: { location: { changed: true } } }];
    const clock = { start, stop: "ticket.solved", whileRunning: "restart" } as const;
    follow(ticket(clock, { within: "4h" }))`
      2026-01-05 09:00  created  running  open  0:00  due 13:00
      2026-01-05 10:00  todo     running  open  1:00  due 13:00
      2026-01-05 11:00  moved    running  open  0:00  due 15:00
    `;
  });

  test("H8 has its whole target again in another record", () => {
    const clock = { start: "ticket.assigned", stop: "ticket.solved", again: "cycle" } as const;
    const told = follow(ticket(clock, { within: "1h" }))`
      2026-01-05 09:00  assigned  running  open  0:00  due 10:00
      2026-01-05 09:30  closed    stopped  met   0:30
      2026-01-05 14:00  assigned  running  open  0:00  due 15:00
    `;
    assert.deepEqual(standingOf(told), ["stopped met", "running open"]);
  });
});

describe("a condition as the start", () => {
  const clock = { start: { when: { status: "todo" } }, stop: onto("done") } as const;

  test("H10 counts from when it first holds", () => {
    follow(ticket(clock, { within: "4h" }))`
      2026-01-05 10:00  todo     running  open  0:00  due 14:00
      2026-01-05 11:00  todo     running  open  1:00  due 14:00
      2026-01-05 13:00  done     stopped  met   3:00  due 14:00
    `;
  });

  test("H11 begins again when it becomes true again", () => {
    follow(ticket({ ...clock, again: "cycle" }, { within: "1h" }))`
      2026-01-05 10:00  todo  running  open  0:00  cycle 1  due 11:00
      2026-01-05 10:20  done  stopped  met   0:20  cycle 1
      2026-01-05 10:40  todo  running  open  0:00  cycle 2  due 11:40
    `;
  });

  test("H13 and after a late stop as well", () => {
    follow(ticket({ ...clock, again: "cycle" }, { within: "1h" }))`
      2026-01-05 12:00  todo  running  open      0:00  cycle 1  due 13:00
      2026-01-05 13:20  done  stopped  breached  1:20  cycle 1
      2026-01-05 13:45  todo  running  open      0:00  cycle 2  due 14:45
    `;
  });
});

test("H14 a late stop is a stop and a breach: two axes, and both are told", () => {
  const { clocks } = follow(ticket(working, { within: "1h" }))`
    2026-01-05 10:00  todo  running  open      0:00  due 11:00
    2026-01-05 11:15  done  stopped  breached  1:15  due 11:00
  `;
  assert.equal(clocks[0]?.stoppedAt, at("2026-01-05 11:15"));
  assert.equal(clocks[0]?.breachedAt, at("2026-01-05 11:00"));
});

test("H15 an event that would stop and restart a clock stops it", () => {
  const leaves = { event: moved, where: { status: { notIn: ["progress"] } } };
  const clock = { start: leaves, stop: onto("done"), whileRunning: "restart" } as const;
  follow(ticket(clock, { within: "4h" }))`
    2026-01-05 09:00  todo      running  open  0:00
    2026-01-05 10:00  progress  running  open  1:00
    2026-01-05 11:00  done      stopped  met   2:00
  `;
});
