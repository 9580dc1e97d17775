/** The revenue planner with rates from history. Docs: docs/reference/planner.md. */
import { leadQuality } from "../engine/lead-quality.ts";
import { type Plan, type PlanSource, planRevenue } from "../engine/planner.ts";
import type { Share } from "../engine/share.ts";
import type { Instant, Span } from "../engine/time.ts";
import { inWorkspace } from "../store/db.ts";
import { leadsBySource, listLoop } from "../store/lead-quality.ts";
import type { Acting } from "./acting.ts";
import { mustBeInside } from "./lead-quality.ts";

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
 * What a goal takes of each source. Where no opportunity is told apart from an SQL, each SQL is
 * one: their rate is one to one, and the win rate is that of SQL. A source without history has
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
    const { delivered = 0, sql = 0, won = 0 } = loop.get(source.source) ?? {};
    const known = Math.max(delivered, all.get(source.source) ?? 0);
    const rates = {
      opportunities: rate(won, sql),
      sql: rate(sql, sql),
      mql: rate(sql, delivered),
      leads: rate(delivered, known),
    };
    return { ...source, rates };
  });
  return planRevenue({ ...asked, sources });
}

/** Of nothing, nothing became anything; and never more than there were. */
function rate(numerator: number, denominator: number): Share {
  if (denominator === 0) return { numerator: 0, denominator: 1 };
  return { numerator: Math.min(numerator, denominator), denominator };
}
