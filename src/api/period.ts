/** Periods and the shape of a commitment's work: how it goes, how long it takes, when it comes. */
import { z } from "zod";
import { anything, instant, name, type Route } from "./route.ts";

export const periodRoutes = {
  listPeriods: {
    method: "GET",
    path: "/v1/periods",
    permission: "read",
    says: {
      es: "El cumplimiento por períodos, del más nuevo al más viejo, tal como se juzga ahora.",
      en: "Attainment by period, from the newest on, as it is judged now.",
    },
    query: z.strictObject({
      agreement: name,
      commitment: name.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(24),
    }),
    answer: z.object({ asOf: instant, periods: z.array(anything) }),
    problems: ["thing-missing"],
  },
  commitmentWork: {
    method: "GET",
    path: "/v1/work",
    permission: "read",
    says: {
      es: "Cómo es el trabajo de un compromiso en un tramo: percentiles y distribución de lo gastado, y mapa de hora por día de la semana.",
      en: "What a commitment's work is like over a span: percentiles and distribution of time spent, and a map of hour by weekday.",
    },
    query: z.strictObject({
      agreement: name,
      commitment: name,
      from: instant,
      to: instant,
      timeZone: name.default("UTC"),
    }),
    answer: z.object({
      clocks: z.number(),
      p50Ms: z.number().nullable(),
      p90Ms: z.number().nullable(),
      bins: z.array(z.object({ uptoMs: z.number(), clocks: z.number() })),
      cells: z.array(
        z.object({
          weekday: z.number(),
          hour: z.number(),
          clocks: z.number(),
          breached: z.number(),
        }),
      ),
    }),
    problems: ["time-zone-unknown"],
  },
} as const satisfies Readonly<Record<string, Route>>;
