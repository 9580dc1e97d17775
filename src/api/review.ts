/** Reviews: prepared, held, signed and closed. */
import { z } from "zod";
import { anything, instant, name, type Route } from "./route.ts";

const text = z.string().min(1).max(20_000);
const id = z.strictObject({ review: z.string().min(1).max(600) });

const review = z.object({
  id: z.string(),
  agreement: z.string(),
  state: z.string(),
  dueAt: instant,
  from: instant,
  to: instant,
  by: z.string(),
  why: anything,
  signatories: z.array(z.string()),
  missing: z.array(z.string()),
  deeds: z.array(anything),
});

const decision = z.strictObject({
  id: name,
  says: text,
  owner: name,
  becomes: z.enum(["task", "draft", "nothing"]),
  dueAt: instant.optional(),
});

const deed = z.discriminatedUnion("deed", [
  z.strictObject({ deed: z.literal("note"), by: name, says: text }),
  z.strictObject({ deed: z.literal("decide"), by: name, decision }),
  z.strictObject({ deed: z.literal("hold"), by: name, minutes: z.string().max(20_000) }),
  z.strictObject({ deed: z.literal("sign"), by: name }),
  z.strictObject({ deed: z.literal("close"), by: name }),
]);

export const reviewRoutes = {
  listReviews: {
    method: "GET",
    path: "/v1/reviews",
    permission: "read",
    says: {
      es: "Las revisiones, o las de un acuerdo, de la más nueva a la más vieja.",
      en: "The reviews, or those of one agreement, from the newest on.",
    },
    query: z.strictObject({ agreement: name.optional() }),
    answer: z.object({ reviews: z.array(review) }),
    problems: ["thing-missing"],
  },
  showReview: {
    method: "GET",
    path: "/v1/reviews/:review",
    permission: "read",
    says: {
      es: "Una revisión con su agenda: cumplimiento de ambos lados, fallos con sus causas, disputas, créditos, correcciones y propuestas.",
      en: "A review with its agenda: attainment both ways, misses with their causes, disputes, credits, corrections and proposals.",
    },
    params: id,
    answer: z.object({ review, agenda: anything }),
    problems: ["thing-missing"],
  },
  actOnReview: {
    method: "POST",
    path: "/v1/reviews/:review/deeds",
    permission: "dispute",
    says: {
      es: "Anota, decide, celebra con acta, firma o cierra. Al cerrarla, sus decisiones pasan a tareas y borradores.",
      en: "Note, decide, hold with minutes, sign or close. Closed, its decisions become tasks and drafts.",
    },
    params: id,
    body: deed,
    answer: z.object({ review, agenda: anything }),
    problems: ["review-move", "review-signer", "review-without-minutes", "party-not-yours"],
  },
} as const satisfies Readonly<Record<string, Route>>;
