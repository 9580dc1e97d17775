/**
 * Cohorts of leads by the month they were handed over, and how ripe they are: a lead of yesterday
 * has not had the time that others took. Docs: docs/reference/lead-quality.md#ripeness.
 */
import type { LoopEntry } from "./lead-quality.ts";
import { localPeriod } from "./local-date.ts";
import type { Share } from "./share.ts";
import { type Interval, quantile, wilsonInterval } from "./statistics.ts";
import type { Instant, Millis, Span } from "./time.ts";

const goals = ["sql", "won"] as const;
export type Goal = (typeof goals)[number];

/** Something known of each goal. */
export type OfGoals<T> = { readonly [goal in Goal]: T };

/** Nine of ten that got there had done so by then after their hand-over; null where none did. */
export type Ripening = OfGoals<Millis | null>;

const NINE_OF_TEN = 90;

/** In how much time leads ripen, from all that is known of them. */
export function ripeningOf(entries: readonly LoopEntry[]): Ripening {
  return ofGoals((goal) => {
    const lengths = entries.flatMap(({ cell }) => cell.lists?.[goal] ?? []).sort((a, b) => a - b);
    return (quantile(lengths, NINE_OF_TEN) ?? null) as Millis | null;
  });
}

/** Of the leads that are ripe; `young` are those that are not, and are left out. */
export type Conversion = {
  readonly share: Share;
  readonly interval: Interval;
  readonly young: number;
};

type AsOf = { readonly ripening: Ripening; readonly asOf: Instant };

/** How many of the ripe leads got there. Law: ripe and young leads are all leads handed over. */
export function conversionsOf(
  entries: readonly LoopEntry[],
  { ripening, asOf }: AsOf,
): OfGoals<Conversion> {
  const leads = entries.filter(isLead);
  return ofGoals((goal) => {
    const ripe = leads.filter(({ at }) => at + (ripening[goal] ?? 0) <= asOf);
    const share = { numerator: countOf(ripe, goal), denominator: ripe.length };
    return { share, interval: wilsonInterval(share), young: leads.length - ripe.length };
  });
}

/** The leads of one month. What is young may still grow. */
export type Cohort = {
  readonly span: Span;
  readonly delivered: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly reached: OfGoals<{
    readonly share: Share;
    readonly interval: Interval;
    readonly isYoung: boolean;
  }>;
};

/** Month after month in `timeZone`, the earliest first; months without leads are left out. */
export function cohortsOf(
  entries: readonly LoopEntry[],
  { timeZone, ripening, asOf }: AsOf & { readonly timeZone: string },
): readonly Cohort[] {
  return byMonth(entries.filter(isLead), timeZone).map(({ span, entries: own }) => ({
    span,
    delivered: own.length,
    accepted: countOf(own, "accepted"),
    rejected: countOf(own, "rejected"),
    reached: ofGoals((goal) => {
      const share = { numerator: countOf(own, goal), denominator: own.length };
      const isYoung = span.to + (ripening[goal] ?? 0) > asOf;
      return { share, interval: wilsonInterval(share), isYoung };
    }),
  }));
}

export type Month = { readonly span: Span; readonly entries: readonly LoopEntry[] };

/** Entries by the month of their hand-over, in order. */
export function byMonth(entries: readonly LoopEntry[], timeZone: string): readonly Month[] {
  const months: { readonly span: Span; readonly entries: LoopEntry[] }[] = [];
  for (const entry of [...entries].sort((a, b) => a.at - b.at)) {
    const last = months.at(-1);
    if (last && entry.at < last.span.to) last.entries.push(entry);
    else months.push({ span: localPeriod(timeZone, entry.at, "month"), entries: [entry] });
  }
  return months;
}

/** What a campaign spent is an entry as well, and no lead. */
export function isLead({ cell }: LoopEntry): boolean {
  return cell.counts?.delivered !== undefined;
}

/** How many leads count under a name. */
export function countOf(entries: readonly LoopEntry[], name: string): number {
  return entries.filter(({ cell }) => cell.counts?.[name] !== undefined).length;
}

function ofGoals<T>(toValue: (goal: Goal) => T): OfGoals<T> {
  return { sql: toValue("sql"), won: toValue("won") };
}
