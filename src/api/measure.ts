/** Reports of periods: the whole, or by a dimension. */
import { z } from "zod";
import { anything, instant, name, type Route } from "./route.ts";

const dimension = z.enum(["team", "owner", "source", "campaign", "segment", "customer", "service"]);

export const measureRoutes = {
  reportPeriods: {
    method: "GET",
    path: "/v1/report",
    permission: "read",
    says: {
      es: "El cumplimiento por períodos de un acuerdo, entero o por una dimensión, en cualquier tramo.",
      en: "An agreement's attainment by period, whole or by a dimension, over any span.",
    },
    query: z.strictObject({
      agreement: name,
      commitment: name.optional(),
      dimension: dimension.optional(),
      from: instant.optional(),
      to: instant.optional(),
    }),
    answer: z.object({
      asOf: instant,
      rows: z.array(z.object({ value: z.string(), period: anything })),
    }),
    problems: ["thing-missing"],
  },
} as const satisfies Readonly<Record<string, Route>>;
