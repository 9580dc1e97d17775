/** Attainment by period, and what the work of a commitment is like. */

import type { Period } from "../engine/period.ts";
import { refuse } from "../engine/problem.ts";
import { isTimeZone } from "../engine/zone.ts";
import {
  heatOfWork,
  spreadOfWork,
  type WorkAsked,
  type WorkCell,
  type WorkSpread,
} from "../store/clock-work.ts";
import { inWorkspace } from "../store/db.ts";
import { type Acting, mustReach } from "./acting.ts";
import { periodReport } from "./period-report.ts";

export type PeriodsAsked = {
  readonly agreement: string;
  readonly commitment?: string;
  readonly limit: number;
};

/** The periods of an agreement's commitments, the latest first; final ones as they were frozen. */
export async function listPeriods(acting: Acting, asked: PeriodsAsked): Promise<readonly Period[]> {
  const { limit, ...report } = asked;
  const rows = await periodReport(acting, report);
  return rows
    .map(({ period }) => period)
    .toSorted((a, b) => b.from - a.from)
    .slice(0, limit);
}

export type Work = WorkSpread & { readonly cells: readonly WorkCell[] };

/**
 * How long a commitment's clocks took over a span, and when they began. Refused: an unknown zone.
 */
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
