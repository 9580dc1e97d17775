import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { readCloudEvent, toCloudEvent } from "../engine/cloud-event.ts";
import { compareEvents, type Event } from "../engine/event.ts";
import { knownEventTypes } from "../engine/event-type.ts";
import { DAY, HOUR, type Instant } from "../engine/time.ts";
import { type CompanySpec, generateCompany, generateEvents } from "./company.ts";

const spec: CompanySpec = {
  seed: 7,
  leads: 600,
  from: Date.parse("2026-01-01T06:00:00Z") as Instant,
  to: Date.parse("2027-01-01T06:00:00Z") as Instant,
  timeZone: "America/Mexico_City",
  language: "es",
  country: "MX",
};

const events = [...generateCompany(spec)];

function fingerprint(some: Iterable<Event>): string {
  const hash = createHash("sha256");
  for (const event of some) hash.update(JSON.stringify(toCloudEvent(event)));
  return hash.digest("hex").slice(0, 16);
}

function count(type: string): number {
  return new Set(events.filter((event) => event.type === type).map(({ id }) => id)).size;
}

describe("a simulated company", () => {
  test("is the same for the same seed, in any run", () => {
    assert.equal(fingerprint(generateCompany(spec)), fingerprint(events));
  });

  test("is another for another seed", () => {
    assert.notEqual(fingerprint(generateCompany({ ...spec, seed: 8 })), fingerprint(events));
  });

  test("has exactly the leads asked for, each made once", () => {
    assert.equal(count("lead.created"), spec.leads);
  });

  test("tells only what happened within its time", () => {
    for (const { occurredAt, recordedAt } of events) {
      assert.ok(occurredAt >= spec.from && occurredAt < spec.to);
      assert.ok(recordedAt !== undefined && recordedAt >= occurredAt && recordedAt < spec.to);
    }
  });

  test("arrives in the order of recording, repeated deliveries apart", () => {
    const seen = new Set<string>();
    let latest = Number.NEGATIVE_INFINITY;
    for (const { source, id, recordedAt } of events) {
      const key = `${source} ${id}`;
      if (seen.has(key)) continue;
      seen.add(key);
      assert.ok((recordedAt ?? 0) >= latest);
      latest = recordedAt ?? 0;
    }
  });

  test("repeats some facts word for word, and learns some late", () => {
    const known = new Map<string, Event>();
    let repeated = 0;
    for (const event of events) {
      const key = `${event.source} ${event.id}`;
      const before = known.get(key);
      if (before) assert.deepEqual(event, before);
      if (before) repeated += 1;
      known.set(key, event);
    }
    const late = events.filter(
      ({ occurredAt, recordedAt = occurredAt }) => recordedAt - occurredAt > HOUR,
    );
    assert.ok(repeated > 10 && repeated < events.length / 50);
    assert.ok(late.length > 50 && late.length < events.length / 10);
  });

  test("knows of late facts only after others that followed them", () => {
    const outOfOrder = events.some((event, index) => {
      const before = events[index - 1];
      return before !== undefined && compareEvents(before, event) > 0;
    });
    assert.ok(outOfOrder);
  });

  test("rests on weekends", () => {
    const onWeekends = events.filter(({ type, occurredAt }) => {
      const day = new Date(occurredAt - 6 * HOUR).getUTCDay();
      return type === "lead.accepted" && (day === 0 || day === 6);
    });
    assert.ok(count("lead.accepted") > 100);
    assert.equal(onWeekends.length, 0);
  });

  test("has busy days: the busiest brings at least three times the usual", () => {
    const days = Map.groupBy(
      events.filter(({ type }) => type === "lead.created"),
      ({ occurredAt }) => Math.floor((occurredAt - spec.from) / DAY),
    );
    const sizes = [...days.values()].map((day) => day.length).sort((a, b) => b - a);
    const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
    assert.ok((sizes[0] ?? 0) >= 3 * usual);
  });

  test("uses only event types that the product knows, and nearly all of them", () => {
    const told = new Set(events.map(({ type }) => type));
    for (const type of told) assert.ok(knownEventTypes.includes(type), type);
    assert.ok(told.size >= 55, `${told.size} types`);
  });

  test("speaks in CloudEvents that read back as they were", () => {
    for (const event of events) {
      assert.deepEqual(readCloudEvent(JSON.parse(JSON.stringify(toCloudEvent(event)))), { event });
    }
  });

  test("is empty where its time is", () => {
    assert.deepEqual([...generateCompany({ ...spec, leads: 0, to: spec.from })], []);
  });

  for (const leads of [0, 1, 2, 1_000_000]) {
    test(`of ${leads} leads can be started and left`, () => {
      const first = generateCompany({ ...spec, leads }).next();
      assert.equal(first.done, false);
    });
  }
});

describe("events for benchmarks", () => {
  for (const wanted of [0, 1, 10, 1_000, 20_000]) {
    test(`are exactly ${wanted} where so many are asked for`, () => {
      let counted = 0;
      for (const _ of generateEvents(wanted)) counted += 1;
      assert.equal(counted, wanted);
    });
  }
});
