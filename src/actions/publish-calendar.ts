/**
 * A calendar's next version: an edit takes effect from a day on and never reaches back before it.
 */
import type { Problem } from "../engine/problem.ts";
import { refuse } from "../engine/problem.ts";
import { compileRulebook } from "../engine/rulebook.ts";
import type { Instant } from "../engine/time.ts";
import { appendAudit } from "../store/audit.ts";
import { allCalendars, type CalendarRow, insertCalendar } from "../store/calendar.ts";
import { inWorkspace } from "../store/db.ts";
import { sayChange } from "../store/live.ts";
import { takeRules } from "../store/rules-version.ts";
import type { Acting } from "./acting.ts";
import { contentHash, readOne, standingDocuments } from "./document.ts";
import { allKinds, planResettle } from "./resettle.ts";
import { joinVersions, rulesOf } from "./rulebook.ts";

export type CalendarPublication = {
  readonly calendar: string;
  readonly text: string;
  readonly from?: Instant;
};

export type PublishedCalendar = {
  readonly calendar: CalendarRow;
  readonly problems: readonly Problem[];
};

/**
 * Refused: a text with errors, of another name, or that an agreement in force could not be judged
 * by.
 */
export function publishCalendar(
  acting: Acting,
  publication: CalendarPublication,
): Promise<PublishedCalendar> {
  const { database, workspaceId, actor, now } = acting;
  const { calendar: id, text } = publication;
  return inWorkspace(database, workspaceId, async (db) => {
    await takeRules(db, workspaceId);
    const others = await standingDocuments(db, workspaceId);
    const { document, problems } = readOne(text, "Calendar", { others, now });
    if (document.metadata.name !== id) refuse("document-needed", { kind: `Calendar (${id})` });
    const rows = await allCalendars(db, workspaceId);
    const calendar: CalendarRow = {
      id,
      number: rows.filter((row) => row.id === id).length + 1,
      text,
      document,
      contentHash: contentHash(text),
      from: publication.from ?? now,
      createdBy: actor,
      createdAt: now,
    };
    const { agreements } = await rulesOf(db, workspaceId);
    compileRulebook(agreements, joinVersions([...rows, calendar]));
    const isFirst = await insertCalendar(db, workspaceId, calendar);
    if (!isFirst) refuse("version-stale", { name: id });
    await planResettle(db, { workspaceId, now }, allKinds);
    await sayChange(db, { workspaceId, kind: "calendars", ids: [id] });
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: "calendar.published",
      target: `calendar/${id}`,
      facts: { number: calendar.number, from: calendar.from, contentHash: calendar.contentHash },
    });
    return { calendar, problems };
  });
}
