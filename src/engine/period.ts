/**
 * Periods: reporting spans of a clock commitment, from open through provisional to final.
 * Docs: docs/reference/period.md.
 */
import type { ObjectiveSpec } from "./agreement.ts";
import {
  allowedMisses,
  emptyTally,
  type ShareVerdict,
  shareOf,
  type Tally,
  verdictOfTally,
} from "./attainment.ts";
import { dueAfterDays } from "./business-day.ts";
import type { Commitment } from "./commitment.ts";
import type { Duration } from "./duration.ts";
import type { Hours } from "./hours.ts";
import type { JudgedClock } from "./judged.ts";
import { localPeriod } from "./local-date.ts";
import { refuse } from "./problem.ts";
import type { RevisionInForce } from "./revision.ts";
import type { Rulebook } from "./rulebook.ts";
import type { Share } from "./share.ts";
import { durationOf } from "./target.ts";
import { type Instant, LATEST, type Span } from "./time.ts";
import { dueAt } from "./timetable.ts";

/** No commitment is told over more periods than this: weeks of ten years. */
const MOST_PERIODS = 530;

export type PeriodStatus = "open" | "provisional" | "final";

/**
 * `value` is met ÷ (met + breached), rounded only here, for reading; `share` is exact. `allowed` is how
 * many may be missed, `left` how many still may.
 */
export type Period = {
  readonly agreement: string;
  readonly revision: number;
  readonly commitment: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly status: PeriodStatus;
  readonly met: number;
  readonly breached: number;
  readonly excused: number;
  readonly openNotDue: number;
  readonly value: number | null;
  readonly share: Share | null;
  readonly objective: ObjectiveSpec;
  readonly verdict: ShareVerdict | "open";
  readonly allowed: number | null;
  readonly left: number | null;
};

export type PeriodsInput = {
  readonly rulebook: Rulebook;
  readonly clocks: readonly JudgedClock[];
  readonly asOf: Instant;
};

/** The periods of every clock commitment with an objective, up to the one `asOf` falls in. */
export function periodsOf(input: PeriodsInput): readonly Period[] {
  const clocks = Map.groupBy(input.clocks, keyOf);
  const commitments = Map.groupBy(
    input.rulebook.commitments,
    ({ agreement, id }) => `${agreement}#${id}`,
  );
  return [...commitments].flatMap(([key, revised]) =>
    periodsOfCommitment(revised, clocks.get(key) ?? [], input),
  );
}

function keyOf({ agreement, commitment }: JudgedClock): string {
  return `${agreement}#${commitment}`;
}

function periodsOfCommitment(
  revised: readonly Commitment[],
  clocks: readonly JudgedClock[],
  { rulebook, asOf }: PeriodsInput,
): readonly Period[] {
  const first = revised.reduce((a, b) => (b.from < a.from ? b : a));
  const spans = spansOf(first, asOf, rulebook.revisions);
  const tallies = tallyBySpan(clocks, spans, first.spec.objective?.countBy ?? "deadline", asOf);
  return spans.flatMap((span, index) => {
    const commitment = revised.findLast(({ from }) => from < span.to) ?? first;
    const { objective } = commitment.spec;
    if (!objective) return [];
    const tally = tallies[index] ?? emptyTally;
    return [
      toPeriod(commitment, objective, span, tally, statusOf(rulebook, commitment, span, asOf)),
    ];
  });
}

function toPeriod(
  commitment: Commitment,
  objective: ObjectiveSpec,
  span: Span,
  tally: Tally,
  status: PeriodStatus,
): Period {
  const share = shareOf(tally) ?? null;
  const allowed = allowedMisses(tally, objective) ?? null;
  return {
    agreement: commitment.agreement,
    revision: commitment.revision,
    commitment: commitment.id,
    ...span,
    status,
    ...tally,
    value: share && share.numerator / share.denominator,
    share,
    objective,
    verdict: status === "open" ? "open" : verdictOfTally(tally, objective),
    allowed,
    left: allowed === null ? null : allowed - tally.breached,
  };
}

/** The spans of a commitment from its first day in force to `asOf`, in the time zone of its term. */
function spansOf(
  commitment: Commitment,
  asOf: Instant,
  revisions: readonly RevisionInForce[],
): readonly Span[] {
  const revision = revisions.find(({ agreement }) => agreement === commitment.agreement);
  const each = commitment.spec.objective?.each;
  if (!revision || !each) return [];
  if (typeof each === "object" && "rolling" in each) return [rollingSpan(each.rolling, asOf)];
  const zone = revision.spec.term.timeZone;
  const spans: Span[] = [];
  let span = localPeriod(zone, asOf, each);
  while (span.to > commitment.from && spans.length < MOST_PERIODS) {
    spans.push(span);
    span = localPeriod(zone, (span.from - 1) as Instant, each);
  }
  return spans.reverse();
}

function rollingSpan(text: string, asOf: Instant): Span {
  const duration = durationOf(text);
  if (duration.basis !== "elapsed") return refuse("duration-unreadable", { text });
  return { from: (asOf - duration.ms) as Instant, to: (asOf + 1) as Instant };
}

/** Open until its end; provisional while its dispute window runs; final after. */
function statusOf(
  rulebook: Rulebook,
  commitment: Commitment,
  span: Span,
  asOf: Instant,
): PeriodStatus {
  if (asOf < span.to) return "open";
  const revision = rulebook.revisions.find(
    ({ agreement, number }) => agreement === commitment.agreement && number === commitment.revision,
  );
  const window = revision?.spec.disputes?.window;
  if (!revision || window === undefined) return "final";
  const closes = endOf(durationOf(window), span.to, rulebook.hoursOf(revision));
  return asOf < closes ? "provisional" : "final";
}

function endOf(window: Duration, from: Instant, { timetable }: Hours): Instant {
  if (window.basis === "elapsed") return (from + window.ms) as Instant;
  const end =
    window.basis === "businessDays"
      ? dueAfterDays(timetable, from, window.amount)
      : dueAt(timetable, from, window.ms);
  return end ?? LATEST;
}

type CountBy = NonNullable<ObjectiveSpec["countBy"]>;

function tallyBySpan(
  clocks: readonly JudgedClock[],
  spans: readonly Span[],
  countBy: CountBy,
  asOf: Instant,
): readonly Tally[] {
  const tallies = spans.map(() => ({ ...emptyTally }) as Record<keyof Tally, number>);
  for (const clock of clocks) {
    const cell = cellOf(clock);
    const at = cell && countedAt(clock, countBy, asOf);
    const tally = at === undefined ? undefined : tallies[spanIndex(spans, at as Instant)];
    if (cell && tally) tally[cell] += 1;
  }
  return tallies;
}

function cellOf({ verdict, state }: JudgedClock): keyof Tally | undefined {
  if (verdict === "open") return state === "waiting" ? undefined : "openNotDue";
  return verdict === "void" ? undefined : verdict;
}

/** The instant that decides the period. A paused clock has no deadline yet: it counts where we are. */
function countedAt(clock: JudgedClock, countBy: CountBy, asOf: Instant): Instant | undefined {
  const { startedAt, stoppedAt, breachedAt, dueAt, verdict } = clock;
  if (countBy === "start") return startedAt ?? undefined;
  if (countBy === "stop") return stoppedAt ?? undefined;
  return breachedAt ?? dueAt ?? (verdict === "open" ? asOf : (stoppedAt ?? undefined));
}

function spanIndex(spans: readonly Span[], at: Instant): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).to <= at) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span && span.from <= at ? low : -1;
}
