import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type AssignmentAsked, assign, type Candidate, type TurnMemory } from "./assignment.ts";
import { openCalendar } from "./calendar.ts";
import { type Instant, readInstant } from "./time.ts";

const at = (text: string) => readInstant(`${text}Z`) as Instant;
const monday = at("2026-03-02T10:00");

/** The ones chosen in so many turns, written one after the other. */
function turns(candidates: readonly Candidate[], by: AssignmentAsked["by"], count: number): string {
  let memory: TurnMemory = {};
  const chosen: string[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const assigned = assign(candidates, { by, at: monday }, memory);
    memory = assigned.memory;
    chosen.push(assigned.chosen ?? "-");
  }
  return chosen.join(" ");
}

describe("work is handed out", () => {
  test("in turns", () =>
    assert.equal(
      turns([{ id: "ana" }, { id: "leo" }, { id: "eva" }], "roundRobin", 6),
      "ana leo eva ana leo eva",
    ));

  test("in turns by weight, spread out", () =>
    assert.equal(
      turns([{ id: "ana", weight: 3 }, { id: "leo" }], "weighted", 8),
      ["ana ana leo ana ana ana leo ana"][0],
    ));

  test("to whoever holds least for their weight", () => {
    const people = [
      { id: "ana", load: 4, weight: 2 },
      { id: "leo", load: 3 },
    ];
    assert.equal(assign(people, { by: "load", at: monday }).chosen, "ana");
  });

  test("to nobody where nobody may have it, and the turns stay as they were", () => {
    const memory = { ana: 1 };
    const full = [{ id: "ana", load: 5, limit: 5 }];
    assert.deepEqual(assign(full, { by: "load", at: monday }, memory), {
      memory,
      others: { ana: "full" },
    });
  });
});

describe("who may have it", () => {
  const hours = openCalendar({ timeZone: "UTC", week: { "mon-fri": ["09:00-18:00"] } });
  const people: readonly Candidate[] = [
    { id: "mx", territories: ["MX"], languages: ["es"], hours },
    { id: "us", territories: ["US"], languages: ["en", "es"], hours },
    { id: "out", territories: ["MX"], absences: [{ from: monday, to: at("2026-03-03T00:00") }] },
  ];
  const rows: readonly [string, Partial<AssignmentAsked>, string | undefined][] = [
    ["the territory's own", { territory: "MX" }, "mx"],
    ["the language's own", { territory: "US", language: "en" }, "us"],
    ["nobody of a territory nobody serves", { territory: "PE" }, undefined],
    ["nobody of a language nobody there speaks", { territory: "MX", language: "en" }, undefined],
    ["who is back, after hours", { territory: "MX", at: at("2026-03-03T22:00") }, "out"],
  ];
  for (const [name, asked, expected] of rows) {
    test(name, () =>
      assert.equal(assign(people, { by: "roundRobin", at: monday, ...asked }).chosen, expected),
    );
  }

  test("where everybody's hours are over, who works soonest, and from when", () => {
    const late = openCalendar({ timeZone: "UTC", week: { "mon-fri": ["12:00-20:00"] } });
    const assigned = assign(
      [
        { id: "late", hours: late },
        { id: "early", hours },
      ],
      { by: "roundRobin", at: at("2026-03-06T21:00") },
    );
    assert.equal(assigned.chosen, "early");
    assert.equal(assigned.fromOn, at("2026-03-09T09:00"));
    assert.deepEqual(assigned.others, { late: "closed" });
  });
});

test("law: over as many turns as the weights add up to, each gets exactly its weight", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 }), (all) => {
      const people = all.map((weight, index) => ({ id: `p${index}`, weight }));
      const total = all.reduce((sum, weight) => sum + weight, 0);
      const chosen = turns(people, "weighted", total).split(" ");
      for (const { id, weight } of people) {
        assert.equal(chosen.filter((one) => one === id).length, weight);
      }
    }),
  );
});

test("law: what is owed adds up to nothing, whoever comes and goes", () => {
  fc.assert(
    fc.property(fc.array(fc.subarray(["ana", "leo", "eva", "iris"])), (shifts) => {
      let memory: TurnMemory = {};
      for (const shift of shifts) {
        const present = shift.map((id) => ({ id }));
        memory = assign(present, { by: "roundRobin", at: monday }, memory).memory;
      }
      assert.equal(
        Object.values(memory).reduce((sum, owed) => sum + owed, 0),
        0,
      );
    }),
  );
});
