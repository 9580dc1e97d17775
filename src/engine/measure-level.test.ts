/**
 * For whom a measure counts: levels, omissions, revisions, exclusions, and the life of its periods.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { at, factsOf, promiseOf } from "../../test/measure-scene.ts";
import type { AgreementDocument, AgreementSpec, CommitmentSpec } from "./agreement.ts";
import { judge } from "./judge.ts";
import type { Revision } from "./revision.ts";

const csat = (atLeast: string): Partial<CommitmentSpec> => ({
  measure: { survey: "csat" },
  objective: { atLeast, each: "month" },
});

function named(
  name: string,
  commitment: Partial<CommitmentSpec>,
  agreement: Partial<AgreementSpec> = {},
): AgreementDocument {
  return { ...promiseOf({ commitment, agreement }), metadata: { name } };
}

const answer = (ticket: number, customer: string, score: number) => {
  const data = JSON.stringify({ survey: "csat", score, customer });
  return `2026-01-05 10:00  ticket/${ticket}  survey.answered  ${data}`;
};

const answers = factsOf(
  [answer(1, "acme", 5), answer(2, "acme", 1), answer(3, "other", 5)].join("\n"),
);

function january(agreements: readonly (AgreementDocument | Revision)[]) {
  const { periods, problems } = judge({ agreements, events: answers, asOf: at("2026-02-01") });
  const told = periods.filter(({ from }) => from === at("2026-01-01"));
  return {
    shares: told.map(({ agreement, met, breached }) => [agreement, met, breached]),
    problems: problems.map(({ code }) => code),
  };
}

const everyone = named("everyone", csat("80%"));
const acme = named("acme", csat("90%"), { appliesTo: { customers: ["acme"] } });

describe("a measure", () => {
  test("counts a subject for the most specific agreement alone", () =>
    assert.deepEqual(january([everyone, acme]).shares, [
      ["everyone", 1, 0],
      ["acme", 1, 1],
    ]));

  test("that a customer's agreement leaves out counts the customer nowhere", () => {
    const { spec } = named("acme", {}, { appliesTo: { customers: ["acme"] } });
    const without: AgreementDocument = {
      ...acme,
      spec: { ...spec, commitments: [{ id: "promise", omit: true }] },
    };
    assert.deepEqual(january([everyone, without]).shares, [["everyone", 1, 0]]);
  });

  test("that two agreements promise at one level counts for neither, and that is said", () => {
    const { shares, problems } = january([everyone, named("again", csat("70%"))]);
    assert.deepEqual(shares, [
      ["everyone", 0, 0],
      ["again", 0, 0],
    ]);
    assert.deepEqual(problems, ["levels-tie"]);
  });

  test("is judged by the revision in force at the end of its period", () => {
    const later = named("everyone", csat("60%"));
    const revisions: readonly Revision[] = [
      { document: everyone },
      { document: later, from: at("2026-01-20") },
    ];
    const { periods } = judge({ agreements: revisions, events: answers, asOf: at("2026-02-01") });
    const [first] = periods;
    assert.deepEqual([first?.revision, first?.objective.atLeast, first?.met], [2, "60%", 2]);
    assert.equal(first?.verdict, "met");
  });

  test("leaves out whom an exclusion names, and says how many", () => {
    const share: Partial<CommitmentSpec> = {
      measure: { share: "survey.answered", that: { score: { atLeast: 4 } } },
      objective: { atLeast: "80%", each: "month" },
    };
    const exclusions = [{ id: "test", category: "other", where: { customer: "other" } }] as const;
    const { periods } = judge({
      agreements: [named("everyone", share, { exclusions })],
      events: answers,
      asOf: at("2026-02-01"),
    });
    const [first] = periods;
    assert.deepEqual([first?.met, first?.breached, first?.excused], [1, 1, 1]);
  });
});

describe("a period", () => {
  const disputes = {
    window: "10d",
    who: ["team"],
    steps: [],
    effect: "provisional",
    default: "measurementStands",
  } as const;
  const status = (asOf: string) =>
    judge({
      agreements: [named("everyone", csat("80%"), { disputes })],
      events: answers,
      asOf: at(asOf),
    }).periods.map((one) => `${one.status} ${one.verdict}`)[0];

  const life: readonly [string, string][] = [
    ["2026-01-31 23:59", "open open"],
    ["2026-02-01 00:00", "provisional breached"],
    ["2026-02-10 23:59", "provisional breached"],
    ["2026-02-11 00:00", "final breached"],
  ];
  for (const [asOf, told] of life) {
    test(`with ten days for disputes is ${told} at ${asOf}`, () =>
      assert.equal(status(asOf), told));
  }

  test("is told up to the last day of the agreement, not after it", () => {
    const term = { from: "2026-01-01", to: "2026-02-10", timeZone: "UTC" };
    const commitment: Partial<CommitmentSpec> = {
      measure: { count: "survey.answered" },
      objective: { atLeast: 1, each: "month" },
    };
    const { periods } = judge({
      agreements: [named("everyone", commitment, { term })],
      events: answers,
      asOf: at("2026-05-01"),
    });
    assert.deepEqual(
      periods.map(({ from, value }) => [from, value]),
      [
        [at("2026-01-01"), 3],
        [at("2026-02-01"), 0],
      ],
    );
  });

  test("begins with the first revision that has an objective", () => {
    const { objective: _, ...plain } = csat("80%");
    const revisions: readonly Revision[] = [
      { document: named("everyone", plain) },
      { document: everyone, from: at("2026-02-10") },
    ];
    const { periods } = judge({ agreements: revisions, events: answers, asOf: at("2026-02-20") });
    assert.deepEqual(
      periods.map(({ from }) => from),
      [at("2026-02-01")],
    );
  });

  test("in Mexico ends when its last local day does", () => {
    const term = { from: "2026-01-01", timeZone: "America/Mexico_City" };
    const { periods } = judge({
      agreements: [named("everyone", csat("80%"), { term })],
      events: answers,
      asOf: at("2026-02-01 05:59"),
    });
    assert.deepEqual(
      periods.map(({ status: one, to }) => [one, to]),
      [["open", at("2026-02-01 06:00")]],
    );
  });
});
