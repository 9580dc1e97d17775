import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type MonthResult, periodOf, sceneAgreement } from "../../test/remedy-scene.ts";
import { agreementOf, at } from "../../test/story.ts";
import type { RemedySpec } from "./agreement.ts";
import type { Event } from "./event.ts";
import { type Judgement, judge } from "./judge.ts";
import { planSubject } from "./plan.ts";
import { remediesDue } from "./remedy-due.ts";
import { compileRulebook } from "./rulebook.ts";

const month = (number: number, met: number, verdict: MonthResult["verdict"] = "breached") =>
  ({ month: number, share: [met, 100], verdict }) as const;

function due(remedy: Partial<RemedySpec>, months: readonly MonthResult[]): readonly string[] {
  const rulebook = compileRulebook([sceneAgreement({ remedy, months })]);
  return remediesDue(
    rulebook,
    months.map((one) => periodOf(one)),
  ).map(
    ({ period, count, misses }) =>
      `${new Date(period.from).getUTCMonth() + 1}: ${count} for ${misses.length}`,
  );
}

describe("a remedy without money is due", () => {
  const twice = { kind: "meeting", when: { below: "80%", misses: 2, of: 3 } } as const;
  const cases: readonly [string, Partial<RemedySpec>, readonly MonthResult[], readonly string[]][] =
    [
      [
        "after two of three months below",
        twice,
        [month(1, 70), month(2, 90), month(3, 70)],
        ["3: 1 for 2"],
      ],
      ["not below the objective alone", twice, [month(1, 81), month(2, 82), month(3, 83)], []],
      [
        "not when they are further apart",
        twice,
        [month(1, 70), month(2, 90), month(3, 90), month(4, 70)],
        [],
      ],
      [
        "counting anew after it fell due",
        twice,
        [1, 2, 3, 4].map((one) => month(one, 70)),
        ["2: 1 for 2", "4: 1 for 2"],
      ],
      [
        "looking past months that tell nothing",
        twice,
        [month(1, 70), month(2, 0, "notAssessable"), month(3, 70)],
        ["3: 1 for 2"],
      ],
      [
        "at the first miss where nothing is said",
        { kind: "rerouting" },
        [month(1, 94)],
        ["1: 1 for 1"],
      ],
      [
        "never for a period that is not final",
        { kind: "rerouting" },
        [{ ...month(1, 0), status: "provisional" }],
        [],
      ],
      [
        "once for each miss",
        { kind: "leadReplacement", when: { below: "90%" }, each: "missed" },
        [month(1, 83)],
        ["1: 17 for 1"],
      ],
      [
        "not for what may be missed",
        { kind: "leadReplacement", when: { below: "90%" }, each: "missed" },
        [month(1, 90)],
        [],
      ],
    ];
  for (const [name, remedy, months, wanted] of cases) {
    test(name, () => assert.deepEqual(due(remedy, months), wanted));
  }
});

test("of a volume, what falls short is missed", () => {
  const remedy = { kind: "leadReplacement", when: { below: "80%" }, each: "missed" } as const;
  const objective = { atLeast: 250, each: "month" } as const;
  const counted = (value: number) => {
    const month = { month: 1, rest: { unit: "count", share: null, value, breached: 0 } } as const;
    const rulebook = compileRulebook([sceneAgreement({ remedy, objective, months: [] })]);
    return remediesDue(rulebook, [periodOf(month, objective)]).map(({ count }) => count);
  };
  assert.deepEqual([counted(200), counted(199), counted(0)], [[], [51], [250]]);
});

describe("a corrective plan", () => {
  const agreement = agreementOf({
    calendars: { office: { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } } },
    commitment: {
      clock: { start: "ticket.created", stop: "ticket.solved" },
      target: [{ within: "4h" }],
      objective: { atLeast: "75%", each: "month" },
    },
    agreement: {
      remedies: [
        {
          id: "plan",
          on: ["promise"],
          kind: "correctivePlan",
          plan: { within: "2bd", by: "obliged" },
        },
      ],
      disputes: {
        window: "1bd",
        who: ["team"],
        steps: [{ by: "measurer", within: "1bd" }],
        effect: "provisional",
        default: "measurementStands",
      },
    },
    deeds: {},
  });
  const missed: Event = {
    id: "1",
    source: "desk",
    type: "ticket.created",
    subject: "ticket/1",
    occurredAt: at("2026-01-05 10:00"),
  };
  const judged = (wall: string, more: readonly Event[] = []): Judgement =>
    judge({ agreements: [agreement], events: [missed, ...more], asOf: at(wall) });
  const plans = ({ clocks }: Judgement) =>
    clocks
      .filter(({ subject }) => subject.startsWith("plan/"))
      .map(({ state, verdict, startedAt, dueAt }) => ({ state, verdict, startedAt, dueAt }));

  test("is a clock from when the period is final, on the agreement's hours", () => {
    assert.deepEqual(plans(judged("2026-02-02 08:59")), []);
    assert.deepEqual(plans(judged("2026-02-03 10:00")), [
      {
        state: "running",
        verdict: "open",
        startedAt: at("2026-02-03 09:00"),
        dueAt: at("2026-02-04 17:00"),
      },
    ]);
  });

  test("of one agreement is not taken for that of another with the same name", () => {
    const twin = { ...agreement, metadata: { name: "twin" } };
    const commitments = agreement.spec.commitments.map((one) => ({ ...one, id: "twins" }));
    const remedies = agreement.spec.remedies?.map((one) => ({ ...one, on: ["twins"] })) ?? [];
    const other = { ...twin, spec: { ...twin.spec, commitments, remedies } };
    const asOf = at("2026-02-03 10:00");
    const both = judge({ agreements: [agreement, other], events: [missed], asOf });
    assert.deepEqual(
      plans(both).map(({ verdict }) => verdict),
      ["open", "open"],
    );
  });

  test("breaches where nobody hands it in, and is met where somebody does", () => {
    assert.equal(plans(judged("2026-02-06 10:00"))[0]?.verdict, "breached");
    const [remedy] = judged("2026-02-06 10:00").remedies;
    assert.ok(remedy);
    const handedIn: Event = {
      id: "2",
      source: "desk",
      type: "plan.handedIn",
      subject: planSubject(remedy),
      occurredAt: at("2026-02-04 17:00"),
    };
    assert.equal(plans(judged("2026-02-06 10:00", [handedIn]))[0]?.verdict, "met");
    const withdrawn = { ...handedIn, type: "plan.withdrawn" };
    assert.equal(plans(judged("2026-02-06 10:00", [withdrawn]))[0]?.verdict, "void");
  });
});
