/**
 * The periods of one commitment, and which of them an instant falls in.
 * Docs: docs/reference/period.md#spans.
 */
import type { ObjectiveSpec } from "./agreement.ts";
import { localDate, startOfLocalDay } from "./calendar.ts";
import { type CalendarLength, dateSpanOf, localPeriod, plusDays } from "./local-date.ts";
import { refuse } from "./problem.ts";
import { durationOf } from "./target.ts";
import { type Instant, isDate, type Span } from "./time.ts";

/** No commitment is told over more periods than this: weeks of ten years. */
const MOST_PERIODS = 530;

/**
 * `spans` in order, without gaps. Those before `first` are there only to be compared with.
 */
export type PeriodGrid = { readonly spans: readonly Span[]; readonly first: number };

export const noGrid: PeriodGrid = { spans: [], first: 0 };

/** What a grid is laid out by: the zone of the term, the first day in force, and now. */
export type GridInput = { readonly zone: string; readonly from: Instant; readonly asOf: Instant };

/**
 * The periods from the first day in force to `asOf`, and those an improvement is measured against.
 */
export function layOutGrid(objective: ObjectiveSpec, { zone, from, asOf }: GridInput): PeriodGrid {
  const { each, versus } = objective;
  if (typeof each === "object" && "rolling" in each) {
    return { spans: [rollingSpan(each.rolling, asOf)], first: 0 };
  }
  const spans: Span[] = [];
  let first = 0;
  let span = localPeriod(zone, asOf, each);
  const begin = (at: Instant): boolean => span.to > at && spans.length < MOST_PERIODS;
  for (; begin(from); span = localPeriod(zone, (span.from - 1) as Instant, each)) spans.push(span);
  const earliest = spans.at(-1);
  if (earliest && typeof versus === "object") {
    const back = comparedSpan(earliest, versus.period, { zone, each });
    const inForce = spans.length;
    for (; begin(back.from); span = localPeriod(zone, (span.from - 1) as Instant, each)) {
      spans.push(span);
    }
    first = spans.length - inForce;
  }
  return { spans: spans.reverse(), first };
}

/** The span a span is compared with: the one before it, or the one a year earlier. */
export function comparedSpan(
  { from }: Span,
  period: "previous" | "sameLastYear",
  { zone, each }: { readonly zone: string; readonly each: CalendarLength },
): Span {
  if (period === "previous") return localPeriod(zone, (from - 1) as Instant, each);
  const date = localDate(zone, from);
  const earlier = each === "week" ? plusDays(date, -WEEKS_OF_A_YEAR) : yearBefore(date);
  const dates = dateSpanOf(each, earlier);
  return { from: startOfLocalDay(zone, dates.from), to: startOfLocalDay(zone, dates.to) };
}

/** Fifty-two weeks, so that weeks are compared with weeks. */
const WEEKS_OF_A_YEAR = 364;

function yearBefore(date: string): string {
  const earlier = `${String(Number(date.slice(0, 4)) - 1).padStart(4, "0")}${date.slice(4)}`;
  return isDate(earlier) ? earlier : `${earlier.slice(0, 8)}28`;
}

function rollingSpan(text: string, asOf: Instant): Span {
  const duration = durationOf(text);
  if (duration.basis !== "elapsed") return refuse("duration-unreadable", { text });
  return { from: (asOf - duration.ms) as Instant, to: (asOf + 1) as Instant };
}

/** The span an instant falls in; undefined outside all of them. */
export function spanAt({ spans }: PeriodGrid, at: Instant): Span | undefined {
  const span = spans[firstAfter(spans, at)];
  return span && span.from <= at ? span : undefined;
}

/** The spans that [from, to] touches, both ends included. */
export function spansOver({ spans }: PeriodGrid, from: Instant, to: Instant): readonly Span[] {
  const begin = firstAfter(spans, from);
  let end = begin;
  while (end < spans.length && (spans[end] as Span).from <= to) end += 1;
  return spans.slice(begin, end);
}

/** The index of the first span that ends after `at`. */
function firstAfter(spans: readonly Span[], at: Instant): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).to <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
