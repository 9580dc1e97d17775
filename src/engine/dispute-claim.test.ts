import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { agreementOf, at } from "../../test/story.ts";
import type { AgreementDocument } from "./agreement.ts";
import { effectOf } from "./correction-effect.ts";
import { correctionsOf, decideDispute, judgeDispute, openDispute } from "./dispute.ts";
import type { Dispute } from "./dispute-claim.ts";
import { evidenceHolds, gatherEvidence } from "./dispute-evidence.ts";
import type { Event } from "./event.ts";
import { type JudgeInput, judge } from "./judge.ts";
import { compileRulebook } from "./rulebook.ts";

const base = agreementOf({
  agreement: {
    disputes: {
      window: "10d",
      who: ["team", "others"],
      steps: [{ by: "others", within: "3d" }],
      effect: "provisional",
      default: "measurementStands",
    },
  },
  commitment: {},
  deeds: {},
});
const agreement: AgreementDocument = {
  ...base,
  spec: {
    ...base.spec,
    commitments: [
      {
        id: "complete",
        obliged: "team",
        beneficiary: "others",
        measure: { share: "lead.handedOff", that: { email: { exists: true } } },
        objective: { atLeast: "90%", each: "month" },
      },
    ],
  },
};

function lead(id: number, data: Event["data"]): Event {
  const subject = `lead/${id}`;
  const occurredAt = at(`2026-01-0${id} 10:00`);
  return {
    id: `${id}`,
    source: "crm",
    type: "lead.handedOff",
    subject,
    occurredAt,
    data: data ?? {},
  };
}

const events = [
  lead(5, { email: "a@example.org" }),
  lead(6, { email: "b@example.org" }),
  lead(7, { campaign: "trial" }),
];
const asOf = at("2026-03-01");
const input: JudgeInput = { agreements: [agreement], events, asOf };
const january = { from: at("2026-01-01"), to: at("2026-02-01") };
const trial = { id: "trial", category: "other", where: { campaign: "trial" } } as const;

const dispute: Dispute = {
  id: "d2",
  agreement: "story",
  commitment: "complete",
  period: january,
  by: "team",
  at: at("2026-02-02"),
  reason: "The trial campaign was never meant for sales",
  claims: [{ exclusion: trial }],
  subjects: ["lead/7"],
};

describe("a dispute about a measure", () => {
  const [revision] = compileRulebook([agreement]).revisions;
  assert.ok(revision);
  const rulebook = compileRulebook([agreement]);
  const opened = openDispute(revision, rulebook.hoursOf(revision), dispute);
  const now = at("2026-02-03");

  test("claims what should not have counted, and leaves it out once that is decided", () => {
    const standing = judgeDispute(revision, dispute, { events: [opened], asOf: now });
    const decision = { outcome: "overturned", at: now, by: ["others"], reason: "True" } as const;
    const event = decideDispute(revision, dispute, standing, decision);
    const after = judgeDispute(revision, dispute, { events: [opened, event], asOf });
    assert.equal(after.decision?.outcome, "overturned");
    const { periods } = effectOf(input, correctionsOf(dispute, decision));
    assert.deepEqual(
      periods.map(({ before, after: then }) => [
        before?.verdict,
        before?.met,
        then?.verdict,
        then?.met,
      ]),
      [["breached", 2, "met", 2]],
    );
  });

  test("is evidenced by the subjects it names", () => {
    const digest = (text: string) => createHash("sha256").update(text).digest("hex");
    const sources = { judgement: judge(input), events, revision, timeZoneData: "2026c" };
    const packet = gatherEvidence(dispute, sources, now, digest);
    assert.deepEqual(
      packet.evidence.events.map(({ event }) => event.subject),
      ["lead/7"],
    );
    assert.deepEqual(packet.evidence.computation?.share, { numerator: 2, denominator: 3 });
    assert.ok(evidenceHolds(packet, digest));
  });
});
