/**
 * Late facts: a final period is never edited. What it would be today becomes a correction entry of
 * the current period, with the difference and the reason. Docs:
 * docs/reference/period.md#late-facts.
 */
import type { Event } from "./event.ts";
import type { Period } from "./period.ts";
import type { Instant } from "./time.ts";

/** What a period said, of that which can change. */
export type Told = Pick<
  Period,
  "met" | "breached" | "excused" | "openNotDue" | "value" | "share" | "verdict" | "facts"
>;

/** `of` is the final period that stands as it was; `in` the one whose entry this is. */
export type PeriodCorrection = {
  readonly agreement: string;
  readonly commitment: string;
  readonly of: { readonly from: Instant; readonly to: Instant };
  readonly in: { readonly from: Instant; readonly to: Instant };
  readonly before: Told;
  readonly after: Told;
  readonly difference: {
    readonly met: number;
    readonly breached: number;
    readonly excused: number;
    readonly value: number | null;
  };
  readonly isVerdictChanged: boolean;
  /** Facts that were recorded after the period became final and lie in it. */
  readonly lateFacts: readonly { readonly source: string; readonly id: string }[];
};

/** `events` are those recorded since; they are named as the reason where they lie in the period. */
export type LateInput = {
  readonly frozen: readonly Period[];
  readonly fresh: readonly Period[];
  readonly events: readonly Event[];
};

/**
 * The entries that a fresh judgement makes against final periods, in their order; none where
 * nothing differs. Edges: a final period that no longer exists, or a commitment without a current
 * period, makes none. Law: a judgement compared with itself makes none.
 */
export function lateCorrections({ frozen, fresh, events }: LateInput): readonly PeriodCorrection[] {
  const byKey = new Map(fresh.map((period) => [keyOf(period), period]));
  return frozen
    .filter(({ status }) => status === "final")
    .flatMap((before) => {
      const after = byKey.get(keyOf(before));
      const current = fresh.findLast(
        (one) => one.agreement === before.agreement && one.commitment === before.commitment,
      );
      if (!after || !current || isSame(before, after)) return [];
      return [correctionOf(before, after, { current, events })];
    });
}

function correctionOf(
  before: Period,
  after: Period,
  { current, events }: { readonly current: Period; readonly events: readonly Event[] },
): PeriodCorrection {
  const { from, to } = before;
  return {
    agreement: before.agreement,
    commitment: before.commitment,
    of: { from, to },
    in: { from: current.from, to: current.to },
    before: toldOf(before),
    after: toldOf(after),
    difference: {
      met: after.met - before.met,
      breached: after.breached - before.breached,
      excused: after.excused - before.excused,
      value: after.value === null || before.value === null ? null : after.value - before.value,
    },
    isVerdictChanged: before.verdict !== after.verdict,
    lateFacts: events
      .filter(({ occurredAt }) => occurredAt < to)
      .filter(({ recordedAt, occurredAt }) => (recordedAt ?? occurredAt) >= to)
      .map(({ source, id }) => ({ source, id })),
  };
}

function toldOf(period: Period): Told {
  const { met, breached, excused, openNotDue, value, share, verdict, facts } = period;
  return { met, breached, excused, openNotDue, value, share, verdict, facts };
}

/** Keys in name order, since a stored period comes back with its keys in another. */
function isSame(a: Period, b: Period): boolean {
  return JSON.stringify(sorted(toldOf(a))) === JSON.stringify(sorted(toldOf(b)));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, one]) => [key, sorted(one)]);
}

function keyOf({ agreement, commitment, from }: Period): string {
  return `${agreement}#${commitment}@${from}`;
}
