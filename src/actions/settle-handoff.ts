/** What settled subjects handed over, and what they add to the lead-quality loop. */

import type { Past } from "../engine/checkpoint.ts";
import type { View } from "../engine/condition.ts";
import { dimensionsOf } from "../engine/dimension.ts";
import { type Event, subjectKind } from "../engine/event.ts";
import { handoffsOf, handoffTypes } from "../engine/handoff.ts";
import { type LoopEntry, loopEntryOf, loopTypes, spendEntryOf } from "../engine/lead-quality.ts";
import { customerOf } from "../engine/level.ts";
import type { RevisionInForce } from "../engine/revision.ts";
import type { Rulebook } from "../engine/rulebook.ts";
import { viewsOf } from "../engine/subject-view.ts";
import type { Db } from "../store/db.ts";
import { type HandoffRow, saveHandoffs } from "../store/handoff.ts";
import { type LoopEntries, saveLoop } from "../store/lead-quality.ts";
import type { JudgedRow, Settling } from "./settling.ts";

const handedOver: ReadonlySet<string> = new Set(["lead.handedOff", "handoff.submitted"]);
const looped: ReadonlySet<string> = new Set(["lead.handedOff", "campaign.spent"]);

/** Writes the submissions of the subjects that have any, and what became of their leads. */
export async function writeHandoffs(
  db: Db,
  settling: Settling,
  { rulebook, judged }: { readonly rulebook: Rulebook; readonly judged: readonly JudgedRow[] },
): Promise<void> {
  const told = judged.filter(({ past, facts }) => past?.handed.length || facts.some(isTold));
  if (told.length === 0) return;
  const views = told.map(({ row, past, facts }) => ({
    subject: row.id,
    views: handedViews(row.id, facts, past),
  }));
  const rows = views.flatMap((one) => rowsOf(rulebook, one.views));
  if (rows.length > 0) await saveHandoffs(db, settling, rows);
  const loop = views.flatMap((one) => entriesOf(one.subject, one.views));
  if (loop.length > 0) await saveLoop(db, settling.workspaceId, loop);
}

const kept: ReadonlySet<string> = new Set([...handoffTypes, ...loopTypes]);

/**
 * Views of what told of hand-offs in the past, none where nothing was handed over, and of facts.
 */
function handedViews(
  subject: string,
  facts: readonly Event[],
  past: Past | undefined,
): readonly View[] {
  const fresh = viewsOf(subject, facts, past?.history.settled.subject);
  return past ? [...past.handed, ...fresh] : fresh;
}

/** What of a subject's facts its hand-offs can be told from later, without the others. */
export function handedIn(
  subject: string,
  facts: readonly Event[],
  past: Past | undefined,
): readonly View[] {
  if (!past?.handed.length && !facts.some(isTold)) return [];
  return handedViews(subject, facts, past).filter(({ event }) => kept.has(event.type));
}

function isTold({ type }: { readonly type: string }): boolean {
  return handedOver.has(type) || looped.has(type);
}

function rowsOf(rulebook: Rulebook, views: readonly View[]): readonly HandoffRow[] {
  const last = views.at(-1);
  if (!last) return [];
  const { source, campaign, owner } = dimensionsOf(last);
  return agreed(rulebook, last).flatMap((revision) =>
    handoffsOf(revision.spec, rulebook.hoursOf(revision), views).map((handoff) => ({
      agreement: revision.agreement,
      source,
      campaign,
      owner,
      handoff,
    })),
  );
}

/** The latest texts that agree on hand-offs of this customer's subjects. */
function agreed({ revisions }: Rulebook, last: View): readonly RevisionInForce[] {
  const latest = new Map(revisions.map((one) => [one.agreement, one]));
  const customer = customerOf(last);
  return [...latest.values()].filter(({ spec }) => {
    const customers = spec.appliesTo?.customers;
    const isOther = Array.isArray(customers) && !customers.includes(customer ?? "");
    return (spec.handoffs ?? []).length > 0 && !isOther;
  });
}

function entriesOf(subject: string, views: readonly View[]): readonly LoopEntries[] {
  if (subjectKind(subject) === "campaign") {
    return [{ subject, entries: distinct(views.flatMap((view) => spendEntryOf(view) ?? [])) }];
  }
  if (subjectKind(subject) !== "lead") return [];
  const entry = loopEntryOf(views);
  return [{ subject, entries: entry ? [entry] : [] }];
}

/** Two spends of one instant are one row: the later is told. */
function distinct(entries: readonly LoopEntry[]): readonly LoopEntry[] {
  return [...new Map(entries.map((entry) => [entry.at, entry])).values()];
}
