/** What the pages of agreements and commitments say. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const boundWords = {
  atLeast: { es: "al menos {value}", en: "at least {value}" },
  above: { es: "más de {value}", en: "more than {value}" },
  atMost: { es: "como máximo {value}", en: "at most {value}" },
  below: { es: "menos de {value}", en: "less than {value}" },
} as const satisfies Readonly<Record<string, Sentence>>;

export const agreementWords = {
  title: { es: "Acuerdos", en: "Agreements" },
  attainment: { es: "Cumplimiento", en: "Attainment" },
  lastPeriods: { es: "Últimos períodos", en: "Latest periods" },
  none: { es: "Todavía no hay acuerdos", en: "There are no agreements yet" },
  noneText: {
    es: "Publica uno con la API o con «acuerdo serve» y la demostración: aparecerá aquí con su cumplimiento.",
    en: "Publish one by the API, or load the demo from today's page: it appears here with its attainment.",
  },
  document: { es: "Documento", en: "Document" },
  commitments: { es: "Compromisos", en: "Commitments" },
  versions: { es: "Versiones", en: "Versions" },
  tabs: { es: "Partes del acuerdo", en: "Parts of the agreement" },
  commitment: { es: "Compromiso", en: "Commitment" },
  current: { es: "Período en curso", en: "Current period" },
  left: {
    es: "{count, plural, =0 {sin margen: ni un incumplimiento más} one {queda # incumplimiento} other {quedan # incumplimientos}}",
    en: "{count, plural, =0 {no margin: not one miss more} one {# miss left} other {# misses left}}",
  },
  leftDown: { es: "quedan {length} de caída", en: "{length} of downtime left" },
  noPeriods: { es: "sin períodos juzgados", en: "no periods judged" },
  revision: { es: "Revisión", en: "Revision" },
  inForce: { es: "En vigor desde", en: "In force since" },
  publishedBy: { es: "Publicada por", en: "Published by" },
  hash: { es: "Huella", en: "Hash" },
  changes: { es: "Qué cambió", en: "What changed" },
  first: { es: "la primera", en: "the first" },
  same: { es: "ninguna cláusula", en: "no clause" },
  showText: { es: "Texto en YAML", en: "Text in YAML" },
  verdictMet: { es: "cumplido", en: "met" },
  verdictBreached: { es: "incumplido", en: "breached" },
  verdictOpen: { es: "abierto", en: "open" },
  verdictNone: { es: "no evaluable", en: "not assessable" },
  ofCount: {
    es: "{share} ({met, number} de {all, number})",
    en: "{share} ({met, number} of {all, number})",
  },
  interval: {
    es: "con 95 % de confianza, entre {low} y {high}",
    en: "with 95% confidence, between {low} and {high}",
  },
  objective: { es: "Objetivo", en: "Objective" },
  byPeriod: { es: "Cumplimiento por período", en: "Attainment by period" },
  chartText: {
    es: "{count, plural, one {# período} other {# períodos}}; el objetivo es la línea",
    en: "{count, plural, one {# period} other {# periods}}; the objective is the line",
  },
  period: { es: "Período", en: "Period" },
  value: { es: "Valor", en: "Value" },
  verdict: { es: "Veredicto", en: "Verdict" },
  missed: { es: "Incumplidos", en: "Missed" },
  excused: { es: "Excusados", en: "Excused" },
  spread: { es: "Cuánto tarda", en: "How long it takes" },
  spreadText: {
    es: "La mitad en {half} o menos; nueve de cada diez en {most} o menos ({count, plural, one {# reloj} other {# relojes}}, últimos 90 días)",
    en: "Half within {half}; nine in ten within {most} ({count, plural, one {# clock} other {# clocks}}, last 90 days)",
  },
  noWork: {
    es: "Ningún reloj terminado en los últimos 90 días",
    en: "No clock ended in the last 90 days",
  },
  upTo: { es: "Hasta", en: "Up to" },
  clocks: { es: "Relojes", en: "Clocks" },
  heat: { es: "Cuándo llega", en: "When it comes" },
  heatText: {
    es: "Relojes por día y hora en que arrancaron; en {zone}. Con rayas, donde se incumplió más de la mitad.",
    en: "Clocks by the day and hour they started; in {zone}. Hatched where more than half were missed.",
  },
  day: { es: "Día", en: "Day" },
  hour: { es: "Hora", en: "Hour" },
  backToday: { es: "Ver los abiertos en Hoy", en: "See those open in Today" },
} as const satisfies Readonly<Record<string, Sentence>>;
