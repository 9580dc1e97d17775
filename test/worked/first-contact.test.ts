/** Worked examples C: what starts and stops a first reply. */
import { describe, test } from "node:test";
import { follow, type Scene } from "../story.ts";

const reply = {
  commitment: {
    clock: { start: "ticket.created", stop: "ticket.repliedPublic", humanOnly: true },
    target: [{ within: "48h" }],
  },
  deeds: {
    created: "ticket.created",
    mail: "ticket.customerReplied",
    solved: "ticket.solved",
    reopened: "ticket.reopened",
    answered: { type: "ticket.repliedPublic", actor: { kind: "human" }, data: { via: "inbox" } },
    robot: { type: "ticket.repliedPublic", actor: { kind: "automation" } },
    elsewhere: { type: "ticket.repliedPublic", data: { via: "personal mailbox" } },
    rush: { type: "ticket.statusChanged", data: { tag: "rush" } },
    assigned: "ticket.assigned",
    hold: { type: "ticket.statusChanged", data: { status: "onHold" } },
    open: { type: "ticket.statusChanged", data: { status: "open" } },
    byWorkflow: { type: "ticket.created", actor: { kind: "automation" } },
    unneeded: "ticket.noReplyNeeded",
  },
} as const satisfies Scene;

type Clock = NonNullable<Scene["commitment"]["clock"]>;

function withClock(clock: Partial<Clock>): Scene {
  const { commitment } = reply;
  return { ...reply, commitment: { ...commitment, clock: { ...commitment.clock, ...clock } } };
}

describe("a first reply", () => {
  test("E3 runs from creation to the first public comment, a solution without one between", () => {
    follow(reply)`
      2026-01-05 09:00  created   running  open  0:00
      2026-01-05 09:00  solved    running  open  0:00
      2026-01-06 09:30  reopened  running  open  24:30
      2026-01-06 10:15  answered  stopped  met   25:15
    `;
  });

  test("E4 is not given by a robot", () => {
    follow(reply)`
      2026-01-05 09:00  created   running  open  0:00
      2026-01-05 09:01  robot     running  open  0:01
      2026-01-05 09:20  answered  stopped  met   0:20
    `;
  });

  test("E7 counts from the mail, not from the tag that chose its target", () => {
    const target = [{ when: { tag: "rush" }, within: "24h" }];
    const commitment = { ...reply.commitment, clock: { ...reply.commitment.clock }, target };
    follow({ ...reply, commitment })`
      2026-01-05 09:00  created  none
      2026-01-05 12:30  rush     running  open  3:30  due 2026-01-06 09:00
    `;
  });

  test("E8 waits while on hold for the agent, and not for the system", () => {
    const agent = { start: "ticket.assigned", pause: { while: { status: "onHold" } } };
    follow(withClock(agent))`
      2026-01-05 09:00  created   none
      2026-01-05 10:00  assigned  running  open  0:00
      2026-01-05 10:30  hold      paused   open  0:30
      2026-01-05 11:00  open      running  open  0:30
      2026-01-05 11:30  answered  stopped  met   1:00
    `;
    follow(reply)`
      2026-01-05 09:00  created   running  open  0:00
      2026-01-05 10:30  hold      running  open  1:30
      2026-01-05 11:30  answered  stopped  met   2:30
    `;
  });

  test("E9 is not given from a mailbox the agreement does not name", () => {
    follow(withClock({ stop: { event: "ticket.repliedPublic", where: { via: "inbox" } } }))`
      2026-01-05 09:00  created    running  open  0:00
      2026-01-05 09:30  elsewhere  running  open  0:30
      2026-01-05 10:00  answered   stopped  met   1:00
    `;
  });

  test("E10 is not owed for a ticket that a workflow made, where the agreement says so", () => {
    const where = { "event.actor.kind": { notIn: ["automation"] } };
    follow(withClock({ start: { event: "ticket.created", where } }))`
      2026-01-05 09:00  byWorkflow  none
      2026-01-05 09:30  answered    none
    `;
  });

  test("E11 that nobody needs counts nowhere, and is not missed", () => {
    follow(withClock({ cancel: "ticket.noReplyNeeded" }))`
      2026-01-05 09:00  created   running    open  0:00
      2026-01-05 09:10  unneeded  cancelled  void  0:10
      2026-01-09 09:10  -         cancelled  void  0:10
    `;
  });
});
