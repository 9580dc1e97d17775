import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  creditsIn,
  monthStart,
  periodOf,
  type RemedyScene,
  sceneAgreement,
  told,
} from "../../test/remedy-scene.ts";
import { creditsOf } from "./credit.ts";
import type { Event } from "./event.ts";
import { compileRulebook } from "./rulebook.ts";

const tiers = [
  { atLeast: "90%", below: "95%", credit: "5%" },
  { atLeast: "80%", below: "90%", credit: "10%" },
  { below: "80%", credit: "20%" },
] as const;
const base = { charges: "monthly", amount: "40000 MXN" } as const;
const standard = { base, tiers } as const;
const month = (number: number, met: number, all = 100) =>
  ({ month: number, share: [met, all] }) as const;

describe("a credit", () => {
  const cases: readonly [string, RemedyScene, readonly string[]][] = [
    ["of the tier reached", { remedy: standard, months: [month(1, 92)] }, ["1 2000.00 MXN"]],
    [
      "of the tier below, at its edge",
      { remedy: standard, months: [month(1, 90)] },
      ["1 2000.00 MXN"],
    ],
    [
      "of the next one, just under",
      { remedy: standard, months: [month(1, 8_999, 10_000)] },
      ["1 4000.00 MXN"],
    ],
    [
      "of the last one, with nothing met",
      { remedy: standard, months: [month(1, 0)] },
      ["1 8000.00 MXN"],
    ],
    [
      "only where the objective is missed",
      { remedy: standard, months: [{ ...month(1, 92), verdict: "met" }] },
      [],
    ],
    [
      "never where too few are assessed",
      { remedy: standard, months: [{ ...month(1, 0), verdict: "notAssessable" }] },
      [],
    ],
    [
      "only of final periods",
      {
        remedy: standard,
        months: [
          { ...month(1, 0), status: "provisional" },
          { ...month(2, 0), status: "open" },
        ],
      },
      [],
    ],
    [
      "rounded half-even, once",
      {
        remedy: { ...standard, base: { charges: "monthly", amount: "0.5 USD" } },
        months: [month(1, 92)],
      },
      ["1 0.02 USD"],
    ],
    [
      "of nothing below the minimum",
      { remedy: { ...standard, minimum: "2000.01 MXN" }, months: [month(1, 92), month(2, 85)] },
      ["2 4000.00 MXN"],
    ],
    [
      "at most the cap of its base",
      { remedy: { ...standard, cap: { ofBase: "15%" } }, months: [month(1, 0), month(2, 85)] },
      ["1 6000.00 MXN capped", "2 4000.00 MXN"],
    ],
    [
      "until the year's cap is used up, then of nothing, and it says so",
      {
        remedy: { ...standard, cap: { perYear: "2%" } },
        months: [month(1, 0), month(2, 85), month(3, 92)],
      },
      ["1 8000.00 MXN", "2 1600.00 MXN capped", "3 0.00 MXN capped"],
    ],
    [
      "earned back by three good months in a row",
      {
        remedy: { ...standard, earnBack: { atLeast: "98%", for: "3 periods" } },
        months: [
          month(1, 92),
          ...[2, 3, 4].map((one) => ({ ...month(one, 98), verdict: "met" as const })),
        ],
      },
      ["1 2000.00 MXN earned back"],
    ],
    [
      "not earned back while one of them falls short",
      {
        remedy: { ...standard, earnBack: { atLeast: "98%", for: "3 periods" } },
        months: [
          month(1, 92),
          ...[98, 97, 98, 98].map((met, i) => ({ ...month(i + 2, met), verdict: "met" as const })),
        ],
      },
      ["1 2000.00 MXN"],
    ],
  ];
  for (const [name, scene, wanted] of cases) {
    test(name, () => assert.deepEqual(told(scene), wanted));
  }

  test("of a reward is owed by whom the promise was made to", () => {
    const [credit] = creditsIn({
      remedy: { kind: "reward", base, tiers: [{ atLeast: "99%", credit: "1%" }] },
      months: [{ ...month(1, 99), verdict: "met" }],
    }).credits;
    assert.deepEqual([credit?.party, credit?.to, credit?.amount], ["client", "team", "400.00"]);
  });

  test("begins a new year's cap on the day the term began", () => {
    const remedy = { ...standard, cap: { perYear: "2%" } };
    const months = [
      { month: 12, share: [0, 100] },
      { month: 13, share: [0, 100] },
    ] as const;
    assert.deepEqual(told({ remedy, months }), ["12 8000.00 MXN", "1 8000.00 MXN"]);
  });
});

describe("several commitments that fail together", () => {
  const commitments = ["answer", "solve", "report"];
  const months = commitments.map((commitment, index) => ({
    month: 1,
    commitment,
    share: [95 - 10 * index - 1, 100] as const,
  }));
  test("give the highest", () =>
    assert.deepEqual(told({ remedy: standard, commitments, months }), ["1 8000.00 MXN"]));
  test("or their sum", () =>
    assert.deepEqual(told({ remedy: { ...standard, combine: "sum" }, commitments, months }), [
      "1 14000.00 MXN",
    ]));
});

test("what two parties miss is owed by each of them", () => {
  const { spec, ...document } = sceneAgreement({
    remedy: standard,
    commitments: ["a", "b"],
    months: [],
  });
  const commitments = spec.commitments.map((one) =>
    one.id === "b" ? { ...one, obliged: "client", beneficiary: "team" } : one,
  );
  const rulebook = compileRulebook([{ ...document, spec: { ...spec, commitments } }]);
  const periods = ["a", "b"].map((commitment) => periodOf({ ...month(1, 92), commitment }));
  const { credits } = creditsOf({ rulebook, periods, events: [] });
  assert.deepEqual(
    credits.map(({ party, to, amount }) => [party, to, amount].join(" ")),
    ["team client 2000.00", "client team 2000.00"],
  );
  assert.equal(new Set(credits.map(({ key }) => key)).size, 2);
});

describe("the base of a credit", () => {
  const account = (id: string, at: number, data: object): Event =>
    ({
      id: `${id}${at}`,
      source: "crm",
      type: "account.created",
      subject: `account/${id}`,
      occurredAt: at,
      data,
    }) as Event;
  const remedy = { tiers, base: { charges: "monthly", field: "account.mrr" } } as const;

  test("is what each account pays at the end of the period", () => {
    const { credits, problems } = creditsIn({
      remedy,
      months: [month(1, 92)],
      events: [
        account("acme", monthStart(1), { mrr: 1000, currency: "USD" }),
        account("acme", monthStart(1) + 5, { mrr: 1200.5 }),
        account("acme", monthStart(2), { mrr: 9999 }),
        account("beta", monthStart(1), { mrr: "700 MXN" }),
        account("late", monthStart(2), { mrr: 5, currency: "USD" }),
        account("mute", monthStart(1), { mrr: 300 }),
      ],
    });
    const told = credits.map(({ customer, base: paid, amount, currency }) =>
      [customer, paid, amount, currency].join(" "),
    );
    assert.deepEqual(told, ["acme 1200.50 60.02 USD", "beta 700.00 35.00 MXN"]);
    assert.deepEqual(
      problems.map(({ code, facts }) => [code, facts.customer]),
      [["remedy-base-missing", "mute"]],
    );
  });

  test("is of the customers the agreement is for", () => {
    const { credits } = creditsIn({
      remedy,
      customers: ["acme"],
      months: [month(1, 92)],
      events: [
        account("acme", monthStart(1), { mrr: "100 USD" }),
        account("beta", monthStart(1), { mrr: "100 USD" }),
      ],
    });
    assert.deepEqual(
      credits.map(({ customer }) => customer),
      ["acme"],
    );
  });
});

describe("a volume that was to be at least so much", () => {
  const counted = (value: number, rest: object = {}) =>
    ({ month: 1, rest: { unit: "count", share: null, value, ...rest } }) as const;
  const objective = { atLeast: 250, each: "month" } as const;

  test("is attained by the part of it that there was", () => {
    const scene = (value: number) => ({ remedy: standard, objective, months: [counted(value)] });
    assert.deepEqual(told(scene(225)), ["1 2000.00 MXN"]);
    assert.deepEqual(told(scene(224)), ["1 4000.00 MXN"]);
    assert.deepEqual(told(scene(0)), ["1 8000.00 MXN"]);
  });

  test("may be a sum of money, taken exactly", () => {
    const money = { atLeast: "100000 MXN", each: "month" } as const;
    const facts = { MXN: "90000.00" };
    const month = counted(1, { unit: "amount", currency: "MXN", facts });
    assert.deepEqual(told({ remedy: standard, objective: money, months: [month] }), [
      "1 2000.00 MXN",
    ]);
  });

  test("fits no tier where it is a ceiling, a score or a length of time", () => {
    const most = { atMost: 250, each: "month" } as const;
    assert.deepEqual(told({ remedy: standard, objective: most, months: [counted(300)] }), []);
    for (const unit of ["score", "ms"]) {
      const months = [counted(100, { unit })];
      assert.deepEqual(told({ remedy: standard, objective, months }), [], unit);
    }
  });
});

describe("laws of credits", () => {
  const results = fc.array(fc.nat({ max: 94 }), { minLength: 1, maxLength: 12 });
  test("worse never costs less, and a year never costs more than its cap", () => {
    fc.assert(
      fc.property(results, fc.constantFrom("5%", "12%", "100%"), (mets, perYear) => {
        const scene = (list: readonly number[], cap: object): RemedyScene => ({
          remedy: { ...standard, cap },
          months: list.map((met, index) => month(index + 1, met)),
        });
        const cents = (list: readonly number[], cap = {}) =>
          creditsIn(scene(list, cap)).credits.reduce(
            (sum, { amount }) => sum + BigInt(amount.replace(".", "")),
            0n,
          );
        const worse = mets.map((met, index) => (index === 0 ? Math.max(0, met - 7) : met));
        assert.ok(cents(worse) >= cents(mets));
        const yearly = (48_000_000n * BigInt(perYear.slice(0, -1))) / 100n;
        assert.ok(cents(mets, { perYear }) <= yearly);
        assert.ok(cents(mets, { perYear }) <= cents(mets));
      }),
    );
  });
});
