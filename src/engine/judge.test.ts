import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  agreementFor,
  histories,
  instants,
  type Promised,
  promises,
} from "../../test/random-clock.ts";
import { at } from "../../test/story.ts";
import type { Event } from "./event.ts";
import { judge } from "./judge.ts";
import type { JudgedClock } from "./judged.ts";
import type { Instant } from "./time.ts";

const RUNS = { numRuns: 800 };

type Check = (clock: JudgedClock, asOf: Instant, promised: Promised) => void;

/** Every clock of random promises and facts, at some instant, satisfies a law. */
function everyClock(check: Check): void {
  fc.assert(
    fc.property(promises, histories, instants, (promised, events, asOf) => {
      const { clocks } = judge({ agreements: [agreementFor(promised)], events, asOf });
      for (const clock of clocks) check(clock, asOf, promised);
    }),
    RUNS,
  );
}

/** A clock that is reopened into a pause goes on with that pause. */
const isReopening = (rule: string) => rule === "reopened" || rule === "paused";

const tiles: Check = ({ stretches, startedAt, stoppedAt }, asOf, { clock }) => {
  if (startedAt === null) return assert.deepEqual(stretches, []);
  let end: Instant = startedAt;
  for (const { from, to, because } of stretches) {
    assert.ok(to > from, "a stretch is empty");
    if (isReopening(because.rule)) assert.ok(from >= end);
    else assert.equal(from, end);
    end = to;
  }
  const last = stoppedAt ?? asOf;
  const isAtReopening = clock.again === "resume" && stoppedAt === null;
  if (last > startedAt && !isAtReopening) assert.equal(end, last);
};

/** Unless a change began to count from zero. */
const addsUp: Check = ({ stretches, spent }, _, { clock }) => {
  if (JSON.stringify(clock.onTargetChange).includes("fromChange")) return;
  const running = stretches.filter(({ kind }) => kind === "running");
  const sum = running.reduce((total, { from, to }) => total + to - from, 0);
  assert.equal(sum, spent.openMs);
};

const judgedFairly: Check = ({ verdict, stoppedAt, dueAt, breachedAt }) => {
  if (verdict === "met") assert.ok(stoppedAt !== null && dueAt !== null && stoppedAt <= dueAt);
  if (verdict === "open") assert.equal(breachedAt, null);
  if (verdict === "breached" && stoppedAt !== null) {
    assert.ok(breachedAt !== null && breachedAt <= stoppedAt);
    if (breachedAt === dueAt && dueAt !== null) assert.ok(stoppedAt >= dueAt);
  }
};

const warnsInOrder: Check = ({ warnings, startedAt, breachedAt, stoppedAt }, asOf) => {
  for (const [index, { at: warned, share }] of warnings.entries()) {
    const before = warnings[index - 1];
    assert.ok(warned >= (before?.at ?? startedAt ?? warned) && share > (before?.share ?? 0));
    assert.ok(warned <= (breachedAt ?? stoppedAt ?? asOf));
  }
};

describe("every clock", () => {
  test("is tiled by its stretches, with no gap but those it was stopped for", () =>
    everyClock(tiles));

  test("has spent what its running stretches add up to", () => everyClock(addsUp));

  test("is met at its due time at the latest, and breached after it", () =>
    everyClock(judgedFairly));

  test("warns once of each share, in order, and not after its breach", () =>
    everyClock(warnsInOrder));
});

test("a due time is kept a millisecond before it is missed, with the whole target spent", () =>
  fc.assert(
    fc.property(promises, histories, instants, (promised, events, asOf) => {
      const agreements = [agreementFor(promised)];
      const known = events.filter(({ occurredAt }) => occurredAt <= asOf);
      const { clocks } = judge({ agreements, events: known, asOf });
      const index = clocks.findIndex(({ state, verdict }) => state + verdict === "runningopen");
      const due = clocks[index]?.dueAt;
      if (due === undefined || due === null || due < asOf) return;
      const then = judge({ agreements, events: known, asOf: due }).clocks[index];
      assert.deepEqual([then?.verdict, then?.remainingMs], ["open", 0]);
      const after = judge({ agreements, events: known, asOf: (due + 1) as Instant }).clocks[index];
      assert.deepEqual([after?.verdict, after?.breachedAt], ["breached", due]);
    }),
    RUNS,
  ));

describe("a breach found before every source has told all", () => {
  const created: Event = {
    id: "1",
    source: "desk",
    type: "ticket.created",
    subject: "ticket/1",
    occurredAt: at("2026-01-05 10:00"),
    data: { priority: "low" },
  };
  const promised: Promised = {
    clock: { start: "ticket.created", stop: "ticket.repliedPublic" },
    target: [{ within: "2h" }],
  };
  const agreements = [agreementFor(promised)];
  const asOf = at("2026-01-05 13:00");
  const reply: Event = { ...created, id: "2", source: "mail", type: "ticket.repliedPublic" };
  const behind = { desk: asOf, mail: at("2026-01-05 11:00") };
  const first = (events: readonly Event[], watermarks?: Readonly<Record<string, Instant>>) =>
    judge({ agreements, events, asOf, ...(watermarks ? { watermarks } : {}) }).clocks[0];

  test("is provisional while one is behind the due time, and final when none is", () => {
    assert.equal(first([created], behind)?.provisional, true);
    assert.equal(first([created], { ...behind, mail: at("2026-01-05 12:00") })?.provisional, false);
    assert.equal(first([created])?.provisional, false);
  });

  test("stays provisional when a late reply comes, since an earlier one still may", () => {
    const late = { ...reply, occurredAt: at("2026-01-05 12:30") };
    const told = first([created, late], behind);
    assert.deepEqual(
      [told?.state, told?.verdict, told?.provisional],
      ["stopped", "breached", true],
    );
  });

  test("is withdrawn by a reply in time: the earliest counts, whichever came first", () => {
    const late = { ...reply, id: "3", source: "desk", occurredAt: at("2026-01-05 12:30") };
    const early = { ...reply, occurredAt: at("2026-01-05 11:30") };
    assert.equal(first([created, late, early], behind)?.verdict, "met");
    assert.equal(first([created, early, late], behind)?.verdict, "met");
  });
});
