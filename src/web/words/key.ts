/** What the page of API keys says. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const keyWords = {
  lead: {
    es: "Una clave deja entrar a un programa con los permisos que le des, nunca más que los tuyos.",
    en: "A key lets a program in with the permissions you give it, never more than yours.",
  },
  create: { es: "Nueva clave", en: "New key" },
  none: { es: "Todavía no hay claves", en: "There are no keys yet" },
  noneText: {
    es: "Crea una para que tu CRM o tu código registren hechos y lean resultados.",
    en: "Make one so that your CRM or your code records facts and reads results.",
  },
  title: { es: "Nombre", en: "Name" },
  titleHint: { es: "Para qué es: «Formulario web»", en: 'What it is for: "Web form"' },
  scopes: { es: "Permisos", en: "Permissions" },
  scopesMissing: { es: "Elige al menos un permiso.", en: "Choose at least one permission." },
  expires: { es: "Caduca el", en: "Expires on" },
  expiresHint: { es: "Vacío: no caduca.", en: "Empty: it does not expire." },
  never: { es: "nunca", en: "never" },
  made: { es: "Crear", en: "Create" },
  text: {
    es: "La clave, que se muestra ahora y no vuelve a mostrarse",
    en: "The key, shown now and never again",
  },
  keys: { es: "Claves", en: "Keys" },
  begins: { es: "Empieza por", en: "Begins with" },
  createdAt: { es: "Creada", en: "Made" },
  lastUsed: { es: "Último uso", en: "Last used" },
  unused: { es: "sin usar", en: "unused" },
  state: { es: "Estado", en: "State" },
  inForce: { es: "en vigor", en: "in force" },
  revoked: { es: "revocada", en: "revoked" },
  expired: { es: "caducada", en: "expired" },
  revoke: { es: "Revocar", en: "Revoke" },
  revokeOf: { es: "Revocar {name}", en: "Revoke {name}" },
  revokeText: {
    es: "En unos segundos ningún proceso la acepta. No se puede deshacer: quien la use necesitará otra.",
    en: "Within seconds no process takes it. This cannot be undone: whoever uses it will need another.",
  },
  revokedTold: { es: "{name}: clave revocada", en: "{name}: key revoked" },
} as const satisfies Readonly<Record<string, Sentence>>;
