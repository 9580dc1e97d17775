/** What the page of corrections, and the links of an agreement, say. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const correctionKinds = {
  waiver: { es: "Dispensa", en: "Waiver" },
  dispute: { es: "Disputa", en: "Dispute" },
  exclusion: { es: "Exclusión", en: "Exclusion" },
  revocation: { es: "Retirada", en: "Taken back" },
} as const satisfies Readonly<Record<string, Sentence>>;

export const categoryWords = {
  outage: { es: "Caída", en: "Outage" },
  maintenance: { es: "Mantenimiento", en: "Maintenance" },
  forceMajeure: { es: "Fuerza mayor", en: "Force majeure" },
  holiday: { es: "Festivo", en: "Holiday" },
  other: { es: "Otra", en: "Other" },
} as const satisfies Readonly<Record<string, Sentence>>;

export const correctionWords = {
  title: { es: "Correcciones", en: "Corrections" },
  agreement: { es: "Acuerdo", en: "Agreement" },
  none: {
    es: "Ninguna corrección: todo está como se midió.",
    en: "No correction: all is as it was measured.",
  },
  kind: { es: "Tipo", en: "Kind" },
  about: { es: "Sobre qué", en: "About" },
  measured: { es: "Medido", en: "Measured" },
  entries: {
    es: "Períodos definitivos: lo que se supo después",
    en: "Final periods: what was found later",
  },
  commitment: { es: "Compromiso", en: "Commitment" },
  ofPeriod: { es: "Del período", en: "Of the period" },
  inPeriod: { es: "Entra en", en: "Goes into" },
  met: { es: "Cumplidos", en: "Met" },
  missed: { es: "Incumplidos", en: "Missed" },
  lateFacts: { es: "Hechos tardíos", en: "Late facts" },
  change: { es: "Veredicto corregido", en: "Corrected verdict" },
  reason: { es: "Motivo", en: "Reason" },
  author: { es: "Quién", en: "By" },
  approvals: { es: "Aprueban", en: "Approved by" },
  at: { es: "Cuándo", en: "When" },
  deeds: { es: "Qué se puede hacer", en: "What can be done" },
  exclude: { es: "Añadir una exclusión", en: "Add an exclusion" },
  excludeText: {
    es: "El tiempo excluido no se gasta; un asunto excluido queda excusado.",
    en: "Time left out is not spent; a subject left out is excused.",
  },
  name: { es: "Nombre corto", en: "Short name" },
  category: { es: "Categoría", en: "Category" },
  what: { es: "Qué se excluye", en: "What is left out" },
  interval: { es: "Un intervalo", en: "An interval" },
  rrule: { es: "Lo que se repite", en: "What recurs" },
  where: { es: "Lo que cumple una condición", en: "What meets a condition" },
  from: { es: "Desde", en: "From" },
  to: { es: "Hasta, incluido", en: "To, included" },
  rule: { es: "Regla", en: "Rule" },
  ruleHint: {
    es: "RRULE con duración: FREQ=WEEKLY;BYDAY=TU;BYHOUR=9;DURATION=PT2H",
    en: "RRULE with a duration: FREQ=WEEKLY;BYDAY=TU;BYHOUR=9;DURATION=PT2H",
  },
  condition: { es: "Lo que se deja fuera", en: "What is left out" },
  preview: { es: "Ver el efecto", en: "See the effect" },
  effect: {
    es: "{clocks, plural, one {Cambia # veredicto} other {Cambian # veredictos}} y {periods, plural, one {# período} other {# períodos}}; se {looked, plural, one {miró # asunto} other {miraron # asuntos}}.",
    en: "{clocks, plural, one {# verdict changes} other {# verdicts change}}, and {periods, plural, one {# period} other {# periods}}; {looked, plural, one {# subject was} other {# subjects were}} looked at.",
  },
  cut: {
    es: "Hay más asuntos que mirar: puede cambiar más.",
    en: "There are more subjects than were looked at: more may change.",
  },
  changed: { es: "{subject}: {before} › {after}", en: "{subject}: {before} › {after}" },
  revoke: { es: "Retirar", en: "Take back" },
  revokeText: {
    es: "También la retirada se añade y queda.",
    en: "Taking it back is appended too, and stays.",
  },
  doneExclude: { es: "Exclusión añadida", en: "Exclusion added" },
  doneRevoke: { es: "Corrección retirada", en: "Correction taken back" },
  toExcused: { es: "excusado", en: "excused" },
} as const satisfies Readonly<Record<string, Sentence>>;

export const linkWords = {
  title: { es: "Enlaces públicos", en: "Public links" },
  text: {
    es: "Muestran el documento, su cumplimiento y sus versiones a quien no tiene cuenta. Nada más.",
    en: "They show the document, how it is kept and its versions to whoever has no account. Nothing else.",
  },
  make: { es: "Crear un enlace", en: "Make a link" },
  language: { es: "Idioma del enlace", en: "Language of the link" },
  days: { es: "Vale durante", en: "It holds for" },
  day: { es: "días", en: "days" },
  once: {
    es: "Copia la dirección ahora: no se vuelve a mostrar.",
    en: "Copy the address now: it is not shown again.",
  },
  address: { es: "Dirección", en: "Address" },
  none: { es: "Ningún enlace todavía.", en: "No link yet." },
  expires: { es: "Hasta", en: "Until" },
  read: { es: "Leído", en: "Read" },
  never: { es: "nunca", en: "never" },
  standing: { es: "Situación", en: "Standing" },
  holds: { es: "Vale", en: "Holds" },
  revoked: { es: "Revocado", en: "Revoked" },
  expired: { es: "Expiró", en: "Expired" },
  revoke: { es: "Revocar", en: "Revoke" },
  revokeText: {
    es: "Quien lo tenga dejará de leer al instante.",
    en: "Whoever has it reads no more from now on.",
  },
  done: { es: "Enlace revocado", en: "Link revoked" },
} as const satisfies Readonly<Record<string, Sentence>>;
