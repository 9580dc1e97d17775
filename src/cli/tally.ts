/** Clocks counted by commitment: verdicts, states, and how long the ended ones took. */
import type { State, Verdict } from "../engine/clock.ts";
import type { JudgedClock } from "../engine/judged.ts";

export type Percentiles = {
  readonly count: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p95: number;
  readonly max: number;
};

/** `spent` is what counted against the target, of stopped clocks; null where none has stopped. */
export type CommitmentTally = {
  readonly agreement: string;
  readonly commitment: string;
  readonly total: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly states: Readonly<Record<State, number>>;
  readonly spent: Percentiles | null;
};

/** In the order in which agreements and commitments first appear. */
export function tallyClocks(clocks: readonly JudgedClock[]): readonly CommitmentTally[] {
  const groups = Map.groupBy(
    clocks,
    ({ agreement, commitment }) => `${agreement}\u0000${commitment}`,
  );
  return [...groups.values()].map(tallyGroup);
}

function tallyGroup(clocks: readonly JudgedClock[]): CommitmentTally {
  const [first] = clocks;
  const verdicts = { open: 0, met: 0, breached: 0, excused: 0, void: 0 };
  const states = { waiting: 0, running: 0, paused: 0, stopped: 0, cancelled: 0 };
  const spent: number[] = [];
  for (const clock of clocks) {
    verdicts[clock.verdict] += 1;
    states[clock.state] += 1;
    if (clock.state === "stopped") spent.push(clock.spent.openMs);
  }
  return {
    agreement: first?.agreement ?? "",
    commitment: first?.commitment ?? "",
    total: clocks.length,
    verdicts,
    states,
    spent: percentilesOf(spent),
  };
}

/** Nearest rank: each percentile is a length that really occurred. */
function percentilesOf(lengths: readonly number[]): Percentiles | null {
  const sorted = lengths.toSorted((one, other) => one - other);
  const max = sorted.at(-1);
  if (max === undefined) return null;
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? max;
  return { count: sorted.length, p50: at(0.5), p75: at(0.75), p90: at(0.9), p95: at(0.95), max };
}
