/** Attainment by period, and what the work of a commitment is like. */

import { gridsOf, type Period, periodsOf } from "../engine/period.ts";
import { clockContributions, PeriodTotals } from "../engine/period-contribution.ts";
import { refuse } from "../engine/problem.ts";
import { isTimeZone } from "../engine/zone.ts";
import { countedClocks } from "../store/clock-attainment.ts";
import {
  heatOfWork,
  spreadOfWork,
  type WorkAsked,
  type WorkCell,
  type WorkSpread,
} from "../store/clock-work.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { sayChange } from "../store/live.ts";
import { upsertPeriods } from "../store/period.ts";
import { type Acting, mustReach } from "./acting.ts";
import { rulebookOf } from "./rulebook.ts";

export type PeriodsAsked = {
  readonly agreement: string;
  readonly commitment?: string;
  readonly limit: number;
};

/** The periods of an agreement's clock commitments as judged now, the latest first. */
export async function listPeriods(acting: Acting, asked: PeriodsAsked): Promise<readonly Period[]> {
  mustReach(acting, asked.agreement);
  const { database, workspaceId } = acting;
  const periods = await inWorkspace(database, workspaceId, (db) =>
    periodsNow(db, acting, asked.agreement),
  );
  return periods
    .filter(({ commitment }) => asked.commitment === undefined || commitment === asked.commitment)
    .toSorted((a, b) => b.from - a.from)
    .slice(0, asked.limit);
}

type Recording = Pick<Acting, "workspaceId" | "now">;

async function periodsNow(
  db: Db,
  { workspaceId, now: asOf }: Recording,
  agreement: string,
): Promise<readonly Period[]> {
  const rulebook = await rulebookOf(db, workspaceId);
  if (!rulebook.revisions.some((one) => one.agreement === agreement)) {
    return refuse("thing-missing", { name: agreement });
  }
  const clocks = await countedClocks(db, workspaceId, agreement);
  const grids = gridsOf(rulebook, asOf);
  const totals = new PeriodTotals();
  totals.add(clockContributions(grids, clocks, asOf));
  return periodsOf({ rulebook, grids, totals, asOf }).filter(
    (period) => period.agreement === agreement && period.measure === "clock",
  );
}

/** Writes an agreement's periods as they stand: what the end of a period sets off. Safe to repeat. */
export async function settlePeriods(
  db: Db,
  recording: Recording,
  agreement: string,
): Promise<number> {
  const periods = await periodsNow(db, recording, agreement);
  if (periods.length === 0) return 0;
  const written = await upsertPeriods(db, recording, periods);
  const { workspaceId } = recording;
  if (written > 0) await sayChange(db, { workspaceId, kind: "periods", ids: [agreement] });
  return written;
}

export type Work = WorkSpread & { readonly cells: readonly WorkCell[] };

/** How long a commitment's clocks took over a span, and when they began. Refused: an unknown zone. */
export function commitmentWork(
  acting: Acting,
  asked: WorkAsked & { readonly timeZone: string },
): Promise<Work> {
  const { database, workspaceId } = acting;
  mustReach(acting, asked.agreement);
  if (!isTimeZone(asked.timeZone)) refuse("time-zone-unknown", { zone: asked.timeZone });
  return inWorkspace(database, workspaceId, async (db) => ({
    ...(await spreadOfWork(db, workspaceId, asked)),
    cells: await heatOfWork(db, workspaceId, asked),
  }));
}
