/** Agreements, their drafts and their revisions. */
import { z } from "zod";
import { anything, instant, name, page, problemSchema, type Route } from "./route.ts";

const id = z.strictObject({ agreement: name });
const text = z.string().min(1).max(1_048_576);

const summary = z.object({
  id: z.string(),
  title: z.string(),
  state: z.string(),
  owner: z.string().nullable(),
  labels: z.record(z.string(), z.string()),
});

const party = z.object({ id: z.string(), title: z.string() });

/** `latest` is the newest revision as it stands with what it extends; null for a draft. */
const listed = summary.extend({
  hasDraft: z.boolean(),
  openDisputes: z.number(),
  latest: z
    .object({
      number: z.number(),
      parties: z.array(party),
      commitments: z.array(
        z.object({ id: z.string(), obliged: z.string(), beneficiary: z.string() }),
      ),
      /** The last day in force. */
      to: z.string().nullable(),
      /** Where its days are counted. */
      timeZone: z.string(),
    })
    .nullable(),
});

const revision = z.object({
  agreement: z.string(),
  number: z.number(),
  from: instant,
  until: instant.nullable(),
  existing: z.enum(["keep", "recompute"]),
  publishedBy: z.string(),
  publishedAt: instant,
  contentHash: z.string(),
});

const draft = z.object({
  agreement: z.string(),
  text: z.string(),
  version: z.number(),
  updatedBy: z.string(),
  updatedAt: instant,
  problems: z.array(problemSchema),
});

export const agreementRoutes = {
  listAgreements: {
    method: "GET",
    path: "/v1/agreements",
    permission: "read",
    says: {
      es: "Los acuerdos, por nombre: sus partes, quién debe qué, hasta cuándo y cuántas disputas tienen abiertas.",
      en: "The agreements, by name: their parties, who owes what, until when, and how many disputes are open.",
    },
    query: z.strictObject(page),
    answer: z.object({ agreements: z.array(listed), next: z.string().nullable() }),
  },
  getAgreement: {
    method: "GET",
    path: "/v1/agreements/:agreement",
    permission: "read",
    says: {
      es: "Un acuerdo: sus compromisos en palabras, sus revisiones y si tiene borrador.",
      en: "An agreement: its commitments in words, its revisions, and whether it has a draft.",
    },
    params: id,
    answer: summary.extend({
      revisions: z.array(revision),
      hasDraft: z.boolean(),
      sentences: z.array(z.object({ commitment: z.string(), says: z.string() })),
    }),
    problems: ["thing-missing"],
  },
  getRevision: {
    method: "GET",
    path: "/v1/agreements/:agreement/revisions/:number",
    permission: "read",
    says: {
      es: "Una revisión: su texto y su documento. Nunca cambia; su ETag es su huella.",
      en: "A revision: its text and its document. It never changes; its ETag is its hash.",
    },
    params: z.strictObject({ agreement: name, number: z.coerce.number().int().min(1) }),
    answer: revision.extend({ text: z.string(), document: anything }),
    problems: ["thing-missing"],
  },
  getDraft: {
    method: "GET",
    path: "/v1/agreements/:agreement/draft",
    permission: "write",
    says: { es: "El borrador, con lo que hay que mirar.", en: "The draft, with what to look at." },
    params: id,
    answer: draft,
    problems: ["thing-missing"],
  },
  saveDraft: {
    method: "PUT",
    path: "/v1/agreements/:agreement/draft",
    permission: "write",
    says: {
      es: "Guarda el borrador; `version` es la que se leyó, 0 si no había. Un borrador puede tener errores.",
      en: "Save the draft; `version` is the one that was read, 0 if there was none. A draft may have errors.",
    },
    params: id,
    body: z.strictObject({ text, version: z.number().int().min(0) }),
    answer: draft,
    problems: ["version-stale"],
  },
  publishRevision: {
    method: "POST",
    path: "/v1/agreements/:agreement/revisions",
    permission: "publish",
    says: {
      es: "Publica una revisión. `from`: desde cuándo; `existing`: si los relojes abiertos siguen con la suya (keep) o pasan a esta (recompute). Los errores del texto la rechazan todos a la vez.",
      en: "Publish a revision. `from`: since when; `existing`: whether open clocks keep theirs or are recomputed under this one. What is wrong with the text refuses it, all at once.",
    },
    params: id,
    body: z.strictObject({
      text,
      from: instant.optional(),
      existing: z.enum(["keep", "recompute"]).default("keep"),
    }),
    answer: revision.extend({ problems: z.array(problemSchema) }),
    status: 201,
    problems: ["document-needed", "version-stale"],
  },
  checkText: {
    method: "POST",
    path: "/v1/check",
    permission: "read",
    says: {
      es: "Revisa un texto de acuerdos y calendarios sin guardar nada.",
      en: "Check a text of agreements and calendars without keeping anything.",
    },
    body: z.strictObject({ text }),
    answer: z.object({ problems: z.array(problemSchema) }),
  },
} as const satisfies Readonly<Record<string, Route>>;
