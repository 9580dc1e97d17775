import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { companyYear, exampleAgreements, MEXICO } from "../../test/measured-year.ts";
import { dimensions } from "./dimension.ts";
import { type Event, linksOf } from "./event.ts";
import { beginHistory, foldHistory, goOn } from "./history.ts";
import { judge, judgeHistory } from "./judge.ts";
import { gridsOf, periodsOf } from "./period.ts";
import {
  contributionsOf,
  PeriodTotals,
  type SubjectContributions,
  totalsBy,
} from "./period-contribution.ts";
import { compileRulebook } from "./rulebook.ts";
import type { Instant } from "./time.ts";

const asOf = (Date.UTC(2026, 6, 10) + MEXICO) as Instant;
const events = companyYear(5, 300, asOf);
const input = exampleAgreements("marketing-ventas", "soporte-estandar");
const rulebook = compileRulebook(input.agreements, input.calendars);
const grids = gridsOf(rulebook, asOf);

const bySubject = new Map<string, Event[]>();
for (const event of events) {
  for (const subject of [event.subject, ...linksOf(event).map((link) => link.subject)]) {
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), event]);
  }
}

function contributed(subject: string, own: readonly Event[]): SubjectContributions {
  const at = { asOf, isProvisional: () => false };
  const judged = judgeHistory(rulebook, foldHistory(rulebook, subject, own), at);
  return contributionsOf(rulebook, grids, judged);
}

const subjects = [...bySubject].map(([subject, own]) => contributed(subject, own));
const batch = judge({ ...input, events, asOf }).periods;

function periodsFrom(totals: PeriodTotals) {
  return periodsOf({ rulebook, grids, totals, asOf });
}

describe("contributions of subjects", () => {
  test("make the periods of a judgement", () => {
    const totals = new PeriodTotals();
    for (const { contributions } of subjects) totals.add(contributions);
    assert.deepEqual(periodsFrom(totals), batch);
  });

  test("are none where no fact may begin anything, nor are there clocks", () => {
    const support = exampleAgreements("soporte-estandar");
    const rules = compileRulebook(support.agreements, support.calendars);
    const idle = [...bySubject].filter(([, own]) => !own.some(rules.begins));
    for (const [subject, own] of idle) {
      const at = { asOf, isProvisional: () => false };
      const judged = judgeHistory(rules, foldHistory(rules, subject, own), at);
      assert.deepEqual(contributionsOf(rules, gridsOf(rules, asOf), judged).contributions, []);
      assert.deepEqual(judged.clocks, []);
    }
    assert.ok(idle.length > 100 && idle.length < bySubject.size);
  });

  test("of every dimension add up to the whole", () => {
    for (const dimension of dimensions) {
      const parts = [...totalsBy(subjects, dimension).values()];
      const whole = new PeriodTotals();
      for (const key of grids.keys()) {
        for (const { from } of grids.get(key)?.grid.spans ?? []) {
          const cells = parts.map((part) => ({
            commitment: key,
            from,
            cell: part.cell(key, from),
          }));
          whole.add(cells);
        }
      }
      assert.deepEqual(periodsFrom(whole), batch, dimension);
    }
  });

  test("are the same when facts come one by one, in any order of arrival", () => {
    const at = { asOf, isProvisional: () => false };
    for (const { subject, contributions } of subjects.slice(0, 200)) {
      let history = beginHistory(rulebook, subject);
      const own = [...(bySubject.get(subject) ?? [])];
      for (const event of own) history = goOn(rulebook, history, [event]);
      const judged = judgeHistory(rulebook, history, at);
      assert.deepEqual(contributionsOf(rulebook, grids, judged).contributions, contributions);
      assert.deepEqual(contributed(subject, own.reverse()).contributions, contributions);
    }
  });

  test("taken away and put back as facts arrive give the same as all facts at once", () => {
    const late = fc.uniqueArray(fc.nat({ max: subjects.length - 1 }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(late, fc.nat({ max: 5 }), (indexes, missing) => {
        const totals = new PeriodTotals();
        const early = new Map<number, SubjectContributions>();
        for (const [index, whole] of subjects.entries()) {
          const own = bySubject.get(whole.subject) ?? [];
          const isLate = indexes.includes(index);
          const part = isLate
            ? contributed(whole.subject, own.slice(0, -missing || undefined))
            : whole;
          early.set(index, part);
          totals.add(part.contributions);
        }
        for (const index of indexes) {
          totals.take(early.get(index)?.contributions ?? []);
          totals.add(subjects[index]?.contributions ?? []);
        }
        assert.deepEqual(periodsFrom(totals), batch);
      }),
      { numRuns: 8 },
    );
  });
});
