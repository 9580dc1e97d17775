/** Intakes: files of facts brought in, each a source that can be taken back. */
import { z } from "zod";
import { anything, instant, type Route } from "./route.ts";

const title = z.string().min(1).max(200);

const intake = z.object({
  id: z.string(),
  source: z.string(),
  title: z.string(),
  madeBy: z.string(),
  createdAt: instant,
  withdrawnBy: z.string().nullable(),
  withdrawnAt: instant.nullable(),
});

export const intakeRoutes = {
  beginIntake: {
    method: "POST",
    path: "/v1/intakes",
    permission: "record",
    says: {
      es: "Empieza la entrada de un archivo: sus hechos se registran luego con la fuente que responde. El mismo archivo leído igual sigue siendo la misma entrada (`isKnown`).",
      en: "Begin the intake of a file: its facts are then recorded under the source that is answered. The same file read in the same way is the same intake again (`isKnown`).",
    },
    body: z.strictObject({ title, digest: z.string().min(8).max(128), mapping: anything }),
    answer: intake.extend({ isKnown: z.boolean() }),
    status: 201,
  },
  listIntakes: {
    method: "GET",
    path: "/v1/intakes",
    permission: "record",
    says: {
      es: "Las últimas cien entradas de archivos, con sus hechos y si se retiraron.",
      en: "The latest hundred intakes of files, with their facts and whether they were taken back.",
    },
    answer: z.object({ intakes: z.array(intake.extend({ events: z.number() })) }),
  },
  withdrawIntake: {
    method: "POST",
    path: "/v1/intakes/:intake/withdrawal",
    permission: "publish",
    says: {
      es: "Retira una entrada entera: sus hechos se conservan, dejan de contar y todo se juzga de nuevo.",
      en: "Take a whole intake back: its facts are kept, count for nothing, and all is judged again.",
    },
    params: z.strictObject({ intake: z.string().min(1).max(200) }),
    answer: intake,
    problems: ["thing-missing"],
  },
} as const satisfies Readonly<Record<string, Route>>;
