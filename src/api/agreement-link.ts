/** Links that show one agreement to whoever holds them. */
import { z } from "zod";
import { instant, name, type Route } from "./route.ts";

const language = z.enum(["es", "en"]);
const id = z.string().min(1).max(100);

const link = z.object({
  id: z.string(),
  agreement: z.string(),
  language,
  createdBy: z.string(),
  createdAt: instant,
  expiresAt: instant,
  revokedAt: instant.nullable(),
  lastReadAt: instant.nullable(),
});

export const agreementLinkRoutes = {
  listLinks: {
    method: "GET",
    path: "/v1/agreements/:agreement/links",
    permission: "publish",
    says: {
      es: "Los enlaces públicos de un acuerdo; nunca su texto, que solo se ve al crearlos.",
      en: "The public links of an agreement; never their text, which is seen only when one is made.",
    },
    params: z.strictObject({ agreement: name }),
    answer: z.object({ links: z.array(link) }),
    problems: ["thing-missing"],
  },
  makeLink: {
    method: "POST",
    path: "/v1/agreements/:agreement/links",
    permission: "publish",
    says: {
      es: "Crea un enlace que muestra el acuerdo, solo para leer y sin cuenta, en un idioma y por unos días.",
      en: "Make a link that shows the agreement, to read only and without an account, in one language and for some days.",
    },
    params: z.strictObject({ agreement: name }),
    body: z.strictObject({ language, days: z.number().int().min(1).max(366) }),
    answer: z.object({ link, address: z.string() }),
    status: 201,
    isSecret: true,
    problems: ["thing-missing"],
  },
  revokeLink: {
    method: "DELETE",
    path: "/v1/agreements/:agreement/links/:id",
    permission: "publish",
    says: {
      es: "Revoca un enlace: desde la siguiente petición nadie lee con él.",
      en: "Revoke a link: from the next request on nobody reads by it.",
    },
    params: z.strictObject({ agreement: name, id }),
    answer: z.object({ id: z.string() }),
    problems: ["thing-missing"],
  },
} as const satisfies Readonly<Record<string, Route>>;
