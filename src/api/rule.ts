/** Rules on events, and what they would have done. */
import { z } from "zod";
import { anything, instant, name, type Route } from "./route.ts";

const params = z.strictObject({ id: name });
const problems = ["rule-wrong"] as const;

export const ruleRoutes = {
  listRules: {
    method: "GET",
    path: "/v1/rules",
    permission: "read",
    says: { es: "Las reglas sobre eventos.", en: "The rules on events." },
    answer: z.object({
      rules: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          isEnabled: z.boolean(),
          document: anything,
        }),
      ),
    }),
  },
  keepRule: {
    method: "PUT",
    path: "/v1/rules/:id",
    permission: "publish",
    says: { es: "Añade una regla o la cambia.", en: "Add a rule or change it." },
    params,
    body: z.strictObject({
      title: z.string().min(1).max(200),
      isEnabled: z.boolean(),
      document: anything,
    }),
    answer: z.object({}),
    problems,
  },
  removeRule: {
    method: "DELETE",
    path: "/v1/rules/:id",
    permission: "publish",
    says: { es: "Quita una regla.", en: "Remove a rule." },
    params,
    answer: z.object({}),
    problems: ["thing-missing"],
  },
  dryRunRule: {
    method: "POST",
    path: "/v1/rules/dry-run",
    permission: "read",
    says: {
      es: "Lo que una regla habría hecho en los últimos 30 días, sin hacerlo.",
      en: "What a rule would have done in the last 30 days, without doing it.",
    },
    body: z.strictObject({
      document: anything,
      from: instant.optional(),
      to: instant.optional(),
    }),
    answer: z.object({
      from: instant,
      to: instant,
      fired: z.number(),
      given: z.record(z.string(), z.number()),
      nobody: z.number(),
      isCut: z.boolean(),
      firings: z.array(
        z.object({
          at: instant,
          subject: z.string(),
          event: z.string(),
          deeds: z.array(
            z.object({
              deed: z.string(),
              to: z.string().optional(),
              because: z.record(z.string(), z.string()).optional(),
            }),
          ),
        }),
      ),
    }),
    problems,
  },
} as const satisfies Readonly<Record<string, Route>>;
