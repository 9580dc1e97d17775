/** The lead-quality loop as it is answered: the engine's own, with instants as text. */
import type { Answer, Routes } from "../api/routes.ts";
import type { Handoff, HandoffAnswer, Settlement } from "../engine/handoff.ts";
import type { IcpPoints } from "../engine/icp.ts";
import type { Cohort, Conversion, OfGoals } from "../engine/lead-cohort.ts";
import type { LoopRow } from "../engine/lead-quality.ts";
import type { DefinitionDrift, LeadReasons } from "../engine/lead-reason.ts";

export type LoopJson = LoopRow & {
  readonly title: string | null;
  readonly conversion: OfGoals<Conversion>;
};
export type SpanJson = { readonly from: string; readonly to: string };
export type CohortJson = Omit<Cohort, "span"> & { readonly span: SpanJson };
export type ReasonsJson = Omit<LeadReasons, "months"> & {
  readonly months: readonly { readonly span: SpanJson; readonly rejected: number }[];
};

export type QualityJson = {
  readonly rows: readonly LoopJson[];
  readonly whole: LoopJson;
  readonly ripening: OfGoals<number | null>;
  readonly cohorts: readonly CohortJson[];
  readonly reasons: ReasonsJson;
  readonly drifts: readonly DefinitionDrift[];
};

/** The contract leaves the shapes of rows to the engine. */
export function qualityOf(answer: Answer<Routes["leadQuality"]>): QualityJson {
  return answer as unknown as QualityJson;
}

type AnswerJson = Omit<HandoffAnswer, "at" | "settled"> & {
  readonly at: string;
  readonly settled: (Omit<Settlement, "at"> & { readonly at: string }) | null;
};

export type HandoffJson = Omit<Handoff, "at" | "answerBy" | "answer"> & {
  readonly at: string;
  readonly answerBy: string | null;
  readonly answer: AnswerJson | null;
  readonly agreement: string;
};

/** One of the queue, with what the lead is called now. */
export type QueuedHandoff = HandoffJson & {
  readonly source: string | null;
  readonly campaign: string | null;
  readonly owner: string | null;
  readonly title: string | null;
  readonly company: string | null;
};

export function queueOf(answer: Answer<Routes["listHandoffs"]>): readonly QueuedHandoff[] {
  return answer.handoffs as readonly QueuedHandoff[];
}

export type ProofJson = Omit<Answer<Routes["showHandoff"]>, "handoff" | "icp"> & {
  readonly handoff: HandoffJson;
  readonly icp: IcpPoints | null;
};

export function proofOf(answer: Answer<Routes["showHandoff"]>): ProofJson {
  return answer as ProofJson;
}
