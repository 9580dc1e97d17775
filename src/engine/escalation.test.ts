import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { agreementOf, at, nineToFive, wallText } from "../../test/story.ts";
import type { EscalationStepSpec } from "./agreement.ts";
import { escalationsOf, type Reaching } from "./escalation.ts";
import type { Event } from "./event.ts";
import { conclude, foldHistory } from "./history.ts";
import { clocksOf } from "./line.ts";
import { compileRulebook } from "./rulebook.ts";

const everybody: Reaching = { reach: (who) => [who] };

type Told = { readonly deeds: readonly (readonly [string, string])[]; readonly asOf: string };

/** The notices of a ticket that may take four open hours, from Monday at ten. */
function notices(
  steps: readonly EscalationStepSpec[],
  { deeds = [], asOf = "2026-01-05 10:00" }: Partial<Told> = {},
  reaching: Reaching = everybody,
): readonly string[] {
  const commitment = {
    clock: {
      start: "ticket.created",
      stop: "ticket.solved",
      pause: { from: "ticket.held", until: "ticket.released" },
    },
    target: [{ within: "4bh" }],
    calendar: "office",
    escalate: "policy",
  };
  const calendars = { office: nineToFive() };
  const agreement = { escalations: { policy: steps } };
  const rulebook = compileRulebook([agreementOf({ calendars, commitment, deeds: {}, agreement })]);
  const all = [["2026-01-05 10:00", "ticket.created"] as const, ...deeds];
  const events: Event[] = all.map(([when, type], index) => ({
    id: String(index),
    source: "s",
    subject: "ticket/1",
    type,
    occurredAt: at(when),
  }));
  const { lines } = conclude(rulebook, foldHistory(rulebook, "ticket/1", events), at(asOf));
  const [clock] = lines.flatMap(clocksOf);
  assert.ok(clock);
  return escalationsOf(clock, reaching).map(
    (notice) => `${wallText(notice.at, "UTC").slice(5)} ${notice.tell.join("+")} ${notice.because}`,
  );
}

const policy: readonly EscalationStepSpec[] = [
  { at: "75%", tell: ["owner"] },
  { at: "-30bm", tell: ["manager"] },
  { at: "breach", tell: ["owner", "manager"] },
  { at: "+4bh", tell: ["head"], unlessAcknowledged: true },
];

describe("the steps of a policy", () => {
  const planned = [
    "01-05 13:00 owner share",
    "01-05 13:30 manager beforeDue",
    "01-05 14:00 owner+manager breach",
    "01-06 10:00 head afterBreach",
  ];

  test("are a share, before the due time, at the breach, and after it in open time", () =>
    assert.deepEqual(notices(policy), planned));

  test("are the same whenever they are asked for", () => {
    for (const asOf of ["2026-01-05 13:00", "2026-01-05 13:45", "2026-01-07 10:00"]) {
      assert.deepEqual(notices(policy, { asOf }), planned, asOf);
    }
  });

  test("keep a share that was passed, and know nothing more, while the clock is paused", () => {
    const held = {
      deeds: [["2026-01-05 13:15", "ticket.held"]] as const,
      asOf: "2026-01-05 16:00",
    };
    assert.deepEqual(notices(policy, held), planned.slice(0, 1));
    const released = [...held.deeds, ["2026-01-06 09:00", "ticket.released"] as const];
    assert.deepEqual(notices(policy, { deeds: released, asOf: "2026-01-06 09:00" }), [
      "01-05 13:00 owner share",
      "01-06 09:15 manager beforeDue",
      "01-06 09:45 owner+manager breach",
      "01-06 13:45 head afterBreach",
    ]);
  });

  test("end where the clock does: a promise kept has no breach to tell", () => {
    const solved = { deeds: [["2026-01-05 13:10", "ticket.solved"]] as const };
    const asOf = "2026-01-06 13:00";
    assert.deepEqual(notices(policy, { ...solved, asOf }), planned.slice(0, 1));
  });

  test("leave out what somebody has taken on, where they say so", () => {
    const acknowledged = { ...everybody, acknowledgedAt: at("2026-01-05 15:00") };
    assert.deepEqual(notices(policy, {}, acknowledged), planned.slice(0, 3));
  });
});

describe("a wait after the breach", () => {
  test("is in elapsed time where the step says so", () => {
    const night: EscalationStepSpec = { at: "+4h", tell: ["head"], elapsed: true };
    assert.deepEqual(notices([night]), ["01-05 18:00 head afterBreach"]);
    const { elapsed: _, ...open } = night;
    assert.deepEqual(notices([open]), ["01-06 10:00 head afterBreach"]);
  });

  test("may be repeated, until it is acknowledged", () => {
    const step: EscalationStepSpec = {
      at: "breach",
      tell: ["head"],
      repeat: { every: "1bh", times: 3 },
      unlessAcknowledged: true,
    };
    const told = ["01-05 14:00", "01-05 15:00", "01-05 16:00", "01-05 17:00"];
    assert.deepEqual(
      notices([step]),
      told.map((when) => `${when} head breach`),
    );
    const acknowledged = { ...everybody, acknowledgedAt: at("2026-01-05 15:30") };
    assert.equal(notices([step], {}, acknowledged).length, 2);
  });
});

test("a step with nobody to tell goes on to the next at once and says so, down to the last", () => {
  const only = (...reached: readonly string[]): Reaching => ({
    reach: (who) => (reached.includes(who) ? [who] : []),
  });
  assert.deepEqual(notices(policy.slice(0, 2), {}, only("manager")), [
    "01-05 13:00  nobody",
    "01-05 13:00 manager passedOn",
  ]);
  assert.deepEqual(notices(policy.slice(0, 2), {}, only()), [
    "01-05 13:00  nobody",
    "01-05 13:00  nobody",
  ]);
});
