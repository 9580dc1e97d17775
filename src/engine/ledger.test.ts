import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import { creditsIn, monthStart } from "../../test/remedy-scene.ts";
import type { Credit } from "./credit.ts";
import {
  expireCredits,
  type Ledger,
  ledgerMoves,
  moveCredit,
  proposeCredits,
  type Standing,
  standings,
} from "./ledger.ts";
import { brokenSeal, canonicalText, type Sealed, sealRows } from "./ledger-chain.ts";
import { statementOf } from "./ledger-statement.ts";
import { DAY, type Instant } from "./time.ts";

const tiers = [{ below: "95%", credit: "10%" }];
const base = { charges: "monthly", amount: "1000 USD" } as const;
const claim = { automatic: false, within: "30d" } as const;

function credits(months: readonly number[], by: object = { claim }): readonly Credit[] {
  return creditsIn({ remedy: { base, tiers, ...by }, months: months.map((month) => ({ month })) })
    .credits;
}

const february = (day: number) => (monthStart(2) + (day - 1) * DAY) as Instant;
const agreements = ["story"];

function proposed(list = credits([1]), ledger: Ledger = []): Ledger {
  return proposeCredits(ledger, { credits: list, agreements, asOf: february(1) });
}

const sides = {
  claimed: "owed",
  expired: "time",
  approved: "owing",
  declined: "owing",
  applied: "owing",
} as const;

function moved(ledger: Ledger, ...to: readonly (keyof typeof sides)[]): Ledger {
  return to.reduce((rows, standing, index) => {
    const credit = rows.at(-1)?.credit ?? "";
    const at = february(2 + index);
    return moveCredit(rows, {
      credit,
      standing,
      at,
      by: "ana",
      side: sides[standing],
      reason: "so",
    });
  }, ledger);
}

const told = (ledger: Ledger) => ledger.map(({ standing, amount }) => `${standing} ${amount}`);

describe("a credit in the ledger", () => {
  test("goes from proposed to applied, a row a move", () => {
    const ledger = moved(proposed(), "claimed", "approved", "applied");
    assert.deepEqual(told(ledger), [
      "proposed 100.00",
      "claimed 100.00",
      "approved 100.00",
      "applied 100.00",
    ]);
    assert.deepEqual(
      ledger.map(({ number }) => number),
      [1, 2, 3, 4],
    );
  });

  test("is claimed at once where it needs no claim", () => {
    assert.deepEqual(told(proposed(credits([1], {}))), ["proposed 100.00", "claimed 100.00"]);
  });

  test("expires when nobody claims it in 30 days, at that instant", () => {
    const ledger = proposed();
    assert.equal(expireCredits(ledger, (monthStart(2) + 30 * DAY) as Instant), ledger);
    const expired = expireCredits(ledger, (monthStart(2) + 30 * DAY + 1) as Instant);
    assert.deepEqual(
      [expired.at(-1)?.standing, expired.at(-1)?.at],
      ["expired", monthStart(2) + 30 * DAY],
    );
  });

  test("is not proposed before its period is final", () => {
    const before = (monthStart(2) - 1) as Instant;
    assert.deepEqual(proposeCredits([], { credits: credits([1]), agreements, asOf: before }), []);
  });

  const names = Object.keys(ledgerMoves) as readonly Standing[];
  const paths: Record<Standing, readonly (keyof typeof sides)[]> = {
    proposed: [],
    claimed: ["claimed"],
    approved: ["claimed", "approved"],
    applied: ["claimed", "approved", "applied"],
    declined: ["claimed", "declined"],
    expired: ["expired"],
  };
  for (const from of names) {
    for (const to of names) {
      const side = ledgerMoves[from][to];
      test(`${side ? "may" : "may not"} go from ${from} to ${to}`, () => {
        const ledger = moved(proposed(), ...paths[from]);
        const credit = ledger[0]?.credit ?? "";
        const move = { credit, standing: to, at: february(9), by: "ana", reason: "so" };
        const go = () => moveCredit(ledger, { ...move, side: side ?? "owing" });
        if (side) assert.equal(go().at(-1)?.standing, to);
        else assert.throws(go, { code: "ledger-move" });
      });
    }
  }

  test("is moved by the side it is for, in time, and forwards", () => {
    const ledger = proposed();
    const move = {
      credit: ledger[0]?.credit ?? "",
      standing: "claimed",
      by: "ana",
      reason: "so",
    } as const;
    const cases = [
      [{ ...move, side: "owing", at: february(2) }, "ledger-side"],
      [{ ...move, side: "owed", at: (monthStart(2) + 31 * DAY) as Instant }, "ledger-late"],
      [{ ...move, side: "owed", at: monthStart(1) }, "ledger-backwards"],
      [{ ...move, credit: "none", side: "owed", at: february(2) }, "credit-unknown"],
    ] as const;
    for (const [wrong, code] of cases) assert.throws(() => moveCredit(ledger, wrong), { code });
  });
});

describe("a credit that comes out otherwise", () => {
  const less = credits([1], { tiers: [{ below: "95%", credit: "4%" }], claim });
  const again = (ledger: Ledger, list: readonly Credit[]) =>
    proposeCredits(ledger, { credits: list, agreements, asOf: february(20) });

  test("is restated while it is not applied", () =>
    assert.deepEqual(told(again(moved(proposed(), "claimed"), less)).slice(-1), ["claimed 40.00"]));

  test("leaves a difference behind once it was applied", () => {
    const applied = moved(proposed(), "claimed", "approved", "applied");
    const after = again(applied, less);
    assert.deepEqual(told(after).slice(-2), ["proposed -60.00", "claimed -60.00"]);
    assert.equal(after.at(-1)?.corrects, applied[0]?.credit);
    assert.deepEqual(told(again(after, [])).slice(-1), ["claimed -100.00"]);
  });

  test("is owed no more where it is gone, and is left alone in agreements not judged", () => {
    assert.deepEqual(told(again(proposed(), [])).slice(-1), ["proposed 0.00"]);
    const ledger = proposed();
    const others = { credits: [], agreements: ["other"], asOf: february(20) };
    assert.equal(proposeCredits(ledger, others), ledger);
  });

  test("stays declined", () => {
    const declined = moved(proposed(), "claimed", "declined");
    assert.equal(again(declined, less), declined);
  });

  test("adds nothing when judged twice, and what is booked is what is owed", () => {
    const amounts = fc.array(fc.constantFrom("2%", "4%", "7.5%", "none"), { maxLength: 6 });
    const deeds = fc.constantFrom<readonly (keyof typeof sides)[]>(
      [],
      ["claimed"],
      ["claimed", "approved", "applied"],
    );
    fc.assert(
      fc.property(amounts, deeds, (list, path) => {
        let ledger = moved(proposed(), ...path);
        for (const credit of list) {
          const now =
            credit === "none" ? [] : credits([1], { claim, tiers: [{ below: "95%", credit }] });
          ledger = again(ledger, now);
          assert.equal(again(ledger, now), ledger);
          const cents = [...standings(ledger).values()].map(({ amount }) =>
            BigInt(amount.replace(".", "")),
          );
          const owed = BigInt((now[0]?.amount ?? "0.00").replace(".", ""));
          assert.equal(
            cents.reduce((a, b) => a + b, 0n),
            owed,
          );
        }
      }),
    );
  });
});

describe("a statement", () => {
  test("adds up to that of the whole, span by span", () => {
    const later = { credits: credits([1, 2, 3]), agreements, asOf: monthStart(5) };
    const ledger = proposeCredits([], later);
    const span = (from: number, to: number) =>
      statementOf(ledger, { party: "client" }, { from: monthStart(from), to: monthStart(to) });
    assert.deepEqual(span(1, 4).totals, [
      { currency: "USD", standing: "proposed", amount: "300.00" },
    ]);
    const parts = [span(1, 2), span(2, 3), span(3, 4)].flatMap(({ totals }) => totals);
    assert.deepEqual(
      parts.map(({ amount }) => amount),
      ["100.00", "100.00", "100.00"],
    );
    assert.deepEqual(statementOf(ledger, { customer: "acme" }, span(1, 4)).lines, []);
  });
});

describe("the chain of hashes", () => {
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  const chain = sealRows(moved(proposed(), "claimed", "approved"), digest);

  test("holds as it was written, and as JSON brings it back in another order of keys", () => {
    assert.equal(brokenSeal(chain, digest), undefined);
    const back = JSON.parse(JSON.stringify(chain), (_, value) =>
      value && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    );
    assert.equal(brokenSeal(back, digest), undefined);
  });

  test("goes on from where it stopped", () => {
    const rows = chain.map(({ row }) => row);
    const first = sealRows(rows.slice(0, 2), digest);
    const rest = sealRows(rows.slice(2), digest, first.at(-1)?.hash);
    assert.deepEqual([...first, ...rest], chain);
  });

  const frauds: readonly [string, (rows: Sealed<object>[]) => Sealed<object>[], number][] = [
    [
      "an edited amount",
      (rows) =>
        rows.with(1, {
          ...(rows[1] as Sealed<object>),
          row: { ...rows[1]?.row, amount: "999.00" },
        }),
      1,
    ],
    ["a row left out", (rows) => rows.toSpliced(1, 1), 1],
    ["two rows changed round", ([a, b, c]) => [a, c, b] as Sealed<object>[], 1],
    [
      "a row sealed anew, but not those after it",
      (rows) => rows.with(0, sealRows([{ amount: "1" }], digest)[0] as Sealed<object>),
      1,
    ],
  ];
  for (const [name, forge, index] of frauds) {
    test(`shows ${name}`, () => assert.equal(brokenSeal(forge([...chain]), digest), index));
  }

  test("is written from one text, whatever the order of the keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        assert.equal(canonicalText(value), canonicalText(turned));
        assert.deepEqual(JSON.parse(canonicalText(value)), JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
