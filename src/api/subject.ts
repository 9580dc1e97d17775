/** Subjects: what is known of one, what happened to it, and the search for one. */
import { z } from "zod";
import { clockSchema } from "./clock.ts";
import { anything, page, type Route, subjectName } from "./route.ts";

export const subjectRoutes = {
  getSubject: {
    method: "GET",
    path: "/v1/subject",
    permission: "read",
    says: {
      es: "Un sujeto: lo que se sabe de él, sus hechos del más nuevo al más viejo, y sus relojes.",
      en: "A subject: what is known of it, its facts from the newest on, and its clocks.",
    },
    query: z.strictObject({ subject: subjectName, ...page }),
    answer: z.object({
      subject: z.string(),
      attributes: anything,
      events: z.array(anything),
      next: z.string().nullable(),
      clocks: z.array(clockSchema),
    }),
    problems: ["thing-missing", "cursor-invalid"],
  },
  search: {
    method: "GET",
    path: "/v1/search",
    permission: "read",
    says: {
      es: "Busca acuerdos y sujetos por su nombre o su título.",
      en: "Search agreements and subjects by name or title.",
    },
    query: z.strictObject({
      text: z.string().min(2).max(200),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    answer: z.object({
      found: z.array(
        z.object({
          kind: z.enum(["agreement", "subject"]),
          name: z.string(),
          title: z.string().nullable(),
        }),
      ),
    }),
  },
} as const satisfies Readonly<Record<string, Route>>;
