/**
 * Cadence: a touch is due every so often while a condition holds.
 * Docs: docs/reference/measure.md#cadence.
 */
import { endAfter } from "./duration-end.ts";
import type { MeasureCommitment } from "./measure.ts";
import { type Counting, type CountMarks, type Entry, one } from "./measure-entry.ts";
import type { Mark } from "./measure-line.ts";
import { type PeriodGrid, spanAt } from "./period-grid.ts";
import type { Instant } from "./time.ts";

/** No spell owes more touches than this; later ones are not counted. */
const MOST_TOUCHES = 10_000;

type Spell = {
  readonly commitment: MeasureCommitment;
  readonly from: Instant;
  readonly to: Instant | undefined;
};

/**
 * From the instant the condition becomes true one touch is due in each interval of the cadence, up
 * to and including its end. It is met where one happened inside it (several are still one), and
 * missed when the interval is over without. An interval in which the condition ends owes nothing.
 */
export const touchesDue: CountMarks = (marks, counting) => {
  const touches = marks.filter(({ role }) => role === "closes").map(({ at }) => at);
  return spellsOf(marks).flatMap((spell) => duesOf(spell, touches, counting));
};

function spellsOf(marks: readonly Mark[]): readonly Spell[] {
  const turns = marks.filter(({ role }) => role === "on" || role === "off");
  return turns.flatMap(({ commitment, at: from }, index) =>
    commitment ? [{ commitment, from, to: turns[index + 1]?.at }] : [],
  );
}

function duesOf(
  { commitment, from, to }: Spell,
  touches: readonly Instant[],
  { gridOf, asOf }: Counting,
): readonly Entry[] {
  const { every, periodHours } = commitment.rules;
  const grid = gridOf(commitment);
  const entries: Entry[] = [];
  let [begin, next] = [from, 0];
  for (let count = 0; every && begin <= asOf && count < MOST_TOUCHES; count += 1) {
    const due = endAfter(every, begin, periodHours);
    if (due <= begin || (to !== undefined && due > to)) break;
    while (next < touches.length && (touches[next] as Instant) <= begin) next += 1;
    const touch = touches[next];
    const isMet = touch !== undefined && touch <= due;
    add(entries, grid, {
      commitment,
      due,
      name: isMet ? "met" : due < asOf ? "breached" : "openNotDue",
    });
    begin = due;
  }
  return entries;
}

type Due = { readonly commitment: MeasureCommitment; readonly due: Instant; readonly name: string };

/** A touch that is due after the present period is told with none yet. */
function add(entries: Entry[], grid: PeriodGrid, { commitment, due, name }: Due): void {
  const span = spanAt(grid, due);
  if (span) entries.push({ commitment, span, cell: one(name) });
}
