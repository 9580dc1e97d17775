/** Two judgements of the same events side by side: what another agreement would have said. */
import type { JudgedClock } from "../engine/judged.ts";
import type { Period } from "../engine/period.ts";
import type { Instant } from "../engine/time.ts";

export type PeriodPair = {
  readonly commitment: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly one: Period | undefined;
  readonly other: Period | undefined;
};

/** `changed` counts clocks of one subject and cycle whose verdicts differ: "met→breached". */
export type Change = {
  readonly commitment: string;
  readonly both: number;
  readonly onlyOne: number;
  readonly onlyOther: number;
  readonly changed: Readonly<Record<string, number>>;
};

/** Periods of one commitment and span are paired; one that only one side has stands alone. */
export function pairPeriods(
  one: readonly Period[],
  other: readonly Period[],
): readonly PeriodPair[] {
  const key = ({ commitment, from, to }: Period): string => `${commitment} ${from} ${to}`;
  const others = new Map(other.map((period) => [key(period), period]));
  const mine = new Set(one.map(key));
  const paired = one.map((period) => toPair(period, others.get(key(period))));
  const alone = other.filter((period) => !mine.has(key(period)));
  return [...paired, ...alone.map((period) => ({ ...toPair(period, period), one: undefined }))];
}

function toPair(period: Period, other: Period | undefined): PeriodPair {
  const { commitment, from, to } = period;
  return { commitment, from, to, one: period, other };
}

export function changesBetween(
  one: readonly JudgedClock[],
  other: readonly JudgedClock[],
): readonly Change[] {
  const others = Map.groupBy(other, ({ commitment }) => commitment);
  const groups = Map.groupBy(one, ({ commitment }) => commitment);
  const names = new Set([...groups.keys(), ...others.keys()]);
  return [...names].map((name) => changeOf(name, groups.get(name) ?? [], others.get(name) ?? []));
}

function changeOf(
  commitment: string,
  one: readonly JudgedClock[],
  other: readonly JudgedClock[],
): Change {
  const key = ({ subject, cycle }: JudgedClock): string => `${subject} ${cycle}`;
  const verdicts = new Map(other.map((clock) => [key(clock), clock.verdict]));
  const changed: Record<string, number> = {};
  let both = 0;
  for (const clock of one) {
    const verdict = verdicts.get(key(clock));
    if (verdict === undefined) continue;
    both += 1;
    if (verdict === clock.verdict) continue;
    const move = `${clock.verdict}→${verdict}`;
    changed[move] = (changed[move] ?? 0) + 1;
  }
  return {
    commitment,
    both,
    onlyOne: one.length - both,
    onlyOther: other.length - both,
    changed,
  };
}
