/**
 * A calendar laid out: the open spans of whole years, in order, with the open time before each.
 *
 * `openUntil(t)` is the open time from a fixed origin to `t`: one search in a sorted list.
 * `openTime` is a difference of two of them and `dueAt` the inverse: "how long" and "until when"
 * cannot disagree. Years are laid out when first asked for, outwards from the first one, and may
 * be forgotten again.
 *
 * Source: docs/reference/calendar.md#open-time.
 */
import { refuse } from "./problem.ts";
import { DAY, type Instant, isInstant, LATEST, type Millis, type Span } from "./time.ts";

/** Open spans as alternating edges, [from, to, from, to, …]: sorted, disjoint, not touching. */
export type Edges = readonly number[];

/** How a timetable comes by its spans: all that is open inside [from, to), clipped to it. */
export type LayOut = (from: Instant, to: Instant) => Edges;

/** Nothing falls due later than this after its start: ten years, leap days included. */
export const LONGEST = (3_653 * DAY) as Millis;

/** How many spans a timetable keeps laid out (24 bytes each) before it forgets the years it has. */
const MOST_SPANS = 1_000_000;
const MEAN_YEAR = 31_556_952_000;
const DAYS_TO_1970 = 719_162;

/** One year, UTC. `sums[i]` is the open time from the origin to `starts[i]`. */
type Page = {
  readonly year: number;
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly sums: Float64Array;
};

/** Holds no instant, so that nothing is found on it. */
const NO_PAGE: Page = { ...pageOf(1970, 0, []), from: 0, to: 0 };

/** A calendar laid out over as many years as have been asked for. Made by `openCalendar`. */
export class Timetable {
  readonly timeZone: string;
  readonly layOut: LayOut;
  /** The name of the calendar version in force at an instant; see `versionAt`. */
  readonly version: (at: Instant) => string;
  private readonly pages = new Map<number, Page>();
  /** The open time from the origin to the start of each year of [firstYear, endYear]. */
  private readonly sums = new Map<number, number>();
  private firstYear = 0;
  private endYear = 0;
  private spans = 0;
  private latest: Page = NO_PAGE;

  constructor(timeZone: string, layOut: LayOut, version: (at: Instant) => string) {
    this.timeZone = timeZone;
    this.layOut = layOut;
    this.version = version;
  }

  /** The year that holds `at`, laid out. Refuses what is no instant: instant-outside. */
  pageAt(at: Instant): Page {
    const { latest } = this;
    if (at >= latest.from && at < latest.to && Number.isInteger(at)) return latest;
    if (!isInstant(at)) refuse("instant-outside", { at: String(at) });
    this.latest = this.page(yearOf(at));
    return this.latest;
  }

  /** A year of 1–9999, laid out, and every year between it and those asked for before. */
  page(year: number): Page {
    const known = this.pages.get(year);
    if (known) return known;
    if (this.sums.size === 0) this.begin(year);
    while (this.endYear < year) this.page(this.endYear);
    while (this.firstYear > year + 1) this.page(this.firstYear - 1);
    return this.layOutPage(year);
  }

  private begin(year: number): void {
    this.firstYear = year;
    this.endYear = year;
    this.sums.set(year, 0);
  }

  private layOutPage(year: number): Page {
    const edges = this.layOut(yearStart(year) as Instant, yearStart(year + 1) as Instant);
    const open = openOf(edges);
    const before = this.sums.get(year) ?? (this.sums.get(year + 1) ?? 0) - open;
    this.sums.set(year, before).set(year + 1, before + open);
    this.firstYear = Math.min(this.firstYear, year);
    this.endYear = Math.max(this.endYear, year + 1);
    const page = pageOf(year, before, edges);
    this.keep(page);
    return page;
  }

  private keep(page: Page): void {
    this.spans += page.starts.length;
    if (this.spans > MOST_SPANS) {
      this.pages.clear();
      this.spans = page.starts.length;
    }
    this.pages.set(page.year, page);
  }
}

/**
 * The open time of a span.
 *
 * Units: whole milliseconds; a day of 23 or 25 hours counts the hours it had.
 * Edges: half-open; 0 where `to` is not after `from`. Any range inside the years 1–9999.
 * Law: openTime(t, {a, b}) + openTime(t, {b, c}) = openTime(t, {a, c}) for a ≤ b ≤ c.
 * Refuses: instant-outside. Source: docs/reference/calendar.md#open-time.
 */
export function openTime(timetable: Timetable, { from, to }: Span): Millis {
  if (to <= from) return 0 as Millis;
  return (openUntil(timetable, to) - openUntil(timetable, from)) as Millis;
}

/**
 * The first instant by which `allowed` of open time has passed since `from`.
 *
 * Edges: `from` itself when `allowed` is 0; closing time, not the next opening, when both fit.
 * Undefined: it would be more than LONGEST after `from`, or after the year 9999.
 * Law: openTime(t, { from, to: dueAt(t, from, d) }) = d.
 * Refuses: instant-outside, amount-not-whole. Source: docs/reference/calendar.md#due-time.
 */
export function dueAt(timetable: Timetable, from: Instant, allowed: Millis): Instant | undefined {
  if (!(allowed >= 0 && Number.isInteger(allowed))) {
    refuse("amount-not-whole", { amount: String(allowed) });
  }
  const target = openUntil(timetable, from) + allowed;
  if (allowed === 0) return from;
  let page = timetable.pageAt(from);
  while (page.after < target) {
    if (page.to > from + LONGEST || page.to > LATEST) return undefined;
    page = timetable.page(page.year + 1);
  }
  const due = instantOf(page, target);
  return due <= from + LONGEST ? due : undefined;
}

/** Whether it is open at that instant; an opening instant is open, a closing instant is not. */
export function isOpen(timetable: Timetable, at: Instant): boolean {
  const page = timetable.pageAt(at);
  const i = lastAtMost(page.starts, at);
  return i >= 0 && at < (page.ends[i] as number);
}

/**
 * The first open instant from `at` on: `at` itself where it is open.
 * Undefined: it stays closed for LONGEST, or until the year 9999.
 */
export function nextOpen(timetable: Timetable, at: Instant): Instant | undefined {
  if (isOpen(timetable, at)) return at;
  let page = timetable.pageAt(at);
  let i = lastAtMost(page.starts, at) + 1;
  while (i >= page.starts.length) {
    if (page.to > at + LONGEST || page.to > LATEST) return undefined;
    page = timetable.page(page.year + 1);
    i = 0;
  }
  const opens = page.starts[i] as Instant;
  return opens <= at + LONGEST ? opens : undefined;
}

/**
 * The last instant up to `at` that open time leads to: `at` itself where it was open just before,
 * otherwise the last closing instant. Undefined: closed for LONGEST, or since the year 1.
 */
export function previousOpen(timetable: Timetable, at: Instant): Instant | undefined {
  let page = timetable.pageAt(at);
  let i = lastAtMost(page.starts, at);
  if (i >= 0 && page.starts[i] === at) i -= 1;
  while (i < 0) {
    if (page.from < at - LONGEST || page.year <= 1) return undefined;
    page = timetable.page(page.year - 1);
    i = page.starts.length - 1;
  }
  const closes = Math.min(page.ends[i] as number, at) as Instant;
  return closes >= at - LONGEST ? closes : undefined;
}

/**
 * The open spans inside a range, in order, cut to it, one after another as they are asked for.
 * Spans never touch. Refuses: instant-outside.
 */
export function* openSpans(timetable: Timetable, range: Span): Generator<Span> {
  let open: Span | undefined;
  for (const span of piecesOf(timetable, range)) {
    const touches = open?.to === span.from;
    if (open && !touches) yield open;
    open = { from: open && touches ? open.from : span.from, to: span.to };
  }
  if (open) yield open;
}

/** Like `openSpans`, but that a span open at the end of a year comes in two pieces. */
function* piecesOf(timetable: Timetable, { from, to }: Span): Generator<Span> {
  for (let at = from; at < to; ) {
    const page = timetable.pageAt(at);
    yield* spansOf(page, at, to);
    if (page.to > LATEST) return;
    at = page.to as Instant;
  }
}

/**
 * The name of the calendar version in force at an instant, for the proof of a verdict: the date it
 * holds from ("2027-01-01"), "first" before the first dated version, and the names of the parts
 * joined with "+" in a union or intersection.
 */
export function versionAt(timetable: Timetable, at: Instant): string {
  return timetable.version(at);
}

/** The open time from the timetable's origin to `at`. The origin is fixed, and says nothing. */
function openUntil(timetable: Timetable, at: Instant): number {
  const page = timetable.pageAt(at);
  const i = lastAtMost(page.starts, at);
  if (i < 0) return page.before;
  const end = page.ends[i] as number;
  return (page.sums[i] as number) + (at < end ? at : end) - (page.starts[i] as number);
}

/** The first instant of a year by which the open time from the origin is `target`. */
function instantOf(page: Page, target: number): Instant {
  const i = lastAtMost(page.sums, target - 1);
  return ((page.starts[i] as number) + target - (page.sums[i] as number)) as Instant;
}

/** The last place in a sorted list whose value is at most `value`, or −1. */
function lastAtMost(sorted: Float64Array, value: number): number {
  let low = -1;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function* spansOf(page: Page, from: number, to: number): Generator<Span> {
  const first = Math.max(0, lastAtMost(page.starts, from));
  for (let i = first; i < page.starts.length && (page.starts[i] as number) < to; i += 1) {
    const start = Math.max(from, page.starts[i] as number) as Instant;
    const end = Math.min(to, page.ends[i] as number) as Instant;
    if (start < end) yield { from: start, to: end };
  }
}

function pageOf(year: number, before: number, edges: Edges): Page {
  const length = edges.length / 2;
  const [starts, ends, sums] = [1, 2, 3].map(() => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let after = before;
  for (let i = 0; i < length; i += 1) {
    const start = edges[2 * i] as number;
    const end = edges[2 * i + 1] as number;
    starts[i] = start;
    ends[i] = end;
    sums[i] = after;
    after += end - start;
  }
  return {
    year,
    from: yearStart(year),
    to: yearStart(year + 1),
    before,
    after,
    starts,
    ends,
    sums,
  };
}

function openOf(edges: Edges): number {
  return edges.reduce((open, edge, i) => open + (i % 2 === 0 ? -edge : edge), 0);
}

function yearStart(year: number): number {
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return (365 * past + leaps - DAYS_TO_1970) * DAY;
}

function yearOf(at: Instant): number {
  const guess = 1970 + Math.floor(at / MEAN_YEAR);
  if (at < yearStart(guess)) return guess - 1;
  return at < yearStart(guess + 1) ? guess : guess + 1;
}
