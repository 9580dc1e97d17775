/** Sources of facts: when each was last heard of, and how far it is known. */
import { z } from "zod";
import { instant, type Route } from "./route.ts";

export const sourceRoutes = {
  listSources: {
    method: "GET",
    path: "/v1/sources",
    permission: "write",
    says: {
      es: "Las fuentes: su último hecho, cuánto tardan en contarlo (nueve de cada diez, en tres semanas), hasta cuándo se conocen y si callan más de lo usual a esas horas.",
      en: "The sources: the last fact, how late they tell of it (nine in ten, over three weeks), up to when they are known, and whether they are silent for longer than is usual at those hours.",
    },
    answer: z.object({
      sources: z.array(
        z.object({
          source: z.string(),
          recent: z.number(),
          lastAt: instant.nullable(),
          lagMs: z.number().nullable(),
          knownUntil: instant.nullable(),
          isSilent: z.boolean(),
        }),
      ),
    }),
  },
} as const satisfies Readonly<Record<string, Route>>;
