/** Clocks: the list, the counters above it, and one with its proof. */
import { z } from "zod";
import { flag, instant, name, page, type Route, several, subjectName } from "./route.ts";

const optionalInstant = instant.nullable();

/** A clock as lists show it. `id` names it for ever. */
export const clockSchema = z.object({
  id: z.string(),
  agreement: z.string(),
  revision: z.number(),
  level: z.string(),
  commitment: z.string(),
  subject: z.string(),
  cycle: z.number(),
  state: z.enum(["waiting", "running", "paused", "stopped", "cancelled"]),
  verdict: z.enum(["open", "met", "breached", "excused", "void"]),
  provisional: z.boolean(),
  owner: z.string().nullable(),
  team: z.string().nullable(),
  source: z.string().nullable(),
  title: z.string().nullable(),
  obliged: z.string().nullable(),
  beneficiary: z.string().nullable(),
  startedAt: optionalInstant,
  dueAt: optionalInstant,
  breachedAt: optionalInstant,
  stoppedAt: optionalInstant,
  target: z.object({ text: z.string(), ms: z.number() }).nullable(),
  spent: z.object({ openMs: z.number(), elapsedMs: z.number() }),
  remainingMs: z.number().nullable(),
  warnings: z.array(z.object({ at: instant, share: z.number() })),
  /** In lists; null where nothing says it. What a subject is worth is no counterparty's to know. */
  company: z.string().nullable(),
  worth: z.object({ amount: z.string(), currency: z.string().nullable() }).nullable(),
});

const filter = {
  open: flag.optional(),
  state: several.optional(),
  verdict: several.optional(),
  agreement: several.optional(),
  commitment: several.optional(),
  subjectType: several.optional(),
  subject: subjectName.optional(),
  owner: name.optional(),
  team: name.optional(),
  source: name.optional(),
  provisional: flag.optional(),
  atRisk: flag.optional(),
  unassigned: flag.optional(),
  dueFrom: instant.optional(),
  dueBefore: instant.optional(),
};

const groups = z.array(z.object({ key: z.string().nullable(), clocks: z.number() }));

export const clockRoutes = {
  listClocks: {
    method: "GET",
    path: "/v1/clocks",
    permission: "read",
    says: {
      es: "Los relojes, filtrados y en orden: por el instante en que vencen, si no se pide otro.",
      en: "The clocks, filtered and in order: by the instant they are due unless asked otherwise.",
    },
    query: z.strictObject({
      ...filter,
      ...page,
      sort: z.enum(["due", "started", "breached", "worth"]).default("due"),
    }),
    answer: z.object({ clocks: z.array(clockSchema), next: z.string().nullable() }),
    problems: ["cursor-invalid"],
  },
  countClocks: {
    method: "GET",
    path: "/v1/today",
    permission: "read",
    says: {
      es: "Los contadores de hoy: vencidos, vencen hoy, en riesgo, sin asignar; y cuántos por grupo.",
      en: "Today's counters: overdue, due today, at risk, unassigned; and how many in each group.",
    },
    query: z.strictObject({
      owner: name.optional(),
      team: name.optional(),
      agreement: several.optional(),
      groupBy: z.enum(["agreement", "commitment", "owner", "team", "source"]).default("agreement"),
    }),
    answer: z.object({
      now: instant,
      open: z.number(),
      overdue: z.number(),
      dueToday: z.number(),
      atRisk: z.number(),
      unassigned: z.number(),
      groups,
    }),
  },
  explainClock: {
    method: "GET",
    path: "/v1/explanation",
    permission: "read",
    says: {
      es: "Un reloj, o todos los de un sujeto, con su prueba: tramos, motivos, y lo que se creyó y cuándo.",
      en: "A clock, or all of a subject's, with the proof: stretches, reasons, what was believed and when.",
    },
    query: z.strictObject({ subject: subjectName, commitment: name.optional() }),
    answer: z.object({
      subject: z.string(),
      asOf: instant,
      words: z.array(z.string()),
      commitments: z.array(
        z.object({
          commitment: z.string(),
          at: instant,
          candidates: z.array(
            z.object({
              agreement: z.string(),
              revision: z.number(),
              level: z.string(),
              outcome: z.string(),
            }),
          ),
          clocks: z.array(
            z.object({
              id: z.string(),
              cycle: z.number(),
              state: z.string(),
              verdict: z.string(),
              startedAt: optionalInstant,
              dueAt: optionalInstant,
              breachedAt: optionalInstant,
              stoppedAt: optionalInstant,
              spent: z.object({ openMs: z.number(), elapsedMs: z.number() }),
              remainingMs: z.number().nullable(),
              target: z.object({ text: z.string(), ms: z.number() }).nullable(),
              stretches: z.array(
                z.object({
                  from: instant,
                  to: instant,
                  kind: z.string(),
                  calendar: z.string(),
                  because: z.object({ rule: z.string(), event: z.string().optional() }),
                }),
              ),
              beliefs: z.array(
                z.object({
                  kind: z.string(),
                  provisional: z.boolean(),
                  breachedAt: instant,
                  believedAt: instant,
                  reason: z.string().nullable(),
                  cause: z.object({ source: z.string(), id: z.string() }).nullable(),
                }),
              ),
            }),
          ),
        }),
      ),
    }),
    problems: ["thing-missing"],
  },
} as const satisfies Readonly<Record<string, Route>>;
