/** Whether the offices are open: what the head of today says. */

import { DAY, type Instant } from "../engine/time.ts";
import { isOpen, nextOpen, openSpans, type Timetable } from "../engine/timetable.ts";
import { inWorkspace } from "../store/db.ts";
import { type Acting, withinReach } from "./acting.ts";
import { rulebookOf } from "./rulebook.ts";

export type OpenHours = {
  readonly agreement: string;
  readonly calendar: string;
  readonly timeZone: string;
  readonly isOpen: boolean;
  readonly changesAt: Instant | null;
};

/** What stays as it is for longer than this is said not to change. */
const AHEAD = 366 * DAY;

/** The main calendar of each agreement whose text is in force now. */
export async function openHours(acting: Acting): Promise<readonly OpenHours[]> {
  const { database, workspaceId, now } = acting;
  const { revisions, hoursOf } = await inWorkspace(database, workspaceId, (db) =>
    rulebookOf(db, workspaceId),
  );
  const inForce = revisions.filter(({ from, until }) => from <= now && now < until);
  const latest = new Map(inForce.map((revision) => [revision.agreement, revision]));
  const within = withinReach(acting, [...latest.keys()]) ?? [];
  return [...latest.values()]
    .filter(({ agreement }) => within.includes(agreement))
    .map((revision) => {
      const { name, timetable } = hoursOf(revision);
      return { agreement: revision.agreement, calendar: name, ...stateOf(timetable, now) };
    });
}

function stateOf(timetable: Timetable, now: Instant) {
  const { timeZone } = timetable;
  if (!isOpen(timetable, now)) {
    return { timeZone, isOpen: false, changesAt: nextOpen(timetable, now) ?? null };
  }
  const to = (now + AHEAD) as Instant;
  const [span] = openSpans(timetable, { from: now, to });
  const closes = span && span.to < to ? span.to : null;
  return { timeZone, isOpen: true, changesAt: closes };
}
