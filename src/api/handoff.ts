/** Hand-offs, the lead-quality loop, and the revenue planner. */
import { z } from "zod";
import { anything, flag, instant, name, page, type Route, subjectName } from "./route.ts";

const dimension = z.enum(["team", "owner", "source", "campaign", "segment", "customer", "service"]);

const amount = z.string().regex(/^\d{1,18}(\.\d{1,12})?$/);

/** What leads of the loop are counted by. */
const loopStages = [
  "delivered",
  "accepted",
  "rejected",
  "disqualified",
  "recycled",
  "sql",
  "opportunity",
  "won",
] as const;

/** One round of a hand-off of a subject. */
const handoffName = {
  agreement: name,
  handoff: name,
  round: z.coerce.number().int().min(1).max(1_000_000),
};

export const handoffRoutes = {
  listHandoffs: {
    method: "GET",
    path: "/v1/handoffs",
    permission: "read",
    says: {
      es: "Traspasos con lo que viajó, tal como lo vio quien lo recibió: abiertos, aceptados o devueltos; los devueltos, respondidos (settled) o no.",
      en: "Hand-offs with what travelled, as the receiver saw it: open, accepted or returned; those returned, settled or not.",
    },
    query: z.strictObject({
      agreement: name.optional(),
      answer: z.enum(["open", "accepted", "returned"]).default("returned"),
      subjectType: z.string().min(1).max(100).optional(),
      settled: flag.optional(),
      family: z.enum(["procedural", "clerical", "definitional"]).optional(),
      source: z.string().min(1).max(200).optional(),
      ...page,
    }),
    answer: z.object({ handoffs: z.array(anything), next: z.string().nullable() }),
    problems: ["thing-missing", "cursor-invalid"],
  },
  showHandoff: {
    method: "GET",
    path: "/v1/handoffs/evidence",
    permission: "read",
    says: {
      es: "Un traspaso tal como fue, el último si no se dice cuál: todos los campos de entonces, los puntos del perfil y si cumplía cada definición, criterio por criterio.",
      en: "A hand-off as it was, the latest where nothing else is said: every field of then, the points of the profile, and whether each definition was met, criterion by criterion.",
    },
    query: z.strictObject({
      subject: subjectName,
      agreement: name.optional(),
      handoff: name.optional(),
      round: handoffName.round.optional(),
    }),
    answer: z.object({
      handoff: anything,
      fields: z.record(z.string(), anything),
      icp: anything,
      definitions: z.array(
        z.object({
          term: z.string(),
          holds: z.boolean(),
          met: z.number(),
          criteria: z.array(
            z.object({ field: z.string(), wanted: anything, value: anything, holds: z.boolean() }),
          ),
        }),
      ),
    }),
    problems: ["thing-missing"],
  },
  answerReturn: {
    method: "POST",
    path: "/v1/handoffs/answers",
    permission: "write",
    says: {
      es: "Qué se hace con un lead devuelto: corregirlo y devolverlo (correct), enviarlo a otro (reroute), aceptarlo (accept) o disentir (disagree), con lo que era al entregarse (of).",
      en: "What is done about a returned lead: correct it and hand it over again, reroute it, accept the return, or disagree, with what it was when handed over (of).",
    },
    body: z.strictObject({
      subject: subjectName,
      answer: z.enum(["correct", "reroute", "accept", "disagree"]),
      reason: z.string().min(1).max(4_000),
      fields: z.record(z.string().max(200), z.json()).default({}),
      of: z.strictObject(handoffName).optional(),
    }),
    answer: z.object({ recorded: z.boolean() }),
    status: 201,
    problems: ["thing-missing"],
  },
  leadQuality: {
    method: "GET",
    path: "/v1/lead-quality",
    permission: "read",
    says: {
      es: "Qué fue de los leads entregados en un tramo, por fuente, campaña, persona u otra dimensión; por cohortes de mes, y por qué se devolvieron.",
      en: "What became of the leads handed over in a span, by source, campaign, owner or another dimension; by monthly cohorts, and why some came back.",
    },
    query: z.strictObject({
      dimension: dimension.default("source"),
      from: instant,
      to: instant,
      timeZone: z.string().max(100).default("UTC"),
    }),
    answer: z.object({
      asOf: instant,
      rows: z.array(anything),
      whole: anything,
      ripening: z.object({ sql: z.number().nullable(), won: z.number().nullable() }),
      cohorts: z.array(anything),
      reasons: anything,
      drifts: z.array(anything),
    }),
    problems: ["time-zone-unknown"],
  },
  leadsOfLoop: {
    method: "GET",
    path: "/v1/lead-quality/leads",
    permission: "read",
    says: {
      es: "Los leads detrás de un número: los de una etapa, y de una familia o un detalle de rechazo, en un valor de la dimensión.",
      en: "The leads behind a number: those of a stage, and of a family or detail of rejection, at one value of the dimension.",
    },
    query: z.strictObject({
      stage: z.enum(loopStages).default("delivered"),
      family: z.enum(["procedural", "clerical", "definitional", "unknown"]).optional(),
      detail: z.string().min(1).max(200).optional(),
      dimension: dimension.optional(),
      value: z.string().max(600).optional(),
      from: instant,
      to: instant,
      ...page,
    }),
    answer: z.object({
      leads: z.array(
        z.object({
          subject: z.string(),
          at: instant,
          title: z.string().nullable(),
          company: z.string().nullable(),
          source: z.string().nullable(),
          campaign: z.string().nullable(),
          owner: z.string().nullable(),
          names: z.array(z.string()),
        }),
      ),
      next: z.string().nullable(),
    }),
    problems: ["cursor-invalid"],
  },
  planHistory: {
    method: "GET",
    path: "/v1/planner/history",
    permission: "read",
    says: {
      es: "Lo que el planificador sabe de cada fuente en un tramo: leads, MQL, SQL, oportunidades, ganados, valor medio y ciclo.",
      en: "What the planner knows of each source in a span: leads, MQL, SQL, opportunities, won, mean value and cycle.",
    },
    query: z.strictObject({ from: instant, to: instant }),
    answer: z.object({
      sources: z.array(
        z.object({
          source: z.string(),
          leads: z.number(),
          mql: z.number(),
          sql: z.number(),
          opportunities: z.number(),
          won: z.number(),
          worth: z.record(z.string(), z.string()),
          cycleDays: z.number().nullable(),
        }),
      ),
      owners: z.number(),
    }),
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
