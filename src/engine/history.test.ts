import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { agreementFor, histories, instants, promises, subject } from "../../test/random-clock.ts";
import type { Attributes, Event } from "./event.ts";
import { compareEvents } from "./event.ts";
import {
  beginHistory,
  conclude,
  concludeEvents,
  type Folded,
  foldHistory,
  goOn,
  type History,
} from "./history.ts";
import { judge, judgeSubject } from "./judge.ts";
import type { JudgedClock } from "./judged.ts";
import { clocksOf } from "./line.ts";
import { compileRulebook, type Rulebook } from "./rulebook.ts";
import type { Instant } from "./time.ts";

const RUNS = { numRuns: 600 };
const far = Date.UTC(2026, 1, 1) as Instant;
const clock = { start: "ticket.created", stop: "ticket.solved" };

function told(rulebook: Rulebook, events: readonly Event[], asOf: Instant): unknown {
  const clocks = judgeSubject(rulebook, subject, events, { asOf, isProvisional: () => false });
  return JSON.parse(JSON.stringify(clocks));
}

/**
 * A kept history as it stands: the subject, the marks and every field of every clock, but for what
 * they were compiled from.
 */
function standing(rulebook: Rulebook, history: History, asOf: Instant): string {
  return textOf(conclude(rulebook, history, asOf));
}

function textOf({ lines, subject: known, marks, last }: Folded): string {
  return JSON.stringify([lines.flatMap(clocksOf), known, marks, last], (key, value) =>
    key === "commitment" || key === "timetable" || key === "wall" || key === "owed"
      ? undefined
      : isMap(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
  );
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

describe("a history", () => {
  test("is the same one by one as all at once, whoever looks in between", () =>
    fc.assert(
      fc.property(promises, histories, instants, (promised, events, glance) => {
        const rulebook = compileRulebook([agreementFor(promised)]);
        let history = beginHistory(rulebook, subject);
        for (const event of [...events].sort(compareEvents)) {
          history = goOn(rulebook, history, [event]);
          conclude(rulebook, history, glance);
        }
        const whole = foldHistory(rulebook, subject, events);
        assert.equal(standing(rulebook, history, far), standing(rulebook, whole, far));
        const atOnce = concludeEvents(rulebook, subject, events, far);
        assert.equal(textOf(atOnce), standing(rulebook, whole, far));
      }),
      RUNS,
    ));

  test("takes in what moves nothing as if each fact had been looked at", () => {
    const rulebook = compileRulebook([agreementFor({ clock })]);
    const data = [
      { a: 1, deep: { b: 2, c: 3 } },
      { a: 2, channel: "phone" },
      { deep: { b: null } },
    ];
    const types = ["lead.told", "contact.attempted", "lead.told"];
    const facts = fc.array(fc.record({ says: fc.constantFrom(0, 1, 2), minutes: fc.nat(50) }));
    fc.assert(
      fc.property(facts, (told) => {
        const events = told.map(({ says, minutes }, place) => ({
          id: String(place),
          source: "test",
          type: types[says] as string,
          subject,
          occurredAt: (far - (minutes + 1) * 60_000) as Instant,
          data: data[says] as Attributes,
        }));
        const before = JSON.stringify(data);
        let history = beginHistory(rulebook, subject);
        for (const event of [...events].sort(compareEvents)) {
          history = goOn(rulebook, history, [event]);
        }
        const atOnce = concludeEvents(rulebook, subject, events, far);
        assert.equal(textOf(atOnce), standing(rulebook, history, far));
        assert.equal(JSON.stringify(data), before);
      }),
      RUNS,
    );
  });

  test("is the same in whatever order its events arrive", () =>
    fc.assert(
      fc.property(promises, histories, fc.infiniteStream(fc.nat()), (promised, events, chance) => {
        const rulebook = compileRulebook([agreementFor(promised)]);
        const shuffled = [...events]
          .map((event) => ({ event, place: chance.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ event }) => event);
        assert.deepEqual(told(rulebook, shuffled, far), told(rulebook, events, far));
      }),
      RUNS,
    ));

  test("is not changed by an event that is told twice", () =>
    fc.assert(
      fc.property(promises, histories, fc.nat(), instants, (promised, events, which, later) => {
        const rulebook = compileRulebook([agreementFor(promised)]);
        const repeated = { ...(events[which % events.length] as Event), recordedAt: later };
        const recorded = events.map((event) => ({ ...event, recordedAt: event.occurredAt }));
        const again =
          later > repeated.occurredAt ? [...recorded, repeated] : [...events, ...events];
        assert.deepEqual(told(rulebook, again, far), told(rulebook, events, far));
      }),
      RUNS,
    ));

  test("has no deadline moved by an edit that signals nothing", () =>
    fc.assert(
      fc.property(promises, histories, instants, (promised, events, occurredAt) => {
        const rulebook = compileRulebook([agreementFor(promised)]);
        const type = "ticket.statusChanged";
        const at = (occurredAt + 60_007) as Instant;
        const edit = { id: "edit", source: "random", subject, type, data: { colour: "red" } };
        const edited = [...events, { ...edit, occurredAt: at }];
        const first = Math.min(...events.map((event) => event.occurredAt));
        fc.pre(at > first);
        assert.deepEqual(told(rulebook, edited, far), told(rulebook, events, far));
      }),
      RUNS,
    ));
});

/** One clock over two looks: the later one may only add to what the earlier one said. */
function checkLater(before: JudgedClock, clocks: readonly JudgedClock[]): void {
  const after = clocks.find(({ cycle }) => cycle === before.cycle);
  assert.ok(after, "a clock that was breached is gone");
  assert.ok(["breached", "void", "excused"].includes(after.verdict), after.verdict);
  assert.equal(after.breachedAt, before.breachedAt);
}

describe("a verdict", () => {
  test("once breached is only ever voided or excused", () =>
    fc.assert(
      fc.property(promises, histories, instants, instants, (promised, events, one, other) => {
        const agreements = [agreementFor(promised)];
        const [earlier, later] = one < other ? [one, other] : [other, one];
        const before = judge({ agreements, events, asOf: earlier }).clocks;
        const after = judge({ agreements, events, asOf: later }).clocks;
        for (const clock of before) if (clock.verdict === "breached") checkLater(clock, after);
      }),
      { numRuns: 1_500 },
    ));
});
