import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { follow, nineToFive, type Scene } from "../../test/story.ts";
import type { ExclusionSpec } from "./agreement.ts";
import { Refusal } from "./problem.ts";

function ticket(exclusion: Partial<ExclusionSpec>, within = "4bh"): Scene {
  return {
    zone: "Europe/Madrid",
    calendars: { office: nineToFive("Europe/Madrid") },
    commitment: {
      clock: { start: "ticket.created", stop: "ticket.solved" },
      target: [{ within }],
      calendar: "office",
    },
    agreement: { exclusions: [{ id: "out", category: "maintenance", ...exclusion }] },
    deeds: {
      created: "ticket.created",
      test: { type: "ticket.statusChanged", data: { kind: "test" } },
      solved: "ticket.solved",
    },
  };
}

describe("what an agreement leaves out", () => {
  test("is not spent, in open time", () => {
    const interval = { from: "2026-01-05T10:00:00+01:00", to: "2026-01-05T12:00:00+01:00" };
    follow(ticket({ interval }))`
      2026-01-05 09:00  created  running  open  0:00  due 15:00
      2026-01-05 11:00  -        running  open  1:00
      2026-01-05 15:00  solved   stopped  met   4:00
    `;
  });

  test("nor in elapsed time, and whole days include the last", () => {
    const interval = { from: "2026-01-06", to: "2026-01-07" };
    follow(ticket({ interval }, "30h"))`
      2026-01-05 18:00  created  running  open  0:00  due 2026-01-09 00:00
      2026-01-07 12:00  -        running  open  6:00
    `;
  });

  test("recurs by its rule, on the wall clock of the agreement's zone", () => {
    follow(ticket({ rrule: "FREQ=WEEKLY;BYDAY=MO;BYHOUR=10;DURATION=PT2H" }))`
      2026-03-30 09:00  created  running  open  0:00  due 15:00
    `;
    follow(ticket({ rrule: "FREQ=WEEKLY;BYDAY=MO;BYHOUR=10;DURATION=PT2H" }))`
      2026-03-31 09:00  created  running  open  0:00  due 13:00
    `;
  });

  test("does not recur at a time that the clocks skip", () => {
    const upkeep = { rrule: "FREQ=WEEKLY;BYDAY=SU;BYHOUR=2;DURATION=PT2H" };
    follow(ticket(upkeep, "48h"))`
      2026-03-21 12:00  created  running  open  0:00  due 2026-03-23 14:00
    `;
    follow(ticket(upkeep, "48h"))`
      2026-03-28 12:00  created  running  open  0:00  due 2026-03-30 13:00
    `;
  });

  test("may be subjects: they are excused, breached or not", () => {
    follow(ticket({ where: { kind: "test" } }))`
      2026-01-05 09:00  created  running  open      0:00
      2026-01-05 14:00  -        running  breached  5:00
      2026-01-05 15:00  test     running  excused   6:00
      2026-01-05 16:00  solved   stopped  excused   7:00
    `;
  });

  test("is refused where it cannot be read", () => {
    for (const part of [
      { interval: { from: "2026-01-07", to: "2026-01-05" } },
      { interval: { from: "tomorrow", to: "2026-01-05" } },
      { rrule: "FREQ=WEEKLY;BYDAY=MO" },
      { rrule: "FREQ=SOMETIMES;DURATION=PT2H" },
      { rrule: "FREQ=SECONDLY;DURATION=PT1M" },
      { rrule: "FREQ=DAILY;BYSECOND=0,1;DURATION=PT1M" },
    ]) {
      const judged = () => follow(ticket(part))`2026-01-05 09:00  created`;
      assert.throws(judged, (fault) => fault instanceof Refusal, JSON.stringify(part));
    }
  });
});
