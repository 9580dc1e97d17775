/** The reveal: what the facts of ninety days would have made of three promises. */
import { z } from "zod";
import { instant, name, type Route } from "./route.ts";

const kind = z.enum(["lead", "deal", "ticket"]);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const asked = {
  kind,
  timeZone: name,
  country: z.string().length(2).optional(),
  region: z.string().min(1).max(20).optional(),
  opens: time.default("09:00"),
  closes: time.default("18:00"),
  always: z.enum(["true", "false"]).default("false"),
  language: z.enum(["es", "en"]).default("en"),
};

const candidate = z.enum(["conservative", "attainable", "stretch"]);

const answer = z.object({
  kinds: z.array(z.object({ kind, subjects: z.number() })),
  kind: kind.nullable(),
  found: z
    .object({
      from: instant,
      until: instant,
      isCut: z.boolean(),
      subjects: z.number(),
      start: z.string(),
      stop: z.array(z.string()),
      median: z.number().nullable(),
      ninth: z.number().nullable(),
      untouched: z.object({ all: z.number(), outside: z.number() }),
      worst: z.array(
        z.object({
          weekday: z.number(),
          hour: z.number(),
          missed: z.number(),
          judged: z.number(),
        }),
      ),
      volume: z.number(),
      candidates: z.array(
        z.object({
          name: candidate,
          within: z.string(),
          met: z.number(),
          judged: z.number(),
          interval: z.object({ low: z.number(), high: z.number() }),
          objective: z.number(),
        }),
      ),
    })
    .nullable(),
});

export const revealRoutes = {
  reveal: {
    method: "GET",
    path: "/v1/reveal",
    permission: "write",
    says: {
      es: "Los últimos 90 días juzgados con tres promesas candidatas: cuánto se tarda, qué quedó sin atender, las peores horas y qué objetivo se habría cumplido. `found` es nulo donde nada tiene respuesta.",
      en: "The last 90 days judged under three candidate promises: how long things take, what nobody touched, the worst hours, and which objective would have been kept. `found` is null where nothing was answered.",
    },
    query: z.strictObject({ ...asked, kind: kind.optional() }),
    answer,
    problems: ["time-zone-unknown"],
  },
  revealItems: {
    method: "GET",
    path: "/v1/reveal/items",
    permission: "write",
    says: {
      es: "Los registros detrás de un número de la revelación, del más nuevo al más viejo, hasta 500.",
      en: "The records behind a number of the reveal, the latest first, up to 500.",
    },
    query: z.strictObject({
      ...asked,
      show: z.enum(["all", "met", "missed", "untouched"]),
      candidate: candidate.default("attainable"),
      hour: z.coerce.number().int().min(0).max(167).optional(),
    }),
    answer: z.object({
      total: z.number(),
      items: z.array(
        z.object({
          subject: z.string(),
          title: z.string().nullable(),
          startedAt: instant.nullable(),
          stoppedAt: instant.nullable(),
          openMs: z.number(),
          verdict: z.string(),
        }),
      ),
    }),
    problems: ["time-zone-unknown"],
  },
} as const satisfies Readonly<Record<string, Route>>;
