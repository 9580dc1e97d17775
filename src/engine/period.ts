/**
 * Periods: reporting spans of a commitment, from open through provisional to final, for clocks and
 * measures alike. Docs: docs/reference/period.md.
 */
import type { MeasureSpec, ObjectiveSpec } from "./agreement.ts";
import { allowedMisses, type ShareVerdict, verdictOfBounds, verdictOfValue } from "./attainment.ts";
import type { Commitment } from "./commitment.ts";
import { endAfter } from "./duration-end.ts";
import { numberOf, shareOfFraction } from "./exact.ts";
import type { Hours } from "./hours.ts";
import type { MeasureCommitment, MeasureKind } from "./measure.ts";
import {
  attainedOf,
  type Bounds,
  type Measured,
  type MeasureFacts,
  measuredOf,
} from "./measure-value.ts";
import type { Fraction } from "./money-fraction.ts";
import { improved, isFloor, type Unit, type Wanted, wantedOf } from "./objective.ts";
import { businessDaysOf, expectedBy } from "./pace.ts";
import { type Grids, keyOf, type PeriodTotals } from "./period-contribution.ts";
import { comparedSpan, layOutGrid, type PeriodGrid, spanAt } from "./period-grid.ts";
import { problem } from "./problem.ts";
import type { RevisionInForce } from "./revision.ts";
import type { Rulebook } from "./rulebook.ts";
import type { Share } from "./share.ts";
import { type Interval, wilsonInterval } from "./statistics.ts";
import { durationOf } from "./target.ts";
import { type Instant, LATEST, type Span } from "./time.ts";

export type PeriodStatus = "open" | "provisional" | "final";

/**
 * `value` is for reading, in `unit`: a share as a part of one, a length in milliseconds; it is null
 * where there is nothing to measure. `share` is the exact fraction of a share; the exact amounts of
 * a sum stand in `facts`, by currency. `met` to `openNotDue` count cases, where the measure has
 * cases. `allowed` is how many may be missed and `left` how many still may (of availability:
 * milliseconds down).
 * `interval` is Wilson's at 95 %; `bounds` what an immature value can still become. `pace` is what
 * the business days gone by would have brought; `baseline` what an improvement is measured against.
 */
export type Period = {
  readonly agreement: string;
  readonly revision: number;
  readonly commitment: string;
  readonly measure: MeasureKind | "clock";
  readonly from: Instant;
  readonly to: Instant;
  readonly status: PeriodStatus;
  readonly met: number;
  readonly breached: number;
  readonly excused: number;
  readonly openNotDue: number;
  readonly value: number | null;
  readonly unit: Unit;
  readonly currency: string | null;
  readonly share: Share | null;
  readonly volume: number | null;
  readonly interval: Interval | null;
  readonly bounds: { readonly low: number | null; readonly high: number | null } | null;
  readonly objective: ObjectiveSpec;
  readonly verdict: ShareVerdict | "open";
  readonly allowed: number | null;
  readonly left: number | null;
  readonly pace: {
    readonly expected: number;
    readonly elapsed: number;
    readonly total: number;
  } | null;
  readonly baseline: { readonly value: number | null; readonly wanted: number | null } | null;
  readonly facts: MeasureFacts;
};

/** The periods of every commitment with an objective at `asOf`, by "agreement#id". */
export function gridsOf(rulebook: Rulebook, asOf: Instant): Grids {
  const revised = revisedOf(rulebook);
  return new Map(
    [...revised].flatMap(([key, own]) => {
      const promised = own.filter(({ spec }) => spec.objective !== undefined);
      if (promised.length === 0) return [];
      const first = firstOf(promised);
      const { objective } = first.spec;
      const revision = revisionOf(rulebook, first);
      if (!objective || !revision) return [];
      const zone = revision.spec.term.timeZone;
      const { spans, first: index } = layOutGrid(objective, { zone, from: first.from, asOf });
      const until = Math.max(...own.map((one) => one.until));
      const grid = { spans: spans.filter(({ from }) => from < until), first: index };
      return [[key, { grid, countBy: objective.countBy ?? "deadline" }] as const];
    }),
  );
}

type Told = Commitment | MeasureCommitment;

function revisedOf({ commitments, measures }: Rulebook): ReadonlyMap<string, readonly Told[]> {
  const all: readonly Told[] = [...commitments, ...measures];
  return Map.groupBy(all, ({ agreement, id }) => keyOf(agreement, id));
}

function firstOf(own: readonly Told[]): Told {
  return own.reduce((a, b) => (b.from < a.from ? b : a));
}

function revisionOf(
  { revisions }: Rulebook,
  { agreement, revision }: Told,
): RevisionInForce | undefined {
  return revisions.find((one) => one.agreement === agreement && one.number === revision);
}

/** What periods are worked out from. `totals` are sums over subjects, of all or of some. */
export type PeriodsInput = {
  readonly rulebook: Rulebook;
  readonly grids: Grids;
  readonly totals: PeriodTotals;
  readonly asOf: Instant;
};

/** The periods of every commitment with an objective, up to the one `asOf` falls in. */
export function periodsOf(input: PeriodsInput): readonly Period[] {
  return [...revisedOf(input.rulebook)].flatMap(([key, own]) =>
    periodsOfCommitment(key, own, input),
  );
}

/** One span of a commitment with what is measured of it. */
type Cut = {
  readonly told: Told;
  readonly objective: ObjectiveSpec;
  readonly span: Span;
  readonly measured: Measured;
};

function periodsOfCommitment(
  key: string,
  own: readonly Told[],
  input: PeriodsInput,
): readonly Period[] {
  const grid = input.grids.get(key)?.grid;
  if (!grid) return [];
  const cuts = grid.spans.flatMap((span): readonly Cut[] => {
    const told = own.findLast(({ from }) => from < span.to) ?? firstOf(own);
    const { objective } = told.spec;
    if (!objective) return [];
    return [{ told, objective, span, measured: measure(key, told, span, input) }];
  });
  return cuts.slice(grid.first).map((cut) => toPeriod(cut, { cuts, grid }, input));
}

function measure(key: string, told: Told, span: Span, { totals, asOf }: PeriodsInput): Measured {
  const cell = totals.cell(key, span.from);
  const measureSpec = told.spec.measure;
  if (!isMeasure(told) || !measureSpec) return attainedOf(cell);
  const { kind, periodHours: hours, isOpenTime } = told.rules;
  return measuredOf(kind, cell, measureSpec, { span, asOf, hours, isOpenTime });
}

function isMeasure(told: Told): told is MeasureCommitment {
  return "measuredFrom" in told;
}

type Compared = { readonly cuts: readonly Cut[]; readonly grid: PeriodGrid };

function toPeriod(cut: Cut, compared: Compared, input: PeriodsInput): Period {
  const { told, objective, span, measured } = cut;
  const { unit, value, tally, volume, facts } = measured;
  const wanted = wantedOf(objective, unit, told.id);
  const baseline = baselineOf(cut, compared, input);
  const status = statusOf(input, told, span);
  const { allowed, left } = budgetOf(cut, wanted);
  return {
    agreement: told.agreement,
    revision: told.revision,
    commitment: told.id,
    measure: isMeasure(told) ? told.rules.kind : "clock",
    ...span,
    status,
    ...tally,
    value: value && numberOf(value),
    unit,
    currency: currencyOf(measured),
    share: unit === "share" && value ? shareOfFraction(value) : null,
    volume,
    interval: intervalOf(measured),
    bounds: measured.bounds && readableBounds(measured.bounds),
    objective,
    verdict: status === "open" ? "open" : verdictOf(cut, wanted, baseline, input.rulebook),
    allowed,
    left,
    pace: isMeasure(told) ? paceOf(told, wanted.fraction, span, input.asOf) : null,
    baseline: baseline && {
      value: baseline.value && numberOf(baseline.value),
      wanted: baseline.wanted && numberOf(baseline.wanted),
    },
    facts,
  };
}

function currencyOf({ unit, currencies }: Measured): string | null {
  const [currency] = currencies;
  return unit === "amount" && currencies.length === 1 && currency ? currency : null;
}

function intervalOf({ isCounted, value }: Measured): Interval | null {
  const share = isCounted && value ? shareOfFraction(value) : null;
  return share && wilsonInterval(share);
}

function readableBounds({ low, high }: Bounds): Period["bounds"] {
  return { low: low && numberOf(low), high: high && numberOf(high) };
}

type Baseline = { readonly value: Fraction | null; readonly wanted: Fraction | null };

/** What the value is compared with; null where the objective names nothing. */
function baselineOf(cut: Cut, { cuts, grid }: Compared, input: PeriodsInput): Baseline | null {
  const { versus, each } = cut.objective;
  const zone = revisionOf(input.rulebook, cut.told)?.spec.term.timeZone;
  const isRolling = typeof each === "object" && "rolling" in each;
  if (typeof versus !== "object" || zone === undefined || isRolling) return null;
  const back = comparedSpan(cut.span, versus.period, { zone, each });
  const span = spanAt(grid, back.from);
  const value = cuts.find((one) => one.span === span)?.measured.value ?? null;
  return { value, wanted: value && improved(cut.objective, value, versus.by) };
}

/**
 * How many cases may be missed; of availability, how long the service may be down in the period.
 */
function budgetOf({ told, objective, measured }: Cut, { fraction }: Wanted) {
  const { isCounted, tally, facts } = measured;
  if (isMeasure(told) && told.rules.kind === "availability" && isFloor(objective)) {
    const { numerator, denominator } = fraction;
    const whole = BigInt(Number(facts.periodMs ?? 0));
    const allowed = Number((whole * (denominator - numerator)) / denominator);
    return { allowed, left: allowed - Number(facts.downMs ?? 0) };
  }
  const allowed = isCounted ? (allowedMisses(tally, objective) ?? null) : null;
  return { allowed, left: allowed === null ? null : allowed - tally.breached };
}

/** Money of another currency than was promised, or of several, is not judged, and that is said. */
function verdictOf(
  { told, objective, measured }: Cut,
  wanted: Wanted,
  baseline: Baseline | null,
  rulebook: Rulebook,
): Period["verdict"] {
  const { value, volume, bounds, currencies } = measured;
  const all = [wanted.fraction, ...(baseline?.wanted ? [baseline.wanted] : [])];
  const hasBounds = bounds !== null && (bounds.low !== null || bounds.high !== null);
  const isMixed = currencies.length > 1;
  const isOther = wanted.currency !== "" && currencies.some((one) => one !== wanted.currency);
  const verdict = hasBounds
    ? verdictOfBounds(bounds, { volume, wanted: all }, objective)
    : verdictOfValue({ value, volume, wanted: all }, objective);
  if (!isOther && (!isMixed || (hasBounds && verdict !== "open"))) return verdict;
  const facts = { commitment: told.id, currencies: currencies.join(", ") };
  rulebook.report(problem("currencies-mixed", facts));
  return "notAssessable";
}

function paceOf(
  { spec, rules }: MeasureCommitment,
  target: Fraction,
  span: Span,
  asOf: Instant,
): Period["pace"] {
  const { pacing }: Pick<MeasureSpec, "pacing"> = spec.measure;
  if (pacing === undefined || (rules.kind !== "count" && rules.kind !== "sum")) return null;
  const days = businessDaysOf(rules.periodHours.timetable, span, asOf);
  return { expected: numberOf(expectedBy(target, days)), ...days };
}

/**
 * Open until its end; provisional while its dispute window runs, and before that while the time of
 * a conversion does; final after.
 */
function statusOf({ rulebook, asOf }: PeriodsInput, told: Told, span: Span): PeriodStatus {
  if (asOf < span.to) return "open";
  const known = maturityOf(told, span.to);
  if (asOf < known) return "provisional";
  const revision = revisionOf(rulebook, told);
  const window = revision?.spec.disputes?.window;
  if (!revision || window === undefined) return "final";
  const closes = windowEnd(window, known, rulebook.hoursOf(revision));
  return asOf < closes ? "provisional" : "final";
}

function maturityOf(told: Told, end: Instant): Instant {
  if (!isMeasure(told) || !told.rules.within) return end;
  return endAfter(told.rules.within, end, told.rules.periodHours);
}

function windowEnd(window: string, from: Instant, hours: Hours): Instant {
  return Math.min(endAfter(durationOf(window), from, hours), LATEST) as Instant;
}
