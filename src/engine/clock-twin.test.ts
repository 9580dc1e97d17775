import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { agreementFor, histories, monday, promises } from "../../test/random-clock.ts";
import { dueOf, type SlowClock, spent, walk } from "../../test/slow-clock.ts";
import { judge } from "./judge.ts";
import type { JudgedClock } from "./judged.ts";
import { type Instant, MINUTE } from "./time.ts";

const verdicts = (clock: SlowClock): string => {
  if (clock.isVoid) return "void";
  if (clock.breachedAt !== undefined) return "breached";
  return clock.state === "stopped" ? "met" : "open";
};

function slowly(clock: SlowClock, asOf: Instant): object {
  return {
    cycle: clock.cycle,
    state: clock.state,
    verdict: verdicts(clock),
    startedAt: clock.startedAt ?? null,
    stoppedAt: clock.stoppedAt ?? null,
    breachedAt: clock.breachedAt ?? null,
    dueAt: dueOf(clock, asOf) ?? null,
    target: clock.goal?.text ?? null,
    spent: spent(clock) * MINUTE,
    elapsed: clock.ran.elapsed * MINUTE,
  };
}

function fast(clock: JudgedClock): object {
  const isDue = clock.state === "running" && clock.breachedAt === null;
  return {
    cycle: clock.cycle,
    state: clock.state,
    verdict: clock.verdict,
    startedAt: clock.startedAt,
    stoppedAt: clock.stoppedAt,
    breachedAt: clock.breachedAt,
    dueAt: isDue ? clock.dueAt : null,
    target: clock.target?.text ?? null,
    spent: clock.spent.openMs,
    elapsed: clock.spent.elapsedMs,
  };
}

const looks = fc.integer({ min: 30, max: 500 }).map((half) => monday + half * 30 * MINUTE);

describe("a clock and its slow twin, which walks from minute to minute", () => {
  test("agree on every clock of random promises and random facts", () =>
    fc.assert(
      fc.property(promises, histories, looks, (promised, events, look) => {
        const asOf = look as Instant;
        const { clocks } = judge({ agreements: [agreementFor(promised)], events, asOf });
        const expected = walk(promised, events, asOf).map((clock) => slowly(clock, asOf));
        assert.deepEqual(clocks.map(fast), expected);
      }),
      { numRuns: 1_200 },
    ));
});
