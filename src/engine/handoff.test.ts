import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { at, factsOf, promiseOf } from "../../test/measure-scene.ts";
import { alwaysOpen } from "./calendar.ts";
import type { ConditionSpec } from "./condition.ts";
import { definitionResultOf } from "./criterion.ts";
import { handoffsOf } from "./handoff.ts";
import { conclude, foldHistory } from "./history.ts";
import { icpPointsOf } from "./icp.ts";
import { leadQuality, loopEntryOf, spendEntryOf } from "./lead-quality.ts";
import { attemptsMissing, checkReason } from "./reason-code.ts";
import { compileRulebook } from "./rulebook.ts";
import { viewsOf } from "./subject-view.ts";
import { HOUR } from "./time.ts";

const document = promiseOf({
  commitment: {
    measure: {
      share: "lead.closedUnreached",
      that: { attempts: { atLeast: 5 }, channels: { atLeast: 2 } },
    },
    objective: { atLeast: "95%", each: "month" },
  },
  agreement: {
    handoffs: [
      {
        id: "mql",
        subject: "lead",
        from: "team",
        to: "others",
        requires: ["email", "company.name"],
        accept: { within: "8h" },
      },
    ],
    icp: {
      criteria: [
        { when: { "company.employees": { atLeast: 50 } }, points: 40 },
        { when: { role: "boss" }, points: 25 },
      ],
      qualifiedAt: 60,
    },
    definitions: { MQL: { when: { icpScore: { atLeast: 40 }, engagement: { atLeast: 30 } } } },
  },
});
const hours = { name: "24x7", timetable: alwaysOpen("UTC") };
const views = (facts: string, subject = "lead/1") => viewsOf(subject, factsOf(facts));
const last = (facts: string) => {
  const view = views(facts).at(-1);
  assert.ok(view);
  return view;
};

describe("a hand-off", () => {
  const story = views(`
    2026-01-05 09:00  lead/1  lead.created  {"company": {"name": "Uno"}}
    2026-01-05 10:00  lead/1  lead.handedOff
    2026-01-05 12:00  lead/1  lead.rejected  {"reason": "REJ-CLER"}
    2026-01-06 09:00  lead/1  lead.corrected  {"email": "a@b.example"}
    2026-01-06 10:00  lead/1  lead.handedOff
    2026-01-06 11:00  lead/1  lead.statusChanged  {"email": null}
    2026-01-06 18:01  lead/1  lead.accepted`);
  const [first, second] = handoffsOf(document.spec, hours, story);

  test("keeps what travelled as it was, whatever becomes of it later", () => {
    assert.deepEqual(first?.travelled, { "company.name": "Uno" });
    assert.deepEqual(first?.missing, ["email"]);
    assert.deepEqual(second?.travelled, { email: "a@b.example", "company.name": "Uno" });
    assert.equal(second?.isComplete, true);
  });

  test("is answered once a round, with the family of the reason, in time or late", () => {
    assert.deepEqual(
      [first?.answer?.is, first?.answer?.family, first?.answer?.isLate, first?.answer?.problems],
      ["returned", "clerical", false, []],
    );
    assert.equal(second?.round, 2);
    assert.equal(second?.answerBy, at("2026-01-06 18:00"));
    assert.deepEqual([second?.answer?.is, second?.answer?.isLate], ["accepted", true]);
  });
});

describe("a reason", () => {
  const given = (type: string, data: string) =>
    checkReason(
      document.spec,
      type === "lead.rejected" ? "rejection" : "disqualification",
      last(`2026-01-05 10:00  lead/1  ${type}  ${data}`),
    ).map(({ code }) => code);
  const cases: readonly [string, string, readonly string[]][] = [
    ["lead.rejected", '{"reason": "REJ-DEF"}', []],
    ["lead.rejected", '{"reason": "REJ-DEF-SIZE"}', []],
    ["lead.rejected", '{"reason": "DSQ-BUDGET"}', ["reason-of-other-kind"]],
    ["lead.disqualified", '{"reason": "REJ-DEF"}', ["reason-of-other-kind"]],
    ["lead.disqualified", '{"reason": "bad lead"}', ["reason-unknown"]],
    ["lead.disqualified", '{"reason": "DSQ-TIMING"}', ["reason-bare"]],
    ["lead.disqualified", '{"reason": "DSQ-TIMING", "recycleOn": "2026-05-01"}', []],
    [
      "lead.disqualified",
      '{"reason": "DSQ-UNREACH"}',
      ["unreachable-locked", "unreachable-locked"],
    ],
  ];
  for (const [type, data, codes] of cases) {
    test(`${data} for ${type}: ${codes.join(", ") || "stands"}`, () =>
      assert.deepEqual(given(type, data), codes));
  }

  test("of not having been reached is locked until the attempts agreed on were made", () => {
    const attempts = ["phone", "phone", "phone", "phone", "email"].map(
      (channel, index) =>
        `2026-01-05 1${index}:00  lead/1  contact.attempted  {"channel": "${channel}"}`,
    );
    const missing = (count: number) =>
      attemptsMissing(document.spec, last(attempts.slice(0, count).join("\n"))).map(
        ({ field }) => field,
      );
    assert.deepEqual(missing(4), ["attempts", "channels"]);
    assert.deepEqual(missing(5), []);
  });
});

describe("the profile and the definition", () => {
  const view = last(
    `2026-01-05 10:00  lead/1  lead.created  {"company": {"employees": 60}, "engagement": 20}`,
  );

  test("say which points made the score", () => {
    const points = icpPointsOf(document.spec, view);
    assert.equal(points?.score, 40);
    assert.equal(points?.isQualified, false);
    assert.deepEqual(
      points?.points.map(({ holds }) => holds),
      [true, false],
    );
  });

  test("say which criterion an MQL fails", () => {
    const { holds, criteria } = definitionResultOf(document.spec, "MQL", view);
    assert.equal(holds, false);
    assert.deepEqual(
      criteria.map((one) => [one.field, one.value, one.holds]),
      [
        ["icpScore", 40, true],
        ["engagement", 20, false],
      ],
    );
  });

  test("hold as a whole where each criterion does", () => {
    const definition = document.spec.definitions?.MQL?.when as ConditionSpec;
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (employees, engagement) => {
        const data = JSON.stringify({ company: { employees }, engagement });
        const result = definitionResultOf(
          document.spec,
          "MQL",
          last(`2026-01-05 10:00  lead/1  lead.created  ${data}`),
        );
        assert.equal(result.holds, employees >= 50 && engagement >= 30);
        assert.equal(result.criteria.length, Object.keys(definition).length);
      }),
    );
  });
});

describe("the lead-quality loop", () => {
  const lead = (number: number, rest: string) =>
    loopEntryOf(
      views(
        `2026-01-05 10:00  lead/${number}  lead.handedOff  {"source": "web"}\n${rest}`,
        `lead/${number}`,
      ),
    );
  const links = [{ subject: "lead/1" }];
  const won = JSON.stringify({ amount: 1000, currency: "MXN", links });
  const entries = [
    lead(
      1,
      `2026-01-05 11:00  lead/1  lead.accepted
       2026-01-06 10:00  lead/1  lead.sqlAccepted
       2026-01-09 10:00  deal/1  deal.won  ${won}`,
    ),
    lead(2, `2026-01-05 12:00  lead/2  lead.rejected  {"reason": "REJ-DEF", "detail": "size"}`),
    lead(3, `2026-01-05 13:00  lead/3  lead.rejected  {"reason": "REJ-DEF-SIZE"}`),
    lead(4, `2026-01-05 14:00  lead/4  lead.rejected  {"reason": "REJ-PROC"}`),
    lead(
      5,
      `2026-01-05 15:00  lead/5  lead.accepted
       2026-01-06 10:00  lead/5  lead.disqualified  {"reason": "DSQ-OTHER"}`,
    ),
  ].flatMap((entry) => entry ?? []);
  const spend = spendEntryOf(
    viewsOf(
      "campaign/1",
      factsOf(
        `2026-01-05 10:00  campaign/1  campaign.spent  {"spent": 250.5, "currency": "MXN", "source": "web"}`,
      ),
    )[0] as never,
  );
  const [row] = leadQuality([...entries, ...(spend ? [spend] : [])], "source");

  test("follows leads from hand-over to what they brought, and what they cost", () => {
    assert.equal(row?.value, "web");
    assert.deepEqual(
      [row?.delivered, row?.accepted, row?.disqualified, row?.sql, row?.won],
      [5, 2, 1, 1, 1],
    );
    assert.deepEqual(row?.rejected, {
      procedural: 1,
      clerical: 0,
      definitional: 2,
      unknown: 0,
    });
    assert.deepEqual(row?.acceptance?.share, { numerator: 2, denominator: 5 });
    assert.deepEqual([row?.cost, row?.worth], [{ MXN: "250.5" }, { MXN: "1000" }]);
    assert.deepEqual(row?.answer, { p50: 3 * HOUR, p90: 5 * HOUR });
  });

  test("shows where the definition drifts, and that nobody can act on “other”", () => {
    const share = { numerator: 2, denominator: 3 };
    assert.deepEqual(row?.drift, [{ family: "definitional", detail: "size", share }]);
    assert.equal(row?.hasTooManyOthers, true);
  });
});

test("the views of a subject end as its history does", () => {
  const events = factsOf(`
    2026-01-05 10:00  lead/1  lead.created  {"a": 1, "b": {"c": 2}}
    2026-01-05 10:00  lead/1  contact.attempted  {"channel": "phone"}
    2026-01-05 11:00  deal/1  deal.won  {"a": 3, "links": [{"subject": "lead/1"}]}
    2026-01-05 12:00  lead/1  lead.statusChanged  {"b": {"c": null}}`);
  const rulebook = compileRulebook([document]);
  const history = foldHistory(rulebook, "lead/1", events);
  assert.deepEqual(
    viewsOf("lead/1", events).at(-1),
    conclude(rulebook, history, at("2026-02-01")).last,
  );
});
