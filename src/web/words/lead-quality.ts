/** What the page of lead quality says. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const leadWords = {
  title: { es: "Calidad de leads", en: "Lead quality" },
  views: { es: "Partes de la página", en: "Parts of the page" },
  funnel: { es: "Embudo", en: "Funnel" },
  returned: { es: "Devueltos", en: "Returned" },
  reasons: { es: "Motivos", en: "Reasons" },
  by: { es: "Por", en: "By" },
  span: { es: "Entregados en", en: "Handed over in" },
  lastDays: {
    es: "{days, plural, one {el último día} other {los últimos # días}}",
    en: "{days, plural, one {the last day} other {the last # days}}",
  },
  none: { es: "Todavía no se ha entregado ningún lead", en: "No lead has been handed over yet" },
  noneText: {
    es: "Cada hecho «lead.handedOff» es una entrega. Cuando llegue el primero, aquí se ve qué fue de él: aceptado o devuelto, y por qué.",
    en: 'Every fact "lead.handedOff" is a hand-over. Once the first arrives, this page shows what became of it: accepted or returned, and why.',
  },
  noneOfSpan: {
    es: "Ningún lead entregado en estos {days, plural, one {# día} other {# días}}",
    en: "No lead handed over in these {days, plural, one {# day} other {# days}}",
  },
  longer: { es: "Ver los últimos 365 días", en: "See the last 365 days" },
  delivered: { es: "Entregados", en: "Handed over" },
  accepted: { es: "Aceptados", en: "Accepted" },
  rejected: { es: "Rechazados", en: "Rejected" },
  disqualified: { es: "Descartados", en: "Disqualified" },
  recycled: { es: "Reciclados", en: "Recycled" },
  sql: { es: "SQL", en: "SQL" },
  opportunity: { es: "Oportunidades", en: "Opportunities" },
  won: { es: "Ganados", en: "Won" },
  rejectedBy: { es: "Rechazo: {family}", en: "Rejected: {family}" },
  acceptance: { es: "Aceptación", en: "Acceptance" },
  toSql: { es: "A SQL", en: "To SQL" },
  toWon: { es: "A ganado", en: "To won" },
  cost: { es: "Costo", en: "Cost" },
  worth: { es: "Valor ganado", en: "Value won" },
  answer: { es: "Respuesta, mitad", en: "Answer, half" },
  answerMost: { es: "9 de cada 10", en: "9 in 10" },
  ofDelivered: { es: "{share} de los entregados", en: "{share} of those handed over" },
  funnelTable: { es: "Qué fue de ellos, {by}", en: "What became of them, {by}" },
  moneyTable: { es: "Respuesta y dinero, {by}", en: "Answer and money, {by}" },
  opens: { es: "Cada número abre sus leads.", en: "Each number opens its leads." },
  partOf: { es: "{part, number} de {all, number}", en: "{part, number} of {all, number}" },
  between: { es: "{low} a {high}", en: "{low} to {high}" },
  young: {
    es: "{count, plural, one {# joven} other {# jóvenes}}",
    en: "{count, plural, one {# young} other {# young}}",
  },
  ripe: {
    es: "Nueve de cada diez SQL llegan en {sql} tras la entrega, y nueve de cada diez ventas en {won}. Un lead más joven todavía puede llegar: las conversiones no lo cuentan.",
    en: "Nine in ten SQL come within {sql} of the hand-over, and nine in ten deals are won within {won}. A younger lead may still get there: conversions leave it out.",
  },
  never: { es: "un plazo que aún no se conoce", en: "a time that is not known yet" },
  days: {
    es: "{days, plural, one {# día} other {# días}}",
    en: "{days, plural, one {# day} other {# days}}",
  },
  interval: {
    es: "El intervalo junto a cada parte es el de Wilson, con 95 % de confianza.",
    en: "The interval beside each share is Wilson's, with 95% confidence.",
  },
  acceptanceText: {
    es: "La aceptación se cuenta por respuestas: un lead rechazado, corregido y aceptado cuenta en las dos.",
    en: "Acceptance is counted by answers: a lead that was rejected, corrected and accepted counts as both.",
  },
  cohorts: { es: "Conversión por mes de entrega", en: "Conversion by month of hand-over" },
  cohortsText: {
    es: "De los leads de cada mes, cuántos llegaron a ser {goal}. {young, plural, =0 {Todos los meses están maduros.} one {Con rayas, el mes que aún puede subir.} other {Con rayas, los # meses que aún pueden subir.}}",
    en: "Of the leads of each month, how many became {goal}. {young, plural, =0 {Every month is ripe.} one {Hatched, the month that may still rise.} other {Hatched, the # months that may still rise.}}",
  },
  goal: { es: "Conversión a", en: "Conversion to" },
  goalSql: { es: "SQL", en: "SQL" },
  goalWon: { es: "cliente", en: "customer" },
  month: { es: "Mes", en: "Month" },
  ripeness: { es: "Madurez", en: "Ripeness" },
  isRipe: { es: "maduro", en: "ripe" },
  isYoung: { es: "puede subir", en: "may rise" },
  chart: {
    es: "Conversión de {months, plural, one {# mes} other {# meses}}",
    en: "Conversion of {months, plural, one {# month} other {# months}}",
  },
  unknown: { es: "sin dato", en: "not known" },
  leads: {
    es: "{count, plural, =0 {Ningún lead} one {# lead} other {# leads}}",
    en: "{count, plural, =0 {No leads} one {# lead} other {# leads}}",
  },
  moreLeads: { es: "Mostrar más", en: "Show more" },
  drift: {
    es: "{share} de los rechazos ({part, number} de {all, number}) son «{detail}»: ¿actualizar la definición de MQL?",
    en: '{share} of rejections ({part, number} of {all, number}) are "{detail}": update the definition of MQL?',
  },
  driftAgreement: {
    es: "Preparar un cambio en «{title}»",
    en: 'Draft a change in "{title}"',
  },
  driftLeads: { es: "Ver esos leads", en: "See those leads" },
  reasonTable: {
    es: "Por qué {count, plural, one {volvió # lead} other {volvieron # leads}}",
    en: "Why {count, plural, one {# lead} other {# leads}} came back",
  },
  reason: { es: "Motivo", en: "Reason" },
  share: { es: "Parte", en: "Share" },
  trend: { es: "Tendencia", en: "Trend" },
  trendText: { es: "por mes: {numbers}", en: "by month: {numbers}" },
  noReasons: {
    es: "Ningún lead devuelto en este tramo",
    en: "No lead came back in this span",
  },
  othersMarked: {
    es: "Más de 5 % de los descartes dicen «otra razón», sobre la que nadie puede actuar: {values}.",
    en: 'More than 5% of what was disqualified says "other", on which nobody can act: {values}.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export const goalWords = { sql: leadWords.goalSql, won: leadWords.goalWon } as const;

export const dimensionWords = {
  source: { es: "Fuente", en: "Source" },
  campaign: { es: "Campaña", en: "Campaign" },
  owner: { es: "Persona", en: "Person" },
  team: { es: "Equipo", en: "Team" },
} as const satisfies Readonly<Record<string, Sentence>>;

export const familyWords: Readonly<Record<string, Sentence>> = {
  procedural: { es: "ruta", en: "route" },
  clerical: { es: "datos", en: "details" },
  definitional: { es: "definición", en: "definition" },
  unknown: { es: "sin código", en: "no code" },
};

/** What follows a code. */
export const detailWords: Readonly<Record<string, Sentence>> = {
  route: { es: "otro equipo", en: "another team" },
  territory: { es: "territorio", en: "territory" },
  owner: { es: "otra persona", en: "another person" },
  duplicate: { es: "duplicado", en: "duplicate" },
  customer: { es: "ya es cliente", en: "already a customer" },
  deal: { es: "oportunidad abierta", en: "open deal" },
  missing: { es: "falta un dato", en: "missing field" },
  invalid: { es: "dato inválido", en: "invalid field" },
  bounced: { es: "correo rebotado", en: "bounced mail" },
  phone: { es: "teléfono", en: "phone" },
  spam: { es: "spam", en: "spam" },
  test: { es: "prueba", en: "test" },
  size: { es: "tamaño", en: "size" },
  sector: { es: "sector", en: "sector" },
  country: { es: "país", en: "country" },
  role: { es: "cargo", en: "role" },
  score: { es: "puntuación", en: "score" },
  competitor: { es: "competidor", en: "competitor" },
  student: { es: "estudiante", en: "student" },
};
