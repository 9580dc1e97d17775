/** Clocks as JSON: the shapes of api/clock.ts. */
import type { Explained } from "../actions/explain-clock.ts";
import type { Answer, Routes } from "../api/routes.ts";
import type { JudgedClock } from "../engine/judged.ts";
import { type Instant, instantText } from "../engine/time.ts";
import { type ClockRow, clockId } from "../store/clock.ts";
import type { ListedClock } from "../store/clock-list.ts";

type ClockJson = Answer<Routes["listClocks"]>["clocks"][number];
type Explanation = Answer<Routes["explainClock"]>;
type ProofJson = Explanation["commitments"][number]["clocks"][number];

export function clockJson(clock: ClockRow & Partial<ListedClock>): ClockJson {
  const { facets = {}, target } = clock;
  return {
    id: clockId(clock),
    agreement: clock.agreement,
    revision: clock.revision,
    level: clock.level,
    commitment: clock.commitment,
    subject: clock.subject,
    cycle: clock.cycle,
    state: clock.state,
    verdict: clock.verdict,
    provisional: clock.provisional,
    owner: clock.owner,
    team: facets.team ?? null,
    source: facets.source ?? null,
    title: facets.title ?? null,
    obliged: facets.obliged ?? null,
    beneficiary: facets.beneficiary ?? null,
    startedAt: textOf(clock.startedAt),
    dueAt: textOf(clock.dueAt),
    breachedAt: textOf(clock.breachedAt),
    stoppedAt: textOf(clock.stoppedAt),
    target: target && { text: target.text, ms: target.ms },
    spent: clock.spent,
    remainingMs: clock.remainingMs,
    warnings: clock.warnings.map(({ at, share }) => ({ at: instantText(at), share })),
    company: clock.company ?? null,
    worth: clock.worth ?? null,
  };
}

export function explanationJson({ explanation, words, beliefs }: Explained): Explanation {
  return {
    subject: explanation.subject,
    asOf: instantText(explanation.asOf),
    words: [...words],
    commitments: explanation.commitments.map(({ commitment, at, candidates, clocks }) => ({
      commitment,
      at: instantText(at),
      candidates: [...candidates],
      clocks: clocks.map((clock) => proofJson(clock, beliefs)),
    })),
  };
}

function proofJson(clock: JudgedClock, beliefs: Explained["beliefs"]): ProofJson {
  const id = clockId(clock);
  return {
    id,
    cycle: clock.cycle,
    state: clock.state,
    verdict: clock.verdict,
    startedAt: textOf(clock.startedAt),
    dueAt: textOf(clock.dueAt),
    breachedAt: textOf(clock.breachedAt),
    stoppedAt: textOf(clock.stoppedAt),
    spent: clock.spent,
    remainingMs: clock.remainingMs,
    target: clock.target && { text: clock.target.text, ms: clock.target.ms },
    stretches: clock.stretches.map(({ from, to, kind, calendar, because }) => ({
      from: instantText(from),
      to: instantText(to),
      kind,
      calendar,
      because: { ...because },
    })),
    beliefs: (beliefs.get(id) ?? []).map((belief) => ({
      kind: belief.kind,
      provisional: belief.provisional,
      breachedAt: instantText(belief.breachedAt),
      believedAt: instantText(belief.believedAt),
      reason: belief.reason ?? null,
      cause: belief.cause ?? null,
    })),
  };
}

function textOf(at: Instant | null): string | null {
  return at === null ? null : instantText(at);
}
