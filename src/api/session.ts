/** The session of whoever asks, and the single sign-on of the workspace. */
import { z } from "zod";
import { roles } from "./permission.ts";
import { name, type Route } from "./route.ts";

const signOn = z.object({
  issuer: z.string(),
  clientId: z.string(),
  domains: z.array(z.string()),
  joinsAs: z.string().nullable(),
  callback: z.string(),
});

export const sessionRoutes = {
  getSession: {
    method: "GET",
    path: "/v1/session",
    permission: "read",
    says: {
      es: "Quién entró, qué espacios abre, y el token que acompaña a lo que cambia algo (X-Acuerdo-Token).",
      en: "Who is signed in, which workspaces they open, and the token that goes with what changes something (X-Acuerdo-Token).",
    },
    answer: z.object({
      person: z
        .object({ id: z.string(), name: z.string(), email: z.string(), hasTwoFactor: z.boolean() })
        .nullable(),
      workspaces: z.array(z.object({ workspace: z.string(), role: z.enum(roles) })),
      token: z.string().nullable(),
    }),
  },
  openWorkspace: {
    method: "PUT",
    path: "/v1/session/workspace",
    permission: "read",
    says: {
      es: "Abre otro espacio en esta sesión.",
      en: "Open another workspace in this session.",
    },
    body: z.strictObject({ workspace: name }),
    answer: z.object({ workspace: z.string() }),
    problems: ["workspace-closed", "session-bound"],
  },
  createWorkspace: {
    method: "POST",
    path: "/v1/workspaces",
    permission: "read",
    says: {
      es: "Crea otro espacio, propiedad de quien lo pide. Solo quien ya es propietario de uno.",
      en: "Make another workspace, owned by who asks. Only for who owns one already.",
    },
    body: z.strictObject({
      id: name.optional(),
      title: name,
      language: z.enum(["es", "en"]),
      timeZone: name,
    }),
    answer: z.object({ workspace: z.string() }),
    status: 201,
    problems: ["workspace-known", "workspace-name", "time-zone-unknown", "role-beyond"],
  },
  getSingleSignOn: {
    method: "GET",
    path: "/v1/single-sign-on",
    permission: "admin",
    says: {
      es: "El proveedor de identidad del espacio.",
      en: "The workspace's identity provider.",
    },
    answer: signOn,
    problems: ["sign-on-missing"],
  },
  saveSingleSignOn: {
    method: "PUT",
    path: "/v1/single-sign-on",
    permission: "admin",
    says: {
      es: "Nombra el proveedor (OpenID Connect) que responde por la gente de este espacio. Solo la persona propietaria.",
      en: "Name the provider (OpenID Connect) that vouches for the people of this workspace. The owner alone.",
    },
    body: z.strictObject({
      issuer: z.url().max(500),
      clientId: name,
      clientSecret: z.string().min(1).max(500),
      domains: z
        .array(z.string().regex(/^[a-z0-9.-]{3,253}$/))
        .max(50)
        .default([]),
      joinsAs: z.enum(["manager", "member", "auditor"]).optional(),
    }),
    answer: signOn,
    problems: ["sign-on-insecure", "sign-on-unreachable", "role-beyond"],
  },
  removeSingleSignOn: {
    method: "DELETE",
    path: "/v1/single-sign-on",
    permission: "admin",
    says: {
      es: "Quita la entrada única. Solo la persona propietaria.",
      en: "Take single sign-on away. The owner alone.",
    },
    answer: z.object({ removed: z.literal(true) }),
    problems: ["sign-on-missing", "role-beyond"],
  },
} as const satisfies Readonly<Record<string, Route>>;
