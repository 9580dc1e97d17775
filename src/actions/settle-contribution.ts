/**
 * What settled subjects contribute to periods, written as a difference of old and new.
 * Docs: docs/internals/periods.md.
 */
import { type Correction, correctClocks } from "../engine/correction.ts";
import { dimensions, noDimensions } from "../engine/dimension.ts";
import { suspensionsOf } from "../engine/dispute-claim.ts";
import { canonicalText } from "../engine/ledger-chain.ts";
import { type Cell, CellSum } from "../engine/measure-cell.ts";
import {
  type Contribution,
  contributionsOf,
  type SubjectContributions,
} from "../engine/period-contribution.ts";
import type { Rulebook } from "../engine/rulebook.ts";
import type { Instant } from "../engine/time.ts";
import {
  type ContributionRow,
  contributionsOfSubjects,
  saveContributions,
} from "../store/contribution.ts";
import { correctionsOfSubjects } from "../store/correction.ts";
import type { Db } from "../store/db.ts";
import { openDisputes } from "../store/dispute.ts";
import type { EventKey } from "../store/event.ts";
import {
  appendDeltas,
  type PeriodDelta,
  type PeriodKey,
  type Shift,
  WHOLE,
} from "../store/period-cell.ts";
import { countingGrids } from "./period-grids.ts";
import { planPeriods } from "./period-timer.ts";
import type { JudgedRow, Settling } from "./settling.ts";

/** Writes what the subjects contribute now, and what that changes of periods. */
export async function writeContributions(
  db: Db,
  settling: Settling,
  { rulebook, judged }: { readonly rulebook: Rulebook; readonly judged: readonly JudgedRow[] },
): Promise<void> {
  const subjects = judged.map(({ row }) => row.id);
  const before = await contributionsOfSubjects(db, settling.workspaceId, subjects);
  const known = new Map(before.map((row) => [row.subject, row]));
  const corrections = await correctionsNow(db, settling, { rulebook, subjects });
  const book = new DeltaBook();
  const changed = judged.flatMap((one) => {
    const was = known.get(one.row.id);
    const now = countSubject({ rulebook, corrections, now: settling.now }, one);
    const isSame = was ? textOf(was) === textOf(now) : now.contributions.length === 0;
    if (!isSame) book.note(was, now, settling.causes?.get(one.row.id));
    return !isSame || now.isMoving || was?.isMoving ? [now] : [];
  });
  if (changed.length > 0) await saveContributions(db, settling, changed);
  const deltas = book.deltas();
  if (deltas.length === 0) return;
  await appendDeltas(db, settling.workspaceId, deltas);
  await planPeriods(db, settling, [...new Set(deltas.map(({ agreement }) => agreement))]);
}

/** What was decided about the subjects, and what is suspended while a dispute is open. */
async function correctionsNow(
  db: Db,
  { workspaceId }: Settling,
  { rulebook, subjects }: { readonly rulebook: Rulebook; readonly subjects: readonly string[] },
): Promise<readonly Correction[]> {
  const decided = await correctionsOfSubjects(db, workspaceId, subjects);
  const open = await openDisputes(db, workspaceId);
  return open.length === 0 ? decided : [...decided, ...suspensionsOf(rulebook.revisions, open)];
}

type Counting = {
  readonly rulebook: Rulebook;
  readonly corrections: readonly Correction[];
  readonly now: Instant;
};

function countSubject(
  { rulebook, corrections, now }: Counting,
  { row, standing }: JudgedRow,
): ContributionRow {
  const grids = countingGrids(rulebook, now);
  const { folded } = standing;
  const measured = standing.clocks.map(({ judged }) => judged);
  const clocks = correctClocks(measured, corrections, now);
  const subject = { subject: row.id, folded, clocks, asOf: now };
  const own = contributionsOf(rulebook, grids.now, subject);
  const later = contributionsOf(rulebook, grids.later, { ...subject, asOf: grids.horizon });
  return { ...own, isMoving: textOf(own) !== textOf(later) };
}

function textOf({ dimensions: own, contributions }: SubjectContributions): string {
  return canonicalText([own, contributions]);
}

/** Causes of one period's difference that are worth naming. */
const MOST_CAUSES = 20;

type Sums = { readonly added: CellSum; readonly taken: CellSum };

/** Differences of a batch, added up by period, dimension and value. */
class DeltaBook {
  private readonly shifts = new Map<string, Map<string, Sums>>();
  private readonly causes = new Map<string, EventKey[]>();

  note(
    was: SubjectContributions | undefined,
    now: SubjectContributions,
    cause: EventKey | undefined,
  ): void {
    const isElsewhere = canonicalText(was?.dimensions ?? {}) !== canonicalText(now.dimensions);
    const kept = isElsewhere ? new Set<string>() : commonTo(was?.contributions ?? [], now);
    const deeds = [
      ...(was ? [{ of: was, into: "taken" as const }] : []),
      { of: now, into: "added" as const },
    ];
    for (const { of, into } of deeds) {
      for (const one of of.contributions) {
        if (kept.has(canonicalText(one))) continue;
        this.shift(one, of, into);
        this.blame(periodText(one), cause);
      }
    }
  }

  deltas(): readonly PeriodDelta[] {
    return [...this.shifts].flatMap(([period, values]): readonly PeriodDelta[] => {
      const { agreement, commitment, from } = JSON.parse(period) as PeriodKey;
      const shifts = [...values].flatMap(([name, { added, taken }]): readonly Shift[] => {
        const [dimension, value] = JSON.parse(name) as [string, string];
        const shift = { dimension, value, added: added.cell(), taken: taken.cell() };
        return canonicalText(shift.added) === canonicalText(shift.taken) ? [] : [shift];
      });
      const causes = this.causes.get(period) ?? [];
      return shifts.length === 0 ? [] : [{ agreement, commitment, from, shifts, causes }];
    });
  }

  private shift(
    one: Contribution,
    { dimensions: own = noDimensions }: SubjectContributions,
    into: keyof Sums,
  ): void {
    const period = periodText(one);
    const values = this.shifts.get(period) ?? new Map<string, Sums>();
    this.shifts.set(period, values);
    addTo(values, [WHOLE, ""], one.cell, into);
    for (const dimension of dimensions) {
      addTo(values, [dimension, own[dimension] ?? ""], one.cell, into);
    }
  }

  private blame(period: string, cause: EventKey | undefined): void {
    const known = this.causes.get(period) ?? [];
    const isKnown = known.some(({ source, id }) => source === cause?.source && id === cause.id);
    if (cause && !isKnown && known.length < MOST_CAUSES) {
      this.causes.set(period, [...known, cause]);
    }
  }
}

function addTo(
  values: Map<string, Sums>,
  name: readonly [dimension: string, value: string],
  cell: Cell,
  into: keyof Sums,
): void {
  const key = JSON.stringify(name);
  const sums = values.get(key) ?? { added: new CellSum(), taken: new CellSum() };
  values.set(key, sums);
  sums[into].add(cell);
}

/** Contributions that stay as they are; each stands once, or is told apart by its cell. */
function commonTo(was: readonly Contribution[], now: SubjectContributions): Set<string> {
  const count = (list: readonly Contribution[]) => Map.groupBy(list, (one) => canonicalText(one));
  const [old, fresh] = [count(was), count(now.contributions)];
  const isKept = ([text, own]: readonly [string, readonly Contribution[]]) =>
    old.get(text)?.length === own.length;
  return new Set([...fresh].filter(isKept).map(([text]) => text));
}

function periodText({ commitment: key, from }: Contribution): string {
  const [agreement, commitment] = key.split("#");
  return JSON.stringify({ agreement, commitment, from });
}
