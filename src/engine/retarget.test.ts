import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { agreementOf, at, follow, nineToFive, type Scene } from "../../test/story.ts";
import type { ClockSpec, TargetSpec } from "./agreement.ts";
import { judge } from "./judge.ts";
import { Refusal } from "./problem.ts";

const eightThenTwo: readonly TargetSpec[] = [
  { when: { priority: "high" }, within: "2h" },
  { when: { priority: "open" }, within: "2bh" },
  { when: { priority: { exists: true } }, within: "8h" },
];

function ticket(
  onTargetChange: ClockSpec["onTargetChange"],
  target: readonly TargetSpec[] = eightThenTwo,
): Scene {
  const clock = {
    start: "ticket.created",
    stop: "ticket.solved",
    pause: { while: { status: "waiting" } },
    again: "resume",
    onTargetChange: onTargetChange ?? "keepSpent",
  } as const;
  const priority = (to: string | null) => ({
    type: "ticket.priorityChanged",
    data: { priority: to },
  });
  return {
    calendars: { office: nineToFive() },
    commitment: { clock, target, calendar: "office", warnAt: ["50%", "75%"] },
    deeds: {
      created: { type: "ticket.created", data: { priority: "low" } },
      plain: "ticket.created",
      toHigh: priority("high"),
      toLow: priority("low"),
      toOpen: priority("open"),
      toNone: priority(null),
      waiting: { type: "ticket.statusChanged", data: { status: "waiting" } },
      open: { type: "ticket.statusChanged", data: { status: "open" } },
      promised: { type: "ticket.statusChanged", data: { by: "2026-01-05 15:00" } },
      delayed: { type: "ticket.statusChanged", data: { by: "2026-01-06 15:00" } },
      solved: "ticket.solved",
      reopened: "ticket.reopened",
    },
  };
}

describe("a change of target", () => {
  test("follows one policy when it tightens and another when it loosens", () => {
    follow(ticket({ tighter: "fromChange", looser: "keepTarget" }))`
      2026-01-05 09:00  created  running  open  0:00  due 17:00
      2026-01-05 10:00  toHigh   running  open  0:00  due 12:00
      2026-01-05 11:00  toLow    running  open  1:00  due 12:00
    `;
  });

  test("is no change at all where the agreement keeps the target", () => {
    follow(ticket("keepTarget"))`
      2026-01-05 09:00  created  running  open  0:00  due 17:00
      2026-01-05 10:00  toHigh   running  open  1:00  due 17:00
    `;
  });

  test("to another unit counts what ran in that unit", () => {
    follow(ticket("keepSpent"))`
      2026-01-05 16:00  created  running  open  0:00   due 2026-01-06 00:00
      2026-01-05 20:00  toOpen   running  open  1:00  due 2026-01-06 10:00
    `;
  });

  test("during a pause that leaves too much spent breaches there and then", () => {
    follow(ticket("keepSpent"))`
      2026-01-05 09:00  created  running  open      0:00
      2026-01-05 12:00  waiting  paused   open      3:00  due never
      2026-01-05 13:00  toHigh   paused   breached  3:00  breached 13:00
      2026-01-05 14:00  open     running  breached  3:00  due 13:00
    `;
  });

  test("that leaves exactly the target spent is due at once, and not yet breached", () => {
    follow(ticket("keepSpent"))`
      2026-01-05 09:00  created  running  open  0:00
      2026-01-05 11:00  toHigh   running  open  2:00  due 11:00
      2026-01-05 11:00:00.001  -  running  breached  2:00:00.001  breached 11:00
    `;
  });

  test("to none takes the clock away until there is one again", () => {
    follow(ticket("keepSpent"))`
      2026-01-05 09:00  created  running  open  0:00  due 17:00
      2026-01-05 10:00  toNone   none
      2026-01-05 11:00  toLow    running  open  2:00  due 17:00
    `;
  });

  test("does not repeat a warning, and gives those it jumps over at the change", () => {
    const { clocks } = follow(ticket("keepSpent"))`
      2026-01-05 09:00  created
      2026-01-05 10:36  toHigh
      2026-01-05 10:40  toLow
      2026-01-05 16:00  -
    `;
    const told = clocks[0]?.warnings.map(({ at: when, share }) => `${share} ${when}`);
    const change = at("2026-01-05 10:36");
    assert.deepEqual(told, [`0.5 ${change}`, `0.75 ${change}`]);
  });
});

describe("a due date", () => {
  const byField = [{ by: { date: "by" } }];

  test("that comes after the start holds from then, and moves with its field", () => {
    follow(ticket("keepSpent", byField))`
      2026-01-05 09:00  plain     none
      2026-01-05 10:00  promised  running  open  1:00  due 15:00
      2026-01-05 11:00  delayed   running  open  2:00  due 2026-01-06 15:00
    `;
  });

  test("is not moved by a pause", () => {
    follow(ticket("keepSpent", byField))`
      2026-01-05 09:00         promised  none
      2026-01-05 09:00         plain     running  open      0:00  due 15:00
      2026-01-05 10:00         waiting   paused   open      1:00  due 15:00
      2026-01-05 15:00:00.001  -         paused   breached  1:00  breached 15:00
    `;
  });

  test("already past when it is set breaches at that instant and not before", () => {
    follow(ticket("keepSpent", byField))`
      2026-01-05 09:00  plain     none
      2026-01-05 16:00  promised  running  breached  7:00  due 15:00  breached 16:00
    `;
  });
});

describe("a tolerance", () => {
  test("is time after the due time that is still met", () => {
    const target = [{ within: "2bh", tolerance: "30bm" }];
    follow(ticket("keepSpent", target))`
      2026-01-05 09:00  plain   running  open  0:00  due 11:00
      2026-01-05 11:30  solved  stopped  met   2:30  due 11:00
    `;
    follow(ticket("keepSpent", target))`
      2026-01-05 09:00         plain   running  open      0:00         due 11:00
      2026-01-05 11:30:00.001  solved  stopped  breached  2:30:00.001  breached 11:30
    `;
  });

  test("in another unit than the target's is refused: the two cannot be added", () => {
    const scene = ticket("keepSpent", [{ within: "2bh", tolerance: "30m" }]);
    const input = { agreements: [agreementOf(scene)], events: [], asOf: at("2026-01-05") };
    assert.throws(
      () => judge(input),
      (fault) => fault instanceof Refusal && fault.problems[0]?.code === "tolerance-unit",
    );
  });
});

test("a clock stopped while it is paused keeps the due time it would have had from there", () => {
  follow(ticket("keepSpent"))`
    2026-01-05 09:00  created   running  open  0:00  due 17:00
    2026-01-05 10:00  waiting   paused   open  1:00  due never
    2026-01-05 12:00  solved    stopped  met   1:00  due 19:00
    2026-01-05 13:00  reopened  paused   open  1:00  due never
  `;
});
