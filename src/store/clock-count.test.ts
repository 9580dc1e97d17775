import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import type { Instant, Millis } from "../engine/time.ts";
import { type ClockRow, upsertClocks } from "./clock.ts";
import { countAndGroupOpen, countOpen, groupOpen } from "./clock-count.ts";
import { inWorkspace } from "./db.ts";

const now = Date.parse("2026-03-31T09:00:00Z") as Instant;
const dayEnds = (now + 50) as Instant;

let db: TestDatabase;
before(async () => {
  db = await openTestDatabase();
});
after(() => db.drop());

const someClock = fc.record({
  state: fc.constantFrom("waiting", "running", "paused", "stopped", "cancelled"),
  verdict: fc.constantFrom("open", "met", "breached", "excused", "void"),
  owner: fc.constantFrom("ana", "luis", null),
  dueAt: fc.option(fc.integer({ min: 0, max: 100 }).map((later) => (now + later) as Instant)),
  isWarned: fc.boolean(),
});

function toRow(made: ReturnType<typeof someClock.generate>["value"], index: number): ClockRow {
  const { isWarned, ...clock } = made;
  return {
    ...clock,
    agreement: "funnel",
    revision: 1,
    level: "corporate",
    commitment: "first-contact",
    subject: `lead/${index}`,
    cycle: 1,
    provisional: false,
    startedAt: now,
    breachedAt: null,
    stoppedAt: null,
    target: null,
    spent: { openMs: 0 as Millis, elapsedMs: 0 as Millis },
    remainingMs: null,
    warnings: isWarned ? [{ at: now, share: 0.5 }] : [],
  } as ClockRow;
}

const isOpen = ({ state }: ClockRow) => ["waiting", "running", "paused"].includes(state);

/** The slow, obvious twin. */
function counted(clocks: readonly ClockRow[]) {
  const open = clocks.filter(isOpen);
  const unbroken = open.filter(({ verdict }) => verdict === "open");
  return {
    open: open.length,
    overdue: open.filter(({ verdict }) => verdict === "breached").length,
    dueToday: unbroken.filter(({ dueAt }) => dueAt !== null && dueAt < dayEnds).length,
    atRisk: unbroken.filter(({ warnings }) => warnings.length > 0).length,
    unassigned: open.filter(({ owner }) => owner === null).length,
  };
}

describe("counters of open clocks", () => {
  test("are what counting them one by one gives, whole and by group", () =>
    fc.assert(
      fc.asyncProperty(fc.array(someClock, { maxLength: 30 }), fc.uuid(), (made, workspaceId) =>
        inWorkspace(db.database, workspaceId, async (tx) => {
          const clocks = made.map(toRow);
          await upsertClocks(tx, { workspaceId, now }, clocks);
          const asked = { filter: {}, dayEnds, by: "owner", limit: 10 } as const;
          const { groups, ...counts } = await countAndGroupOpen(tx, workspaceId, asked);
          assert.deepEqual(counts, counted(clocks));
          assert.deepEqual(await countOpen(tx, workspaceId, asked), counts);
          assert.deepEqual(await groupOpen(tx, workspaceId, asked), groups);
          const own = Map.groupBy(clocks.filter(isOpen), ({ owner }) => owner);
          const sizes = [...own].map(([key, { length: clocks }]) => ({ key, clocks }));
          assert.deepEqual(new Set(groups), new Set(sizes));
        }),
      ),
      { numRuns: 60 },
    ));

  test("leave the smallest groups out where there are more than asked for", () =>
    inWorkspace(db.database, "limited", async (tx) => {
      const owners = ["ana", "ana", "luis", null, null, null] as const;
      const made = { state: "running", verdict: "open", dueAt: null, isWarned: false } as const;
      const clocks = owners.map((owner, index) => toRow({ ...made, owner }, index));
      await upsertClocks(tx, { workspaceId: "limited", now }, clocks);
      const asked = { filter: {}, dayEnds, by: "owner", limit: 2 } as const;
      const { open, groups } = await countAndGroupOpen(tx, "limited", asked);
      assert.equal(open, 6);
      assert.deepEqual(groups, [
        { key: null, clocks: 3 },
        { key: "ana", clocks: 2 },
      ]);
    }));
});
