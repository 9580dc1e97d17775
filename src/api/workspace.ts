/** The workspace as a whole: who asks, who did what, the demo, how far sources are known. */
import { z } from "zod";
import { anything, instant, name, type Route } from "./route.ts";

const auditRow = z.object({
  number: z.number(),
  at: instant,
  actor: z.string(),
  deed: z.string(),
  target: z.string(),
  facts: anything,
  hash: z.string(),
});

export const workspaceRoutes = {
  getWorkspace: {
    method: "GET",
    path: "/v1/workspace",
    permission: "read",
    says: {
      es: "El espacio de trabajo, quién pregunta y qué puede hacer.",
      en: "The workspace, who is asking and what they may do.",
    },
    answer: z.object({
      id: z.string(),
      title: z.string(),
      language: z.enum(["es", "en"]),
      timeZone: z.string(),
      now: instant,
      isEmpty: z.boolean(),
      hasSingleSignOn: z.boolean(),
      caller: z.object({
        actor: z.string(),
        role: z.string().nullable(),
        permissions: z.array(z.string()),
      }),
    }),
  },
  listAudit: {
    method: "GET",
    path: "/v1/audit",
    permission: "audit",
    says: {
      es: "Quién hizo qué, en orden; cada fila sella las anteriores.",
      en: "Who did what, in order; each row seals those before it.",
    },
    query: z.strictObject({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1_000).default(100),
    }),
    answer: z.object({ rows: z.array(auditRow) }),
  },
  searchAudit: {
    method: "GET",
    path: "/v1/audit/search",
    permission: "audit",
    says: {
      es: "Lo último que se hizo y pasa el filtro; `deed` y `target` pueden ser comienzos; `actor`, también un nombre o un correo. `before`: filas de número menor.",
      en: "The latest deeds that pass a filter; `deed` and `target` may be beginnings; `actor`, a name or an address as well. `before`: rows with a smaller number.",
    },
    query: z.strictObject({
      before: z.coerce.number().int().min(1).optional(),
      actor: name.optional(),
      deed: name.optional(),
      target: z.string().min(1).max(600).optional(),
      from: instant.optional(),
      to: instant.optional(),
      limit: z.coerce.number().int().min(1).max(1_000).default(200),
    }),
    answer: z.object({ rows: z.array(auditRow.extend({ actorName: z.string().nullable() })) }),
  },
  verifyAudit: {
    method: "GET",
    path: "/v1/audit/chain",
    permission: "audit",
    says: {
      es: "Recorre la cadena entera y dice dónde se rompe, si se rompe.",
      en: "Walk the whole chain and say where it breaks, if it does.",
    },
    answer: z.object({ rows: z.number(), brokenAt: z.number().nullable() }),
  },
  changeWorkspace: {
    method: "PUT",
    path: "/v1/workspace",
    permission: "admin",
    says: {
      es: "Cambia el nombre del espacio, su idioma o la zona de su día.",
      en: "Change the workspace's name, its language, or the zone of its day.",
    },
    body: z.strictObject({
      title: name.optional(),
      language: z.enum(["es", "en"]).optional(),
      timeZone: name.optional(),
    }),
    answer: z.object({}),
    problems: ["time-zone-unknown"],
  },
  exportWorkspace: {
    method: "GET",
    path: "/v1/workspace/export",
    permission: "admin",
    says: {
      es: "El espacio entero en un archivo, tal como está en un momento. Solo la persona propietaria: lleva datos personales y secretos.",
      en: "The whole workspace in one file, as it stands at one moment. The owner alone: it holds personal data and secrets.",
    },
    answer: anything,
    gives: "application/gzip",
    problems: ["role-beyond"],
  },
  raiseWatermark: {
    method: "PUT",
    path: "/v1/watermarks/:source",
    permission: "record",
    says: {
      es: "Hasta qué instante se conocen los hechos de una fuente; los incumplimientos provisionales de antes se confirman.",
      en: "Up to which instant a source's facts are known; provisional breaches before it are confirmed.",
    },
    params: z.strictObject({ source: z.string().min(1).max(512) }),
    body: z.strictObject({ until: instant }),
    answer: z.object({ source: z.string(), confirmed: z.number() }),
  },
  loadDemo: {
    method: "POST",
    path: "/v1/demo",
    permission: "admin",
    says: {
      es: "Carga la empresa de demostración: un año de historia que luego sigue en tiempo real. Solo en un espacio vacío; el avance llega línea a línea.",
      en: "Load the demo company: a year of history that then goes on in real time. Into an empty workspace only; progress comes line by line.",
    },
    body: z.strictObject({
      language: z.enum(["es", "en"]).default("en"),
      timeZone: name.default("America/Mexico_City"),
      leads: z.number().int().min(10).max(5_000).default(900),
      seed: z.number().int().min(0).max(2_147_483_647).default(7),
    }),
    answer: anything,
    gives: "text/plain",
    problems: ["demo-not-empty"],
  },
} as const satisfies Readonly<Record<string, Route>>;
