/** Cohorts and reasons of the loop, over a small table and as laws over a generated year. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { companyYear, MEXICO } from "../../test/measured-year.ts";
import { at } from "../../test/story.ts";
import { noDimensions } from "./dimension.ts";
import { type Event, linksOf } from "./event.ts";
import { cohortsOf, conversionsOf, ripeningOf } from "./lead-cohort.ts";
import { type LoopEntry, leadQuality, loopEntryOf, wholeLoop } from "./lead-quality.ts";
import { definitionDrifts, leadReasons } from "./lead-reason.ts";
import { viewsOf } from "./subject-view.ts";
import { DAY, type Instant } from "./time.ts";

/** A lead handed over on a day, that became an SQL after so many days, or was rejected so. */
function lead(
  day: string,
  became: { sql?: number; rejected?: string; source?: string },
): LoopEntry {
  const { sql, rejected, source = "web" } = became;
  const [family, detail] = rejected?.split(" ") ?? [];
  return {
    at: at(day),
    dimensions: { ...noDimensions, source },
    cell: {
      counts: {
        delivered: 1,
        ...(sql === undefined ? {} : { sql: 1 }),
        ...(family ? { rejected: 1, [`rejected ${family}`]: 1 } : {}),
        ...(detail ? { [`detail ${family} ${detail}`]: 1 } : {}),
      },
      ...(sql === undefined ? {} : { lists: { sql: [sql * DAY] } }),
    },
  };
}

const few = [
  lead("2026-01-05", { sql: 10 }),
  lead("2026-01-20", {}),
  lead("2026-02-03", { sql: 4 }),
  lead("2026-02-20", {}),
];

describe("cohorts of leads", () => {
  const ripening = ripeningOf(few);
  const asOf = at("2026-02-24");

  test("ripen in the time that nine of ten took; nothing is known of what none reached", () => {
    assert.deepEqual(ripening, { sql: 10 * DAY, won: null });
  });

  test("leave out of a conversion what is too young to have become anything", () => {
    const { sql, won } = conversionsOf(few, { ripening, asOf });
    assert.deepEqual([sql.share, sql.young], [{ numerator: 2, denominator: 3 }, 1]);
    assert.deepEqual([won.share, won.young], [{ numerator: 0, denominator: 4 }, 0]);
  });

  test("are months of hand-over, marked where they may still grow", () => {
    const told = cohortsOf(few, { timeZone: "UTC", ripening, asOf }).map(
      ({ span, delivered, reached: { sql } }) => [span.from, delivered, sql.share, sql.isYoung],
    );
    assert.deepEqual(told, [
      [at("2026-01-01"), 2, { numerator: 1, denominator: 2 }, false],
      [at("2026-02-01"), 2, { numerator: 1, denominator: 2 }, true],
    ]);
  });
});

describe("reasons for which leads come back", () => {
  const entries = [
    ...Array.from({ length: 6 }, () => lead("2026-01-05", { rejected: "definitional size" })),
    ...Array.from({ length: 3 }, () => lead("2026-02-05", { rejected: "definitional size" })),
    ...Array.from({ length: 8 }, () =>
      lead("2026-02-05", { rejected: "clerical", source: "fair" }),
    ),
    ...Array.from({ length: 3 }, () => lead("2026-02-06", { rejected: "definitional role" })),
    lead("2026-02-07", { sql: 3 }),
  ];
  const told = leadReasons(entries, "UTC");

  test("are told by source and by month, the most frequent first", () => {
    assert.equal(told.rejected, 20);
    assert.deepEqual(
      told.months.map(({ rejected }) => rejected),
      [6, 14],
    );
    assert.deepEqual(told.reasons, [
      { family: "definitional", detail: "size", leads: 9, bySource: { web: 9 }, byMonth: [6, 3] },
      { family: "clerical", detail: "", leads: 8, bySource: { fair: 8 }, byMonth: [0, 8] },
      { family: "definitional", detail: "role", leads: 3, bySource: { web: 3 }, byMonth: [0, 3] },
    ]);
  });

  test("show that the definition drifts from one in five on, of twenty at least", () => {
    assert.deepEqual(
      definitionDrifts(told).map(({ detail, share }) => [detail, share]),
      [["size", { numerator: 9, denominator: 20 }]],
    );
    assert.deepEqual(definitionDrifts(leadReasons(entries.slice(1), "UTC")), []);
  });
});

describe("over a generated year", () => {
  const asOf = (Date.UTC(2026, 9, 10) + MEXICO) as Instant;
  const bySubject = new Map<string, Event[]>();
  for (const event of companyYear(5, 300, asOf)) {
    for (const subject of [event.subject, ...linksOf(event).map((link) => link.subject)]) {
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), event]);
    }
  }
  const entries = [...bySubject].flatMap(([subject, own]) =>
    subject.startsWith("lead/") ? (loopEntryOf(viewsOf(subject, own)) ?? []) : [],
  );
  const whole = wholeLoop(entries);
  const ripening = ripeningOf(entries);

  test("ripe and young leads are all leads, in every source", () => {
    for (const { value, delivered } of leadQuality(entries, "source")) {
      const own = entries.filter(({ dimensions }) => (dimensions.source ?? "") === value);
      const { sql, won } = conversionsOf(own, { ripening, asOf });
      assert.equal(sql.share.denominator + sql.young, delivered);
      assert.equal(won.share.denominator + won.young, delivered);
    }
  });

  test("the months, and the sources, add up to the whole", () => {
    const cohorts = cohortsOf(entries, { timeZone: "America/Mexico_City", ripening, asOf });
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    assert.equal(sum(cohorts.map(({ delivered }) => delivered)), whole.delivered);
    assert.equal(sum(cohorts.map(({ reached }) => reached.sql.share.numerator)), whole.sql);
    assert.equal(sum(leadQuality(entries, "source").map(({ won }) => won)), whole.won);
    assert.ok(whole.opportunities >= whole.won && whole.won > 0);
  });

  test("every reason is of each month and of each source once", () => {
    const { reasons, rejected } = leadReasons(entries, "America/Mexico_City");
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    for (const { leads, bySource, byMonth } of reasons) {
      assert.equal(sum(Object.values(bySource)), leads);
      assert.equal(sum(byMonth), leads);
    }
    assert.equal(
      rejected,
      entries.filter(({ cell }) => cell.counts?.rejected !== undefined).length,
    );
  });
});
