/** Hand-offs, the lead-quality loop, and the revenue planner. */
import { answerReturn, handoffsPage, proveHandoff } from "../actions/handoff.ts";
import { leadsOfLoop, qualityOfLeads } from "../actions/lead-quality.ts";
import { planFromHistory, planHistory } from "../actions/planner.ts";
import type { Received, Routes } from "../api/routes.ts";
import type { Handoff } from "../engine/handoff.ts";
import { refuse } from "../engine/problem.ts";
import { type Instant, instantText, readInstant, type Span } from "../engine/time.ts";
import type { HandlersOf } from "./handler.ts";
import { present } from "./present.ts";

type Names =
  | "listHandoffs"
  | "showHandoff"
  | "answerReturn"
  | "leadQuality"
  | "leadsOfLoop"
  | "planHistory"
  | "planRevenue";

export const handoffHandlers: HandlersOf<Names> = {
  listHandoffs: async ({ acting }, { query: { settled, ...query } }) => {
    const asked = present({ ...query, isSettled: settled });
    const { handoffs, next } = await handoffsPage(acting, asked);
    return {
      handoffs: handoffs.map(({ handoff, ...row }) => ({ ...row, ...handoffJson(handoff) })),
      next: next ?? null,
    };
  },
  showHandoff: async ({ acting }, { query }) => {
    const { agreement, handoff, evidence } = await proveHandoff(acting, present(query));
    const { definitions, fields, icp } = evidence;
    return {
      handoff: { agreement, ...handoffJson(handoff) },
      fields,
      icp,
      definitions: definitions.map((one) => ({ ...one, criteria: [...one.criteria] })),
    };
  },
  answerReturn: async ({ acting }, { body }) => {
    await answerReturn(acting, present(body));
    return { recorded: true };
  },
  leadQuality: async ({ acting }, { query: { from, to, ...asked } }) => {
    const span = { from: at(from), to: at(to) };
    const { rows, cohorts, reasons, drifts, ...rest } = await qualityOfLeads(acting, {
      ...asked,
      span,
    });
    const months = reasons.months.map((month) => ({ ...month, span: spanJson(month.span) }));
    return {
      ...rest,
      asOf: instantText(acting.now),
      rows: [...rows],
      cohorts: cohorts.map((cohort) => ({ ...cohort, span: spanJson(cohort.span) })),
      reasons: { ...reasons, months },
      drifts: [...drifts],
    };
  },
  leadsOfLoop: async ({ acting }, { query }) => {
    const { from, to, stage, family, detail, ...asked } = query;
    const span = { from: at(from), to: at(to) };
    const name = nameOf({ stage, family, detail });
    const { leads, next } = await leadsOfLoop(acting, present({ ...asked, span, name }));
    return {
      leads: leads.map(({ dimensions: { source, campaign, owner }, ...lead }) => ({
        ...lead,
        source,
        campaign,
        owner,
        at: instantText(lead.at),
        names: [...lead.names],
      })),
      next: next ?? null,
    };
  },
  planHistory: async ({ acting }, { query: { from, to } }) => {
    const { sources, owners } = await planHistory(acting, { from: at(from), to: at(to) });
    return { sources: [...sources], owners };
  },
  planRevenue: async ({ acting }, { body: { from, history, ...body } }) => {
    const span = { from: at(history.from), to: at(history.to) };
    const plan = await planFromHistory(acting, { ...body, from: at(from), history: span });
    return {
      ...plan,
      sources: plan.sources.map((one) => ({ ...one, arriveFrom: instantText(one.arriveFrom) })),
    };
  },
};

type Stage = Pick<Received<Routes["leadsOfLoop"]>["query"], "stage" | "family" | "detail">;

/** A rejection is counted by its family as well, and by its detail. */
function nameOf({ stage, family, detail }: Stage): string {
  if (stage !== "rejected" || family === undefined) return stage;
  return detail === undefined ? `rejected ${family}` : `detail ${family} ${detail}`;
}

function handoffJson(handoff: Handoff) {
  const { answer } = handoff;
  const settled = answer?.settled;
  return {
    ...handoff,
    at: instantText(handoff.at),
    answerBy: handoff.answerBy === null ? null : instantText(handoff.answerBy),
    answer: answer && {
      ...answer,
      at: instantText(answer.at),
      settled: settled ? { ...settled, at: instantText(settled.at) } : null,
    },
  };
}

function spanJson({ from, to }: Span) {
  return { from: instantText(from), to: instantText(to) };
}

/** The schema let nothing else through than an instant. */
function at(text: string): Instant {
  return readInstant(text) ?? refuse("request-wrong", { path: text, reasonEn: "", reasonEs: "" });
}
