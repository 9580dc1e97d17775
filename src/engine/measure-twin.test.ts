/** Each measure beside a slow, obvious twin on a generated year: plain loops over the events. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  companyYear,
  exampleAgreements,
  MEXICO,
  monthOf,
  yearStart,
} from "../../test/measured-year.ts";
import type { Event } from "./event.ts";
import { judge } from "./judge.ts";
import type { Period } from "./period.ts";
import { DAY, type Instant, MINUTE } from "./time.ts";

const asOf = (Date.UTC(2026, 9, 10) + MEXICO) as Instant;
const events = companyYear(11, 900, asOf);
const judged = judge({
  ...exampleAgreements("marketing-ventas", "soporte-estandar"),
  events,
  asOf,
});

function periods(commitment: string): readonly Period[] {
  return judged.periods.filter((one) => one.commitment === commitment);
}

/** Events of a type by subject, in order; those of deals also under their lead. */
function timesOf(type: string): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>();
  for (const { type: own, subject, occurredAt } of events) {
    if (own !== type) continue;
    const key = subject.startsWith("deal/") ? subject.replace("deal/", "lead/") : subject;
    times.set(key, [...(times.get(key) ?? []), occurredAt]);
  }
  return times;
}

function cohorts(from: string, to: string, days: number) {
  const ends = timesOf(to);
  const tallies = new Map<string, { met: number; breached: number; openNotDue: number }>();
  for (const [subject, begins] of timesOf(from)) {
    for (const month of new Set(begins.map(monthOf))) {
      const begin = begins.find((at) => monthOf(at) === month) ?? 0;
      const tally = tallies.get(month) ?? { met: 0, breached: 0, openNotDue: 0 };
      tallies.set(month, tally);
      const isMet = ends.get(subject)?.some((end) => end >= begin && end <= begin + days * DAY);
      if (isMet) tally.met += 1;
      else if (asOf > begin + days * DAY) tally.breached += 1;
      else tally.openNotDue += 1;
    }
  }
  return tallies;
}

describe("a generated year, measured fast and slowly", () => {
  for (const [commitment, from, to, days] of [
    ["aceptacion", "lead.handedOff", "lead.accepted", 3],
    ["conversion-mql-sql", "lead.qualified", "lead.sqlAccepted", 30],
  ] as const) {
    test(`converts the same: ${commitment}`, () => {
      const slow = cohorts(from, to, days);
      for (const { from: begins, met, breached, openNotDue } of periods(commitment)) {
        assert.deepEqual({ met, breached, openNotDue }, slow.get(monthOf(begins)));
      }
      assert.equal(periods(commitment).length, 10);
    });
  }

  test("has the same complete hand-offs", () => {
    const known = new Map<string, Record<string, unknown>>();
    const slow = new Map<string, [number, number]>();
    for (const { subject, type, data, occurredAt } of events) {
      const fields = { ...known.get(subject), ...data } as Record<string, unknown>;
      known.set(subject, fields);
      if (type !== "lead.handedOff") continue;
      const required = [
        "email",
        "phone",
        "company",
        "source",
        "campaign",
        "lastActivity",
        "interest",
      ];
      const isComplete = required.every((field) => fields[field] !== undefined);
      const [met, all] = slow.get(monthOf(occurredAt)) ?? [0, 0];
      slow.set(monthOf(occurredAt), [met + (isComplete ? 1 : 0), all + 1]);
    }
    for (const { from, met, breached } of periods("contexto-completo")) {
      assert.deepEqual([met, met + breached], slow.get(monthOf(from)));
    }
  });

  test("has the same answers to surveys", () => {
    for (const { from, to, share } of periods("satisfaccion")) {
      const scores = events
        .filter(({ occurredAt: at }) => at >= from && at < to)
        .filter(({ type, data }) => type === "survey.answered" && data?.survey === "csat")
        .map(({ data }) => Number(data?.score));
      const satisfied = scores.filter((score) => score >= 4).length;
      assert.deepEqual(share, { numerator: satisfied, denominator: scores.length });
    }
  });

  test("was down for the same minutes", () => {
    for (const { from, to, facts } of periods("disponibilidad")) {
      const until = Math.min(to, asOf);
      let down = 0;
      for (let minute = from as number; minute < until; minute += MINUTE) {
        if (isDown(minute)) down += 1;
      }
      assert.equal(facts.downMs, down * MINUTE);
    }
  });

  test("kept the same customers and the same revenue in each currency", () => {
    for (const { from, to, facts, volume } of periods("retencion")) {
      const states = customersAt(from);
      assert.equal(volume, states.size);
      const after = customersAt(Math.min(to - 1, asOf));
      const sums = new Map<string, number>();
      let kept = 0;
      for (const [subject, { mrr, currency }] of states) {
        const left = after.get(subject)?.mrr ?? 0;
        if (after.has(subject)) kept += 1;
        const gross = `gross ${currency}`;
        sums.set(gross, (sums.get(gross) ?? 0) + Math.min(mrr, left));
      }
      assert.equal(facts.kept, kept);
      for (const [name, sum] of sums) assert.equal(facts[name] ?? "0", String(sum));
    }
  });

  test("took the same time to win, of those that were won", () => {
    const begins = timesOf("contact.connected");
    const wins = timesOf("deal.won");
    for (const { from, to, facts } of periods("ciclo-de-ventas")) {
      const lengths = [...begins]
        .flatMap(([subject, [begin = 0]]) => {
          const end = wins.get(subject)?.find((at) => at >= begin);
          return end !== undefined && end >= from && end < to ? [end - begin] : [];
        })
        .sort((a, b) => a - b);
      assert.equal(facts.closed, lengths.length);
      assert.equal(facts.ofClosedMs ?? undefined, lengths[Math.ceil(lengths.length / 2) - 1]);
    }
  });
});

function isDown(at: number): boolean {
  const state = new Map<string, boolean>();
  for (const { type, source, occurredAt } of outages) {
    if (occurredAt <= at) state.set(source, type === "service.down");
  }
  return [...state.values()].some(Boolean);
}

const outages: readonly Event[] = events.filter(({ type }) => type.startsWith("service."));

type Paying = { readonly mrr: number; readonly currency: string };

function customersAt(at: number): ReadonlyMap<string, Paying> {
  const paying = new Map<string, Paying>();
  for (const { type, subject, data, occurredAt } of events) {
    if (occurredAt > at || !/^account\.(created|renewed|expanded|contracted|churned)$/.test(type)) {
      continue;
    }
    const told = (data?.account ?? {}) as Partial<Paying>;
    const known = { currency: "", mrr: 0, ...paying.get(subject), ...told };
    if (type === "account.churned") paying.delete(subject);
    else paying.set(subject, known);
  }
  return paying;
}

test("the year began when it should", () => assert.equal(monthOf(yearStart), "2026-01"));
