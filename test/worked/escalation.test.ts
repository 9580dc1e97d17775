/** Worked examples M: who is told, and when. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { EscalationStepSpec } from "../../src/engine/agreement.ts";
import { escalationsOf, type Reaching } from "../../src/engine/escalation.ts";
import { conclude, foldHistory } from "../../src/engine/history.ts";
import { compileRulebook } from "../../src/engine/rulebook.ts";
import { agreementOf, at, wallText } from "../story.ts";

/** A ticket of Monday, promised within some hours, under a policy. */
function notices(
  { from, within, asOf = from }: { from: string; within: string; asOf?: string },
  steps: readonly EscalationStepSpec[],
  reaching: Reaching = { reach: (who) => [who] },
): readonly string[] {
  const commitment = {
    clock: { start: "ticket.created", stop: "ticket.solved" },
    target: [{ within }],
    escalate: "policy",
  };
  const document = agreementOf({
    commitment,
    deeds: {},
    agreement: { escalations: { policy: steps } },
  });
  const rulebook = compileRulebook([document]);
  const created = { id: "1", source: "s", type: "ticket.created", subject: "ticket/1" };
  const events = [{ ...created, occurredAt: at(from) }];
  const { lines } = conclude(rulebook, foldHistory(rulebook, "ticket/1", events), at(asOf));
  const clock = lines[0]?.live;
  assert.ok(clock);
  return escalationsOf(clock, reaching).map(
    ({ at: due, tell, because }) => `${wallText(due, "UTC")} ${tell.join("+")} ${because}`,
  );
}

const levels: readonly EscalationStepSpec[] = [
  { at: "breach", tell: ["first"], repeat: { every: "1h", times: 9 } },
  { at: "+30m", tell: ["second"], repeat: { every: "1h", times: 9 } },
];

describe("two levels half an hour apart, repeated nine times", () => {
  const incident = { from: "2026-01-05 09:00", within: "1h" };

  test("P1 alternate until nobody is left to tell at 19:30", () => {
    const told = notices(incident, levels);
    assert.deepEqual(told.slice(0, 3), [
      "2026-01-05 10:00 first breach",
      "2026-01-05 10:30 second afterBreach",
      "2026-01-05 11:00 first breach",
    ]);
    assert.equal(told.length, 20);
    assert.equal(told.at(-1), "2026-01-05 19:30 second afterBreach");
  });

  test("P2 nobody at the first level: the second is told at once, and it is said", () => {
    const reaching = { reach: (who: string) => (who === "first" ? [] : [who]) };
    assert.deepEqual(notices(incident, levels, reaching).slice(0, 3), [
      "2026-01-05 10:00  nobody",
      "2026-01-05 10:00 second passedOn",
      "2026-01-05 11:00 second passedOn",
    ]);
  });
});

test("P4 eight hours from eight: at half, at three quarters and at the breach", () => {
  const steps: readonly EscalationStepSpec[] = [
    { at: "50%", tell: ["assignee", "supporter"] },
    { at: "75%", tell: ["assignee", "manager"] },
    { at: "breach", tell: ["assignee", "manager"] },
  ];
  const expected = [
    "2026-01-05 12:00 assignee+supporter share",
    "2026-01-05 14:00 assignee+manager share",
    "2026-01-05 16:00 assignee+manager breach",
  ];
  const from = { from: "2026-01-05 08:00", within: "8h" };
  assert.deepEqual(notices(from, steps), expected);
  assert.deepEqual(notices({ ...from, asOf: "2026-01-05 15:00" }, steps), expected);
});
