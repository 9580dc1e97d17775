/** What people do about a subject from the screens: each becomes a fact with their name on it. */
import { z } from "zod";
import { name, type Route, subjectName } from "./route.ts";

const recorded = z.object({ recorded: z.boolean() });
const note = z.string().max(4_000).optional();

/** Owners with their open clocks: as they are, and as they would be or have become. */
const load = z.array(z.object({ owner: z.string(), before: z.number(), after: z.number() }));

export const deedRoutes = {
  recordAttempt: {
    method: "POST",
    path: "/v1/deeds/attempts",
    permission: "record",
    says: {
      es: "Registra un intento de contacto hecho ahora por quien lo pide.",
      en: "Record an attempt to reach somebody, made now by whoever asks.",
    },
    body: z.strictObject({ subject: subjectName, channel: name, note }),
    answer: recorded,
    status: 201,
    problems: ["thing-missing"],
  },
  rejectLead: {
    method: "POST",
    path: "/v1/deeds/rejections",
    permission: "record",
    says: {
      es: "Rechaza un lead antes de contactarlo, con su motivo: REJ-PROC, REJ-CLER o REJ-DEF, y su detalle.",
      en: "Reject a lead before contact, with the reason: REJ-PROC, REJ-CLER or REJ-DEF, and its detail.",
    },
    body: z.strictObject({ subject: subjectName, reason: name, detail: name.optional(), note }),
    answer: recorded,
    status: 201,
    problems: ["thing-missing", "reason-unknown"],
  },
  assignOwner: {
    method: "POST",
    path: "/v1/deeds/assignments",
    permission: "record",
    says: {
      es: "Asigna sujetos a alguien (`owner` null: a nadie) y dice la carga que resulta. Con `isPreview` no guarda nada.",
      en: "Give subjects to somebody (`owner` null: nobody) and tell the load that follows. With `isPreview` nothing is kept.",
    },
    body: z.strictObject({
      subjects: z.array(subjectName).min(1).max(500),
      owner: name.nullable(),
      isPreview: z.boolean().default(false),
    }),
    answer: z.object({
      moved: z.array(z.object({ subject: z.string(), owner: z.string().nullable() })),
      load,
    }),
    problems: ["thing-missing"],
  },
} as const satisfies Readonly<Record<string, Route>>;
