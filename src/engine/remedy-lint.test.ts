import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sceneAgreement } from "../../test/remedy-scene.ts";
import type { CommitmentSpec, ObjectiveSpec, RemedySpec } from "./agreement.ts";
import { lintRemedies } from "./remedy-lint.ts";

const good = {
  base: { charges: "monthly", amount: "40000 MXN" },
  tiers: [
    { atLeast: "90%", below: "95%", credit: "5%" },
    { atLeast: "80%", below: "90%", credit: "10%" },
    { below: "80%", credit: "20%" },
  ],
  cap: { ofBase: "20%" },
  minimum: "1 MXN",
} as const;
const objective: ObjectiveSpec = { atLeast: "95%", each: "month", minVolume: 20 };

function codes(remedy: Partial<RemedySpec>, asked: ObjectiveSpec = objective): readonly string[] {
  const { spec } = sceneAgreement({ remedy, objective: asked, months: [] });
  return lintRemedies(spec).map(({ code }) => code);
}

function tiers(...edges: readonly [low: string, high: string, credit: string][]) {
  return edges.map(([atLeast, below, credit]) => ({
    credit,
    ...(atLeast === "" ? {} : { atLeast }),
    ...(below === "" ? {} : { below }),
  }));
}

describe("a remedy is asked", () => {
  const { cap: _, ...withoutCap } = good;
  const { base: __, ...withoutBase } = good;
  const cases: readonly [string, Partial<RemedySpec>, ObjectiveSpec, readonly string[]][] = [
    ["nothing where all is said", good, objective, []],
    [
      "for the share between two tiers",
      { ...good, tiers: tiers(["", "80%", "20%"], ["81%", "95%", "5%"]) },
      objective,
      ["remedy-gap"],
    ],
    [
      "for what lies below the lowest",
      { ...good, tiers: tiers(["80%", "95%", "5%"]) },
      objective,
      ["remedy-gap"],
    ],
    [
      "for what lies below the objective",
      { ...good, tiers: tiers(["", "90%", "5%"]) },
      objective,
      ["remedy-gap"],
    ],
    [
      "which of two tiers holds",
      { ...good, tiers: tiers(["", "85%", "20%"], ["80%", "95%", "5%"]) },
      objective,
      ["remedy-overlap"],
    ],
    [
      "why it pays where the objective is met",
      { ...good, tiers: tiers(["", "96%", "5%"]) },
      objective,
      ["remedy-where-met"],
    ],
    [
      "why worse is cheaper",
      { ...good, tiers: tiers(["", "80%", "5%"], ["80%", "95%", "10%"]) },
      objective,
      ["remedy-worse-cheaper"],
    ],
    ["for its cap", withoutCap, objective, ["remedy-without-cap"]],
    [
      "why a tier is above the cap",
      { ...good, cap: { ofBase: "15%" } },
      objective,
      ["remedy-over-cap"],
    ],
    ["for its base", withoutBase, objective, ["remedy-without-base"]],
    ["for one currency", { ...good, minimum: "1 USD" }, objective, ["remedy-currencies"]],
    [
      "for tiers in the unit of the objective",
      good,
      { atLeast: 40, each: "month", minVolume: 20 },
      ["remedy-other-unit"],
    ],
    [
      "for tiers that some number of cases reaches",
      { ...good, tiers: tiers(["", "94.99%", "10%"], ["94.99%", "95%", "5%"]) },
      objective,
      ["remedy-unreachable"],
    ],
    ["for a minimum volume", good, { atLeast: "95%", each: "month" }, ["remedy-without-volume"]],
  ];
  for (const [name, remedy, asked, wanted] of cases) {
    test(name, () => assert.deepEqual(codes(remedy, asked), wanted));
  }

  test("the same the other way round, where less is better", () => {
    const atMost: ObjectiveSpec = { atMost: "5%", each: "month", minVolume: 20 };
    const rising = tiers(["5%", "10%", "5%"], ["10%", "", "20%"]);
    assert.deepEqual(codes({ ...good, tiers: rising }, atMost), []);
    assert.deepEqual(
      codes({ ...good, tiers: tiers(["2%", "10%", "5%"], ["10%", "", "2%"]) }, atMost),
      ["remedy-where-met", "remedy-worse-cheaper"],
    );
  });

  test("a reward, for giving less where more was done", () => {
    const reward = { ...good, kind: "reward" as const };
    assert.deepEqual(
      codes({ ...reward, tiers: tiers(["95%", "99%", "1%"], ["99%", "", "2%"]) }),
      [],
    );
    assert.deepEqual(codes({ ...reward, tiers: tiers(["94%", "99%", "2%"], ["99%", "", "1%"]) }), [
      "remedy-where-met",
      "remedy-worse-cheaper",
    ]);
  });

  test("nothing of volume where time is measured, nor anything without money", () => {
    const { spec } = sceneAgreement({ remedy: good, months: [] });
    const measured: CommitmentSpec = {
      id: "answer",
      obliged: "team",
      beneficiary: "client",
      measure: { availability: "portal" },
      objective: { atLeast: "95%", each: "month" },
    };
    assert.deepEqual(lintRemedies({ ...spec, commitments: [measured] }), []);
    assert.deepEqual(codes({ kind: "meeting", when: { misses: 2, of: 3 } }), []);
  });

  test("at its place in the document, in both languages", () => {
    const [problem] = lintRemedies(
      sceneAgreement({ remedy: withoutCap, objective, months: [] }).spec,
    );
    assert.equal(problem?.place?.path, "spec.remedies[0]");
    assert.match(problem?.says.es ?? "", /no tiene tope/);
    assert.match(problem?.says.en ?? "", /has no cap/);
  });
});
