import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkRule, compileRule, fieldOf, firingsOf } from "./automation.ts";
import type { Event } from "./event.ts";
import { type Instant, readInstant } from "./time.ts";

const at = (text: string) => readInstant(`2026-03-${text}Z`) as Instant;
const march = { from: at("01T00:00"), to: at("31T00:00") };

function fact(id: string, type: string, occurredAt: Instant, more: Partial<Event> = {}): Event {
  return { id, source: "crm", type, subject: "lead/1", occurredAt, ...more };
}

const rule = compileRule({
  on: ["lead.created", "lead.statusChanged"],
  subject: "lead",
  when: { country: { in: ["MX", "PE"] }, status: "new" },
  do: [{ task: { title: "Call" } }],
});

describe("a rule fires", () => {
  const rows: readonly [string, readonly Event[], number][] = [
    [
      "where its condition holds after the event",
      [fact("1", "lead.created", at("02T10:00"), { data: { country: "MX", status: "new" } })],
      1,
    ],
    [
      "once more where it holds again",
      [
        fact("1", "lead.created", at("02T10:00"), { data: { country: "MX", status: "old" } }),
        fact("2", "lead.statusChanged", at("02T11:00"), { data: { status: "new" } }),
        fact("3", "lead.statusChanged", at("02T12:00"), { data: { seen: true } }),
      ],
      2,
    ],
    [
      "not by another type",
      [fact("1", "lead.assigned", at("02T10:00"), { data: { country: "MX", status: "new" } })],
      0,
    ],
    [
      "not by what automation did",
      [
        fact("1", "lead.created", at("02T10:00"), {
          source: "acuerdo/automation",
          data: { country: "MX", status: "new" },
        }),
      ],
      0,
    ],
    [
      "not before the span that is asked about",
      [
        fact("1", "lead.created", readInstant("2026-02-02T10:00Z") as Instant, {
          data: { country: "MX", status: "new" },
        }),
      ],
      0,
    ],
  ];
  for (const [name, events, count] of rows) {
    test(name, () => assert.equal(firingsOf(rule, "lead/1", { events, ...march }).length, count));
  }
});

test("the field an assignment asks about is read from the subject as it was then", () => {
  const events = [
    fact("1", "lead.created", at("02T10:00"), { data: { country: "PE", status: "new" } }),
  ];
  const [firing] = firingsOf(rule, "lead/1", { events, ...march });
  assert.ok(firing);
  assert.equal(fieldOf(firing.view, "country"), "PE");
  assert.equal(fieldOf(firing.view, "language"), undefined);
});

describe("what is wrong with a rule is named with its place", () => {
  const rows: readonly [unknown, readonly string[]][] = [
    [{ on: ["lead.created"], do: [{ task: { title: "Call" } }] }, []],
    ["a text", [""]],
    [{ on: [], do: [] }, ["on", "do"]],
    [
      { on: ["a.b"], do: [{ dance: {} }, { raise: { field: "priority" } }] },
      ["do.0", "do.1.raise"],
    ],
    [{ on: ["a.b"], do: [{ assign: { by: "chance", people: [] } }] }, ["do.0.assign"]],
  ];
  for (const [value, places] of rows) {
    test(JSON.stringify(value), () =>
      assert.deepEqual(
        checkRule(value).map(({ facts }) => facts.path),
        places,
      ),
    );
  }
});
