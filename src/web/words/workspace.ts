/** What the pages of the workspace and of appearance say. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const workspaceWords = {
  name: { es: "Nombre", en: "Name" },
  language: { es: "Idioma de los avisos", en: "Language of notices" },
  zone: { es: "Zona horaria", en: "Time zone" },
  zoneHint: {
    es: "La del día de este espacio. Cada calendario y acuerdo guarda la suya.",
    en: "That of this workspace's day. Each calendar and agreement keeps its own.",
  },
  saved: { es: "Espacio guardado", en: "Workspace saved" },
  data: { es: "Tus datos", en: "Your data" },
  dataText: {
    es: "Todo el espacio en un archivo, tal como está en este momento: hechos, relojes, acuerdos, personas, auditoría y los secretos de los webhooks. Guárdalo como guardas la base de datos; se importa entero en otro Acuerdo.",
    en: "The whole workspace in one file, as it stands at this moment: facts, clocks, agreements, people, audit, and the secrets of webhooks. Keep it as you keep the database; another Acuerdo imports it whole.",
  },
  download: { es: "Descargar todo el espacio", en: "Download the whole workspace" },
  ownerOnly: {
    es: "Solo quien es titular puede descargarlo o cambiar la entrada única.",
    en: "Only an owner may download it or change single sign-on.",
  },
  erase: { es: "Borrar a una persona", en: "Erase a person" },
  eraseText: {
    es: "Quita de todos los hechos de un registro los campos que elijas, y quién los anotó. Los hechos quedan y se juzgan de nuevo sin ellos. Lo sellado se conserva: pruebas de objeciones, revisiones firmadas y auditoría.",
    en: "Takes the fields you choose out of every fact of a record, and who noted them. The facts stay and are judged again without them. What is sealed is kept: evidence of disputes, signed reviews and the audit.",
  },
  subject: { es: "Registro", en: "Record" },
  find: { es: "Ver qué se sabe", en: "See what is known" },
  fields: { es: "Campos que se quitan", en: "Fields taken out" },
  eraseDo: { es: "Borrar estos campos", en: "Erase these fields" },
  eraseOf: { es: "Borrar campos de {name}", en: "Erase fields of {name}" },
  eraseSure: {
    es: "Se quitan de todos sus hechos: {fields}. No se puede deshacer. Si un acuerdo lee alguno, sus relojes se juzgan sin él.",
    en: "Taken out of all its facts: {fields}. This cannot be undone. Where an agreement reads one, its clocks are judged without it.",
  },
  erased: {
    es: "Campos borrados de {count, plural, one {# hecho} other {# hechos}}",
    en: "Fields erased from {count, plural, one {# fact} other {# facts}}",
  },
  signOn: { es: "Entrada única (OpenID Connect)", en: "Single sign-on (OpenID Connect)" },
  signOnNone: {
    es: "No hay proveedor: la gente entra con contraseña o enlace por correo.",
    en: "There is no provider: people come in by password or a link by mail.",
  },
  issuer: { es: "Emisor", en: "Issuer" },
  issuerHint: {
    es: "https://… tal como lo nombra tu proveedor",
    en: "https://… as your provider names it",
  },
  clientId: { es: "Identificador de cliente", en: "Client id" },
  clientSecret: { es: "Secreto de cliente", en: "Client secret" },
  secretHint: {
    es: "Se guarda cifrado y no vuelve a mostrarse; al guardar hay que escribirlo.",
    en: "Kept encrypted and never shown again; it has to be written on every save.",
  },
  domains: { es: "Dominios de correo", en: "Mail domains" },
  domainsHint: {
    es: "Separados por comas. Vacío: solo entra quien tiene invitación.",
    en: "With commas between. Empty: only those who are invited come in.",
  },
  joinsAs: { es: "Quien llega sin invitación entra como", en: "Whoever comes uninvited joins as" },
  joinsNone: { es: "nadie: hace falta invitación", en: "nobody: an invitation is needed" },
  callback: {
    es: "Dirección de retorno, para tu proveedor",
    en: "Return address, for your provider",
  },
  signOnSaved: { es: "Entrada única guardada", en: "Single sign-on saved" },
  signOnRemove: { es: "Quitar entrada única", en: "Remove single sign-on" },
  signOnRemoveText: {
    es: "La gente vuelve a entrar con contraseña o enlace por correo.",
    en: "People come in by password or a link by mail again.",
  },
  signOnRemoved: { es: "Entrada única quitada", en: "Single sign-on removed" },
  appearanceLead: {
    es: "Solo para ti y en este navegador.",
    en: "For you alone, in this browser.",
  },
  readerLanguage: { es: "Idioma", en: "Language" },
  es: { es: "Español", en: "Español" },
  en: { es: "English", en: "English" },
  theme: { es: "Tema", en: "Theme" },
  light: { es: "Claro", en: "Light" },
  dark: { es: "Oscuro", en: "Dark" },
  times: { es: "Las horas se dicen en", en: "Times are told in" },
  ownZone: { es: "Mi zona ({zone})", en: "My zone ({zone})" },
  workspaceZone: { es: "La zona del espacio ({zone})", en: "The workspace's zone ({zone})" },
  timesHint: {
    es: "La otra hora se ve al pasar sobre cada momento.",
    en: "The other time shows over each moment.",
  },
  density: { es: "Espacio entre filas", en: "Space between rows" },
  comfortable: { es: "Amplio", en: "Comfortable" },
  compact: { es: "Compacto", en: "Compact" },
} as const satisfies Readonly<Record<string, Sentence>>;
