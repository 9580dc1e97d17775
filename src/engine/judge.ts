/**
 * Judging: from agreements, calendars and events to clocks and periods. Pure: the same input gives
 * the same answer, on a server, in a browser and in ten years. Docs: docs/concepts/judging.md.
 */
import type { Clock } from "./clock.ts";
import {
  type CorrectedClock,
  type Correction,
  correctClocks,
  withExclusions,
} from "./correction.ts";
import { type Credit, creditsOf } from "./credit.ts";
import { type Dispute, holdPeriods, suspensionsOf } from "./dispute-claim.ts";
import { type Event, isOfKind } from "./event.ts";
import { conclude, concludeEvents, type Folded, foldHistory, type History } from "./history.ts";
import type { Calendars } from "./hours.ts";
import { type JudgedClock, tell } from "./judged.ts";
import { clocksOf } from "./line.ts";
import { bySubject, type Log, ofKind, sortLog } from "./log.ts";
import { gridsOf, type Period, periodsOf } from "./period.ts";
import {
  clockContributions,
  type JudgedSubject,
  measureContributions,
  PeriodTotals,
} from "./period-contribution.ts";
import { planAgreement, planDueEvent } from "./plan.ts";
import { type Problem, problem } from "./problem.ts";
import { type RemedyDue, remediesDue } from "./remedy-due.ts";
import type { Agreements } from "./revision.ts";
import { compileRulebook, type Rulebook } from "./rulebook.ts";
import type { Instant } from "./time.ts";

/**
 * `watermarks`: for each source, the instant up to which its facts are known. Without them every
 * breach is final; with them, one that a source still behind it could disprove is provisional.
 */
export type JudgeInput = {
  readonly agreements: Agreements;
  readonly calendars?: Calendars;
  readonly events: readonly Event[];
  readonly asOf: Instant;
  readonly watermarks?: Readonly<Record<string, Instant>>;
  /** What was decided afterwards; those made by `asOf` hold. Without any, all is as measured. */
  readonly corrections?: readonly Correction[];
  /** Disputes that nobody has decided yet: their periods are not final. */
  readonly openDisputes?: readonly Dispute[];
};

export type Judgement = {
  readonly clocks: readonly CorrectedClock[];
  readonly periods: readonly Period[];
  readonly credits: readonly Credit[];
  readonly remedies: readonly RemedyDue[];
  readonly problems: readonly Problem[];
};

/**
 * Every clock of every subject as it stands at `asOf`, and the periods of every commitment from the
 * first fact on.
 *
 * Events in any order; repeats of one (source, id) count once; events after `asOf` are not yet
 * facts. Refused (`Refusal`): agreements or calendars that cannot be read.
 */
export function judge(input: JudgeInput): Judgement {
  const { asOf, corrections = [], openDisputes = [] } = input;
  const agreements = withExclusions(input.agreements, corrections, asOf);
  const rulebook = compileRulebook(agreements, input.calendars);
  const grids = gridsOf(rulebook, asOf);
  const totals = new PeriodTotals();
  const log = sortLog(input.events, asOf, (event) => rulebook.begins(event) || isRead(event));
  const raw = judgeClocks(rulebook, { ...input, log }, (subject) => {
    totals.add(measureContributions(rulebook, grids, subject));
  });
  const suspended = suspensionsOf(rulebook.revisions, openDisputes);
  const clocks = correctClocks(raw, [...corrections, ...suspended], asOf);
  totals.add(clockContributions(grids, clocks, asOf));
  // Nothing is known of a period that ended before the first fact, so nothing is said of it: an
  // agreement older than its data has not failed for years.
  const told = periodsOf({ rulebook, grids, totals, asOf }).filter(({ to }) => to > log.first);
  const periods = holdPeriods(told, openDisputes);
  const events = ofKind(log, "account");
  const { credits, problems } = creditsOf({ rulebook, periods, events });
  const remedies = remediesDue(rulebook, periods);
  const plans = judgePlans(rulebook, remedies, { ...input, events: ofKind(log, "plan") });
  return {
    clocks: plans.length === 0 ? clocks : [...clocks, ...plans],
    periods,
    credits,
    remedies,
    problems: [...rulebook.problems(), ...problems],
  };
}

/** Facts that credits and plans are worked out from, beside those that clocks begin with. */
function isRead({ subject }: Event): boolean {
  return isOfKind(subject, "account") || isOfKind(subject, "plan");
}

/** All clocks; each subject is shown to `look` on the way. */
function judgeClocks(
  rulebook: Rulebook,
  input: JudgeInput & { readonly log: Log },
  look: (judged: JudgedSubject) => void = () => undefined,
): readonly JudgedClock[] {
  const at = { asOf: input.asOf, isProvisional: provisionalBy(input) };
  const clocks: JudgedClock[] = [];
  for (const [subject, events] of bySubject(input.log)) {
    const folded = concludeEvents(rulebook, subject, events, at.asOf);
    const judged = judgeFolded(rulebook, subject, folded, at);
    for (const clock of judged.clocks) clocks.push(clock);
    look(judged);
  }
  return clocks;
}

/**
 * Corrective plans are clocks of agreements made from the remedies that ask for them. Each
 * agreement's are judged by themselves: two of them may well call a plan alike.
 */
function judgePlans(
  { revisions }: Rulebook,
  remedies: readonly RemedyDue[],
  input: JudgeInput,
): readonly JudgedClock[] {
  const due = remedies.filter(({ plan }) => plan !== null);
  if (due.length === 0) return [];
  return revisions.flatMap((revision) => {
    const own = due.filter(
      (one) => one.agreement === revision.agreement && one.revision === revision.number,
    );
    const agreement = own.length === 0 ? undefined : planAgreement(revision);
    if (!agreement) return [];
    const events = [...input.events, ...own.map(planDueEvent)];
    const log = sortLog(events, input.asOf);
    return judgeClocks(compileRulebook([agreement], input.calendars), { ...input, events, log });
  });
}

type JudgedAt = { readonly asOf: Instant; readonly isProvisional: (clock: Clock) => boolean };

/** The clocks of one subject from all its events, in any order. */
export function judgeSubject(
  rulebook: Rulebook,
  subject: string,
  events: readonly Event[],
  at: JudgedAt,
): readonly JudgedClock[] {
  return judgeHistory(rulebook, foldHistory(rulebook, subject, events), at).clocks;
}

/**
 * A subject as it stands at `asOf`: what its clocks and what it contributes to periods are made of.
 */
export function judgeHistory(rulebook: Rulebook, history: History, at: JudgedAt): JudgedSubject {
  return judgeFolded(rulebook, history.subject, conclude(rulebook, history, at.asOf), at);
}

function judgeFolded(
  rulebook: Rulebook,
  subject: string,
  folded: Folded,
  at: JudgedAt,
): JudgedSubject {
  const clocks = tellClocks(rulebook, folded, subject, at);
  return { subject, folded, clocks, asOf: at.asOf };
}

function tellClocks(
  rulebook: Rulebook,
  { lines, last }: Folded,
  subject: string,
  at: JudgedAt,
): readonly JudgedClock[] {
  const told: JudgedClock[] = [];
  for (const state of lines) {
    if (!state.live && !state.ended) continue;
    for (const clock of clocksOf(state)) {
      const excused = last !== undefined && clock.commitment.rules.excuses(last);
      const judged = tell(excused ? { ...clock, excused } : clock, { ...at, subject, view: last });
      if (judged) told.push(judged);
      reportUndue(rulebook, clock, subject);
    }
  }
  return told;
}

/**
 * Says of which promises nothing can ever fall due; once a commitment, with the first subject seen.
 */
function reportUndue(rulebook: Rulebook, clock: Clock, subject: string): void {
  if (clock.state !== "running" || clock.due !== undefined) return;
  const { id: commitment, key, spec } = clock.commitment;
  const chosen = spec.target?.[clock.choice];
  if (!chosen) return;
  const field = "by" in chosen && "date" in chosen.by ? chosen.by.date : undefined;
  rulebook.report(
    field === undefined
      ? problem("never-due", { commitment, subject })
      : problem("due-date-unreadable", { commitment, subject, field }),
    `${key} undue`,
  );
}

/**
 * Whether a source that has told of stops is behind the limit a clock breached at. A late stop
 * settles nothing: of two the earlier counts, and one may still come.
 */
export function provisionalBy({ events, watermarks }: JudgeInput): (clock: Clock) => boolean {
  if (!watermarks) return () => false;
  const sourcesOf = new Map<string, Set<string>>();
  for (const { type, source } of events) {
    const sources = sourcesOf.get(type) ?? new Set();
    sourcesOf.set(type, sources.add(source));
  }
  return (clock) => {
    if (clock.breachedAt === undefined) return false;
    const { breachedAt, commitment } = clock;
    const types = [...commitment.rules.signals.stop.types];
    const told = types.flatMap((type) => [...(sourcesOf.get(type) ?? [])]);
    const sources = told.length > 0 ? told : Object.keys(watermarks);
    return sources.some((source) => (watermarks[source] ?? breachedAt) < breachedAt);
  };
}
