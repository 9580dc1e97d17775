/**
 * A year of twenty commitments over a million clocks: the report of any period by every dimension,
 * and a correction in an old one. What is measured is the sums themselves; a store keeps them
 * between.
 */
import { performance } from "node:perf_hooks";
import { randomFrom } from "../src/demo/random.ts";
import type { AgreementDocument, CommitmentSpec } from "../src/engine/agreement.ts";
import { type Dimensions, dimensions, noDimensions } from "../src/engine/dimension.ts";
import { gridsOf, periodsOf } from "../src/engine/period.ts";
import {
  type Grids,
  PeriodTotals,
  type SubjectContributions,
} from "../src/engine/period-contribution.ts";
import { compileRulebook, type Rulebook } from "../src/engine/rulebook.ts";
import type { Instant } from "../src/engine/time.ts";
import type { BenchTable } from "./table.ts";

const COMMITMENTS = 20;
const CLOCKS = 1_000_000;
const VALUES = 10;
const RUNS = 200;
const asOf = Date.UTC(2027, 0, 15) as Instant;

const agreement: AgreementDocument = {
  apiVersion: "acuerdo/v1",
  kind: "Agreement",
  metadata: { name: "bench" },
  spec: {
    purpose: "to be measured",
    parties: [{ id: "team", kind: "team", role: ["provider"] }],
    term: { from: "2026-01-01", timeZone: "UTC" },
    commitments: Array.from(
      { length: COMMITMENTS },
      (_, index): CommitmentSpec => ({
        id: `promise-${index}`,
        obliged: "team",
        beneficiary: "team",
        scope: { subject: "ticket" },
        clock: { start: "ticket.created", stop: "ticket.solved" },
        target: [{ within: "4h" }],
        objective: { atLeast: "90%", each: "month" },
      }),
    ),
  },
};

/** The totals of the whole and of each value of each dimension. */
type Kept = ReadonlyMap<string, PeriodTotals>;

export function benchPeriod(): BenchTable {
  const rulebook = compileRulebook([agreement]);
  const grids = gridsOf(rulebook, asOf);
  const subjects = Array.from(contributing(grids));
  const begun = performance.now();
  const kept = keep(subjects);
  const added = performance.now() - begun;
  const reports = timed((run) => report(rulebook, grids, kept, run));
  const corrections = timed((run) => {
    const subject = subjects[(run * 4_999) % subjects.length];
    if (!subject) return;
    for (const totals of totalsOf(kept, subject.dimensions)) totals.take(subject.contributions);
    for (const totals of totalsOf(kept, subject.dimensions)) totals.add(subject.contributions);
  });
  return {
    title: "Periods of a year",
    columns: ["what", "median, ms", "p95, ms"],
    rows: [
      ["report of one month, 20 commitments, whole and by 7 dimensions", ...reports],
      ["correction of one clock in an old month, in all of them", ...corrections],
    ],
    notes: [
      `${CLOCKS} clocks, ${VALUES} values of each dimension; adding all of them up once took`,
      `${Math.round(added)} ms. The sums are in memory, as a store gives them back.`,
    ],
  };
}

function* contributing(grids: Grids): Generator<SubjectContributions> {
  const random = randomFrom(1, 1);
  const all = [...grids];
  for (let index = 0; index < CLOCKS; index += 1) {
    const [commitment = "", told] = all[index % all.length] ?? [];
    const spans = told?.grid.spans ?? [];
    const span = spans[Math.floor(random() * spans.length)];
    const cell = { counts: { [random() < 0.92 ? "met" : "breached"]: 1 } };
    const values = dimensions.map((name) => [name, `${name} ${Math.floor(random() * VALUES)}`]);
    yield {
      subject: `ticket/${index}`,
      dimensions: { ...noDimensions, ...Object.fromEntries(values) },
      contributions: span ? [{ commitment, from: span.from, cell }] : [],
    };
  }
}

function keep(subjects: readonly SubjectContributions[]): Kept {
  const kept = new Map<string, PeriodTotals>([["", new PeriodTotals()]]);
  for (const { dimensions: own, contributions } of subjects) {
    for (const value of Object.values(own)) {
      if (!kept.has(value ?? "")) kept.set(value ?? "", new PeriodTotals());
    }
    for (const totals of totalsOf(kept, own)) totals.add(contributions);
  }
  return kept;
}

function totalsOf(kept: Kept, own: Dimensions): readonly PeriodTotals[] {
  return ["", ...Object.values(own)].flatMap((value) => kept.get(value ?? "") ?? []);
}

function report(rulebook: Rulebook, grids: Grids, kept: Kept, run: number): number {
  const one: Grids = new Map(
    [...grids].map(([key, { grid, countBy }]) => {
      const spans = grid.spans.slice(run % 12, (run % 12) + 1);
      return [key, { countBy, grid: { spans, first: 0 } }];
    }),
  );
  let told = 0;
  for (const totals of kept.values()) {
    told += periodsOf({ rulebook, grids: one, totals, asOf }).length;
  }
  return told;
}

function timed(deed: (run: number) => unknown): readonly [string, string] {
  const times = Array.from({ length: RUNS }, (_, run) => {
    const begun = performance.now();
    deed(run);
    return performance.now() - begun;
  }).sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(RUNS * share)] ?? 0).toFixed(3);
  return [at(0.5), at(0.95)];
}
