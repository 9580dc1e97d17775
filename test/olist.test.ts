/**
 * A real funnel: 8,000 leads of Olist, 2017–2018, and the 842 of them that were won.
 *
 * Read where it lies beside the project, skipped where it does not: its licence lets nobody ship
 * it.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import type { AgreementDocument, CommitmentSpec } from "../src/engine/agreement.ts";
import { type Event, linksOf } from "../src/engine/event.ts";
import { foldHistory } from "../src/engine/history.ts";
import { judgeHistory } from "../src/engine/judge.ts";
import { gridsOf, type Period, periodsOf } from "../src/engine/period.ts";
import { contributionsOf, PeriodTotals, totalsBy } from "../src/engine/period-contribution.ts";
import { compileRulebook } from "../src/engine/rulebook.ts";
import { DAY, type Instant } from "../src/engine/time.ts";

const folder = new URL("../../shared/data/olist_marketing_funnel/", import.meta.url);
const isAbsent = existsSync(folder) ? false : "the data are not beside the project";

/** Thirty days after the last lead, so that the last cohorts are not ripe. */
const asOf = Date.UTC(2018, 5, 30) as Instant;

const commitments: readonly CommitmentSpec[] = [
  {
    id: "conversion",
    obliged: "sales",
    beneficiary: "marketing",
    measure: { conversion: { from: "lead.qualified", to: "deal.won", within: "90d" } },
    objective: { atLeast: "10%", each: "month", minVolume: 40 },
  },
  {
    id: "cycle",
    obliged: "sales",
    beneficiary: "marketing",
    measure: {
      duration: { from: "lead.qualified", to: "deal.won" },
      statistic: "p50",
      censored: true,
    },
    objective: { atMost: "30d", each: "year" },
  },
];

const agreement: AgreementDocument = {
  apiVersion: "acuerdo/v1",
  kind: "Agreement",
  metadata: { name: "olist" },
  spec: {
    purpose: "to be compared with a real funnel",
    parties: [
      { id: "sales", kind: "team", role: ["provider"] },
      { id: "marketing", kind: "team", role: ["consumer"] },
    ],
    term: { from: "2017-06-01", timeZone: "UTC" },
    commitments,
  },
};

type Lead = { readonly id: string; readonly origin: string; readonly begin: number };

function rowsOf(name: string): readonly Record<string, string>[] {
  const text = gunzipSync(readFileSync(new URL(`${name}.csv.gz`, folder)));
  return parse(text, { columns: true, bom: true });
}

function readFunnel() {
  const leads = rowsOf("marketing_qualified_leads").map(
    (row): Lead => ({
      id: row.mql_id ?? "",
      origin: row.origin ?? "",
      begin: Date.parse(`${row.first_contact_date}T00:00:00Z`),
    }),
  );
  const wins = new Map(
    rowsOf("closed_deals").map((row) => [
      row.mql_id ?? "",
      Date.parse(`${row.won_date?.replace(" ", "T")}Z`),
    ]),
  );
  return { leads, wins };
}

function eventsOf({ leads, wins }: ReturnType<typeof readFunnel>): readonly Event[] {
  const begun = leads.map(
    ({ id, origin, begin }): Event => ({
      id: `begin-${id}`,
      source: "olist",
      type: "lead.qualified",
      subject: `lead/${id}`,
      occurredAt: begin as Instant,
      data: { source: origin },
    }),
  );
  const won = [...wins].map(
    ([id, at]): Event => ({
      id: `won-${id}`,
      source: "olist",
      type: "deal.won",
      subject: `deal/${id}`,
      occurredAt: at as Instant,
      data: { links: [{ subject: `lead/${id}` }] },
    }),
  );
  return [...begun, ...won].filter(({ occurredAt }) => occurredAt <= asOf);
}

function measure() {
  const funnel = readFunnel();
  const rulebook = compileRulebook([agreement]);
  const grids = gridsOf(rulebook, asOf);
  const events = new Map<string, Event[]>();
  for (const event of eventsOf(funnel)) {
    for (const subject of [event.subject, ...linksOf(event).map((link) => link.subject)]) {
      events.set(subject, [...(events.get(subject) ?? []), event]);
    }
  }
  const subjects = [...events].map(([subject, own]) => {
    const at = { asOf, isProvisional: () => false };
    const judged = judgeHistory(rulebook, foldHistory(rulebook, subject, own), at);
    return contributionsOf(rulebook, grids, judged);
  });
  const told = (totals: PeriodTotals) => periodsOf({ rulebook, grids, totals, asOf });
  const whole = new PeriodTotals();
  for (const { contributions } of subjects) whole.add(contributions);
  const byOrigin = [...totalsBy(subjects, "source")].map(
    ([origin, totals]) => [origin, told(totals)] as const,
  );
  return { funnel, periods: told(whole), byOrigin };
}

const nothing: ReturnType<typeof measure> = {
  funnel: { leads: [], wins: new Map() },
  periods: [],
  byOrigin: [],
};

describe("the funnel of Olist", { skip: isAbsent }, () => {
  const { funnel, periods, byOrigin } = isAbsent ? nothing : measure();
  const conversions = periods.filter(({ commitment }) => commitment === "conversion");

  test("converts by monthly cohort as plain counting says, the last ones immature", () => {
    assert.equal(conversions.length, 13);
    for (const period of conversions) {
      assert.deepEqual(
        tallyOf(period),
        slowCohort(period, () => true),
      );
    }
    const immature = conversions.filter(({ bounds }) => bounds !== null);
    assert.deepEqual(
      immature.map(({ from, status }) => [monthOf(from), status]),
      [
        ["2018-04", "provisional"],
        ["2018-05", "provisional"],
      ],
    );
    for (const { bounds, value } of immature) {
      assert.equal(bounds?.low, value);
      assert.ok((bounds?.high ?? 0) > (bounds?.low ?? 1));
    }
  });

  test("converts by origin as plain counting says, and the origins add up", () => {
    for (const [origin, told] of byOrigin) {
      for (const period of told.filter(({ commitment }) => commitment === "conversion")) {
        assert.deepEqual(
          tallyOf(period),
          slowCohort(period, (lead) => lead.origin === origin),
        );
      }
    }
    const leads = (told: readonly Period[]) =>
      told.reduce((sum, { facts }) => sum + Number(facts.cohort ?? 0), 0);
    assert.equal(
      byOrigin.reduce((sum, [, told]) => sum + leads(told), 0),
      leads(conversions),
    );
  });

  test("takes a fortnight to win what is won; half of all are never seen to be won", () => {
    const year = periods.findLast(({ commitment }) => commitment === "cycle");
    const lengths = [...funnel.wins]
      .flatMap(([id, at]) => {
        const begin = funnel.leads.find((lead) => lead.id === id)?.begin ?? Number.NaN;
        return at >= begin && at <= asOf && at >= Date.UTC(2018, 0, 1) ? [at - begin] : [];
      })
      .sort((a, b) => a - b);
    assert.equal(year?.facts.closed, lengths.length);
    assert.equal(year?.facts.ofClosedMs, lengths[Math.ceil(lengths.length / 2) - 1]);
    assert.ok(Number(year?.facts.ofClosedMs) < 30 * DAY);
    assert.equal(year?.facts.withOpenMs, null);
    assert.equal(year?.value, null);
    assert.ok(Number(year?.bounds?.low) > 300 * DAY);
    assert.equal(year?.facts.open, 8_000 - wonBy(asOf, funnel));
  });

  function slowCohort(period: Period, isOf: (lead: Lead) => boolean) {
    const tally = { met: 0, breached: 0, openNotDue: 0 };
    for (const lead of funnel.leads) {
      if (lead.begin < period.from || lead.begin >= period.to || !isOf(lead)) continue;
      const won = funnel.wins.get(lead.id);
      const end = lead.begin + 90 * DAY;
      const isWon = won !== undefined && won >= lead.begin && won <= end && won <= asOf;
      if (isWon) tally.met += 1;
      else if (asOf > end) tally.breached += 1;
      else tally.openNotDue += 1;
    }
    return tally;
  }
});

function tallyOf({ met, breached, openNotDue }: Period) {
  return { met, breached, openNotDue };
}

/** Won after they began and by then. */
function wonBy(at: number, { leads, wins }: ReturnType<typeof readFunnel>): number {
  return leads.filter(({ id, begin }) => {
    const won = wins.get(id) ?? Number.POSITIVE_INFINITY;
    return won >= begin && won <= at;
  }).length;
}

function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7);
}
