/** Worked examples J: due dates and derived budgets. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TargetSpec } from "../../src/engine/agreement.ts";
import { follow, nineToFive, type Scene } from "../story.ts";

function ticket(target: TargetSpec, hours = ["09:00-17:00"]): Scene {
  return {
    calendars: { office: { ...nineToFive(), week: { "mon-fri": hours } } },
    commitment: { clock: { start: "ticket.created", stop: "ticket.assigned" }, target: [target] },
    deeds: {
      created: { type: "ticket.created", data: { deadline: "2017-01-11 20:30" } },
      triaged: { type: "ticket.statusChanged", data: { status: "triaged" } },
      assigned: "ticket.assigned",
    },
  };
}

describe("a due date", () => {
  test("M1 after closing moves to the next opening where it snaps", () => {
    const target = { by: { date: "deadline" }, snap: "nextOpening" } as const;
    follow(ticket(target, ["08:00-16:00"]))`
      2017-01-10 09:00  created  running  open  0:00  due 2017-01-12 08:00
      2017-01-12 08:00:00.001  -  running  breached  47:00:00.001  breached 08:00
    `;
    follow(ticket({ by: { date: "deadline" } }, ["08:00-16:00"]))`
      2017-01-10 09:00  created  running  open  0:00  due 2017-01-11 20:30
    `;
  });

  test("M3 is the end of the next business day", () => {
    const story = follow(ticket({ by: { at: "17:00", on: "nextBusinessDay" } }));
    story`
      2026-01-05 10:00  created  running  open  0:00  due 2026-01-06 17:00
    `;
    story`
      2026-01-09 18:00  created  running  open  0:00  due 2026-01-12 17:00
    `;
  });
});

test("M4 what triage took is gone for assignment: one clock from creation says so", () => {
  const { clocks } = follow(ticket({ within: "4h" }))`
    2026-01-05 10:00  created  running  open  0:00  due 14:00
    2026-01-05 11:30  triaged  running  open  1:30  due 14:00
  `;
  assert.equal(clocks[0]?.remainingMs, 2.5 * 3_600_000);
});

test("M5 forty-five hours of nine-hour days are five business days", () => {
  for (const within of ["45bh", "5bd"]) {
    follow(ticket({ within }, ["08:00-17:00"]))`
      2026-01-05 10:00  created  running  open  0:00  due 2026-01-12 10:00
    `;
  }
});
