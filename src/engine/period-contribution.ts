/**
 * What each subject contributes to periods, and the sums of it: whole, or by a dimension.
 *
 * A judgement adds up every subject. An update takes away what a subject contributed before and
 * adds what it does now. Both give the same cells. Docs: docs/reference/period.md#contributions.
 */
import type { View } from "./condition.ts";
import { type Dimension, type Dimensions, dimensionsOf, noDimensions } from "./dimension.ts";
import { subjectKind } from "./event.ts";
import type { Folded } from "./history.ts";
import type { JudgedClock } from "./judged.ts";
import type { MeasureKind } from "./measure.ts";
import { touchesDue } from "./measure-cadence.ts";
import { type Cell, CellSum, emptyCell } from "./measure-cell.ts";
import { type Counting, type CountMarks, type Entry, one } from "./measure-entry.ts";
import { addUp, answers, countOnce, shareOfEvents } from "./measure-event.ts";
import { inTurn, type Mark, type MeasureLine } from "./measure-line.ts";
import { cohortOf, lengthsOf } from "./measure-pair.ts";
import { customersKept, outagesOf } from "./measure-state.ts";
import { noGrid, type PeriodGrid, spanAt } from "./period-grid.ts";
import type { Rulebook } from "./rulebook.ts";
import type { Instant } from "./time.ts";

/** `commitment` is "agreement#id"; `from` names the period by its first instant. */
export type Contribution = {
  readonly commitment: string;
  readonly from: Instant;
  readonly cell: Cell;
};

export type SubjectContributions = {
  readonly subject: string;
  readonly dimensions: Dimensions;
  readonly contributions: readonly Contribution[];
};

/** The periods of each commitment, by "agreement#id". */
export type Grids = ReadonlyMap<string, { readonly grid: PeriodGrid; readonly countBy: CountBy }>;
export type CountBy = "deadline" | "start" | "stop";

const countings: Readonly<Record<MeasureKind, CountMarks>> = {
  count: countOnce,
  sum: addUp,
  share: shareOfEvents,
  survey: answers,
  conversion: cohortOf,
  duration: lengthsOf,
  retention: customersKept,
  availability: outagesOf,
  cadence: touchesDue,
};

/** A subject at `asOf`: its history concluded, and its clocks as they are told. */
export type JudgedSubject = {
  readonly subject: string;
  readonly folded: Folded;
  readonly clocks: readonly JudgedClock[];
  readonly asOf: Instant;
};

/** What a subject contributes to the periods of every commitment at `asOf`. */
export function contributionsOf(
  rulebook: Rulebook,
  grids: Grids,
  judged: JudgedSubject,
): SubjectContributions {
  const { subject, folded, clocks, asOf } = judged;
  return {
    subject,
    dimensions: folded.last ? dimensionsOf(folded.last) : noDimensions,
    contributions: [
      ...clockContributions(grids, clocks, asOf),
      ...measureContributions(rulebook, grids, judged),
    ],
  };
}

/** The key of the commitments that are told together, over all revisions. */
export function keyOf(agreement: string, id: string): string {
  return `${agreement}#${id}`;
}

/** What of a clock its period is worked out from. */
export type CountedClock = Pick<
  JudgedClock,
  | "agreement"
  | "commitment"
  | "state"
  | "verdict"
  | "startedAt"
  | "dueAt"
  | "breachedAt"
  | "stoppedAt"
>;

/**
 * What clocks contribute: each one case, in the period that the objective's `countBy` names. One
 * after another: there may be millions, and a sum needs no list of them.
 */
export function* clockContributions(
  grids: Grids,
  clocks: readonly CountedClock[],
  asOf: Instant,
): Generator<Contribution> {
  const promiseOf = openPromises();
  for (const clock of clocks) {
    const commitment = promiseOf(clock);
    const told = grids.get(commitment);
    const name = cellNameOf(clock);
    const at = told && name && countedAt(clock, told.countBy, asOf);
    const span = at === undefined || !told ? undefined : spanAt(told.grid, at as Instant);
    if (span && name) yield { commitment, from: span.from, cell: one(name) };
  }
}

/** Makes each name once: there are millions of clocks, and few promises. */
function openPromises(): (clock: CountedClock) => string {
  const known = new Map<string, Map<string, string>>();
  return ({ agreement, commitment }) => {
    const own = known.get(agreement) ?? new Map<string, string>();
    if (own.size === 0) known.set(agreement, own);
    const name = own.get(commitment) ?? keyOf(agreement, commitment);
    own.set(commitment, name);
    return name;
  };
}

function cellNameOf({ verdict, state }: CountedClock): string | undefined {
  if (verdict === "open") return state === "waiting" ? undefined : "openNotDue";
  return verdict === "void" ? undefined : verdict;
}

/**
 * The instant that decides the period. A paused clock has no deadline yet: it counts where we are.
 */
function countedAt(clock: CountedClock, countBy: CountBy, asOf: Instant): Instant | undefined {
  const { startedAt, stoppedAt, breachedAt, dueAt, verdict } = clock;
  if (countBy === "start") return startedAt ?? undefined;
  if (countBy === "stop") return stoppedAt ?? undefined;
  return breachedAt ?? dueAt ?? (verdict === "open" ? asOf : (stoppedAt ?? undefined));
}

/** What a subject's events contribute to measures. */
export function measureContributions(
  rulebook: Rulebook,
  grids: Grids,
  { subject, folded, asOf }: JudgedSubject,
): readonly Contribution[] {
  const { marks, last } = folded;
  const found: Contribution[] = [];
  if (!last || marks.length === 0) return found;
  const { lines } = rulebook.measuresFor(subjectKind(subject));
  const counting: Counting = { asOf, gridOf: gridIn(grids) };
  for (let index = 0; index < lines.length; index += 1) {
    const kept = marks[index];
    if (!kept) continue;
    for (const one of countLine(lines[index] as MeasureLine, inTurn(kept), counting)) {
      tell(found, one, last);
    }
  }
  return found;
}

/** Marks that stand under no commitment of their own (an end, a touch) belong to every kind. */
function countLine({ measured }: MeasureLine, marks: readonly Mark[], counting: Counting) {
  const [only] = measured;
  if (only && measured.length === 1) return countings[only](marks, counting);
  return measured.flatMap((kind) => {
    const own = marks.filter(({ commitment }) => !commitment || commitment.rules.kind === kind);
    return countings[kind](own, counting);
  });
}

function tell(found: Contribution[], entry: Entry, last: View): void {
  const { commitment, span } = entry;
  const cell = commitment.rules.excuses(last) ? excused(entry) : entry.cell;
  if (cell === emptyCell) return;
  found.push({ commitment: commitment.promise, from: span.from, cell });
}

function gridIn(grids: Grids): Counting["gridOf"] {
  return ({ promise }) => grids.get(promise)?.grid ?? noGrid;
}

/**
 * A subject that the agreement leaves out counts as excused where cases are counted, else not at
 * all.
 */
function excused({ cell: { counts = {} } }: Entry): Cell {
  const isCase = ["met", "breached", "openNotDue"].some((name) => (counts[name] ?? 0) > 0);
  return isCase ? one("excused") : emptyCell;
}

/** Sums of cells by commitment and period. */
export class PeriodTotals {
  private readonly cells = new Map<string, Map<Instant, CellSum>>();

  /** Adds what a subject contributes. */
  add(contributions: Iterable<Contribution>): void {
    for (const { commitment, from, cell } of contributions) this.sum(commitment, from).add(cell);
  }

  /** Takes away what a subject contributed before. */
  take(contributions: readonly Contribution[]): void {
    for (const { commitment, from, cell } of contributions) this.sum(commitment, from).take(cell);
  }

  /** The cell of a period; empty where nothing was added. */
  cell(commitment: string, from: Instant): Cell {
    return this.cells.get(commitment)?.get(from)?.cell() ?? emptyCell;
  }

  private sum(commitment: string, from: Instant): CellSum {
    const own = this.cells.get(commitment) ?? new Map<Instant, CellSum>();
    if (own.size === 0) this.cells.set(commitment, own);
    const known = own.get(from);
    if (known) return known;
    const sum = new CellSum();
    own.set(from, sum);
    return sum;
  }
}

/**
 * The sums of each value of a dimension ("" where it is not known). Law: those of all values add up
 * to the whole.
 */
export function totalsBy(
  subjects: Iterable<SubjectContributions>,
  dimension: Dimension,
): ReadonlyMap<string, PeriodTotals> {
  const totals = new Map<string, PeriodTotals>();
  for (const subject of subjects) {
    const value = subject.dimensions[dimension] ?? "";
    const known = totals.get(value) ?? new PeriodTotals();
    totals.set(value, known);
    known.add(subject.contributions);
  }
  return totals;
}
