/** What a rule would have done over a span, without doing any of it. */
import { type Assignment, assign, type TurnMemory } from "../engine/assignment.ts";
import {
  compileRule,
  type Firing,
  firingsOf,
  type RuleDeed,
  type RuleSpec,
} from "../engine/automation.ts";
import type { Event } from "../engine/event.ts";
import { DAY, type Instant } from "../engine/time.ts";
import { inWorkspace } from "../store/db.ts";
import { historiesOf } from "../store/event.ts";
import { subjectsWith } from "../store/rule-event.ts";
import { type Acting, mustBeInside } from "./acting.ts";
import { askedBy, type Calendars, calendarsOf, candidatesOf } from "./automation-people.ts";
import { readRule } from "./automation-rule.ts";

/** One time it would have fired, and what each deed would have come to. */
export type WouldHave = {
  readonly at: Instant;
  readonly subject: string;
  readonly event: string;
  readonly deeds: readonly {
    readonly deed: string;
    readonly to?: string;
    readonly because?: Assignment["others"];
  }[];
};

/** `given`: how many pieces each would have got. `isCut`: there was more than is looked at. */
export type DryRun = {
  readonly from: Instant;
  readonly to: Instant;
  readonly fired: number;
  readonly given: Readonly<Record<string, number>>;
  readonly nobody: number;
  readonly firings: readonly WouldHave[];
  readonly isCut: boolean;
};

/** A month, where nothing else is asked. */
const SPAN = 30 * DAY;
const MOST_SUBJECTS = 20_000;
const MOST_SHOWN = 500;
const SUBJECTS_AT_ONCE = 500;

/** Refused: a rule that cannot be read. Load counts what the rule itself would have given out. */
export async function dryRun(
  acting: Acting,
  document: unknown,
  span: { readonly from?: Instant; readonly to?: Instant } = {},
): Promise<DryRun> {
  mustBeInside(acting);
  const { database, workspaceId, now } = acting;
  const spec = readRule(document);
  const to = span.to ?? now;
  const from = span.from ?? ((to - SPAN) as Instant);
  return inWorkspace(database, workspaceId, async (db) => {
    const calendars = await calendarsOf(db, workspaceId);
    const asked = { types: spec.on, from, to, limit: MOST_SUBJECTS };
    const subjects = await subjectsWith(db, workspaceId, asked);
    const firings: Firing[] = [];
    for (let next = 0; next < subjects.length; next += SUBJECTS_AT_ONCE) {
      const some = subjects.slice(next, next + SUBJECTS_AT_ONCE);
      const found = await historiesOf(db, workspaceId, { subjects: some });
      const bySubject = Map.groupBy(found, ({ of }) => of);
      firings.push(...some.flatMap((one) => firingsIn(spec, one, { from, to, found: bySubject })));
    }
    const isCut = subjects.length === MOST_SUBJECTS;
    return { from, to, isCut, ...rehearse(spec, firings, calendars) };
  });
}

function firingsIn(
  spec: RuleSpec,
  subject: string,
  among: {
    readonly from: Instant;
    readonly to: Instant;
    readonly found: ReadonlyMap<string, readonly { readonly event: Event }[]>;
  },
): readonly Firing[] {
  const events = (among.found.get(subject) ?? []).map(({ event }) => event);
  return firingsOf(compileRule(spec), subject, { events, from: among.from, to: among.to });
}

/** The firings in order, each turn taken as it would have been. */
function rehearse(
  spec: RuleSpec,
  firings: readonly Firing[],
  calendars: Calendars,
): Omit<DryRun, "from" | "to" | "isCut"> {
  const given = new Map<string, number>();
  const memories = new Map<RuleDeed, TurnMemory>();
  let nobody = 0;
  const inOrder = firings.toSorted(
    (a, b) => a.at - b.at || (a.view.subject < b.view.subject ? -1 : 1),
  );
  const would = inOrder.map(({ at, view }): WouldHave => {
    const deeds = spec.do.map((deed) => {
      if (!("assign" in deed)) return { deed: Object.keys(deed)[0] ?? "" };
      const candidates = candidatesOf(deed.assign, calendars, given);
      const asked = { by: deed.assign.by, at, ...askedBy(deed.assign, view) };
      const turn = assign(candidates, asked, memories.get(deed));
      memories.set(deed, turn.memory);
      if (turn.chosen === undefined) nobody += 1;
      else given.set(turn.chosen, (given.get(turn.chosen) ?? 0) + 1);
      const to = turn.chosen === undefined ? {} : { to: turn.chosen };
      return { deed: "assign", ...to, because: turn.others };
    });
    return { at, subject: view.subject, event: view.event.id, deeds };
  });
  const shown = would.slice(0, MOST_SHOWN);
  return { fired: would.length, given: Object.fromEntries(given), nobody, firings: shown };
}
