/** Worked examples L: speed to lead and reassignment. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ClockSpec } from "../../src/engine/agreement.ts";
import { follow, nineToFive, type Scene, spentOf } from "../story.ts";

function lead(clock: ClockSpec, within: string): Scene {
  return {
    subject: "lead/1",
    calendars: { sales: { ...nineToFive(), week: { "mon-fri": ["10:00-18:00"] } } },
    commitment: { clock, target: [{ within }], warnAt: ["75%"] },
    deeds: {
      form: "lead.created",
      assigned: { type: "lead.assigned", data: { owner: "ana" } },
      called: { type: "contact.attempted", actor: { kind: "human" }, data: { channel: "phone" } },
    },
  };
}

const contact: ClockSpec = { start: "lead.created", stop: "contact.attempted" };

describe("ten working hours from ten to six", () => {
  const story = follow(lead(contact, "10bh"));

  test("L1 from Wednesday at three end on Thursday at five", () => {
    story`
      2026-01-07 15:00  form  running  open  0:00  due 2026-01-08 17:00
    `;
  });

  test("L3 from Wednesday night begin on Thursday at ten", () => {
    story`
      2026-01-07 20:00  form  running  open  0:00  due 2026-01-09 12:00
    `;
  });
});

test("L5 the delay of the system and that of the rep are two clocks", () => {
  const spent = (clock: ClockSpec) =>
    spentOf(follow(lead(clock, "5m"))`
      2026-01-07 10:00  form
      2026-01-07 10:30  assigned
      2026-01-07 10:35  called
    `);
  assert.deepEqual(spent(contact), ["0:35"]);
  assert.deepEqual(spent({ ...contact, start: "lead.assigned" }), ["0:05"]);
});

test("L8 a breach at two hours, and the true time goes on being measured on both scales", () => {
  const { clocks } = follow(lead(contact, "2bh"))`
    2026-01-07 17:00         form    running  open      0:00  due 2026-01-08 11:00
    2026-01-08 11:00:00.001  -       running  breached  2:00:00.001
    2026-01-08 13:00         called  stopped  breached  4:00  breached 11:00
  `;
  assert.equal(clocks[0]?.spent.elapsedMs, 20 * 3_600_000);
});

test("L9 a call within a day, and five within two weeks", () => {
  follow(lead(contact, "24h"))`
    2026-01-05 10:00  form    running  open      0:00
    2026-01-06 10:30  called  stopped  breached  24:30  breached 10:00
  `;
  const fifth = { event: "contact.attempted", where: { attempts: { atLeast: 5 } } };
  follow(lead({ start: "lead.created", stop: fifth }, "14d"))`
    2026-01-05 10:00  form    running  open      0:00
    2026-01-06 10:00  called  running  open      24:00
    2026-01-07 10:00  called  running  open      48:00
    2026-01-08 10:00  called  running  open      72:00
    2026-01-09 10:00  called  running  open      96:00
    2026-01-19 11:00  -       running  breached  337:00  breached 10:00
    2026-01-20 10:00  called  stopped  breached  360:00
  `;
});

test("L10 outreach in 14 days, then every 90: each contact restarts the clock", () => {
  follow(lead(contact, "14d"))`
    2026-01-05 10:00  form    running  open  0:00  due 2026-01-19 10:00
    2026-01-10 10:00  called  stopped  met   120:00
  `;
  const again = { start: "contact.attempted", stop: "lead.deleted", whileRunning: "restart" };
  follow(lead(again as ClockSpec, "90d"))`
    2026-01-10 10:00         called  running  open      0:00  due 2026-04-10 10:00
    2026-03-01 10:00         called  running  open      0:00  due 2026-05-30 10:00
    2026-05-30 10:00:00.001  -       running  breached  2160:00:00.001
  `;
});

test("L12 at risk from the warning on, and not before", () => {
  const rows: readonly [string, string, string, boolean, string][] = [
    ["1h", "2026-01-07 10:00", "2026-01-07 10:52", true, "open"],
    ["1h", "2026-01-07 10:00", "2026-01-07 11:18", true, "breached"],
    ["1h", "2026-01-07 10:00", "2026-01-07 10:12", false, "open"],
    ["5bd", "2026-01-05 10:00", "2026-01-08 18:00", true, "open"],
  ];
  for (const [within, from, now, isAtRisk, verdict] of rows) {
    const { clocks } = follow(lead(contact, within))`
      ${from}  form
      ${now}  -
    `;
    assert.equal((clocks[0]?.warnings.length ?? 0) > 0, isAtRisk, now);
    assert.equal(clocks[0]?.verdict, verdict, now);
  }
});
