/**
 * Measures of states that last: customers kept, services up.
 * Docs: docs/reference/measure.md#states.
 */
import { lesserDecimal } from "./exact.ts";
import type { MeasureCommitment } from "./measure.ts";
import type { Cell } from "./measure-cell.ts";
import {
  type Counting,
  type CountMarks,
  type Entry,
  isOpened,
  type Opened,
} from "./measure-entry.ts";
import type { Mark } from "./measure-line.ts";
import type { Amount } from "./measure-note.ts";
import { spansOver } from "./period-grid.ts";
import type { Instant, Span } from "./time.ts";

/**
 * A customer with a contract when a period opens is in its cohort, with the recurring revenue it
 * had then. What it pays when the period ends (or now) is kept; new customers are in no cohort of
 * their own first period. A customer that left and came back inside a period has been kept.
 */
export const customersKept: CountMarks = (marks, counting) => {
  const opened = marks.filter(isOpened);
  return [...commitmentsOf(opened).values()].flatMap((commitment) =>
    ofCommitment(opened, commitment, counting),
  );
};

function ofCommitment(
  opened: readonly Opened[],
  commitment: MeasureCommitment,
  { gridOf, asOf }: Counting,
): readonly Entry[] {
  const first = opened[0]?.at ?? asOf;
  return spansOver(gridOf(commitment), first, asOf).flatMap((span) => {
    const opening = opened.findLast(({ at }) => at <= span.from);
    const closing = opened.findLast(({ at }) => at < span.to);
    if (!opening || !closing || !isOfCohort(opening, commitment)) return [];
    return [{ commitment, span, cell: keptCell(opening, closing) }];
  });
}

function isOfCohort({ type, note, commitment }: Opened, wanted: MeasureCommitment): boolean {
  return type !== CHURNED && note?.holds === true && commitment.promise === wanted.promise;
}

const CHURNED = "account.churned";

/** Money under the name of its currency; what changed currency is kept under the new one. */
function keptCell(opening: Opened, closing: Opened): Cell {
  const isKept = closing.type !== CHURNED;
  const before = opening.note?.amount ?? nothing;
  const after = isKept ? (closing.note?.amount ?? nothing) : { ...before, amount: "0" };
  const isSame = before.currency === after.currency;
  return {
    counts: { customers: 1, ...(isKept ? { kept: 1 } : {}) },
    sums: {
      [`opening ${before.currency}`]: before.amount,
      [`gross ${after.currency}`]: isSame ? lesserDecimal(before.amount, after.amount) : "0",
      [`net ${after.currency}`]: after.amount,
    },
  };
}

const nothing: Amount = { amount: "0", currency: "" };

/**
 * An outage lasts from the first "down" of a monitor to its next "up". It counts in every period it
 * touches, by its edges: how many are down at once is worked out from those of all monitors.
 */
export const outagesOf: CountMarks = (marks, { gridOf, asOf }) => {
  const opened = marks.filter(isOpened);
  const outages = outageSpans(opened);
  return [...commitmentsOf(opened).values()].flatMap((commitment) => {
    const grid = gridOf(commitment);
    const watched = spansOver(grid, opened[0]?.at ?? asOf, asOf).map((span) => ({
      commitment,
      span,
      cell: { counts: { watched: 1 } },
    }));
    const down = outages.flatMap(({ from, to }) =>
      spansOver(grid, from, to ?? asOf).map((span) => ({
        commitment,
        span,
        cell: downCell(from, to),
      })),
    );
    return [...watched, ...down];
  });
};

type Outage = { readonly from: Instant; readonly to: Instant | undefined };

function downCell(from: Instant, to: Instant | undefined): Cell {
  return {
    counts: { outages: 1 },
    lists: { downs: [from], ...(to === undefined ? {} : { ups: [to] }) },
  };
}

function outageSpans(opened: readonly Opened[]): readonly Outage[] {
  const down = new Map<string, Instant>();
  const outages: Outage[] = [];
  for (const { type, at, note } of opened) {
    const monitor = note?.tag ?? "";
    const from = down.get(monitor);
    if (type === "service.down" && from === undefined) down.set(monitor, at);
    if (type !== "service.up" || from === undefined) continue;
    down.delete(monitor);
    if (at > from) outages.push({ from, to: at });
  }
  return [...outages, ...[...down.values()].map((from) => ({ from, to: undefined }))];
}

/** The spans in which at least one outage runs, from the sorted edges of all of them. */
export function unionOfOutages(
  downs: readonly number[],
  ups: readonly number[],
  { from, to }: Span,
): readonly Span[] {
  const spans: Span[] = [];
  let [next, ended, since] = [0, 0, 0];
  while (next < downs.length) {
    since = downs[next] as number;
    next += 1;
    let depth = 1;
    while (depth > 0 && ended < ups.length) {
      const isDown = next < downs.length && (downs[next] as number) <= (ups[ended] as number);
      depth += isDown ? 1 : -1;
      if (isDown) next += 1;
      else ended += 1;
    }
    const until = depth > 0 ? to : (ups[ended - 1] as number);
    const span = { from: Math.max(since, from), to: Math.min(until, to) } as Span;
    if (span.to > span.from) spans.push(span);
    if (depth > 0) break;
  }
  return spans;
}

function commitmentsOf(marks: readonly (Mark & { readonly commitment: MeasureCommitment })[]) {
  return new Map(marks.map(({ commitment }) => [commitment.promise, commitment]));
}
