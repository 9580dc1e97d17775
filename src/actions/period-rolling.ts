/**
 * Rolling periods: windows that end now. Each is another with every millisecond, so nothing can be
 * kept for it: it is added up from the facts of the subjects it can be about, when it is asked for.
 * Docs: docs/internals/periods.md.
 */
import { correctClocks } from "../engine/correction.ts";
import { dimensions, noDimensions } from "../engine/dimension.ts";
import { suspensionsOf } from "../engine/dispute-claim.ts";
import { foldHistory } from "../engine/history.ts";
import { judgeHistory } from "../engine/judge.ts";
import type { MeasureCommitment, MeasureKind } from "../engine/measure.ts";
import { gridsOf } from "../engine/period.ts";
import {
  contributionsOf,
  type Grids,
  PeriodTotals,
  type SubjectContributions,
} from "../engine/period-contribution.ts";
import type { Rulebook } from "../engine/rulebook.ts";
import { EARLIEST, type Instant } from "../engine/time.ts";
import { correctionsOfSubjects } from "../store/correction.ts";
import type { Db } from "../store/db.ts";
import { openDisputes } from "../store/dispute.ts";
import { historiesOf } from "../store/event.ts";
import { subjectsOfClocks, subjectsOfFacts } from "../store/rolling-subject.ts";

type Recording = { readonly workspaceId: string; readonly now: Instant };
type Told = Rulebook["commitments"][number] | MeasureCommitment;

export function isRolling({ spec }: Told): boolean {
  const each = spec.objective?.each;
  return typeof each === "object" && "rolling" in each;
}

/** The grids of the rolling commitments among `own`: one window each. */
export function rollingGrids(own: Rulebook, now: Instant): Grids {
  const commitments = own.commitments.filter(isRolling);
  const measures = own.measures.filter(isRolling);
  if (commitments.length + measures.length === 0) return new Map();
  return gridsOf({ ...own, commitments, measures }, now);
}

/** More subjects than these are not judged for one answer, and subjects judged at once. */
const MOST = 50_000;
const STEP = 500;

type Adding = {
  readonly rulebook: Rulebook;
  readonly own: Rulebook;
  readonly grids: Grids;
  /** A dimension, or the whole. */
  readonly dimension: string;
  readonly totals: Map<string, PeriodTotals>;
};

/** Adds the windows up. False where they are about more subjects than one answer may judge. */
export async function addRolling(db: Db, recording: Recording, adding: Adding): Promise<boolean> {
  if (adding.grids.size === 0) return true;
  const subjects = await subjectsInWindow(db, recording, adding);
  if (subjects.length > MOST) return false;
  const dimension = dimensions.find((one) => one === adding.dimension);
  for (let from = 0; from < subjects.length; from += STEP) {
    const step = await contributionsNow(db, recording, adding, subjects.slice(from, from + STEP));
    for (const one of step) {
      const value = (dimension && one.dimensions[dimension]) ?? "";
      const sums = adding.totals.get(value) ?? new PeriodTotals();
      adding.totals.set(value, sums);
      sums.add(one.contributions);
    }
  }
  return true;
}

/** What these go by may lie long before the window: a customer, an outage, an open case. */
const lasting: ReadonlySet<MeasureKind> = new Set([
  "retention",
  "availability",
  "duration",
  "cadence",
]);

async function subjectsInWindow(
  db: Db,
  { workspaceId }: Recording,
  { own, grids }: Adding,
): Promise<readonly string[]> {
  const begins = [...grids.values()].flatMap(({ grid }) => grid.spans.map(({ from }) => from));
  const window = { since: Math.min(...begins) as Instant, limit: MOST + 1 };
  const found = new Set<string>();
  const clocked = own.commitments.filter(isRolling);
  if (clocked[0]) {
    const { agreement } = clocked[0];
    const asked = { ...window, agreement, commitments: clocked.map(({ id }) => id) };
    for (const id of await subjectsOfClocks(db, workspaceId, asked)) found.add(id);
  }
  for (const { kind, rules } of own.measures.filter(isRolling)) {
    const since = lasting.has(rules.kind) ? EARLIEST : window.since;
    for (const id of await subjectsOfFacts(db, workspaceId, { ...window, kind, since })) {
      found.add(id);
    }
  }
  return [...found].sort();
}

async function contributionsNow(
  db: Db,
  { workspaceId, now }: Recording,
  { rulebook, grids }: Adding,
  subjects: readonly string[],
): Promise<readonly SubjectContributions[]> {
  const found = await historiesOf(db, workspaceId, { subjects });
  const decided = await correctionsOfSubjects(db, workspaceId, subjects);
  const open = await openDisputes(db, workspaceId);
  const corrections = [...decided, ...suspensionsOf(rulebook.revisions, open)];
  const at = { asOf: now, isProvisional: () => false };
  return [...Map.groupBy(found, ({ of }) => of)].map(([subject, own]) => {
    const facts = own.map(({ event }) => event).filter(({ occurredAt }) => occurredAt <= now);
    if (facts.length === 0) return { subject, dimensions: noDimensions, contributions: [] };
    const judged = judgeHistory(rulebook, foldHistory(rulebook, subject, facts), at);
    const clocks = correctClocks(judged.clocks, corrections, now);
    return contributionsOf(rulebook, grids, { ...judged, clocks });
  });
}
