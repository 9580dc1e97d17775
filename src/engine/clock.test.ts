import { describe, test } from "node:test";
import { follow, nineToFive } from "../../test/story.ts";

const answerInFourHours = {
  commitment: {
    clock: {
      start: "ticket.created",
      stop: "ticket.repliedPublic",
      pause: { while: { status: "waiting" } },
      cancel: ["ticket.spam", "ticket.noReplyNeeded"],
    },
    target: [{ within: "4bh" }],
    calendar: "office",
  },
  calendars: { office: nineToFive() },
  deeds: {
    created: "ticket.created",
    waiting: { type: "ticket.statusChanged", data: { status: "waiting" } },
    replied: { type: "ticket.customerReplied", data: { status: "open" } },
    answered: "ticket.repliedPublic",
    spam: "ticket.spam",
    unneeded: "ticket.noReplyNeeded",
  },
} as const;

describe("a clock that allows four open hours", () => {
  const story = follow(answerInFourHours);

  test("stands still while it is paused", () => {
    story`
      2026-03-31 10:00  created   running  open  0:00  due 14:00
      2026-03-31 11:00  waiting   paused   open  1:00  due never
      2026-04-01 09:30  replied   running  open  1:00  due 12:30
      2026-04-01 12:30  answered  stopped  met   4:00  due 12:30
    `;
  });

  test("is met at its due instant and breached a millisecond later", () => {
    story`
      2026-03-31 10:00         created   running  open      0:00         due 14:00
      2026-03-31 14:00:00.001  answered  stopped  breached  4:00:00.001  due 2026-03-31 14:00
    `;
    story`
      2026-03-31 10:00         created   running  open      0:00  due 14:00
      2026-03-31 14:00         -         running  open      4:00
      2026-03-31 14:00:00.001  -         running  breached  4:00:00.001
      2026-03-31 15:00         answered  stopped  breached  5:00  breached 14:00
    `;
  });

  test("spends nothing while the office is closed", () => {
    story`
      2026-04-02 16:00  created   running  open  0:00  due 2026-04-03 12:00
      2026-04-03 09:00  -         running  open  1:00
      2026-04-03 12:00  answered  stopped  met   4:00
    `;
  });

  test("keeps its breach when it is cancelled, unless it was spam", () => {
    story`
      2026-03-31 10:00  created   running    open      0:00
      2026-03-31 15:00  unneeded  cancelled  breached  5:00
    `;
    story`
      2026-03-31 10:00  created   running    open  0:00
      2026-03-31 15:00  spam      cancelled  void  5:00
    `;
    story`
      2026-03-31 10:00  created   running    open  0:00
      2026-03-31 11:00  unneeded  cancelled  void  1:00
    `;
  });
});
