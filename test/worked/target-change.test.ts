/** Worked examples G: another priority, another target, while the clock runs. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ClockSpec, TargetChangePolicy, TargetSpec } from "../../src/engine/agreement.ts";
import { at, follow, nineToFive, type Scene } from "../story.ts";

const prioritised = (priority: string) => ({
  type: "ticket.priorityChanged",
  data: { priority },
});

const opened = (priority: string) => ({ type: "ticket.created", data: { priority } });

const targets: readonly TargetSpec[] = [
  { when: { dueBy: { exists: true } }, by: { date: "dueBy" } },
  { when: { priority: "P1" }, within: "8h" },
  { when: { priority: "P3" }, within: "24h" },
  { when: { priority: "urgent" }, within: "2h" },
  { when: { priority: "high" }, within: "4h" },
  { when: { priority: "quick" }, within: "2h" },
  { when: { priority: "medium" }, within: "3h" },
  { when: { priority: "low" }, within: "8h" },
];

function ticket(onTargetChange: TargetChangePolicy, clock: Partial<ClockSpec> = {}): Scene {
  return {
    commitment: {
      clock: {
        start: "ticket.created",
        stop: "ticket.solved",
        pause: { while: { status: "onHold" } },
        onTargetChange,
        ...clock,
      },
      target: targets,
    },
    deeds: {
      P3: opened("P3"),
      medium: opened("medium"),
      high: opened("high"),
      low: opened("low"),
      toP1: prioritised("P1"),
      toQuick: prioritised("quick"),
      toUrgent: prioritised("urgent"),
      toHigh: prioritised("high"),
      byHand: { type: "ticket.statusChanged", data: { dueBy: "2026-01-05T15:00:00Z" } },
      hold: { type: "ticket.statusChanged", data: { status: "onHold" } },
      resumed: { type: "ticket.statusChanged", data: { status: "open" } },
      active: { type: "ticket.created", data: { priority: "high", status: "active" } },
      resolved: { type: "ticket.solved", data: { status: "resolved" } },
      solved: "ticket.solved",
    },
  };
}

describe("a new target keeps the time already spent", () => {
  const story = follow(ticket("keepSpent"));

  test("I1 three hours become two", () => {
    story`
      2026-01-05 10:00  medium   running  open  0:00  due 13:00
      2026-01-05 11:00  toQuick  running  open  1:00  due 12:00
    `;
  });

  test("I2 four hours become two, one of them gone", () => {
    const { clocks } = story`
      2026-01-05 09:00  high      running  open  0:00  due 13:00
      2026-01-05 10:00  toUrgent  running  open  1:00  due 11:00
    `;
    assert.equal(clocks[0]?.remainingMs, 3_600_000);
  });

  test("I3 a breach is not recorded twice", () => {
    story`
      2026-01-05 09:00  high      running  open      0:00  due 13:00
      2026-01-05 14:00  -         running  breached  5:00  breached 13:00
      2026-01-05 15:00  toUrgent  running  breached  6:00  breached 13:00
      2026-01-05 16:00  solved    stopped  breached  7:00  breached 13:00
    `;
  });

  test("I4 one already used up is breached at the change", () => {
    story`
      2026-01-05 09:00  low       running  open      0:00  due 17:00
      2026-01-05 12:00  toUrgent  running  breached  3:00  breached 12:00
    `;
  });

  test("I13 a due date set by hand no longer moves with the priority", () => {
    story`
      2026-01-05 09:00  high      running  open  0:00  due 13:00
      2026-01-05 10:00  byHand    running  open  1:00  due 15:00
      2026-01-05 11:00  toUrgent  running  open  2:00  due 15:00
    `;
  });
});

test("I5 a new target from zero at the change", () => {
  follow(ticket("fromChange"))`
    2026-01-05 09:00  P3    running  open  0:00  due 2026-01-06 09:00
    2026-01-05 12:00  toP1  running  open  0:00  due 20:00
  `;
});

describe("a new target as if it had held from the start", () => {
  const story = follow(ticket("fromStart"));

  test("I6 three hours are gone", () => {
    story`
      2026-01-05 09:00  P3    running  open  0:00
      2026-01-05 12:00  toP1  running  open  3:00  due 17:00
    `;
  });

  test("I8 past pauses included", () => {
    story`
      2026-01-05 09:00  P3       running  open  0:00
      2026-01-05 10:00  hold     paused   open  1:00
      2026-01-05 11:30  resumed  running  open  1:00
      2026-01-05 12:00  toP1     running  open  1:30  due 18:30
    `;
  });

  test("I9 is breached at once where more is gone than allowed", () => {
    story`
      2026-01-05 09:00  P3    running  open      0:00
      2026-01-05 19:00  toP1  running  breached  10:00  breached 19:00
    `;
  });
});

test("I14 the first target whose condition holds is used; conditions have no precedence", () => {
  const blocker = { priority: { in: ["blocker", "highest"] } };
  const scene = ticket("keepSpent");
  const target = [
    { when: { all: [blocker, { labels: "24h" }] }, within: "24h" },
    { when: blocker, within: "24bh" },
  ];
  const plain = { type: "ticket.created", data: { priority: "blocker" } };
  const labelled = { type: "ticket.created", data: { priority: "highest", labels: ["24h"] } };
  const judged = follow({
    ...scene,
    calendars: { office: nineToFive() },
    commitment: { ...scene.commitment, target },
    deeds: { plain, labelled },
  });
  const { clocks } = judged`
    2026-01-05 09:00  plain  running  open  0:00  due 2026-01-07 17:00
  `;
  assert.equal(clocks[0]?.target?.text, "24bh");
  judged`
    2026-01-05 09:00  labelled  running  open  0:00  due 2026-01-06 09:00
  `;
});

test("I15 a promise kept stays kept though its scope no longer holds", () => {
  const scene = ticket("keepSpent");
  const scope = { subject: "ticket", where: { status: "active" } } as const;
  const { clocks } = follow({ ...scene, commitment: { ...scene.commitment, scope } })`
    2026-01-05 09:00  active    running  open  0:00
    2026-01-05 10:00  resolved  stopped  met   1:00
  `;
  assert.equal(clocks[0]?.stoppedAt, at("2026-01-05 10:00"));
});
