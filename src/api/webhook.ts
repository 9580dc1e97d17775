/** Addresses outside that are told of changes, and what could not be told to them. */
import { z } from "zod";
import { anything, instant, name, page, type Route } from "./route.ts";

/** The address of a chat carries its secret, so only its host is shown. */
const webhookSchema = z.object({
  id: z.string(),
  kind: z.enum(["standard", "slack", "teams"]),
  title: z.string().nullable(),
  host: z.string(),
  types: z.array(z.string()),
  failures: z.number(),
  restsUntil: instant.nullable(),
  pausedBecause: z.string().nullable(),
  /** Until when the secret before the last one signs as well. */
  formerUntil: instant.nullable(),
});

const withSecret = webhookSchema.extend({ secret: z.string() });

const params = z.strictObject({ id: name });

export const webhookRoutes = {
  listWebhooks: {
    method: "GET",
    path: "/v1/webhooks",
    permission: "admin",
    says: {
      es: "Las direcciones a las que se avisa, y cómo les va.",
      en: "The addresses that are told, and how they fare.",
    },
    answer: z.object({ webhooks: z.array(webhookSchema) }),
  },
  keepWebhook: {
    method: "PUT",
    path: "/v1/webhooks/:id",
    permission: "admin",
    says: {
      es: "Añade una dirección o la cambia; su secreto se dice aquí.",
      en: "Add an address or change it; its secret is told here.",
    },
    params,
    body: z.strictObject({
      kind: z.enum(["standard", "slack", "teams"]).default("standard"),
      title: z.string().max(200).optional(),
      url: z.string().max(2_000),
      types: z.array(z.string().max(100)).min(1).max(100).default(["*"]),
    }),
    answer: withSecret,
    isSecret: true,
    problems: ["webhook-url", "webhook-host", "webhook-retired"],
  },
  rotateSecret: {
    method: "POST",
    path: "/v1/webhooks/:id/secret",
    permission: "admin",
    says: {
      es: "Cambia el secreto; el anterior firma también durante un día.",
      en: "Change the secret; the one before signs as well for a day.",
    },
    params,
    answer: withSecret,
    isSecret: true,
    problems: ["thing-missing"],
  },
  removeWebhook: {
    method: "DELETE",
    path: "/v1/webhooks/:id",
    permission: "admin",
    says: { es: "Quita una dirección.", en: "Remove an address." },
    params,
    answer: z.object({}),
    problems: ["thing-missing"],
  },
  listDeadDeliveries: {
    method: "GET",
    path: "/v1/deliveries/dead",
    permission: "admin",
    says: {
      es: "Los avisos que no se pudieron entregar, el último primero.",
      en: "The notices that could not be delivered, the latest first.",
    },
    query: z.strictObject({ limit: page.limit }),
    answer: z.object({
      deliveries: z.array(
        z.object({
          id: z.string(),
          channel: z.string(),
          recipient: z.string(),
          happenedAt: instant,
          deadAt: instant,
          attempts: z.number(),
          error: z.string().nullable(),
          notice: anything,
        }),
      ),
    }),
  },
  dryRunNotices: {
    method: "GET",
    path: "/v1/notices/dry-run",
    permission: "admin",
    says: {
      es: "A quién se habría avisado en los últimos 30 días con las reglas de hoy, sin avisar a nadie. `who` vacío: a nadie.",
      en: "Who would have been told in the last 30 days under the rules of today, with nobody told. `who` empty: nobody.",
    },
    answer: z.object({
      from: instant,
      to: instant,
      clocks: z.number(),
      isCut: z.boolean(),
      told: z.array(
        z.object({
          agreement: z.string(),
          commitment: z.string(),
          step: z.number(),
          at: z.string(),
          who: z.string(),
          via: z.array(z.string()),
          times: z.number(),
        }),
      ),
    }),
  },
  replayDeliveries: {
    method: "POST",
    path: "/v1/deliveries/replay",
    permission: "admin",
    says: {
      es: "Vuelve a intentar avisos abandonados, con los mismos identificadores.",
      en: "Try notices that were given up again, under the ids they had.",
    },
    body: z.strictObject({ ids: z.array(z.string().max(2_000)).min(1).max(1_000) }),
    answer: z.object({ replayed: z.number() }),
  },
} as const satisfies Readonly<Record<string, Route>>;
