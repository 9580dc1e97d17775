/** API keys of a workspace. */
import { z } from "zod";
import { permissions } from "./permission.ts";
import { instant, name, type Route } from "./route.ts";

const key = z.object({
  id: z.string(),
  title: z.string(),
  prefix: z.string(),
  scopes: z.array(z.string()),
  createdBy: z.string(),
  createdAt: instant,
  expiresAt: instant.nullable(),
  revokedAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
});

export const apiKeyRoutes = {
  listApiKeys: {
    method: "GET",
    path: "/v1/api-keys",
    permission: "admin",
    says: {
      es: "Las claves de API: su comienzo y sus permisos, nunca su secreto.",
      en: "The API keys: how they begin and what they may do, never their secret.",
    },
    answer: z.object({ keys: z.array(key) }),
  },
  createApiKey: {
    method: "POST",
    path: "/v1/api-keys",
    permission: "admin",
    says: {
      es: "Crea una clave. Su texto está solo en esta respuesta.",
      en: "Make a key. Its text is in this answer and nowhere else.",
    },
    body: z.strictObject({
      title: name,
      scopes: z.array(z.enum(permissions)).min(1).max(permissions.length),
      expiresAt: instant.optional(),
    }),
    answer: z.object({ key, text: z.string() }),
    status: 201,
    isSecret: true,
    problems: ["scope-beyond"],
  },
  revokeApiKey: {
    method: "DELETE",
    path: "/v1/api-keys/:id",
    permission: "admin",
    says: {
      es: "Revoca una clave: en unos segundos ningún proceso la acepta.",
      en: "Revoke a key: within seconds no process takes it.",
    },
    params: z.strictObject({ id: z.string().min(1).max(100) }),
    answer: z.object({ id: z.string() }),
    problems: ["api-key-missing"],
  },
} as const satisfies Readonly<Record<string, Route>>;
