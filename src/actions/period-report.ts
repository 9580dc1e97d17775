/**
 * Reports of periods: whole, or by a dimension, from sums that are kept.
 * Docs: docs/reference/period.md.
 */
import type { Dimension } from "../engine/dimension.ts";
import { holdPeriods } from "../engine/dispute-claim.ts";
import { type Period, periodsOf } from "../engine/period.ts";
import { type Grids, keyOf, PeriodTotals } from "../engine/period-contribution.ts";
import type { PeriodGrid } from "../engine/period-grid.ts";
import { refuse } from "../engine/problem.ts";
import type { Rulebook } from "../engine/rulebook.ts";
import { EARLIEST, type Instant, LATEST, type Span } from "../engine/time.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { openDisputes } from "../store/dispute.ts";
import { firstFactAt } from "../store/first-fact.ts";
import { listPeriods as listStored } from "../store/period.ts";
import { WHOLE } from "../store/period-cell.ts";
import { type EnteredCorrection, listEntries } from "../store/period-correction.ts";
import { type Acting, mustReach } from "./acting.ts";
import { countingGrids } from "./period-grids.ts";
import { addRolling, rollingGrids } from "./period-rolling.ts";
import { totalsOf } from "./period-totals.ts";
import { rulebookOf } from "./rulebook.ts";

/**
 * `span`: the periods that begin in it; all where nothing is said. `isRecord`: those alone that
 * have a place in the record; a window that ends now has none.
 */
export type ReportAsked = {
  readonly agreement: string;
  readonly commitment?: string;
  readonly dimension?: Dimension;
  readonly span?: Span;
  readonly isRecord?: boolean;
};

/** `value` is the dimension's; "" of the whole, and where it is not known. */
export type ReportRow = { readonly value: string; readonly period: Period };

type Recording = Pick<Acting, "workspaceId" | "now">;

/** Refused: an agreement that is not there, or not within reach. */
export async function periodReport(
  acting: Acting,
  asked: ReportAsked,
): Promise<readonly ReportRow[]> {
  mustReach(acting, asked.agreement);
  return inWorkspace(acting.database, acting.workspaceId, async (db) => {
    const rows = await reportNow(db, acting, asked);
    if (!asked.dimension) return asFrozen(db, acting, { asked, rows });
    return ofOwnCustomers(acting, asked.dimension, rows);
  });
}

/** Who is limited to some customers sees the parts of those, and no other way to cut the whole. */
function ofOwnCustomers(
  { customers }: Acting,
  dimension: Dimension,
  rows: readonly ReportRow[],
): readonly ReportRow[] {
  if (!customers) return rows;
  return dimension === "customer" ? rows.filter(({ value }) => customers.includes(value)) : [];
}

/** A final period is told as it was when it became final; what was found later stands beside it. */
async function asFrozen(
  db: Db,
  { workspaceId }: Recording,
  { asked, rows }: { readonly asked: ReportAsked; readonly rows: readonly ReportRow[] },
): Promise<readonly ReportRow[]> {
  const { agreement } = asked;
  const finals = await finalPeriods(db, workspaceId, agreement);
  const byName = new Map(finals.map((period) => [nameOf(period), period]));
  return rows.map(({ value, period }) => ({ value, period: byName.get(nameOf(period)) ?? period }));
}

function nameOf({ commitment, from }: Period): string {
  return `${commitment}@${from}`;
}

/** Periods of one agreement that are kept at most: ten years of weeks of twenty commitments. */
const MOST_STORED = 10_600;

/** The periods of an agreement that are final, as they were frozen. */
export async function finalPeriods(
  db: Db,
  workspaceId: string,
  agreement: string,
): Promise<readonly Period[]> {
  const span = { from: EARLIEST, to: LATEST };
  const stored = await listStored(db, workspaceId, { agreement, ...span, limit: MOST_STORED });
  return stored.filter(({ status }) => status === "final");
}

/** The same inside a transaction, as judged now, from the first fact on. */
export async function reportNow(
  db: Db,
  { workspaceId, now }: Recording,
  asked: ReportAsked,
): Promise<readonly ReportRow[]> {
  const rulebook = await rulebookOf(db, workspaceId);
  const { agreement, commitment, dimension = WHOLE, span } = asked;
  const own = ownOf(rulebook, asked);
  const fixed = trimmed(ownGrids(rulebook, own, now), own, span);
  const windows: Grids = asked.isRecord ? new Map() : rollingGrids(own, now);
  const [from, to] = reachOf(fixed);
  const cells = { agreement, dimension, from, to, ...(commitment ? { commitment } : {}) };
  const totals = new Map(await totalsOf(db, workspaceId, cells));
  if (dimension === WHOLE && !totals.has("")) totals.set("", new PeriodTotals());
  const rolling = { rulebook, own, grids: trimmed(windows, own, span), dimension, totals };
  const isWhole = await addRolling(db, { workspaceId, now }, rolling);
  const grids = new Map([...fixed, ...(isWhole ? rolling.grids : [])]);
  const first = Math.min(now, (await firstFactAt(db, workspaceId)) ?? now);
  const open = await openDisputes(db, workspaceId);
  return [...totals].flatMap(([value, sums]) =>
    holdPeriods(periodsOf({ rulebook: own, grids, totals: sums, asOf: now }), open)
      .filter(({ to }) => to > first)
      .filter((period) => dimension === WHOLE || hasCases(period))
      .map((period) => ({ value, period })),
  );
}

/** The rulebook with one agreement's commitments alone, or one of them. */
function ownOf(rulebook: Rulebook, { agreement, commitment }: ReportAsked): Rulebook {
  const isOwn = (one: { readonly agreement: string; readonly id: string }): boolean =>
    one.agreement === agreement && (commitment === undefined || one.id === commitment);
  if (!rulebook.revisions.some((one) => one.agreement === agreement)) {
    refuse("thing-missing", { name: agreement });
  }
  return {
    ...rulebook,
    commitments: rulebook.commitments.filter(isOwn),
    measures: rulebook.measures.filter(isOwn),
  };
}

/** The kept grids of the agreement's commitments; a rolling one has none. */
function ownGrids(rulebook: Rulebook, own: Rulebook, now: Instant): Grids {
  const { now: kept } = countingGrids(rulebook, now);
  const keys = [...own.commitments, ...own.measures].map((one) => keyOf(one.agreement, one.id));
  return new Map([...kept].filter(([key]) => keys.includes(key)));
}

type Told = Rulebook["commitments"][number] | Rulebook["measures"][number];

/** Grids with the spans that begin in `span` alone, and all before them where they are compared. */
function trimmed(grids: Grids, own: Rulebook, span: Span | undefined): Grids {
  if (!span) return grids;
  const all: readonly Told[] = [...own.commitments, ...own.measures];
  const compared = new Set(
    all
      .filter(({ spec }) => spec.objective?.versus !== undefined)
      .map((one) => keyOf(one.agreement, one.id)),
  );
  return new Map(
    [...grids].map(([key, told]) => [
      key,
      { ...told, grid: trimGrid(told.grid, span, compared.has(key)) },
    ]),
  );
}

function trimGrid(
  { spans, first }: PeriodGrid,
  { from, to }: Span,
  isCompared: boolean,
): PeriodGrid {
  const begin = spans.findIndex((one, index) => index >= first && one.from >= from);
  if (begin < 0) return { spans: [], first: 0 };
  const end = spans.findLastIndex((one) => one.from < to) + 1;
  return isCompared
    ? { spans: spans.slice(0, end), first: begin }
    : { spans: spans.slice(begin, end), first: 0 };
}

function reachOf(grids: Grids): readonly [from: Instant, to: Instant] {
  const spans = [...grids.values()].flatMap(({ grid }) => grid.spans);
  if (spans.length === 0) return [EARLIEST, EARLIEST];
  const from = Math.min(...spans.map((one) => one.from));
  return [from as Instant, (Math.max(...spans.map((one) => one.from)) + 1) as Instant];
}

function hasCases({ met, breached, excused, openNotDue, value }: Period): boolean {
  return value !== null || met + breached + excused + openNotDue > 0;
}

/** Entries of one agreement that are shown at most. */
const MOST_ENTRIES = 1_000;

/** What was found later of final periods: entries of the period in which it was found. */
export async function periodCorrections(
  acting: Acting,
  asked: { readonly agreement: string },
): Promise<readonly EnteredCorrection[]> {
  mustReach(acting, asked.agreement);
  const { database, workspaceId } = acting;
  const entries = await inWorkspace(database, workspaceId, (db) =>
    listEntries(db, workspaceId, { ...asked, limit: MOST_ENTRIES }),
  );
  // Which facts came late tells whose they were.
  return acting.customers ? entries.map((entry) => ({ ...entry, lateFacts: [] })) : entries;
}
