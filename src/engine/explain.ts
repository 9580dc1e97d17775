/**
 * Why a subject's clocks stand as they do: which agreement's promise was used and why the others
 * were not, and every clock with its stretches. `language/explain.ts` says it in words.
 * Docs: docs/reference/explain.md.
 */
import type { Commitment, Omission } from "./commitment.ts";
import type { View } from "./condition.ts";
import { subjectKind } from "./event.ts";
import { conclude, foldHistory } from "./history.ts";
import { type JudgeInput, judgeSubject, provisionalBy } from "./judge.ts";
import type { JudgedClock } from "./judged.ts";
import { type Level, levelRank } from "./level.ts";
import type { Line } from "./line.ts";
import { compileRulebook, type Rulebook } from "./rulebook.ts";
import type { Instant } from "./time.ts";

/** What became of one promise when the one that holds was chosen. */
export type Outcome =
  | "used"
  | "omitted"
  | "lessSpecific"
  | "ties"
  | "notInForce"
  | "notForSubject"
  | "outOfScope"
  | "noTarget"
  | "notQualified"
  | "notStarted";

export type Candidate = {
  readonly agreement: string;
  readonly revision: number;
  readonly level: Level;
  readonly outcome: Outcome;
};

/**
 * `at` is when the choice was made: the first clock's start, or the last event where none started.
 */
export type CommitmentExplanation = {
  readonly commitment: string;
  readonly at: Instant;
  readonly candidates: readonly Candidate[];
  readonly clocks: readonly JudgedClock[];
};

export type Explanation = {
  readonly subject: string;
  readonly asOf: Instant;
  readonly commitments: readonly CommitmentExplanation[];
};

/**
 * Explains one subject, one of its commitments or all. A subject without events has no commitments.
 */
export function explain(
  input: JudgeInput & { readonly subject: string; readonly commitment?: string },
): Explanation {
  const { subject, asOf, commitment } = input;
  const rulebook = compileRulebook(input.agreements, input.calendars);
  const events = input.events.filter(
    (event) => event.occurredAt <= asOf && (event.subject === subject || touches(event, subject)),
  );
  const viewAt = (at: Instant): View | undefined => {
    const known = events.filter(({ occurredAt }) => occurredAt <= at);
    return conclude(rulebook, foldHistory(rulebook, subject, known), at).last;
  };
  const isProvisional = provisionalBy(input);
  const clocks = judgeSubject(rulebook, subject, events, { asOf, isProvisional });
  const lines = rulebook
    .linesFor(subjectKind(subject))
    .filter(({ id }) => commitment === undefined || id === commitment);
  const commitments = lines.flatMap((line) => {
    const own = clocks.filter((clock) => clock.commitment === line.id);
    const view = viewAt(own[0]?.startedAt ?? asOf);
    return view ? [explainLine(rulebook, line, view, own)] : [];
  });
  return { subject, asOf, commitments };
}

function touches(event: { readonly data?: Readonly<Record<string, unknown>> }, subject: string) {
  const links = event.data?.links;
  return Array.isArray(links) && links.some((link) => link?.subject === subject);
}

function explainLine(
  rulebook: Rulebook,
  line: Line,
  view: View,
  own: readonly JudgedClock[],
): CommitmentExplanation {
  const first = own[0];
  const at = (first?.startedAt ?? view.event.occurredAt) as Instant;
  const chosen = rulebook.choose(line, view, at).commitment;
  const used = first ? line.candidates.find((one) => isOf(one, first)) : chosen;
  const top = line.candidates.find((one) => isInForce(one, at) && one.holds(view));
  const candidates = line.candidates.map((one) => ({
    agreement: one.agreement,
    revision: one.revision,
    level: one.level,
    outcome: outcomeOf(one, { at, view, used, top, hasClock: first !== undefined }),
  }));
  return { commitment: line.id, at, candidates, clocks: own };
}

type One = Commitment | Omission;

type Choice = {
  readonly at: Instant;
  readonly view: View;
  readonly used: One | undefined;
  readonly top: One | undefined;
  readonly hasClock: boolean;
};

function isOf(one: One, clock: JudgedClock): boolean {
  return one.agreement === clock.agreement && one.revision === clock.revision;
}

function isInForce({ from, until }: One, at: Instant): boolean {
  return from <= at && at < until;
}

function outcomeOf(one: One, { at, view, used, top, hasClock }: Choice): Outcome {
  if (one === used && hasClock) return "used";
  if (!isInForce(one, at)) return "notInForce";
  if (!one.holds(view)) return "notForSubject";
  if ("omitted" in one) return one === top ? "omitted" : "lessSpecific";
  if (one === used) return whyNoClock(one, view);
  const best = used ?? top;
  return best && levelRank(best.level) === levelRank(one.level) ? "ties" : "lessSpecific";
}

function whyNoClock({ rules }: Commitment, view: View): Outcome {
  if (!rules.where(view)) return "outOfScope";
  if (!rules.qualifies(view)) return "notQualified";
  return rules.targets.some(({ holds }) => holds(view)) ? "notStarted" : "noTarget";
}
