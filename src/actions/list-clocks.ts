/** Lists of clocks and the counters above them: what the page of today shows. */
import { localDate, startOfLocalDay } from "../engine/calendar.ts";
import { plusDays } from "../engine/local-date.ts";
import type { Instant } from "../engine/time.ts";
import { type ClockGrouping, countAndGroupOpen } from "../store/clock-count.ts";
import {
  type ClockFilter,
  type ClockPage,
  type ClockSort,
  listClocks,
} from "../store/clock-list.ts";
import { inWorkspace } from "../store/db.ts";
import { findWorkspace } from "../store/workspace.ts";
import { type Acting, withinReach } from "./acting.ts";

export type ClocksAsked = {
  readonly filter: ClockFilter;
  readonly sort: ClockSort;
  readonly after?: string;
  readonly limit: number;
};

/** A page of the clocks within reach; a counterparty learns nothing of what they are worth. */
export async function clocksPage(acting: Acting, asked: ClocksAsked): Promise<ClockPage> {
  const { database, workspaceId } = acting;
  const filter = reaching(acting, asked.filter);
  const isInside = acting.agreements === undefined;
  const sort = asked.sort === "worth" && !isInside ? "due" : asked.sort;
  const page = await inWorkspace(database, workspaceId, (db) =>
    listClocks(db, workspaceId, { ...asked, sort, filter }),
  );
  return isInside
    ? page
    : { ...page, clocks: page.clocks.map((clock) => ({ ...clock, worth: null })) };
}

/** Groups shown of a list; a longer tail is for the list itself. */
const MOST_GROUPS = 200;

export type Today = Awaited<ReturnType<typeof countAndGroupOpen>>;

/** The counters of today, in the workspace's own day. */
export function today(
  acting: Acting,
  asked: { readonly filter: ClockFilter; readonly by: ClockGrouping },
): Promise<Today> {
  const { database, workspaceId, now } = acting;
  const filter = reaching(acting, asked.filter);
  return inWorkspace(database, workspaceId, async (db) => {
    const workspace = await findWorkspace(db, workspaceId);
    const dayEnds = endOfDay(workspace?.timeZone ?? "UTC", now);
    const counting = { filter, dayEnds, by: asked.by, limit: MOST_GROUPS };
    return countAndGroupOpen(db, workspaceId, counting);
  });
}

function reaching(acting: Acting, filter: ClockFilter): ClockFilter {
  const { customers } = acting;
  const agreements = withinReach(acting, filter.agreements);
  return {
    ...filter,
    ...(agreements === undefined ? {} : { agreements }),
    ...(customers === undefined ? {} : { customers }),
  };
}

function endOfDay(timeZone: string, now: Instant): Instant {
  return startOfLocalDay(timeZone, plusDays(localDate(timeZone, now), 1));
}
