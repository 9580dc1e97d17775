import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readCloudEvent, toCloudEvent } from "./cloud-event.ts";
import { compareEvents, type Event, inOrder } from "./event.ts";
import type { Instant } from "./time.ts";

const events: fc.Arbitrary<Event> = fc.record(
  {
    id: fc.constantFrom("1", "2", "3", "4", "5"),
    source: fc.constantFrom("crm", "desk"),
    type: fc.constantFrom("lead.created", "lead.assigned"),
    subject: fc.constant("lead/1"),
    occurredAt: fc.integer({ min: 0, max: 3 }).map((at) => at as Instant),
    recordedAt: fc.integer({ min: 0, max: 3 }).map((at) => at as Instant),
    sequence: fc.constantFrom("9", "10", "010", "b", "a", 7, "99999999999999999999"),
  },
  { requiredKeys: ["id", "source", "type", "subject", "occurredAt"] },
);

describe("the order of facts", () => {
  test("is total: antisymmetric and transitive, whatever carries a sequence", () => {
    fc.assert(
      fc.property(events, events, events, (a, b, c) => {
        assert.equal(Math.sign(compareEvents(a, b)), -Math.sign(compareEvents(b, a)) || 0);
        if (compareEvents(a, b) <= 0 && compareEvents(b, c) <= 0) {
          assert.ok(compareEvents(a, c) <= 0);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test("counts sequences as whole numbers of any length", () => {
    const numbered = (sequence: string): Event => ({
      id: sequence,
      source: "crm",
      type: "lead.created",
      subject: "lead/1",
      occurredAt: 0 as Instant,
      sequence,
    });
    const sorted = ["10", "9", "99999999999999999999", "100"].map(numbered).sort(compareEvents);
    assert.deepEqual(
      sorted.map(({ sequence }) => sequence),
      ["9", "10", "100", "99999999999999999999"],
    );
  });

  test("is the same whatever the order of arrival, and repeats count once", () => {
    fc.assert(
      fc.property(fc.uniqueArray(events, { selector: (e) => `${e.source}${e.id}` }), (list) => {
        const arrived = [...list, ...list].reverse();
        assert.deepEqual(inOrder(arrived), inOrder(list));
      }),
      { numRuns: 500 },
    );
  });
});

describe("a CloudEvent", () => {
  const good = {
    specversion: "1.0",
    id: "1",
    source: "crm",
    type: "ticket.created",
    subject: "ticket/123",
    time: "2026-03-31T10:00:00.5+02:00",
    sequence: "7",
    recordedtime: "2026-03-31T08:00:01Z",
    data: { priority: "alta", actor: { id: "ana", kind: "human" } },
  };

  test("is read to the millisecond, and back", () => {
    const { event } = readCloudEvent(good);
    assert.ok(event);
    assert.equal(event.occurredAt, Date.UTC(2026, 2, 31, 8, 0, 0, 500));
    assert.deepEqual(event.actor, { id: "ana", kind: "human" });
    assert.deepEqual(event.data, { priority: "alta" });
    assert.deepEqual(readCloudEvent(toCloudEvent(event)).event, event);
  });

  const deep = (depth: number): unknown => (depth === 0 ? 1 : { a: deep(depth - 1) });
  const bad: readonly [string, unknown, string][] = [
    ["a list", [good], "event-not-object"],
    ["no id", { ...good, id: "" }, "event-key-wrong"],
    ["a time without its offset", { ...good, time: "2026-03-31T10:00:00" }, "event-key-wrong"],
    ["a day that does not exist", { ...good, time: "2026-02-30T10:00:00Z" }, "event-key-wrong"],
    ["the year 0", { ...good, time: "0000-01-01T00:00:00Z" }, "event-key-wrong"],
    ["a subject without its kind", { ...good, subject: "123" }, "event-key-wrong"],
    ["a type of one word", { ...good, type: "created" }, "event-key-wrong"],
    ["a number that is none", { ...good, data: { amount: Number.NaN } }, "event-not-finite"],
    ["data without end", { ...good, data: deep(100) }, "event-too-deep"],
    ["data that are a list", { ...good, data: [1] }, "event-key-wrong"],
  ];
  for (const [name, value, code] of bad) {
    test(`with ${name} is refused by name`, () => {
      const { problems } = readCloudEvent(value);
      assert.deepEqual(
        problems?.map((one) => one.code),
        [code],
      );
    });
  }

  test("tells every wrong key at once, in both languages", () => {
    const { problems } = readCloudEvent({});
    assert.equal(problems?.length, 5);
    assert.match(problems?.[0]?.says.es ?? "", /La clave «id» .* texto de 1 a 512/);
    assert.match(problems?.[0]?.says.en ?? "", /key "id" must be a text/);
  });
});
