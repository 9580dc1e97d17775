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
import { subjectKind } from "./event.ts";
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
import { type Problem, problem } from "./problem.ts";
import { type Agreements, type RevisionInForce, revisionsInForce } from "./revision.ts";
import { termsOf } from "./terms.ts";
import type { Instant } from "./time.ts";

/**
 * `linesFor` gives the lines of a kind of subject ("lead"). `problems` grows while subjects are judged:
 * fields of the wrong kind, agreements that tie; each is told once.
 */
export type Rulebook = {
  readonly revisions: readonly RevisionInForce[];
  readonly commitments: readonly Commitment[];
  /** The hours business days of an agreement itself run on. */
  readonly hoursOf: (revision: RevisionInForce) => Hours;
  readonly linesFor: (kind: string) => readonly Line[];
  readonly choose: (line: Line, view: View, at: Instant) => Chosen;
  readonly report: Report;
  readonly problems: () => readonly Problem[];
};

/** Tells of a problem, once for each `key`: its code and facts where nothing else is said. */
type Report = (found: Problem, key?: string) => void;

/** Refused: whatever keeps an agreement from being read; `checkAgreement` names it with line and column. */
export function compileRulebook(agreements: Agreements, calendars: Calendars = []): Rulebook {
  const revisions = revisionsInForce(agreements);
  const book = openHoursBook(calendars);
  const told = new Map<string, Problem>();
  const report: Report = (found, key = `${found.code} ${JSON.stringify(found.facts)}`) => {
    if (!told.has(key)) told.set(key, found);
  };
  const promised = revisions.flatMap((revision) => compileRevision(revision, book, report));
  const lines = toLines(promised);
  return {
    revisions,
    commitments: promised.filter((one): one is Commitment => !("omitted" in one)),
    hoursOf: ({ spec }) => agreementHours(spec, book),
    linesFor: (kind) => lines.get(kind) ?? [],
    choose: (line, view, at) => choose(line, view, at, report),
    report,
    problems: () => [...told.values()],
  };
}

type Promised = Commitment | Omission;

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
    return hasClock(commitment) ? [compileCommitment(commitment, from)] : [];
  });
}

function hasClock(
  commitment: CommitmentSpec | OmittedCommitment,
): commitment is CommitmentSpec & { readonly clock: ClockSpec } {
  return "clock" in commitment && commitment.clock !== undefined;
}

/** Lines by kind of subject. An omission stands in every line of its id. */
function toLines(promised: readonly Promised[]): ReadonlyMap<string, readonly Line[]> {
  const byLine = Map.groupBy(
    promised.filter((one): one is Commitment => !("omitted" in one)),
    ({ kind, id }) => `${kind} ${id}`,
  );
  const lines = [...byLine.values()].map((commitments) => toLine(commitments, promised));
  return Map.groupBy(lines, ({ kind }) => kind);
}

function toLine(commitments: readonly Commitment[], promised: readonly Promised[]): Line {
  const { id, kind } = commitments[0] as Commitment;
  const omissions = promised.filter((one) => "omitted" in one && one.id === id);
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
    takesOver: commitments.some(({ takesOver }) => takesOver),
  };
}

/**
 * The most specific commitment in force that holds for the subject. Two of one level from different
 * agreements tie: neither holds, and that is said.
 */
function choose(line: Line, view: View, at: Instant, report: (found: Problem) => void): Chosen {
  const holding = line.candidates.filter(
    ({ from, until, holds }) => from <= at && at < until && holds(view),
  );
  const [first, second] = holding;
  if (!first) return {};
  if (second && second.level === first.level && second.agreement !== first.agreement) {
    report(tie(first, second, view));
    return { tie: [first.agreement, second.agreement] };
  }
  return "omitted" in first ? {} : { commitment: first };
}

function tie(first: Promised, second: Promised, { subject }: View): Problem {
  return problem("levels-tie", {
    first: first.agreement,
    second: second.agreement,
    commitment: first.id,
    subject: subjectKind(subject),
  });
}
