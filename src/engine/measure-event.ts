/**
 * Measures of single events: count, sum, share, survey.
 * Docs: docs/reference/measure.md#events.
 */
import { endAfter } from "./duration-end.ts";
import { handovers } from "./measure.ts";
import {
  type Counting,
  type CountMarks,
  type Entry,
  isOpened,
  type Opened,
  one,
} from "./measure-entry.ts";
import type { Mark } from "./measure-line.ts";
import { spanAt } from "./period-grid.ts";
import { type Instant, LATEST } from "./time.ts";

type Counted = { readonly mark: Opened; readonly windowFrom: Instant; readonly isTaken: boolean };

/**
 * A subject counts once in each period in which one of its events was not taken back. A refusal
 * takes back the latest event before it, inside the acceptance window of the hand-off (from the
 * hand-off, or from the event itself where none followed it); without such a window, whenever it
 * comes.
 */
export const countOnce: CountMarks = (marks, { gridOf }) => {
  const counted = takeBack(marks);
  const found = new Map<unknown, Entry>();
  for (const { mark, isTaken } of counted) {
    const span = spanAt(gridOf(mark.commitment), mark.at);
    if (!span || (isTaken && found.has(span))) continue;
    const known = found.get(span);
    if (known && known.cell === one("events")) continue;
    found.set(span, {
      commitment: mark.commitment,
      span,
      cell: one(isTaken ? "takenBack" : "events"),
    });
  }
  return [...found.values()];
};

function takeBack(marks: readonly Mark[]): readonly Counted[] {
  const counted: Counted[] = [];
  for (const mark of marks) {
    if (isOpened(mark)) {
      counted.push({ mark, windowFrom: mark.at, isTaken: false });
      continue;
    }
    const last = counted.pop();
    if (last) counted.push(answered(last, mark));
  }
  return counted;
}

function answered(last: Counted, { type, at }: Mark): Counted {
  const { spec, rules } = last.mark.commitment;
  const refusal = "unless" in spec.measure ? spec.measure.unless : undefined;
  if (type !== refusal) return handovers.includes(type) ? { ...last, windowFrom: at } : last;
  const { acceptance } = rules;
  const until = acceptance
    ? endAfter(acceptance.within, last.windowFrom, acceptance.hours)
    : LATEST;
  return at <= until ? { ...last, isTaken: true } : last;
}

/** Every event counts with the amount it says; one that says none counts nothing. */
export const addUp: CountMarks = (marks, counting) =>
  eachEvent(marks, counting, ({ note }) => {
    const { amount, currency } = note?.amount ?? { amount: "0", currency: "" };
    return { counts: { events: 1 }, sums: { [currency]: amount } };
  });

/** Every event counts: met where the condition held at that instant. */
export const shareOfEvents: CountMarks = (marks, counting) =>
  eachEvent(marks, counting, ({ note }) => one(note?.holds ? "met" : "breached"));

/** Every answer counts with its score; a survey sent counts for the response rate. */
export const answers: CountMarks = (marks, counting) =>
  eachEvent(marks, counting, ({ note }) =>
    one(note?.score === undefined ? "sent" : `score${note.score}`),
  );

function eachEvent(
  marks: readonly Mark[],
  { gridOf }: Counting,
  toCell: (mark: Opened) => Entry["cell"],
): readonly Entry[] {
  return marks.filter(isOpened).flatMap((mark) => {
    const span = spanAt(gridOf(mark.commitment), mark.at);
    return span ? [{ commitment: mark.commitment, span, cell: toCell(mark) }] : [];
  });
}
