/** Whether the office is open now, and until when. */
import { z } from "zod";
import { instant, type Route } from "./route.ts";

export const openHoursRoutes = {
  listOpenHours: {
    method: "GET",
    path: "/v1/open-hours",
    permission: "read",
    says: {
      es: "Si el calendario principal de cada acuerdo está abierto ahora, y cuándo cambia (null: nunca en un año).",
      en: "Whether the main calendar of each agreement is open now, and when that changes (null: not within a year).",
    },
    answer: z.object({
      hours: z.array(
        z.object({
          agreement: z.string(),
          calendar: z.string(),
          timeZone: z.string(),
          isOpen: z.boolean(),
          changesAt: instant.nullable(),
        }),
      ),
    }),
  },
} as const satisfies Readonly<Record<string, Route>>;
