/** Hand-offs, the lead-quality loop, and the revenue planner. */
import { z } from "zod";
import { anything, instant, name, type Route, subjectName } from "./route.ts";

const dimension = z.enum(["team", "owner", "source", "campaign", "segment", "customer", "service"]);

const amount = z.string().regex(/^\d{1,18}(\.\d{1,12})?$/);

export const handoffRoutes = {
  listHandoffs: {
    method: "GET",
    path: "/v1/handoffs",
    permission: "read",
    says: {
      es: "Los traspasos de un acuerdo con lo que viajó, tal como lo vio quien lo recibió: abiertos, aceptados o devueltos.",
      en: "An agreement's hand-offs with what travelled, as the receiver saw it: open, accepted or returned.",
    },
    query: z.strictObject({
      agreement: name,
      answer: z.enum(["open", "accepted", "returned"]).default("returned"),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answer: z.object({ handoffs: z.array(anything) }),
    problems: ["thing-missing"],
  },
  answerReturn: {
    method: "POST",
    path: "/v1/handoffs/answers",
    permission: "write",
    says: {
      es: "Qué se hace con un lead devuelto: corregirlo y devolverlo (correct), enviarlo a otro (reroute), aceptarlo (accept) o disentir (disagree).",
      en: "What is done about a returned lead: correct it and hand it over again, reroute it, accept the return, or disagree.",
    },
    body: z.strictObject({
      subject: subjectName,
      answer: z.enum(["correct", "reroute", "accept", "disagree"]),
      reason: z.string().min(1).max(4_000),
      fields: z.record(z.string().max(200), z.json()).default({}),
    }),
    answer: z.object({ recorded: z.boolean() }),
    status: 201,
  },
  leadQuality: {
    method: "GET",
    path: "/v1/lead-quality",
    permission: "read",
    says: {
      es: "Qué fue de los leads entregados en un tramo, por fuente, campaña, persona u otra dimensión.",
      en: "What became of the leads handed over in a span, by source, campaign, owner or another dimension.",
    },
    query: z.strictObject({ dimension: dimension.default("source"), from: instant, to: instant }),
    answer: z.object({ rows: z.array(anything) }),
  },
  planRevenue: {
    method: "POST",
    path: "/v1/planner",
    permission: "read",
    says: {
      es: "Cuántos leads pide una meta, fuente por fuente, con tasas de un tramo de historia y sus intervalos.",
      en: "How many leads a goal takes, source by source, at the rates of a span of history with their intervals.",
    },
    body: z.strictObject({
      goal: amount,
      from: instant,
      history: z.strictObject({ from: instant, to: instant }),
      reps: z.number().int().min(0).max(100_000),
      maxLeadsPerRep: z.number().int().min(1).max(1_000_000),
      sources: z
        .array(
          z.strictObject({
            source: z.string().max(200),
            share: z.strictObject({
              numerator: z.number().int().min(0),
              denominator: z.number().int().min(1),
            }),
            dealValue: amount,
            cycleDays: z.number().int().min(0).max(3_650).default(0),
          }),
        )
        .min(1)
        .max(200),
    }),
    answer: anything,
  },
} as const satisfies Readonly<Record<string, Route>>;
