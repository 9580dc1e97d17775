import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Event } from "./event.ts";
import { bySubject, ofKind, sortLog } from "./log.ts";
import type { Instant } from "./time.ts";

const subject = fc.integer({ min: 1, max: 5 }).map((number) => `lead/${number}`);
const facts = fc.array(
  fc.record({
    subject,
    at: fc.integer({ min: 0, max: 20 }),
    links: fc.option(fc.array(subject, { maxLength: 3 })),
  }),
  { maxLength: 40 },
);

function eventOf({ subject: own, at, links }: Fact, place: number): Event {
  const data = links ? { links: links.map((one) => ({ subject: one })) } : {};
  const occurredAt = at as Instant;
  return { id: String(place), source: "test", type: "lead.told", subject: own, occurredAt, data };
}

type Fact = { readonly subject: string; readonly at: number; readonly links: string[] | null };

describe("a log", () => {
  test("gives each subject the facts that touch it, each once", () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 20 }), (told, asOf) => {
        const events = told.map(eventOf);
        const log = sortLog(events, asOf as Instant);
        const groups = [...bySubject(log)].map(([one, own]) => ({ one, own }));
        assert.deepEqual(
          Object.fromEntries(groups.map(({ one, own }) => [one, new Set(own)])),
          grouped(told, events, asOf),
        );
        assert.equal(
          log.events.length,
          groups.reduce((sum, { own }) => sum + own.length, 0),
        );
        const known = events.filter(({ occurredAt }) => occurredAt <= asOf);
        assert.equal(log.first, Math.min(asOf, ...known.map(({ occurredAt }) => occurredAt)));
      }),
    );
  });

  /** The slow, obvious twin. */
  function grouped(told: readonly Fact[], events: readonly Event[], asOf: number) {
    const groups: Record<string, Set<Event>> = {};
    told.forEach(({ subject: own, at, links }, place) => {
      if (at > asOf) return;
      for (const one of new Set([own, ...(links ?? [])])) {
        groups[one] ??= new Set();
        groups[one].add(events[place] as Event);
      }
    });
    return groups;
  }

  test("lays out the subjects that a fact that matters touches, and no others", () => {
    fc.assert(
      fc.property(facts, fc.nat(20), (told, least) => {
        const events = told.map(eventOf);
        const matters = ({ occurredAt }: Event) => occurredAt >= least;
        const laid = [...bySubject(sortLog(events, 20 as Instant, matters))].map(([one]) => one);
        const touched = told
          .filter(({ at }) => at >= least)
          .flatMap(({ subject: own, links }) => [own, ...(links ?? [])]);
        assert.deepEqual(new Set(laid), new Set(touched));
      }),
    );
  });

  test("tells the events of the subjects of a kind, without those that only link to them", () => {
    const told = [
      { subject: "lead/1", at: 1, links: null },
      { subject: "deal/1", at: 2, links: ["lead/1"] },
    ];
    const log = sortLog(told.map(eventOf), 9 as Instant);
    assert.deepEqual(
      ofKind(log, "lead").map(({ id }) => id),
      ["0"],
    );
  });
});
