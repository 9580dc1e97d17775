/** Worked examples H: another calendar while the clock runs. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { judge } from "../../src/engine/judge.ts";
import { agreementOf, at, follow, nineToFive, type Scene } from "../story.ts";

const clock = { start: "ticket.created", stop: "ticket.solved" } as const;

const deeds = {
  created: { type: "ticket.created", data: { region: "eu" } },
  toUs: { type: "ticket.assigned", data: { region: "us" } },
  solved: "ticket.solved",
} as const;

const late = { timeZone: "UTC", week: { "mon-fri": ["14:00-22:00"] } };

describe("a calendar chosen by condition", () => {
  test("J2 each stretch keeps the hours it was run under", () => {
    const { clocks } = follow({
      calendars: { eu: nineToFive(), us: late },
      commitment: {
        clock,
        target: [{ within: "8bh" }],
        calendar: [{ when: { region: "us" }, use: "us" }, { use: "eu" }],
      },
      deeds,
    })`
      2026-01-05 09:00  created  running  open  0:00  due 17:00
      2026-01-05 12:00  toUs     running  open  3:00  due 19:00
      2026-01-05 15:00  -        running  open  4:00
      2026-01-05 19:00  solved   stopped  met   8:00  due 19:00
    `;
    const told = clocks[0]?.stretches.map(({ kind, calendar }) => `${kind} ${calendar}`);
    assert.deepEqual(told, ["running eu@first", "closed us@first", "running us@first"]);
  });
});

describe("a published change", () => {
  const scene: Scene = { commitment: { clock, target: [{ within: "2h" }] }, deeds };

  test("J6 leaves a clock with 20 minutes left its 20 minutes", () => {
    const longer = { ...scene, commitment: { clock, target: [{ within: "9h" }] } };
    const agreements = [
      { document: agreementOf(scene), from: at("2026-01-01") },
      { document: agreementOf(longer), from: at("2026-01-05 10:40") },
    ];
    const event = { id: "1", source: "s", type: "ticket.created", subject: "ticket/1" };
    const events = [{ ...event, occurredAt: at("2026-01-05 09:00") }];
    const [told] = judge({ agreements, events, asOf: at("2026-01-05 10:40") }).clocks;
    assert.equal(told?.revision, 1);
    assert.equal(told?.remainingMs, 20 * 60_000);
  });

  test("J7 of a calendar holds from its date and rewrites nothing before", () => {
    const shorter = { from: "2026-02-01", week: { "mon-fri": ["09:00-13:00"] } };
    const office = { ...nineToFive(), effective: [shorter] };
    const target = [{ within: "8bh" }];
    const told = follow({ calendars: { office }, commitment: { clock, target }, deeds });
    told`
      2026-01-05 09:00  created  running  open  0:00  due 17:00
      2026-03-05 09:00  solved   stopped  breached  252:00  breached 2026-01-05 17:00
    `;
    told`
      2026-02-02 09:00  created  running  open  0:00  due 2026-02-03 13:00
    `;
  });
});
