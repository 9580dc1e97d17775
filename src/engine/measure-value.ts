/**
 * From the cell of a period to its value, exactly. Docs: docs/reference/measure.md#values.
 */
import type { MeasureSpec } from "./agreement.ts";
import { emptyTally, type Tally } from "./attainment.ts";
import { lengthIn } from "./duration-end.ts";
import { decimalOf, wholeFraction } from "./exact.ts";
import type { Hours } from "./hours.ts";
import type { MeasureKind, MeasureOf } from "./measure.ts";
import type { Cell } from "./measure-cell.ts";
import { unionOfOutages } from "./measure-state.ts";
import { type Fraction, greaterFraction, lesserFraction } from "./money-fraction.ts";
import type { Unit } from "./objective.ts";
import { meanOf, quantile, survivalMean, survivalQuantile } from "./statistics.ts";
import type { Instant, Span } from "./time.ts";
import { openTime } from "./timetable.ts";

/** The least and the most a value can still become; null where nothing limits it. */
export type Bounds = { readonly low: Fraction | null; readonly high: Fraction | null };

/**
 * `value` is null where there is nothing to measure, or where it cannot be one value (two
 * currencies).
 * `volume` is what `minVolume` asks about; null where that makes no sense. `tally` counts what is
 * met and missed of what is a share of cases. `facts` are told beside it.
 */
export type Measured = {
  readonly unit: Unit;
  readonly value: Fraction | null;
  readonly volume: number | null;
  readonly tally: Tally;
  readonly isCounted: boolean;
  readonly bounds: Bounds | null;
  readonly currencies: readonly string[];
  readonly facts: MeasureFacts;
};

export type MeasureFacts = Readonly<Record<string, number | string | null>>;

/** What a cell is read with. `asOf` ends a period that is still open. */
export type Reading = {
  readonly span: Span;
  readonly asOf: Instant;
  readonly hours: Hours;
  readonly isOpenTime: boolean;
};

type ReadCell<K extends MeasureKind> = (
  cell: Cell,
  spec: MeasureOf<K>,
  reading: Reading,
) => Partial<Measured> & { readonly unit: Unit };

const readers: { readonly [K in MeasureKind]: ReadCell<K> } = {
  count: ({ counts }) => ({
    unit: "count",
    value: wholeFraction(counts?.events ?? 0),
    facts: { takenBack: counts?.takenBack ?? 0 },
  }),
  sum: amountOf,
  share: ({ counts }) => ofTally(tallyOf(counts)),
  conversion: conversionOf,
  duration: durationValue,
  survey: surveyOf,
  retention: retentionOf,
  availability: availabilityOf,
  cadence: ({ counts }) => ofTally(tallyOf(counts)),
};

/** The value of a measure's period. */
export function measuredOf(kind: MeasureKind, cell: Cell, spec: MeasureSpec, reading: Reading) {
  const read = readers[kind] as ReadCell<MeasureKind>;
  return filled(read(cell, spec as never, reading));
}

/** The value of a clock commitment's period: met of met and breached. */
export function attainedOf({ counts }: Cell): Measured {
  return filled(ofTally(tallyOf(counts)));
}

function filled(part: Partial<Measured> & { readonly unit: Unit }): Measured {
  return {
    value: null,
    volume: null,
    tally: emptyTally,
    isCounted: false,
    bounds: null,
    currencies: [],
    facts: {},
    ...part,
  };
}

function tallyOf(counts: Cell["counts"]): Tally {
  const { met = 0, breached = 0, excused = 0, openNotDue = 0 } = counts ?? {};
  return { met, breached, excused, openNotDue };
}

function ofTally(tally: Tally) {
  const { met, breached } = tally;
  const volume = met + breached;
  return { unit: "share" as const, tally, isCounted: true, value: part(met, volume), volume };
}

function part(some: number, all: number): Fraction | null {
  return all === 0 ? null : { numerator: BigInt(some), denominator: BigInt(all) };
}

/** While some may still convert: what has converted of all of them, and what it may become. */
function conversionOf({ counts }: Cell) {
  const tally = tallyOf(counts);
  const { met, breached, openNotDue } = tally;
  const cohort = met + breached + openNotDue;
  const value = part(met, cohort);
  const bounds = openNotDue === 0 ? null : { low: value, high: part(met + openNotDue, cohort) };
  const facts = { cohort, immature: openNotDue };
  return { unit: "share" as const, tally, isCounted: true, value, volume: cohort, bounds, facts };
}

function amountOf({ counts, sums = {} }: Cell) {
  const currencies = Object.keys(sums);
  const [currency] = currencies;
  const total = currency === undefined ? "0" : (sums[currency] ?? "0");
  return {
    unit: "amount" as const,
    value: currencies.length > 1 ? null : decimalOf(total),
    volume: counts?.events ?? 0,
    currencies,
    facts: {
      ...Object.fromEntries(currencies.map((name) => [name || "points", sums[name] ?? "0"])),
    },
  };
}

function surveyOf({ counts = {} }: Cell, { survey }: MeasureOf<"survey">) {
  const scores = Object.entries(counts).flatMap(([name, count]) =>
    name.startsWith("score") ? [{ score: Number(name.slice("score".length)), count }] : [],
  );
  const where = (isWanted: (score: number) => boolean): number =>
    scores.reduce((sum, { score, count }) => (isWanted(score) ? sum + count : sum), 0);
  const volume = where(() => true);
  const sent = counts.sent ?? 0;
  const facts = { answers: volume, sent, responseRate: sent === 0 ? null : volume / sent };
  if (survey === "csat") {
    const met = where((score) => score >= 4);
    return { ...ofTally({ ...emptyTally, met, breached: volume - met }), facts };
  }
  const [promoters, detractors] = [where((score) => score >= 9), where((score) => score <= 6)];
  const points = scores.reduce((sum, { score, count }) => sum + score * count, 0);
  const value =
    survey === "nps" ? part(100 * (promoters - detractors), volume) : part(points, volume);
  const told = survey === "nps" ? { ...facts, promoters, detractors } : facts;
  return { unit: "score" as const, value, volume, facts: told };
}

function retentionOf({ counts, sums = {} }: Cell, { retention }: MeasureOf<"retention">) {
  const { customers = 0, kept = 0 } = counts ?? {};
  if (retention === "logo") {
    return ofTally({ ...emptyTally, met: kept, breached: customers - kept });
  }
  const currencies = [...new Set(Object.keys(sums).map((name) => name.split(" ")[1] ?? ""))];
  const ratios = currencies.flatMap((currency) => {
    const opening = decimalOf(sums[`opening ${currency}`] ?? "0");
    const left = decimalOf(sums[`${retention} ${currency}`] ?? "0");
    return opening.numerator === 0n ? [] : [quotient(left, opening)];
  });
  const isOne = currencies.length === 1;
  return {
    unit: "share" as const,
    value: isOne ? (ratios[0] ?? null) : null,
    volume: customers,
    bounds: isOne ? null : rangeOf(ratios),
    currencies,
    facts: { ...sums, kept },
  };
}

function quotient(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.denominator, denominator: a.denominator * b.numerator };
}

/**
 * Whatever the rates of exchange, the whole lies between the lowest and the highest of its parts.
 */
function rangeOf(ratios: readonly Fraction[]): Bounds | null {
  const [first, ...rest] = ratios;
  if (!first) return null;
  return { low: rest.reduce(lesserFraction, first), high: rest.reduce(greaterFraction, first) };
}

function availabilityOf(
  { counts, lists }: Cell,
  _: MeasureOf<"availability">,
  { span, asOf, hours: { timetable } }: Reading,
) {
  const until = Math.min(span.to, asOf) as Instant;
  const measured = { from: span.from, to: until };
  const agreedMs = openTime(timetable, measured);
  const down = unionOfOutages(lists?.downs ?? [], lists?.ups ?? [], measured);
  const downMs = down.reduce((sum, one) => sum + openTime(timetable, one), 0);
  const isWatched = (counts?.watched ?? 0) > 0;
  return {
    unit: "share" as const,
    value: isWatched ? part(agreedMs - downMs, agreedMs) : null,
    facts: {
      agreedMs,
      downMs,
      outages: counts?.outages ?? 0,
      periodMs: openTime(timetable, span),
    },
  };
}

/** Open cases count with how far they have got by the end of the period, or by now. */
function durationValue({ lists }: Cell, spec: MeasureOf<"duration">, reading: Reading) {
  const { span, asOf, hours, isOpenTime } = reading;
  const to = Math.min(span.to, asOf) as Instant;
  const ended = lists?.ended ?? [];
  const since = (lists?.since ?? []) as readonly Instant[];
  const ages = since.map((from) => lengthIn({ from, to }, isOpenTime, hours));
  const lengths = { ended, censored: [...(lists?.cut ?? []), ...ages] };
  const closed = statisticOf(spec.statistic, { ended, censored: [] });
  const survival = statisticOf(spec.statistic, lengths);
  const value = spec.censored ? survival : closed;
  const longest = [...ended, ...lengths.censored].reduce((most, one) => Math.max(most, one), 0);
  const isUnreached = spec.censored === true && value === null && lengths.censored.length > 0;
  return {
    unit: "ms" as const,
    value,
    volume: ended.length,
    bounds: isUnreached ? { low: wholeFraction(longest), high: null } : null,
    facts: {
      closed: ended.length,
      open: lengths.censored.length,
      ofClosedMs: numberOrNull(closed),
      withOpenMs: numberOrNull(survival),
    },
  };
}

function statisticOf(
  statistic: string,
  lengths: { readonly ended: readonly number[]; readonly censored: readonly number[] },
): Fraction | null {
  const { ended, censored } = lengths;
  if (ended.length === 0) return null;
  if (statistic !== "mean") {
    const percent = Number(statistic.slice(1));
    const found =
      censored.length === 0 ? quantile(ended, percent) : survivalQuantile(lengths, percent);
    return found === undefined ? null : wholeFraction(found);
  }
  if (censored.length === 0) return meanOf(ended) ?? null;
  const mean = survivalMean(lengths);
  return mean === undefined ? null : wholeFraction(mean);
}

function numberOrNull(value: Fraction | null): number | null {
  return value && Math.round(Number(value.numerator) / Number(value.denominator));
}
