/** Worked examples E: pause, hold and resume. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ClockSpec } from "../../src/engine/agreement.ts";
import { at, follow, nineToFive, type Scene } from "../story.ts";

function office(clock: Partial<ClockSpec> = {}): Scene {
  return {
    calendars: { office: nineToFive() },
    commitment: {
      clock: {
        start: "ticket.created",
        stop: "ticket.solved",
        pause: { while: { status: "onHold" } },
        ...clock,
      },
      target: [{ within: "4bh" }],
      warnAt: ["50%"],
    },
    deeds: {
      created: { type: "ticket.created", data: { status: "new" } },
      hold: { type: "ticket.statusChanged", data: { status: "onHold" } },
      resumed: { type: "ticket.statusChanged", data: { status: "active" } },
      solved: "ticket.solved",
    },
  };
}

describe("a hold", () => {
  const story = follow(office());

  test("G4 outside opening hours costs nothing", () => {
    story`
      2026-01-05 08:00  created  running  open  0:00  due 13:00
      2026-01-05 08:10  hold     paused   open  0:00  due never
      2026-01-05 08:40  resumed  running  open  0:00  due 13:00
    `;
  });

  test("G5 inside opening hours moves the due time by as much", () => {
    story`
      2026-01-05 08:00  created  running  open  0:00  due 13:00
      2026-01-05 10:00  hold     paused   open  1:00
      2026-01-05 11:00  resumed  running  open  1:00  due 14:00
    `;
  });

  test("G6 that ends after closing counts up to closing: Dynamics' quirk is not copied", () => {
    story`
      2026-01-05 10:00  created  running  open  0:00  due 14:00
      2026-01-05 13:00  hold     paused   open  3:00
      2026-01-05 18:00  resumed  running  open  3:00  due 2026-01-06 10:00
    `;
  });

  test("G7 over a night counts the open hours of it", () => {
    story`
      2026-01-05 16:00  created  running  open  0:00  due 2026-01-06 12:00
      2026-01-05 20:00  hold     paused   open  1:00
      2026-01-06 10:00  resumed  running  open  1:00  due 2026-01-06 13:00
    `;
  });

  test("G8 after a warning does not give it again", () => {
    const { clocks } = story`
      2026-01-05 09:00  created  running  open  0:00  due 13:00
      2026-01-05 11:30  hold     paused   open  2:30
      2026-01-05 12:30  resumed  running  open  2:30  due 14:00
      2026-01-05 14:00  solved   stopped  met   4:00
    `;
    const warnings = clocks[0]?.warnings.map((warning) => warning.at);
    assert.deepEqual(warnings, [at("2026-01-05 11:00")]);
  });

  test("G9 pauses the clock; that the start condition no longer holds ends nothing", () => {
    follow(office({ start: { when: { status: { in: ["new", "active"] } } } }))`
      2026-01-05 09:00  created  running  open  0:00
      2026-01-05 10:00  hold     paused   open  1:00
      2026-01-05 11:00  resumed  running  open  1:00
    `;
  });

  test("G12 is there to see while it lasts", () => {
    const { clocks } = story`
      2026-01-05 09:00  created  running  open  0:00
      2026-01-05 10:00  hold     paused   open  1:00
      2026-01-05 10:45  -        paused   open  1:00
    `;
    const last = clocks[0]?.stretches.at(-1);
    assert.equal(last?.kind, "paused");
    assert.deepEqual([last?.from, last?.to], [at("2026-01-05 10:00"), at("2026-01-05 10:45")]);
  });
});

test("G11 an event that both starts and stops a clock attaches nothing", () => {
  follow(office({ stop: ["ticket.solved", "ticket.created"] }))`
    2026-01-05 09:00  created  none
    2026-01-05 10:00  solved   none
  `;
});
