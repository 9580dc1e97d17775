/**
 * A rulebook: agreements and calendars compiled, ready to judge any number of subjects.
 */
import type { ClockSpec, CommitmentSpec, OmittedCommitment } from "./agreement.ts";
import {
  type Commitment,
  compileCommitment,
  compileOmission,
  type Omission,
} from "./commitment.ts";
import type { View } from "./condition.ts";
import { type Event, subjectKind } from "./event.ts";
import { excludedSpans } from "./exclusion.ts";
import {
  agreementHours,
  type Calendars,
  excluding,
  type Hours,
  type HoursBook,
  openHoursBook,
} from "./hours.ts";
import { isOmitted, levelRank } from "./level.ts";
import type { Chosen, Line } from "./line.ts";
import { compileMeasure, type MeasureCommitment, type MeasuredSpec } from "./measure.ts";
import {
  type ChooseMeasure,
  type MeasureBook,
  type MeasureLine,
  measureBook,
  measureLines,
} from "./measure-line.ts";
import { type Problem, problem } from "./problem.ts";
import { type Agreements, type RevisionInForce, revisionsInForce } from "./revision.ts";
import { termsOf } from "./terms.ts";
import type { Instant } from "./time.ts";

/**
 * `linesFor` gives the lines of a kind of subject ("lead"). `problems` grows while subjects are
 * judged: fields of the wrong kind, agreements that tie; each is told once.
 */
export type Rulebook = {
  readonly revisions: readonly RevisionInForce[];
  readonly commitments: readonly Commitment[];
  /** The hours business days of an agreement itself run on. */
  readonly hoursOf: (revision: RevisionInForce) => Hours;
  /**
   * Whether an event may begin anything on a subject it touches. Law: where none does, there is
   * neither clock nor contribution.
   */
  readonly begins: (event: Event) => boolean;
  readonly linesFor: (kind: string) => readonly Line[];
  readonly measures: readonly MeasureCommitment[];
  /** The lines of measures that a kind of subject can be about. */
  readonly measuresFor: (kind: string) => MeasureBook;
  readonly chooseMeasure: ChooseMeasure;
  readonly choose: (line: Line, view: View, at: Instant) => Chosen;
  readonly report: Report;
  readonly problems: () => readonly Problem[];
};

/** Tells of a problem, once for each `key`: its code and facts where nothing else is said. */
type Report = (found: Problem, key?: string) => void;

/**
 * Refused: whatever keeps an agreement from being read; `checkAgreement` names it with line and
 * column.
 */
export function compileRulebook(agreements: Agreements, calendars: Calendars = []): Rulebook {
  const revisions = revisionsInForce(agreements);
  const book = openHoursBook(calendars);
  const told = new Map<string, Problem>();
  const report: Report = (found, key = `${found.code} ${JSON.stringify(found.facts)}`) => {
    if (!told.has(key)) told.set(key, found);
  };
  const promised = revisions.flatMap((revision) => compileRevision(revision, book, report));
  const lines = toLines(promised);
  const { measured, ...measuring } = measuresOf(promised, report);
  return {
    revisions,
    commitments: promised.filter(isClocked),
    ...measuring,
    begins: beginnings([...lines.values()].flat(), measured),
    hoursOf: ({ spec }) => agreementHours(spec, book),
    linesFor: (kind) => lines.get(kind) ?? [],
    choose: (line, view, at) => choose(line, view, at, report),
    report,
    problems: () => [...told.values()],
  };
}

type Promised = Commitment | MeasureCommitment | Omission;

function isClocked(one: Promised): one is Commitment {
  return !isOmission(one) && "takesOver" in one;
}

function isMeasured(one: Promised): one is MeasureCommitment {
  return !isOmission(one) && "measuredFrom" in one;
}

function isOmission(one: Promised): one is Omission {
  return "omitted" in one;
}

/** By type; with a line that waits for a condition to become true, any event may. */
function beginnings(
  lines: readonly Line[],
  measured: readonly MeasureLine[],
): (event: Event) => boolean {
  const isWatchful = [...lines, ...measured].some((line) => line.isWatchful);
  const types = new Set<string>();
  for (const line of lines) for (const type of line.types) types.add(type);
  for (const line of measured) for (const type of line.opens) types.add(type);
  return isWatchful ? () => true : ({ type }) => types.has(type);
}

function measuresOf(
  promised: readonly Promised[],
  report: (found: Problem) => void,
): Pick<Rulebook, "measures" | "measuresFor" | "chooseMeasure"> & {
  readonly measured: readonly MeasureLine[];
} {
  const measures = promised.filter(isMeasured);
  const lines = measureLines(measures, promised.filter(isOmission));
  const books = new Map<string, MeasureBook>();
  return {
    measures,
    measured: lines,
    measuresFor: (kind) => {
      const book = books.get(kind) ?? measureBook(lines, kind);
      books.set(kind, book);
      return book;
    },
    chooseMeasure: ({ candidates }, view, at) => {
      const chosen = mostSpecific(candidates, view, at, report);
      return isTie(chosen) || !chosen || isOmission(chosen) ? undefined : chosen;
    },
  };
}

function compileRevision(
  revision: RevisionInForce,
  book: HoursBook,
  report: Report,
): readonly Promised[] {
  const { agreement, spec } = revision;
  const terms = termsOf(spec, (field) => report(problem("kinds-differ", { field, agreement })));
  const always = book.always(spec.term.timeZone);
  const exclude = excluding(excludedSpans(spec, revision.from), always);
  const from = { agreement, spec, revision, book, terms, exclude };
  return spec.commitments.flatMap((commitment): readonly Promised[] => {
    if (isOmitted(commitment)) return [compileOmission(commitment.id, from)];
    if (hasClock(commitment)) return [compileCommitment(commitment, from)];
    return hasMeasure(commitment) ? [compileMeasure(commitment, from)] : [];
  });
}

function hasClock(
  commitment: CommitmentSpec | OmittedCommitment,
): commitment is CommitmentSpec & { readonly clock: ClockSpec } {
  return "clock" in commitment && commitment.clock !== undefined;
}

function hasMeasure(commitment: CommitmentSpec | OmittedCommitment): commitment is MeasuredSpec {
  return "measure" in commitment && commitment.measure !== undefined;
}

/** Lines by kind of subject. An omission stands in every line of its id. */
function toLines(promised: readonly Promised[]): ReadonlyMap<string, readonly Line[]> {
  const byLine = Map.groupBy(promised.filter(isClocked), ({ kind, id }) => `${kind} ${id}`);
  const lines = [...byLine.values()].map((commitments) => toLine(commitments, promised));
  return Map.groupBy(lines, ({ kind }) => kind);
}

function toLine(commitments: readonly Commitment[], promised: readonly Promised[]): Line {
  const { id, kind } = commitments[0] as Commitment;
  const omissions = promised.filter(isOmission).filter((one) => one.id === id);
  const candidates = [...commitments, ...omissions].sort(
    (a, b) => levelRank(b.level) - levelRank(a.level) || a.from - b.from,
  );
  const starts = commitments.map(({ rules }) => rules.signals.start);
  return {
    id,
    kind,
    candidates,
    types: new Set(starts.flatMap(({ types }) => [...types])),
    isWatchful: starts.some(({ becomes }) => becomes.length > 0),
    resumes: commitments.some(({ rules }) => rules.again === "resume"),
    takesOver: commitments.some(({ takesOver }) => takesOver),
  };
}

/** What a clock's line chooses for a subject at an instant. */
function choose(line: Line, view: View, at: Instant, report: (found: Problem) => void): Chosen {
  const chosen = mostSpecific(line.candidates, view, at, report);
  if (isTie(chosen)) return { tie: chosen };
  return !chosen || isOmission(chosen) ? {} : { commitment: chosen };
}

/**
 * The most specific commitment in force that holds for the subject. Two of one level from different
 * agreements tie: neither holds, and that is said; the agreements are given back.
 */
function mostSpecific<T extends Promised>(
  candidates: readonly T[],
  view: View,
  at: Instant,
  report: (found: Problem) => void,
): T | readonly [string, string] | undefined {
  let first: T | undefined;
  for (const one of candidates) {
    if (beginsAt(one) > at || at >= one.until || !one.holds(view)) continue;
    if (first === undefined) first = one;
    else if (one.level === first.level && one.agreement !== first.agreement) {
      report(tie(first, one, view));
      return [first.agreement, one.agreement];
    } else return first;
  }
  return first;
}

function beginsAt(one: Promised): Instant {
  return isMeasured(one) ? one.measuredFrom : one.from;
}

function isTie(chosen: unknown): chosen is readonly [string, string] {
  return Array.isArray(chosen);
}

function tie(first: Promised, second: Promised, { subject }: View): Problem {
  return problem("levels-tie", {
    first: first.agreement,
    second: second.agreement,
    commitment: first.id,
    subject: subjectKind(subject),
  });
}
