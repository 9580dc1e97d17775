import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Standing, standingOf, type Timed } from "./standing.ts";

const now = Date.parse("2026-03-03T10:00:00Z");
const later = "2026-03-03T12:00:00.000Z";
const earlier = "2026-03-03T09:00:00.000Z";
const warned = [{ at: earlier }];

const rows: readonly [Timed["state"], Timed["verdict"], Partial<Timed>, Standing][] = [
  ["waiting", "open", {}, "notStarted"],
  ["running", "open", { dueAt: later }, "onTrack"],
  ["running", "open", { dueAt: later, warnings: [{ at: later }] }, "onTrack"],
  ["running", "open", { dueAt: later, warnings: warned }, "atRisk"],
  ["running", "open", { dueAt: new Date(now).toISOString() }, "onTrack"],
  ["running", "open", { dueAt: earlier, warnings: warned }, "overdue"],
  ["running", "breached", { dueAt: earlier }, "overdue"],
  ["paused", "open", { warnings: warned }, "paused"],
  ["paused", "breached", {}, "overdue"],
  ["stopped", "met", { dueAt: later }, "met"],
  ["stopped", "breached", { dueAt: earlier }, "missed"],
  ["cancelled", "breached", {}, "missed"],
  ["cancelled", "open", {}, "notAssessable"],
  ["stopped", "excused", {}, "notAssessable"],
  ["cancelled", "void", {}, "notAssessable"],
];

describe("how a clock stands", () => {
  for (const [state, verdict, more, standing] of rows) {
    test(`${state}, ${verdict}, ${JSON.stringify(more)}: ${standing}`, () => {
      assert.equal(
        standingOf({ state, verdict, dueAt: null, warnings: [], ...more }, now),
        standing,
      );
    });
  }
});
