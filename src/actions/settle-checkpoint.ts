/**
 * Where the judging of a subject begins: at its first fact, or at a checkpoint of its history.
 * Docs: docs/internals/settling.md#long-histories.
 */
import { type Past, readCheckpoint, writeCheckpoint } from "../engine/checkpoint.ts";
import type { Clock } from "../engine/clock.ts";
import type { Event } from "../engine/event.ts";
import { beginHistory, closeHistory, goOn } from "../engine/history.ts";
import { standingOf } from "../engine/standing.ts";
import { HOUR, type Instant } from "../engine/time.ts";
import type { Db } from "../store/db.ts";
import { type HistoryEvent, historiesOf } from "../store/event.ts";
import type { SubjectRow } from "../store/subject.ts";
import type { RulesInForce } from "./rulebook.ts";
import { handedIn } from "./settle-handoff.ts";
import type { JudgedRow, Settling, Spacing } from "./settling.ts";

/**
 * Two hundred facts are judged in less time than a checkpoint is written in. The facts that stay
 * after it are those that a late one may come among.
 */
const common: Spacing = { open: 100, most: 1_000, step: 200 };

/** What is known of a subject from before a checkpoint, and its events since; ahead of now too. */
export type Beginning = {
  readonly row: SubjectRow;
  readonly past: Past | undefined;
  readonly events: readonly Event[];
};

type Read = {
  readonly rows: readonly SubjectRow[];
  readonly rules: RulesInForce;
  readonly found: readonly HistoryEvent[];
};

/**
 * Where each subject's judging begins. `found` goes on from the checkpoints of `rows`; where one is
 * of no use, the whole history is read.
 */
export async function beginningsOf(
  db: Db,
  settling: Settling,
  { rows, rules, found }: Read,
): Promise<readonly Beginning[]> {
  const begun = rows.map((row) => ({ row, past: pastOf(row, rules, settling) }));
  const stale = begun.filter(({ row, past }) => row.checkpoint && !past).map(({ row }) => row.id);
  const events = Map.groupBy(found, ({ of }) => of);
  if (stale.length > 0) {
    const whole = await historiesOf(db, settling.workspaceId, { subjects: stale });
    for (const [id, own] of Map.groupBy(whole, ({ of }) => of)) events.set(id, own);
  }
  return begun.map(({ row, past }) => {
    return { row, past, events: (events.get(row.id) ?? []).map(({ event }) => event) };
  });
}

/** Undefined: there is no checkpoint, or a fact lies behind it, or it ahead of now. */
function pastOf(
  { id, checkpoint }: SubjectRow,
  { rulebook, version }: RulesInForce,
  { now, since }: Settling,
): Past | undefined {
  if (!checkpoint || checkpoint.at > now) return undefined;
  if ((since?.get(id) ?? checkpoint.at) < checkpoint.at) return undefined;
  return readCheckpoint(rulebook, checkpoint.state, underOf(version));
}

/** Days begin where the zones of this machine say, so they belong to the rules. */
function underOf(version: string): string {
  return `${version} ${process.versions.tz ?? ""}`;
}

type Judging = {
  readonly rules: RulesInForce;
  readonly isProvisional: (clock: Clock) => boolean;
};

/** One subject judged as of now; a long history is cut where a checkpoint is due. */
export function judgeRow(
  settling: Settling,
  { rules, isProvisional }: Judging,
  { row, past: known, events }: Beginning,
): JudgedRow {
  const { now } = settling;
  const { rulebook } = rules;
  const all = events.filter(({ occurredAt }) => occurredAt <= now);
  const since = settling.since?.get(row.id);
  const late = since !== undefined && since < (row.lastAt ?? since) ? since : undefined;
  const at = placeIn(all, settling.spacing ?? common, late);
  const cut = at === undefined ? 0 : firstFrom(all, at);
  const before = { row, past: known, facts: all.slice(0, cut) };
  const past = cut === 0 ? known : pastUntil(rules, before);
  const facts = cut === 0 ? all : all.slice(cut);
  const history = goOn(rulebook, past?.history ?? beginHistory(rulebook, row.id), facts);
  const standing = standingOf(rulebook, history, { asOf: now, isProvisional });
  const nextFactAt = events.find(({ occurredAt }) => occurredAt > now)?.occurredAt;
  const checkpoint = checkpointOf(rules, { row, past, at });
  return { row, past, facts, checkpoint, nextFactAt, standing };
}

/**
 * Where a checkpoint is due, if one is. It stays before `late`, a fact that came after later ones,
 * as far as may be: what was late once is late again.
 */
function placeIn(
  facts: readonly Event[],
  { open, most, step }: Spacing,
  late: Instant | undefined,
): Instant | undefined {
  const last = facts.at(-1)?.occurredAt;
  if (last === undefined || facts.length < open + step) return undefined;
  const reach = Math.min(last - HOUR, late ?? last);
  const furthest = Math.max(0, facts.length - most);
  let from = facts.length - open;
  while (from > furthest && (facts[from - 1] as Event).occurredAt >= reach) from -= 1;
  const at = facts[from]?.occurredAt;
  return at !== undefined && firstFrom(facts, at) >= step ? at : undefined;
}

/** How many facts lie before an instant. */
function firstFrom(facts: readonly Event[], at: Instant): number {
  return facts.findLastIndex(({ occurredAt }) => occurredAt < at) + 1;
}

type Known = Pick<JudgedRow, "row" | "past">;

/** The past with more facts, all of them before the instant where it ends. */
function pastUntil(
  { rulebook }: RulesInForce,
  { row, past, facts }: Known & { readonly facts: readonly Event[] },
): Past {
  const begun = past?.history ?? beginHistory(rulebook, row.id);
  return {
    history: closeHistory(rulebook, goOn(rulebook, begun, facts)),
    events: (past?.events ?? 0) + facts.length,
    firstAt: past?.firstAt ?? (facts[0] as Event).occurredAt,
    handed: handedIn(row.id, facts, past),
  };
}

function checkpointOf(
  { rulebook, version }: RulesInForce,
  { row, past, at }: Known & { readonly at: Instant | undefined },
): JudgedRow["checkpoint"] {
  if (past && at !== undefined) {
    const state = writeCheckpoint(rulebook, past, underOf(version));
    if (state) return { is: { at, state } };
  }
  return row.checkpoint && (at !== undefined || !past) ? { is: undefined } : undefined;
}
