/** The revenue planner with rates from history. Docs: docs/reference/planner.md. */
import { isLead } from "../engine/lead-cohort.ts";
import { type LoopEntry, leadQuality } from "../engine/lead-quality.ts";
import { type Plan, type PlanSource, planRevenue } from "../engine/planner.ts";
import type { Share } from "../engine/share.ts";
import { quantile } from "../engine/statistics.ts";
import { DAY, type Instant, type Span } from "../engine/time.ts";
import { inWorkspace } from "../store/db.ts";
import { leadsBySource, listLoop } from "../store/lead-quality.ts";
import { type Acting, mustBeInside } from "./acting.ts";

/** `history`: the span whose leads the rates are taken from. */
export type PlanAsked = {
  readonly goal: string;
  readonly from: Instant;
  readonly history: Span;
  readonly reps: number;
  readonly maxLeadsPerRep: number;
  readonly sources: readonly Pick<PlanSource, "source" | "share" | "dealValue" | "cycleDays">[];
};

/**
 * What a goal takes of each source. Where no deal is told of, each SQL is an opportunity:
 * their rate is one to one, and the win rate is that of SQL. A source without history has
 * rates of nothing: no number of leads is known to be enough.
 */
export async function planFromHistory(acting: Acting, asked: PlanAsked): Promise<Plan> {
  mustBeInside(acting);
  const { database, workspaceId } = acting;
  const { entries, leads } = await inWorkspace(database, workspaceId, async (db) => ({
    entries: await listLoop(db, workspaceId, asked.history),
    leads: await leadsBySource(db, workspaceId, asked.history),
  }));
  const loop = new Map(leadQuality(entries, "source").map((row) => [row.value, row]));
  const all = new Map(leads.map((row) => [row.source, row.leads]));
  const sources = asked.sources.map((source): PlanSource => {
    const { delivered = 0, sql = 0, opportunities = 0, won = 0 } = loop.get(source.source) ?? {};
    const known = Math.max(delivered, all.get(source.source) ?? 0);
    const told = opportunities === 0 ? sql : opportunities;
    const rates = {
      opportunities: rate(won, told),
      sql: rate(told, sql),
      mql: rate(sql, delivered),
      leads: rate(delivered, known),
    };
    return { ...source, rates };
  });
  return planRevenue({ ...asked, sources });
}

/** What is known of a source. `worth` is of all its deals won, by currency. */
export type SourceHistory = {
  readonly source: string;
  readonly leads: number;
  readonly mql: number;
  readonly sql: number;
  readonly opportunities: number;
  readonly won: number;
  readonly worth: Readonly<Record<string, string>>;
  /** Half of the deals were won within so many days of the hand-over. */
  readonly cycleDays: number | null;
};

export type PlanHistory = {
  readonly sources: readonly SourceHistory[];
  /** People who were given leads of the span. */
  readonly owners: number;
};

/** What a plan can be made from: each source of a span, the one that won most first. */
export async function planHistory(acting: Acting, span: Span): Promise<PlanHistory> {
  mustBeInside(acting);
  const { database, workspaceId } = acting;
  const { entries, leads } = await inWorkspace(database, workspaceId, async (db) => ({
    entries: (await listLoop(db, workspaceId, span)).filter(isLead),
    leads: new Map((await leadsBySource(db, workspaceId, span)).map((row) => [row.source, row])),
  }));
  const bySource = Map.groupBy(entries, ({ dimensions }) => dimensions.source ?? "");
  const sources = leadQuality(entries, "source").map((row) => ({
    source: row.value,
    leads: Math.max(row.delivered, leads.get(row.value)?.leads ?? 0),
    mql: row.delivered,
    sql: row.sql,
    opportunities: row.opportunities === 0 ? row.sql : row.opportunities,
    won: row.won,
    worth: row.worth,
    cycleDays: cycleOf(bySource.get(row.value) ?? []),
  }));
  const owners = new Set(entries.flatMap(({ dimensions }) => dimensions.owner ?? []));
  return { sources: sources.sort((a, b) => b.won - a.won), owners: owners.size };
}

function cycleOf(entries: readonly LoopEntry[]): number | null {
  const lengths = entries.flatMap(({ cell }) => cell.lists?.won ?? []).sort((a, b) => a - b);
  const half = quantile(lengths, 50);
  return half === undefined ? null : Math.round(half / DAY);
}

/** Of nothing, nothing became anything; and never more than there were. */
function rate(numerator: number, denominator: number): Share {
  if (denominator === 0) return { numerator: 0, denominator: 1 };
  return { numerator: Math.min(numerator, denominator), denominator };
}
