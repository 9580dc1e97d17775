/** The lead-quality loop of a workspace. Docs: docs/reference/lead-quality.md. */
import type { Dimension } from "../engine/dimension.ts";
import {
  type Cohort,
  type Conversion,
  cohortsOf,
  conversionsOf,
  type OfGoals,
  type Ripening,
  ripeningOf,
} from "../engine/lead-cohort.ts";
import { type LoopRow, leadQuality, wholeLoop } from "../engine/lead-quality.ts";
import {
  type DefinitionDrift,
  definitionDrifts,
  type LeadReasons,
  leadReasons,
} from "../engine/lead-reason.ts";
import { refuse } from "../engine/problem.ts";
import { DAY, type Instant, type Span } from "../engine/time.ts";
import { isTimeZone } from "../engine/zone.ts";
import { inWorkspace } from "../store/db.ts";
import {
  type LoopLead,
  type LoopLeadsAsked,
  listLoop,
  listLoopLeads,
} from "../store/lead-quality.ts";
import { titlesOfSubjects } from "../store/subject.ts";
import { type Acting, mustBeInside } from "./acting.ts";

export type QualityAsked = {
  readonly dimension: Dimension;
  readonly span: Span;
  readonly timeZone: string;
};

/** `title`: what its value is called, where that names a subject, as campaigns do. */
export type GrownRow = LoopRow & {
  readonly title: string | null;
  readonly conversion: OfGoals<Conversion>;
};

export type LeadQuality = {
  readonly rows: readonly GrownRow[];
  readonly whole: GrownRow;
  readonly ripening: Ripening;
  readonly cohorts: readonly Cohort[];
  readonly reasons: LeadReasons;
  readonly drifts: readonly DefinitionDrift[];
};

/** How long leads take to ripen is known from at least so long before the end of the span. */
const LONGEST_RIPENING = 365 * DAY;

/**
 * What became of the leads handed over in a span, by one dimension, in cohorts, and why some came
 * back. Refused: time-zone-unknown.
 */
export async function qualityOfLeads(
  acting: Acting,
  { dimension, span, timeZone }: QualityAsked,
): Promise<LeadQuality> {
  mustBeInside(acting);
  if (!isTimeZone(timeZone)) refuse("time-zone-unknown", { zone: timeZone });
  const { database, workspaceId, now: asOf } = acting;
  const from = Math.min(span.from, span.to - LONGEST_RIPENING) as Instant;
  const { known, titles } = await inWorkspace(database, workspaceId, async (db) => {
    const known = await listLoop(db, workspaceId, { from, to: span.to });
    const values = new Set(known.flatMap(({ dimensions }) => dimensions[dimension] ?? []));
    const named = dimension === "campaign" ? [...values] : [];
    return { known, titles: await titlesOfSubjects(db, workspaceId, named) };
  });
  const ripening = ripeningOf(known);
  const entries = known.filter(({ at }) => at >= span.from);
  const byValue = Map.groupBy(entries, ({ dimensions }) => dimensions[dimension] ?? "");
  const grown = (row: LoopRow, own: typeof entries): GrownRow => ({
    ...row,
    title: titles.get(row.value) ?? null,
    conversion: conversionsOf(own, { ripening, asOf }),
  });
  const reasons = leadReasons(entries, timeZone);
  return {
    rows: leadQuality(entries, dimension).map((row) => grown(row, byValue.get(row.value) ?? [])),
    whole: grown(wholeLoop(entries), entries),
    ripening,
    cohorts: cohortsOf(entries, { timeZone, ripening, asOf }),
    reasons,
    drifts: definitionDrifts(reasons),
  };
}

export type LeadsAsked = Omit<LoopLeadsAsked, "before" | "dimension"> & {
  readonly dimension?: Dimension;
  readonly value?: string;
  readonly after?: string;
};

export type LeadsPage = { readonly leads: readonly LoopLead[]; readonly next?: string };

/** The leads behind one number of the loop. Refused: cursor-invalid. */
export async function leadsOfLoop(acting: Acting, asked: LeadsAsked): Promise<LeadsPage> {
  mustBeInside(acting);
  const { database, workspaceId } = acting;
  const { span, name, dimension, value = "", after, limit } = asked;
  const found = await inWorkspace(database, workspaceId, (db) =>
    listLoopLeads(db, workspaceId, {
      span,
      name,
      limit: limit + 1,
      ...(dimension ? { dimension: { of: dimension, value: value === "" ? null : value } } : {}),
      ...(after === undefined ? {} : { before: readPlace(after) }),
    }),
  );
  const leads = found.slice(0, limit);
  const last = found.length > limit ? leads.at(-1) : undefined;
  return { leads, ...(last ? { next: placeText(last) } : {}) };
}

function placeText({ at, subject }: LoopLead): string {
  return Buffer.from(JSON.stringify([at, subject])).toString("base64url");
}

function readPlace(cursor: string): { readonly at: Instant; readonly subject: string } {
  try {
    const [at, subject] = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const isPlace = Number.isSafeInteger(at) && Math.abs(at) < 8e15 && typeof subject === "string";
    if (isPlace && !subject.includes("\u0000")) return { at: at as Instant, subject };
  } catch {
    // Not one of ours: refused below.
  }
  return refuse("cursor-invalid");
}
