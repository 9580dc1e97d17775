/**
 * What a calendar would change before it is published: which running clocks would fall due at
 * another time, and which days would open otherwise. Judged by the rules that would then hold.
 */
import type { AgreementDocument, Language } from "../engine/agreement.ts";
import { localDate } from "../engine/calendar.ts";
import { type CalendarDay, calendarDays } from "../engine/calendar-day.ts";
import type { CalendarSpec } from "../engine/calendar-spec.ts";
import { judgeSubject } from "../engine/judge.ts";
import { plusDays } from "../engine/local-date.ts";
import { refuse } from "../engine/problem.ts";
import type { Revision } from "../engine/revision.ts";
import { compileRulebook, type Rulebook } from "../engine/rulebook.ts";
import type { Instant } from "../engine/time.ts";
import { allCalendars } from "../store/calendar.ts";
import { type ClockRow, clockId } from "../store/clock.ts";
import { listClocks } from "../store/clock-list.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { historiesOf } from "../store/event.ts";
import type { Acting } from "./acting.ts";
import { writtenIn, zoneOf } from "./calendar.ts";
import { contentHash, readOne, standingDocuments } from "./document.ts";
import { joinVersions, type Rules, rulesOf } from "./rulebook.ts";

/** `agreement`: the one that writes the calendar out; then `text` is that agreement's. */
export type WhatIfAsked = {
  readonly calendar: string;
  readonly agreement?: string;
  readonly text: string;
  readonly from?: Instant;
  readonly language: Language;
};

/** A clock that would fall due at another time; null: at none that is known. */
export type MovedClock = {
  readonly clock: ClockRow;
  readonly before: Instant | null;
  readonly after: Instant | null;
};

/** `looked`: running clocks that were judged; `isCut`: there are more than that. */
export type WhatIf = {
  readonly looked: number;
  readonly isCut: boolean;
  readonly moved: readonly MovedClock[];
  readonly days: readonly { readonly before: CalendarDay; readonly after: CalendarDay }[];
};

const MOST_CLOCKS = 2_000;
const PAGE = 500;

/** Days looked ahead from the day on which the draft would take effect. */
const DAYS_AHEAD = 366;

/** Refused: whatever publishing the text would be refused for. */
export function calendarWhatIf(acting: Acting, asked: WhatIfAsked): Promise<WhatIf> {
  const { database, workspaceId, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const before = await rulesOf(db, workspaceId);
    const after = await rulesAfter(db, acting, { ...asked, before });
    const open = await runningClocks(db, workspaceId);
    const rulebooks = [before, after].map((rules) =>
      compileRulebook(rules.agreements, rules.calendars),
    ) as [Rulebook, Rulebook];
    const moved: MovedClock[] = [];
    for (let next = 0; next < open.clocks.length; next += PAGE) {
      const some = open.clocks.slice(next, next + PAGE);
      moved.push(...(await movedOf(db, { workspaceId, now }, { clocks: some, rulebooks })));
    }
    const days = changedDays({ before, after }, asked, asked.from ?? now);
    return { looked: open.clocks.length, isCut: open.isCut, moved, days };
  });
}

type Recording = { readonly workspaceId: string; readonly now: Instant };

/** The rules as they would be once the text is published from that day on. */
async function rulesAfter(
  db: Db,
  { workspaceId, actor, now }: Acting,
  asked: WhatIfAsked & { readonly before: Rules },
): Promise<Rules> {
  const { calendar: id, text, agreement, before } = asked;
  const from = asked.from ?? now;
  const others = await standingDocuments(db, workspaceId);
  if (agreement !== undefined) {
    const { document } = readOne(text, "Agreement", { others, now });
    if (document.metadata.name !== agreement) refuse("document-needed", { kind: agreement });
    return { ...before, agreements: withRevision(before.agreements, document, from) };
  }
  const { document } = readOne(text, "Calendar", { others, now });
  if (document.metadata.name !== id) refuse("document-needed", { kind: `Calendar (${id})` });
  const rows = await allCalendars(db, workspaceId);
  const number = rows.filter((row) => row.id === id).length + 1;
  const made = { createdBy: actor, createdAt: now, contentHash: contentHash(text) };
  const calendars = joinVersions([...rows, { id, number, text, document, from, ...made }]);
  return { ...before, calendars };
}

/** Open clocks go on under it: that is how a calendar written into an agreement is published. */
function withRevision(
  agreements: readonly Revision[],
  document: AgreementDocument,
  from: Instant,
): readonly Revision[] {
  const { name } = document.metadata;
  const numbers = agreements.flatMap((one) =>
    one.document.metadata.name === name ? [one.number ?? 0] : [],
  );
  const number = Math.max(0, ...numbers) + 1;
  return [...agreements, { document, number, from, existing: "recompute" }];
}

async function runningClocks(db: Db, workspaceId: string) {
  const clocks: ClockRow[] = [];
  let after: string | undefined;
  const filter = { isOpen: true, states: ["running"], verdicts: ["open"] } as const;
  do {
    const place = after === undefined ? {} : { after };
    const page = await listClocks(db, workspaceId, { filter, limit: PAGE, ...place });
    clocks.push(...page.clocks);
    after = page.next;
  } while (after !== undefined && clocks.length < MOST_CLOCKS);
  return { clocks, isCut: after !== undefined };
}

async function movedOf(
  db: Db,
  { workspaceId, now }: Recording,
  asked: {
    readonly clocks: readonly ClockRow[];
    readonly rulebooks: readonly [Rulebook, Rulebook];
  },
): Promise<readonly MovedClock[]> {
  const subjects = [...new Set(asked.clocks.map(({ subject }) => subject))];
  const found = await historiesOf(db, workspaceId, { subjects });
  const bySubject = Map.groupBy(found, ({ of }) => of);
  const [before, after] = asked.rulebooks.map((rulebook) => {
    const judged = subjects.flatMap((subject) => {
      const events = (bySubject.get(subject) ?? []).map(({ event }) => event);
      return judgeSubject(rulebook, subject, events, { asOf: now, isProvisional: () => false });
    });
    return new Map(judged.map((clock) => [clockId(clock), clock.dueAt]));
  });
  return asked.clocks.flatMap((clock) => {
    const id = clockId(clock);
    const due = { before: before?.get(id) ?? null, after: after?.get(id) ?? null };
    return due.before === due.after ? [] : [{ clock, ...due }];
  });
}

function changedDays(
  rules: { readonly before: Rules; readonly after: Rules },
  { calendar, agreement, language }: WhatIfAsked,
  from: Instant,
): WhatIf["days"] {
  const specs = [rules.before, rules.after].map((one) => specIn(one, calendar, agreement));
  const [before, after] = specs;
  if (!after) return [];
  const day = localDate(zoneOf(after), from);
  const span = { from: day, to: plusDays(day, DAYS_AHEAD - 1) };
  const stood = before ? calendarDays(before, span, language) : [];
  return calendarDays(after, span, language).flatMap((one, index) => {
    const old = stood[index];
    return old && differs(old, one) ? [{ before: old, after: one }] : [];
  });
}

function differs(a: CalendarDay, b: CalendarDay): boolean {
  return JSON.stringify([a.open, a.openMs]) !== JSON.stringify([b.open, b.openMs]);
}

function specIn(
  { agreements, calendars }: Rules,
  calendar: string,
  agreement: string | undefined,
): CalendarSpec | undefined {
  if (agreement !== undefined) return writtenIn(agreements, agreement, calendar);
  return calendars.find(({ metadata }) => metadata.name === calendar)?.spec;
}
