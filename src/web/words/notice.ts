/** What the inbox and the pages of notifications say. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const whyWords = {
  owner: { es: "lo llevas tú", en: "it is yours" },
  manager: { es: "diriges al equipo que lo lleva", en: "you manage the team whose it is" },
  workspaceOwner: {
    es: "el espacio es tuyo y nadie dirige todavía al equipo que lo lleva",
    en: "the workspace is yours and nobody manages the team whose it is yet",
  },
  party: { es: "eres contacto de {name}", en: "you are a contact of {name}" },
  channel: { es: "el acuerdo avisa a {name}", en: "the agreement tells {name}" },
  address: { es: "el acuerdo nombra tu dirección", en: "the agreement names your address" },
  told: { es: "te lo habíamos dicho antes", en: "we had told you before" },
  rule: { es: "lo pide una regla de tu espacio", en: "a rule of your workspace asks for it" },
  digest: { es: "diriges un equipo", en: "you manage a team" },
} as const satisfies Readonly<Record<string, Sentence>>;

/** The ways a step of an escalation tells by. */
export const viaWords: Readonly<Record<string, Sentence>> = {
  inbox: { es: "bandeja", en: "inbox" },
  email: { es: "correo", en: "mail" },
  slack: { es: "Slack", en: "Slack" },
  teams: { es: "Teams", en: "Teams" },
  webhook: { es: "webhook", en: "webhook" },
};

export const noticeWords = {
  unread: {
    es: "{count, plural, =0 {Nada sin leer} one {# aviso sin leer} other {# avisos sin leer}}",
    en: "{count, plural, =0 {Nothing unread} one {# unread notice} other {# unread notices}}",
  },
  readAll: { es: "Marcar todo como leído", en: "Mark all as read" },
  readOne: { es: "Leído", en: "Read" },
  readNamed: { es: "Marcar como leído: {name}", en: "Mark as read: {name}" },
  empty: { es: "No tienes avisos", en: "You have no notices" },
  emptyText: {
    es: "Aquí llegan los avisos de lo que llevas tú: lo que vence pronto, lo vencido y lo que cambia después.",
    en: "Notices of what you hold come here: what is due soon, what is overdue, and what changes later.",
  },
  keyless: {
    es: "Una clave de API no tiene bandeja: entra con tu cuenta.",
    en: "An API key has no inbox: sign in with your account.",
  },
  tasks: { es: "Por hacer", en: "To do" },
  noTasks: { es: "Nada por hacer.", en: "Nothing to do." },
  done: { es: "Hecha", en: "Done" },
  doneNamed: { es: "Dar por hecha: {name}", en: "Mark as done: {name}" },
  doneTold: { es: "Tarea hecha", en: "Task done" },
  notices: { es: "Avisos", en: "Notices" },
  why: { es: "Por qué te llega", en: "Why you get it" },
  passedOn: {
    es: "{why}; en el paso anterior no había a quién avisar",
    en: "{why}; the step before had nobody to tell",
  },
  heldBy: { es: "{name} (lo lleva {owner})", en: "{name} (held by {owner})" },
  warning: {
    es: "{name}: va el {share} % del plazo de «{promise}»",
    en: '{name}: {share}% of the time for "{promise}" is spent',
  },
  breach: { es: "{name}: «{promise}» venció", en: '{name}: "{promise}" was due' },
  confirmed: {
    es: "{name}: se confirma que «{promise}» venció",
    en: '{name}: confirmed, "{promise}" was due',
  },
  moved: {
    es: "{name}: «{promise}» venció a otra hora de la que dijimos",
    en: '{name}: "{promise}" was due at another time than we said',
  },
  withdrawn: {
    es: "{name}: retiramos el aviso de «{promise}»",
    en: '{name}: we take back the notice of "{promise}"',
  },
  ahead: { es: "{name}: «{promise}» vence pronto", en: '{name}: "{promise}" is due soon' },
  overdue: { es: "{name}: «{promise}» sigue pendiente", en: '{name}: "{promise}" is still open' },
  digest: {
    es: "Tu equipo: {overdue, plural, =0 {nada vencido} one {# vencido} other {# vencidos}}, {due, plural, =0 {nada vence} one {# vence} other {# vencen}} antes del mediodía",
    en: "Your team: {overdue, plural, =0 {nothing overdue} one {# overdue} other {# overdue}}, {due, plural, =0 {nothing due} one {# due} other {# due}} before noon",
  },
  rule: { es: "{name}: {says}", en: "{name}: {says}" },
  other: { es: "Un aviso de tipo {kind}", en: "A notice of the kind {kind}" },
  tabs: { es: "Partes de las notificaciones", en: "Parts of the notifications" },
  channels: { es: "Canales", en: "Channels" },
  preview: { es: "A quién se avisaría", en: "Who would be told" },
  dead: { es: "Sin entregar", en: "Not delivered" },
  lead: {
    es: "A quién se avisa lo dicen las escaladas de cada acuerdo; aquí están los canales y lo que no llegó.",
    en: "Whom to tell is said by each agreement's escalations; here are the channels and what did not arrive.",
  },
  always: { es: "Siempre", en: "Always" },
  alwaysInbox: {
    es: "Bandeja: cada aviso a un miembro, al instante.",
    en: "Inbox: every notice to a member, at once.",
  },
  alwaysMail: {
    es: "Correo: donde la escalada lo pide. Lo configura quien instala (ACUERDO_SMTP_URL).",
    en: "Mail: where the escalation asks for it. Set up by whoever installs it (ACUERDO_SMTP_URL).",
  },
  grouping: {
    es: "Agrupación: lo que va a la misma persona en 5 minutos viaja junto; por correo, más de 30 avisos al día o 10 de la misma promesa esperan al día siguiente.",
    en: "Grouping: what goes to one person within 5 minutes travels together; by mail, more than 30 notices a day or 10 of one promise wait for the next day.",
  },
  quiet: {
    es: "Horas de silencio: fuera del calendario del acuerdo, correo y chat esperan a que abra; la bandeja y los webhooks, no.",
    en: "Quiet hours: outside the agreement's calendar mail and chat wait until it opens; the inbox and webhooks do not.",
  },
  addresses: { es: "Direcciones", en: "Addresses" },
  noAddresses: {
    es: "Ninguna. Añade un canal de Slack o Teams, o un webhook firmado para tu sistema.",
    en: "None. Add a Slack or Teams channel, or a signed webhook for a system of yours.",
  },
  address: { es: "Dirección", en: "Address" },
  kind: { es: "Tipo", en: "Kind" },
  standard: { es: "Webhook firmado", en: "Signed webhook" },
  slack: { es: "Slack", en: "Slack" },
  teams: { es: "Teams", en: "Teams" },
  name: { es: "Nombre", en: "Name" },
  nameHint: {
    es: "Como lo llaman los acuerdos: #ventas",
    en: "As agreements call it: #sales",
  },
  url: { es: "URL", en: "URL" },
  types: { es: "Qué se envía", en: "What is sent" },
  allTypes: { es: "todo", en: "everything" },
  typesHint: {
    es: "Tipos separados por comas; * es todo.",
    en: "Types with commas between; * is all.",
  },
  state: { es: "Cómo va", en: "How it fares" },
  fine: { es: "bien", en: "fine" },
  failures: {
    es: "{count, plural, one {# fallo seguido} other {# fallos seguidos}}",
    en: "{count, plural, one {# failure in a row} other {# failures in a row}}",
  },
  paused: { es: "parada: {why}", en: "paused: {why}" },
  addAddress: { es: "Añadir dirección", en: "Add an address" },
  kept: { es: "Dirección guardada", en: "Address kept" },
  twoSecrets: {
    es: "firman dos secretos hasta {at}",
    en: "two secrets sign until {at}",
  },
  rotate: { es: "Cambiar secreto", en: "Change secret" },
  rotateOf: { es: "Cambiar el secreto de {name}", en: "Change the secret of {name}" },
  rotateText: {
    es: "Desde ahora se firma con el secreto nuevo; el anterior firma también durante un día, para que cambies el tuyo sin perder nada.",
    en: "From now on the new secret signs; the one before signs as well for a day, so that you can change yours without losing anything.",
  },
  removeOf: { es: "Quitar {name}", en: "Remove {name}" },
  removeText: {
    es: "Deja de recibir avisos. Los que esperan se abandonan.",
    en: "It is told no more. What waits for it is given up.",
  },
  removed: { es: "Dirección quitada", en: "Address removed" },
  secret: {
    es: "Secreto de {name}: se muestra ahora y no vuelve a mostrarse",
    en: "Secret of {name}: shown now and never again",
  },
  deadNone: { es: "Todo se ha entregado", en: "Everything was delivered" },
  deadNoneText: {
    es: "Un aviso aparece aquí cuando, tras todos los reintentos, no se pudo entregar.",
    en: "A notice shows here when it could not be delivered after every retry.",
  },
  recipient: { es: "Para", en: "To" },
  reason: { es: "Motivo", en: "Reason" },
  attempts: { es: "Intentos", en: "Tries" },
  deadAt: { es: "Abandonado", en: "Given up" },
  replay: { es: "Reintentar", en: "Try again" },
  replayOf: { es: "Reintentar para {name}", en: "Try again for {name}" },
  replayAll: { es: "Reintentar todo", en: "Try all again" },
  replayed: {
    es: "{count, plural, one {# aviso vuelve a intentarse} other {# avisos vuelven a intentarse}}",
    en: "{count, plural, one {# notice is tried again} other {# notices are tried again}}",
  },
  previewText: {
    es: "Si las escaladas de hoy hubieran regido los últimos 30 días: {clocks, plural, one {# reloj} other {# relojes}}, nadie avisado de verdad.",
    en: "Had the escalations of today held for the last 30 days: {clocks, plural, one {# clock} other {# clocks}}, with nobody told for real.",
  },
  previewCut: {
    es: "Hay más relojes: se han mirado los últimos.",
    en: "There are more clocks: the latest were looked at.",
  },
  previewNone: {
    es: "Ningún paso se habría dado. Una escalada se añade en el acuerdo.",
    en: "No step would have been taken. An escalation is added in the agreement.",
  },
  who: { es: "A quién", en: "Whom" },
  nobody: { es: "nadie a quien avisar", en: "nobody to tell" },
  promise: { es: "Compromiso", en: "Commitment" },
  step: { es: "Paso", en: "Step" },
  when: { es: "Cuándo", en: "When" },
  via: { es: "Por", en: "By" },
  times: { es: "Veces", en: "Times" },
  share: { es: "al {at} del plazo", en: "at {at} of the time" },
  atBreach: { es: "al vencer", en: "when due" },
  beforeDue: { es: "{time} antes de vencer", en: "{time} before it is due" },
  afterBreach: { es: "{time} después de vencer", en: "{time} after it was due" },
} as const satisfies Readonly<Record<string, Sentence>>;
