/** Worked examples D: next replies, and times spent in states. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ClockSpec } from "../../src/engine/agreement.ts";
import type { ConditionSpec } from "../../src/engine/condition.ts";
import { follow, type Scene, spentOf } from "../story.ts";

const solved = { event: "ticket.repliedPublic", where: { status: "solved" } } as const;

function ticket(clock: ClockSpec): Scene {
  return {
    commitment: { clock, target: [{ within: "100h" }] },
    deeds: {
      created: { type: "ticket.created", data: { status: "new" } },
      asked: { type: "ticket.customerReplied", data: { status: "open" } },
      answered: { type: "ticket.repliedPublic", data: { status: "open" } },
      pending: { type: "ticket.repliedPublic", data: { status: "pending" } },
      hold: { type: "ticket.statusChanged", data: { status: "onHold" } },
      open: { type: "ticket.statusChanged", data: { status: "open" } },
      solved: { type: "ticket.repliedPublic", data: { status: "solved" } },
      closed: "ticket.solved",
      tier1: { type: "ticket.assigned", data: { team: "tier1" } },
      tier2: { type: "ticket.assigned", data: { team: "tier2" } },
      reopened: "ticket.reopened",
    },
  };
}

/** The ticket of GitLab's handbook, Monday to Wednesday. */
function handbook(clock: ClockSpec) {
  return follow(ticket(clock))`
    2026-01-05 09:00  created
    2026-01-05 14:00  answered
    2026-01-05 15:30  asked
    2026-01-05 16:00  pending
    2026-01-06 10:00  asked
    2026-01-06 11:00  hold
    2026-01-07 14:00  open
    2026-01-07 14:30  solved
  `;
}

/** From creation to solution, standing still while the condition holds. */
function until(pauses: ConditionSpec): ClockSpec {
  return { start: "ticket.created", stop: solved, pause: { while: pauses } };
}

const others = (...statuses: readonly string[]) => ({ status: { notIn: statuses } });
const reply = { stop: "ticket.repliedPublic", again: "cycle" } as const;

const metrics: readonly [string, ClockSpec, readonly string[]][] = [
  ["first reply", { start: "ticket.created", stop: "ticket.repliedPublic" }, ["5:00"]],
  ["next reply", { start: "ticket.customerReplied", ...reply }, ["0:30", "28:30"]],
  ["time in new", until(others("new")), ["5:00"]],
  ["time in open", until(others("open")), ["3:30"]],
  ["time in pending", until(others("pending")), ["18:00"]],
  ["time on hold", until(others("onHold")), ["27:00"]],
  ["requester wait", until({ status: "pending" }), ["35:30"]],
  ["agent work", until({ status: { in: ["pending", "onHold"] } }), ["8:30"]],
  ["resolution", { start: "ticket.created", stop: solved }, ["53:30"]],
];

describe("F1 one ticket of three days", () => {
  for (const [name, clock, spent] of metrics) {
    test(`F1 ${name}`, () => assert.deepEqual(spentOf(handbook(clock)), spent));
  }
});

describe("a next reply", () => {
  test("F2 counts from the oldest message nobody answered", () => {
    follow(ticket({ start: "ticket.customerReplied", ...reply }))`
      2026-01-05 10:00  asked     running  open  0:00
      2026-01-05 10:30  asked     running  open  0:30
      2026-01-05 11:00  answered  stopped  met   1:00
    `;
  });
});

describe("a time that stands still", () => {
  test("F4 for the requester while the ticket is pending", () => {
    follow(ticket(until({ status: "pending" })))`
      2026-01-05 09:00  created  running  open  0:00
      2026-01-05 10:00  pending  paused   open  1:00
      2026-01-05 15:00  asked    running  open  1:00
      2026-01-05 16:00  solved   stopped  met   2:00
    `;
  });

  test("F5 for the agent on hold as well, and not for the requester", () => {
    const spent = (clock: ClockSpec) =>
      spentOf(follow(ticket(clock))`
        2026-01-05 09:00  created
        2026-01-05 10:00  hold
        2026-01-05 12:00  open
        2026-01-05 13:00  solved
      `);
    assert.deepEqual(spent(until({ status: { in: ["pending", "onHold"] } })), ["2:00"]);
    assert.deepEqual(spent(until({ status: "pending" })), ["4:00"]);
  });
});

describe("a team's ownership", () => {
  test("F6 is a record each time, and a reopening begins another", () => {
    const owned = (team: string): ClockSpec => ({
      start: [
        { event: "ticket.assigned", where: { team } },
        { event: "ticket.reopened", where: { team } },
      ],
      stop: [{ event: "ticket.assigned", where: { team: { notIn: [team] } } }, "ticket.solved"],
      again: "cycle",
    });
    const spent = (team: string) =>
      spentOf(follow(ticket(owned(team)))`
        2026-01-05 09:00  tier2
        2026-01-05 11:00  tier1
        2026-01-05 13:00  tier2
        2026-01-05 14:00  closed
        2026-01-05 16:00  reopened
        2026-01-05 17:00  closed
      `);
    assert.deepEqual(spent("tier2"), ["2:00", "1:00", "1:00"]);
    assert.deepEqual(spent("tier1"), ["2:00"]);
  });

  test("F7 response and resolution of one ticket are two clocks", () => {
    const spent = (clock: ClockSpec) =>
      spentOf(follow(ticket(clock))`
        2026-01-05 09:00  asked
        2026-01-05 09:30  pending
        2026-01-05 11:00  closed
      `);
    assert.deepEqual(spent({ start: "ticket.customerReplied", ...reply }), ["0:30"]);
    const resolution = { start: "ticket.customerReplied", stop: "ticket.solved" };
    assert.deepEqual(spent(resolution), ["2:00"]);
  });
});
