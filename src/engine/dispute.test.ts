import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import { at } from "../../test/story.ts";
import type { AgreementDocument, DisputeSpec } from "./agreement.ts";
import { effectOf, measuredAndCorrected } from "./correction-effect.ts";
import {
  correctionsOf,
  type Decision,
  decideDispute,
  judgeDispute,
  openDispute,
  outcomes,
} from "./dispute.ts";
import type { Dispute } from "./dispute-claim.ts";
import { evidenceHolds, gatherEvidence } from "./dispute-evidence.ts";
import type { Event } from "./event.ts";
import { type JudgeInput, judge } from "./judge.ts";
import { moveCredit, proposeCredits } from "./ledger.ts";
import { compileRulebook } from "./rulebook.ts";
import type { Instant } from "./time.ts";

function agreement(disputes: Partial<DisputeSpec> = {}): AgreementDocument {
  return {
    apiVersion: "acuerdo/v1",
    kind: "Agreement",
    metadata: { name: "support" },
    spec: {
      purpose: "to answer",
      parties: [
        { id: "team", kind: "team", role: ["provider"], signatory: "carla@example.org" },
        { id: "client", kind: "company", role: ["consumer"] },
        { id: "revops", kind: "team", role: ["measurer"] },
      ],
      term: { from: "2026-01-01", timeZone: "UTC" },
      calendars: { office: { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } } },
      commitments: [
        {
          id: "answer",
          obliged: "team",
          beneficiary: "client",
          clock: { start: "ticket.created", stop: "ticket.repliedPublic" },
          target: [{ within: "4bh" }],
          calendar: "office",
          objective: { atLeast: "75%", each: "month" },
        },
      ],
      remedies: [
        {
          id: "credits",
          on: ["answer"],
          kind: "serviceCredit",
          base: { charges: "monthly", amount: "1000 USD" },
          tiers: [
            { atLeast: "50%", below: "75%", credit: "5%" },
            { below: "50%", credit: "10%" },
          ],
        },
      ],
      disputes: {
        window: "10bd",
        who: ["team", "client"],
        steps: [
          { by: "measurer", within: "3bd" },
          { by: "signatories", within: "5bd" },
        ],
        effect: "provisional",
        default: "measurementStands",
        ...disputes,
      },
    },
  };
}

function ticket(id: number, ...deeds: readonly [type: string, wall: string][]): readonly Event[] {
  return deeds.map(([type, wall], index) => ({
    id: `${id}-${index}`,
    source: "desk",
    type: `ticket.${type}`,
    subject: `ticket/${id}`,
    occurredAt: at(wall),
  }));
}

/** January: one kept, two missed. */
const events = [
  ...ticket(1, ["created", "2026-01-05 09:00"], ["repliedPublic", "2026-01-05 10:00"]),
  ...ticket(2, ["created", "2026-01-06 09:00"], ["repliedPublic", "2026-01-06 16:00"]),
  ...ticket(3, ["created", "2026-01-07 09:00"], ["repliedPublic", "2026-01-08 16:00"]),
];
const january = { from: at("2026-01-01"), to: at("2026-02-01") };
const place = (number: number) => ({
  agreement: "support",
  commitment: "answer",
  subject: `ticket/${number}`,
  cycle: 1,
});

const dispute: Dispute = {
  id: "d1",
  agreement: "support",
  commitment: "answer",
  period: january,
  by: "team",
  at: at("2026-02-03 10:00"),
  reason: "The portal was down",
  claims: [2, 3].map((number) => ({ clock: place(number), verdict: "excused" as const })),
};

function opened(spec: Partial<DisputeSpec> = {}, one: Dispute = dispute) {
  const rulebook = compileRulebook([agreement(spec)]);
  const [revision] = rulebook.revisions;
  assert.ok(revision);
  const facts = [openDispute(revision, rulebook.hoursOf(revision), one)];
  const standing = (asOf: Instant, more: readonly Event[] = []) =>
    judgeDispute(revision, one, { events: [...facts, ...more], asOf });
  const decide = (decision: Decision, before: readonly Event[] = []) =>
    decideDispute(revision, one, standing(decision.at, before), decision);
  return { revision, standing, decide };
}

const inputAt = (wall: string, more: Partial<JudgeInput> = {}): JudgeInput => ({
  agreements: [agreement()],
  events,
  asOf: at(wall),
  ...more,
});

describe("a dispute", () => {
  test("is at its first step, whose clock runs in open time of the agreement", () => {
    const { step, deciders, dueAt } = opened().standing(at("2026-02-04 09:00"));
    assert.deepEqual([step, deciders, dueAt], [1, ["revops"], at("2026-02-06 10:00")]);
  });

  test("passes to the next step at the instant the first was due", () => {
    const { standing } = opened();
    assert.equal(standing(at("2026-02-06 10:00")).step, 1);
    const { step, deciders, dueAt, clocks } = standing(at("2026-02-06 10:00:00.001"));
    assert.deepEqual([step, dueAt], [2, at("2026-02-13 10:00")]);
    assert.deepEqual(deciders, ["team", "carla@example.org"]);
    assert.deepEqual(clocks.map(({ commitment, verdict }) => `${commitment} ${verdict}`).sort(), [
      "step-1 breached",
      "step-2 open",
    ]);
  });

  for (const [name, outcome] of [
    ["measurementStands", "upheld"],
    ["claimStands", "overturned"],
  ] as const) {
    test(`is ${outcome} by default where nobody decides and ${name}`, () => {
      const { decision, step } = opened({ default: name }).standing(at("2026-03-01 09:00"));
      assert.deepEqual(
        [step, decision?.outcome, decision?.at],
        [null, outcome, at("2026-02-13 10:00")],
      );
    });
  }

  test("is decided at the last moment of its step by that step", () => {
    const { standing, decide } = opened();
    const decision = {
      outcome: "overturned",
      at: at("2026-02-06 10:00"),
      by: ["revops"],
      reason: "It was",
    } as const;
    const event = decide(decision);
    const after = standing(at("2026-03-01 09:00"), [event]);
    assert.deepEqual(after.decision, { ...decision, claims: [] });
    assert.deepEqual(
      after.clocks.map(({ verdict }) => verdict),
      ["met"],
    );
  });

  test("may be withdrawn by who opened it, and settled by both sides", () => {
    const { decide, standing } = opened();
    const now = at("2026-02-04 10:00");
    const withdrawn = decide({ outcome: "withdrawn", at: now, by: ["team"], reason: "Found it" });
    assert.equal(standing(now, [withdrawn]).decision?.outcome, "withdrawn");
    const claims = dispute.claims.slice(0, 1);
    const settled = decide({
      outcome: "settled",
      at: now,
      by: ["client", "team"],
      reason: "Half",
      claims,
    });
    assert.deepEqual(standing(now, [settled]).decision?.claims, claims);
  });

  const now = at("2026-02-04 10:00");
  const base = { at: now, by: ["revops"], reason: "so" };
  const wrong: readonly [string, Decision, string][] = [
    ["by who has no say", { ...base, outcome: "upheld", by: ["client"] }, "dispute-side"],
    ["withdrawn by another", { ...base, outcome: "withdrawn" }, "dispute-side"],
    [
      "settled by one side",
      { ...base, outcome: "settled", by: ["team"], claims: dispute.claims },
      "dispute-side",
    ],
    ["partly without saying what", { ...base, outcome: "partly" }, "dispute-claims"],
    [
      "wholly, but naming some",
      { ...base, outcome: "upheld", claims: dispute.claims },
      "dispute-claims",
    ],
    [
      "about what nobody claimed",
      { ...base, outcome: "partly", claims: [{ clock: place(1), verdict: "breached" }] },
      "dispute-claims",
    ],
    ["a step too late", { ...base, outcome: "upheld", at: at("2026-02-09 10:00") }, "dispute-side"],
  ];
  for (const [name, decision, code] of wrong) {
    test(`is not decided ${name}`, () => assert.throws(() => opened().decide(decision), { code }));
  }

  test("is not decided twice", () => {
    const { decide } = opened();
    const first = decide({ ...base, outcome: "upheld" });
    assert.throws(() => decide({ ...base, outcome: "overturned" }, [first]), {
      code: "dispute-closed",
    });
  });

  const refused: readonly [string, Partial<Dispute>, string][] = [
    ["by a party that may not", { by: "revops" }, "dispute-party"],
    ["after its window", { at: at("2026-02-16 09:00:00.001") }, "dispute-late"],
    ["without a claim", { claims: [] }, "dispute-empty"],
    ["without a reason", { reason: " " }, "dispute-empty"],
    ["about another promise", { commitment: "other" }, "dispute-empty"],
  ];
  for (const [name, change, code] of refused) {
    test(`is not opened ${name}`, () =>
      assert.throws(() => opened({}, { ...dispute, ...change }), { code }));
  }

  test("ends in one of five ways, each told of by an event of its own kind", () => {
    assert.deepEqual(Object.keys(outcomes), [
      "upheld",
      "overturned",
      "partly",
      "withdrawn",
      "settled",
    ]);
  });
});

describe("while a dispute is open", () => {
  const after = "2026-03-02 09:00";
  test("its period is not final and owes nothing", () => {
    const [before] = judge(inputAt(after)).credits;
    assert.equal(before?.amount, "100.00");
    const { periods, credits } = judge(inputAt(after, { openDisputes: [dispute] }));
    assert.equal(periods.find(({ from }) => from === january.from)?.status, "provisional");
    assert.deepEqual(credits, []);
  });

  test("its items count as measured, unless the agreement suspends them", () => {
    const statusOf = (spec: Partial<DisputeSpec>) =>
      judge(inputAt(after, { agreements: [agreement(spec)], openDisputes: [dispute] })).periods.map(
        ({ met, breached, excused }) => [met, breached, excused].join(" "),
      )[0];
    assert.equal(statusOf({}), "1 2 0");
    assert.equal(statusOf({ effect: "suspended" }), "1 0 2");
  });
});

describe("a decision", () => {
  const decision = (outcome: Decision["outcome"], claims: Dispute["claims"] = []): Decision => ({
    outcome,
    at: at("2026-02-05 10:00"),
    by: ["revops"],
    reason: "as shown",
    claims,
  });
  const effect = (made: Decision) =>
    effectOf(inputAt("2026-03-02 09:00"), correctionsOf(dispute, made));

  test("is previewed: what changes in clocks, periods and money", () => {
    const partly = effect(decision("partly", dispute.claims.slice(0, 1)));
    assert.deepEqual(
      partly.clocks.map(({ before, after }) => [before?.verdict, after?.verdict, after?.raw]),
      [["breached", "excused", "breached"]],
    );
    assert.deepEqual(
      partly.periods.map(({ after }) => [after?.met, after?.breached]),
      [[1, 1]],
    );
    assert.deepEqual(
      partly.credits.map(({ difference }) => difference),
      [{ amount: "-50.00", currency: "USD" }],
    );
    const whole = effect(decision("overturned"));
    assert.deepEqual(
      whole.credits.map(({ after, difference }) => [after, difference.amount]),
      [[undefined, "-100.00"]],
    );
    assert.deepEqual(effect(decision("upheld")).clocks, []);
  });

  test("leaves the measured and the corrected value both readable", () => {
    const corrections = correctionsOf(dispute, decision("overturned"));
    const both = measuredAndCorrected(inputAt("2026-03-02 09:00", { corrections }));
    assert.deepEqual(
      both.periods.map(({ before, after }) => [before?.verdict, after?.verdict]),
      [["breached", "met"]],
    );
    assert.equal(both.after.clocks.filter(({ raw }) => raw === "breached").length, 2);
    assert.ok(both.after.clocks.every(({ stretches }) => stretches.length > 0));
  });

  test("comes out of the ledger as a difference, once the credit was applied", () => {
    const asOf = at("2026-03-02 09:00");
    const agreements = ["support"];
    const before = judge(inputAt("2026-03-02 09:00"));
    let ledger = proposeCredits([], { credits: before.credits, agreements, asOf });
    const credit = ledger[0]?.credit ?? "";
    for (const standing of ["approved", "applied"] as const) {
      ledger = moveCredit(ledger, {
        credit,
        standing,
        at: asOf,
        by: "carla",
        side: "owing",
        reason: "so",
      });
    }
    const { after } = effect(decision("partly", dispute.claims.slice(0, 1)));
    const corrected = proposeCredits(ledger, { credits: after.credits, agreements, asOf });
    assert.deepEqual(
      corrected.slice(ledger.length).map(({ amount }) => amount),
      ["-50.00", "-50.00"],
    );
  });
});

describe("the evidence", () => {
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  const { revision } = opened();
  const gathered = () =>
    gatherEvidence(
      dispute,
      { judgement: judge(inputAt("2026-02-03 10:00")), events, revision, timeZoneData: "2026c" },
      dispute.at,
      digest,
    );

  test("holds the items, their events, the calendars, the text and the sums", () => {
    const { evidence } = gathered();
    assert.equal(evidence.items.length, 2);
    assert.deepEqual(
      evidence.events.map(({ event }) => event.id),
      ["2-0", "2-1", "3-0", "3-1"],
    );
    assert.deepEqual(
      evidence.calendars.map(({ name }) => name),
      ["office"],
    );
    assert.deepEqual([evidence.revision.agreement, evidence.revision.number], ["support", 1]);
    assert.deepEqual([evidence.computation?.met, evidence.computation?.breached], [1, 2]);
  });

  test("is frozen, and comes back from JSON as it was sealed", () => {
    const packet = gathered();
    assert.throws(
      () => Object.assign(packet.evidence.events[0]?.event ?? {}, { type: "x" }),
      TypeError,
    );
    assert.ok(evidenceHolds(packet, digest));
    assert.ok(evidenceHolds(JSON.parse(JSON.stringify(packet)), digest));
  });

  test("does not hold when any text in it was changed", () => {
    const text = JSON.stringify(gathered());
    const spots = [...text.matchAll(/[a-z0-9]/g)].map(({ index }) => index);
    fc.assert(
      fc.property(fc.constantFrom(...spots), (spot) => {
        const other = text[spot] === "1" ? "2" : "1";
        const forged = `${text.slice(0, spot)}${other}${text.slice(spot + 1)}`;
        let packet: ReturnType<typeof gathered>;
        try {
          packet = JSON.parse(forged);
        } catch {
          return;
        }
        let holds = false;
        try {
          holds = evidenceHolds(packet, digest);
        } catch {}
        assert.equal(holds, false, forged.slice(spot - 30, spot + 30));
      }),
      { numRuns: 300 },
    );
  });
});
