import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { agreementOf, at, nineToFive } from "../../test/story.ts";
import type { Event } from "./event.ts";
import { judge } from "./judge.ts";

const scene = {
  commitment: {
    clock: { start: "ticket.created", stop: "ticket.solved" },
    target: [{ within: "4bh" }],
    calendar: "office",
    objective: { atLeast: "90%", each: "month" },
  },
  calendars: { office: nineToFive() },
  agreement: {
    disputes: {
      window: "10bd",
      who: ["team"],
      steps: [{ by: "team", within: "3bd" }],
      effect: "provisional",
      default: "measurementStands",
    },
  },
  deeds: {},
} as const;

const created: Event = {
  id: "1",
  source: "desk",
  type: "ticket.created",
  subject: "ticket/1",
  occurredAt: at("2026-01-15 10:00"),
};

function statuses(events: readonly Event[], asOf: string): readonly string[] {
  const { periods } = judge({ agreements: [agreementOf(scene)], events, asOf: at(asOf) });
  return periods.map(({ from, status }) => `${new Date(from).toISOString().slice(0, 7)} ${status}`);
}

describe("the periods of a commitment", () => {
  test("begin with the first fact, though the agreement is older", () => {
    assert.deepEqual(statuses([created], "2026-03-20 00:00"), [
      "2026-01 final",
      "2026-02 final",
      "2026-03 open",
    ]);
    assert.deepEqual(statuses([], "2026-03-20 00:00"), ["2026-03 open"]);
  });

  test("stay provisional until the dispute window, in business days, is over", () => {
    assert.deepEqual(statuses([created], "2026-02-13 08:59").slice(0, 1), ["2026-01 provisional"]);
    assert.deepEqual(statuses([created], "2026-02-16 09:00").slice(0, 1), ["2026-01 final"]);
  });
});
