/** The rules of a workspace, compiled once and kept while nothing is published. */
import type { CalendarDocument } from "../engine/agreement.ts";
import { localDate } from "../engine/calendar.ts";
import type { CalendarSpec, CalendarVersionSpec, HoursSpec } from "../engine/calendar-spec.ts";
import { withExclusions } from "../engine/correction.ts";
import { planAgreement } from "../engine/plan.ts";
import { type Revision, revisionsInForce } from "../engine/revision.ts";
import { compileRulebook, type Rulebook } from "../engine/rulebook.ts";
import { LATEST } from "../engine/time.ts";
import { allRevisions } from "../store/agreement.ts";
import { allCalendars, type CalendarRow } from "../store/calendar.ts";
import { exclusionsOf } from "../store/correction.ts";
import type { Db } from "../store/db.ts";
import { holdRules } from "../store/rules-version.ts";

/** What `judge` takes of a workspace. */
export type Rules = {
  readonly agreements: readonly Revision[];
  readonly calendars: readonly CalendarDocument[];
};

/** `version` is another wherever the same facts may be judged otherwise. */
export type RulesInForce = { readonly version: string; readonly rulebook: Rulebook };

/**
 * Compiled rules are large; a process that serves more workspaces than this compiles some again.
 */
const MOST_KEPT = 100;

const kept = new Map<string, RulesInForce>();

/** The rulebook in force; nobody publishes until the transaction ends. */
export async function rulebookOf(db: Db, workspaceId: string): Promise<Rulebook> {
  return (await rulesInForce(db, workspaceId)).rulebook;
}

export async function rulesInForce(db: Db, workspaceId: string): Promise<RulesInForce> {
  const version = await holdRules(db, workspaceId);
  const known = kept.get(workspaceId);
  if (known?.version === version) return known;
  const { agreements, calendars } = await rulesOf(db, workspaceId);
  const rulebook = compileRulebook(agreements, calendars);
  kept.delete(workspaceId);
  const rules = { version, rulebook };
  kept.set(workspaceId, rules);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return rules;
}

/** Every revision and every calendar of a workspace, as `judge` takes them. */
export async function rulesOf(db: Db, workspaceId: string): Promise<Rules> {
  const revisions = await allRevisions(db, workspaceId);
  const agreements = revisions.map(({ document, number, from, until, existing }) => ({
    document,
    number,
    from,
    existing,
    ...(until === undefined ? {} : { until }),
  }));
  const corrections = await exclusionsOf(db, workspaceId);
  return {
    agreements: withPlans(left(agreements, corrections)),
    calendars: joinVersions(await allCalendars(db, workspaceId)),
  };
}

/** Agreements less what was left out of them afterwards. */
function left(
  agreements: readonly Revision[],
  corrections: Parameters<typeof withExclusions>[1],
): readonly Revision[] {
  return withExclusions(agreements, corrections, LATEST).map((one) =>
    "document" in one ? one : { document: one },
  );
}

/** With the agreements that corrective plans are judged by: a plan is a clock like any other. */
function withPlans(agreements: readonly Revision[]): readonly Revision[] {
  if (!agreements.some(({ document }) => document.spec.remedies?.some(({ plan }) => plan))) {
    return agreements;
  }
  const latest = new Map(revisionsInForce(agreements).map((one) => [one.agreement, one]));
  const plans = [...latest.values()].flatMap((one) => planAgreement(one) ?? []);
  return [...agreements, ...plans.map((document) => ({ document }))];
}

/**
 * One document a calendar: each later version takes effect on its day and leaves what was before.
 */
export function joinVersions(rows: readonly CalendarRow[]): readonly CalendarDocument[] {
  const byId = Map.groupBy(rows, ({ id }) => id);
  return [...byId.values()].map((versions) => {
    const [first, ...later] = versions as [CalendarRow, ...CalendarRow[]];
    const spec = later.reduce<CalendarSpec>((joined, next) => follow(joined, next), specOf(first));
    return { ...first.document, metadata: { ...first.document.metadata, name: first.id }, spec };
  });
}

function specOf({ document }: CalendarRow): CalendarSpec {
  return document.spec;
}

/** A calendar made of others, or in another zone, has no common days: the later one holds alone. */
function follow(before: CalendarSpec, { document: { spec }, from }: CalendarRow): CalendarSpec {
  if (!isHours(before) || !isHours(spec) || before.timeZone !== spec.timeZone) return spec;
  const day = localDate(spec.timeZone, from);
  const earlier = (before.effective ?? []).filter((version) => version.from < day);
  const later = (spec.effective ?? []).filter((version) => version.from > day);
  const absences = [...(before.absences ?? []), ...(spec.absences ?? [])];
  const distinct = [...new Map(absences.map((one) => [JSON.stringify(one), one])).values()];
  return {
    ...before,
    effective: [...earlier, versionFrom(spec, day), ...later],
    ...(distinct.length > 0 ? { absences: distinct } : {}),
  };
}

/** What a version does not restate it keeps, so this one restates everything. */
function versionFrom(
  { week, holidays = {}, dates = {} }: HoursSpec,
  from: string,
): CalendarVersionSpec {
  return { from, week, holidays, dates };
}

function isHours(spec: CalendarSpec): spec is HoursSpec {
  return !("union" in spec) && !("intersect" in spec);
}
