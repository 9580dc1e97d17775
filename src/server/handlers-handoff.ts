/** Hand-offs, the lead-quality loop, and the revenue planner. */
import { answerReturn, handoffsPage, qualityOfLeads } from "../actions/lead-quality.ts";
import { planFromHistory } from "../actions/planner.ts";
import { refuse } from "../engine/problem.ts";
import { type Instant, instantText, readInstant } from "../engine/time.ts";
import type { HandlersOf } from "./handler.ts";

type Names = "listHandoffs" | "answerReturn" | "leadQuality" | "planRevenue";

export const handoffHandlers: HandlersOf<Names> = {
  listHandoffs: async ({ acting }, { query }) => {
    const rows = await handoffsPage(acting, query);
    const handoffs = rows.map(({ handoff, ...row }) => ({
      ...row,
      ...handoff,
      at: instantText(handoff.at),
      answerBy: handoff.answerBy === null ? null : instantText(handoff.answerBy),
      answer: handoff.answer && { ...handoff.answer, at: instantText(handoff.answer.at) },
    }));
    return { handoffs };
  },
  answerReturn: async ({ acting }, { body }) => {
    await answerReturn(acting, body);
    return { recorded: true };
  },
  leadQuality: async ({ acting }, { query: { dimension, from, to } }) => {
    const span = { from: at(from), to: at(to) };
    return { rows: [...(await qualityOfLeads(acting, { dimension, span }))] };
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

/** The schema let nothing else through than an instant. */
function at(text: string): Instant {
  return readInstant(text) ?? refuse("request-wrong", { path: text, reasonEn: "", reasonEs: "" });
}
