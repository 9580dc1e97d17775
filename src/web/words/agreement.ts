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
    es: "Un acuerdo dice quién debe qué a quién, en cuánto tiempo y con qué objetivo. Empieza uno vacío, desde un YAML o copiando otro.",
    en: "An agreement says who owes what to whom, how soon, and how well. Begin with an empty one, from YAML, or with a copy.",
  },
  document: { es: "Documento", en: "Document" },
  commitments: { es: "Compromisos", en: "Commitments" },
  links: { es: "Enlaces", en: "Links" },
  versions: { es: "Versiones", en: "Versions" },
  tabs: { es: "Partes del acuerdo", en: "Parts of the agreement" },
  commitment: { es: "Compromiso", en: "Commitment" },
  current: { es: "Período en curso", en: "Current period" },
  left: {
    es: "{count, plural, =0 {sin margen: ni un incumplimiento más} one {queda # incumplimiento} other {quedan # incumplimientos}}",
    en: "{count, plural, =0 {no margin: not one miss more} one {# miss left} other {# misses left}}",
  },
  over: {
    es: "{count, plural, one {# incumplimiento de más} other {# incumplimientos de más}}",
    en: "{count, plural, one {# miss too many} other {# misses too many}}",
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
  moreThan: { es: "más de {value}", en: "more than {value}" },
  interval: {
    es: "con 95 % de confianza, entre {low} y {high}",
    en: "with 95% confidence, between {low} and {high}",
  },
  objective: { es: "Objetivo", en: "Objective" },
  lints: {
    es: "{count, plural, one {# cosa que mirar en el texto} other {# cosas que mirar en el texto}}",
    en: "{count, plural, one {# thing to look at in the text} other {# things to look at in the text}}",
  },
  lintEdit: { es: "Ir al editor", en: "Go to the editor" },
  stripsText: {
    es: "Una marca por período: cumplido, incumplido, en curso o sin evaluar.",
    en: "A mark for each period: met, breached, running or not assessed.",
  },
  revisionFrom: { es: "rev. {number, number}", en: "rev. {number, number}" },
  revisionsSince: { es: "Revisiones desde entonces", en: "Revisions since then" },
  control: { es: "Límites de control", en: "Control limits" },
  controlText: {
    es: "Entre las líneas finas cae lo que varía por azar (tres desviaciones); fuera: {beyond}",
    en: "Between the thin lines lies what varies by chance (three deviations); beyond: {beyond}",
  },
  noneBeyond: { es: "ninguno", en: "none" },
  beyond: { es: "fuera", en: "beyond" },
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
  you: { es: "tú", en: "you" },
  somebody: { es: "otra persona", en: "somebody else" },
  create: { es: "Nuevo acuerdo", en: "New agreement" },
  corrections: { es: "Correcciones y exclusiones", en: "Corrections and exclusions" },
  activity: { es: "Actividad", en: "Activity" },
  edit: { es: "Editar", en: "Edit" },
  editOne: { es: "Editar {commitment}", en: "Edit {commitment}" },
  editDraft: { es: "Seguir con el borrador", en: "Go on with the draft" },
  share: { es: "Compartir", en: "Share" },
  copy: { es: "Copiar", en: "Copy" },
  unpublished: { es: "con borrador sin publicar", en: "with a draft not published yet" },
  onlyDraft: { es: "Todavía es un borrador", en: "It is a draft still" },
  onlyDraftText: {
    es: "Cuando se publique, aquí estarán sus compromisos y su cumplimiento.",
    en: "Once it is published, its commitments and attainment stand here.",
  },
  noEnd: { es: "sin fecha de fin", en: "no end date" },
  expires: { es: "vence el {date}", en: "expires {date}" },
  nextReview: { es: "próxima revisión: {date}", en: "next review: {date}" },
  openDisputes: {
    es: "{count, plural, =0 {sin disputas abiertas} one {# disputa abierta} other {# disputas abiertas}}",
    en: "{count, plural, =0 {no open disputes} one {# open dispute} other {# open disputes}}",
  },
  owes: { es: "Lo que debe {party}", en: "What {party} owes" },
  agreement: { es: "Acuerdo", en: "Agreement" },
  party: { es: "Lo debe", en: "Owed by" },
  budget: { es: "Margen", en: "Budget" },
  status: { es: "Estado", en: "Status" },
  asMarkdown: { es: "Guardar como Markdown", en: "Save as Markdown" },
  asYaml: { es: "Guardar el YAML", en: "Save the YAML" },
  print: { es: "Imprimir", en: "Print" },
  compare: { es: "Comparar dos revisiones", en: "Compare two revisions" },
  compareBefore: { es: "Desde", en: "From" },
  compareAfter: { es: "Hasta", en: "To" },
  revisionNumber: { es: "Revisión {number, number}", en: "Revision {number, number}" },
  exclusions: {
    es: "Exclusiones escritas en el acuerdo",
    en: "Exclusions written in the agreement",
  },
  noExclusions: { es: "Ninguna exclusión escrita", en: "No exclusions are written" },
  when: { es: "Cuándo", en: "When" },
  kind: { es: "Clase", en: "Kind" },
  what: { es: "Qué", en: "What" },
  reason: { es: "Motivo", en: "Reason" },
  by: { es: "Quién", en: "Who" },
  approvals: { es: "Aprobado por", en: "Approved by" },
  facts: { es: "Datos", en: "Facts" },
  activityText: { es: "Qué se hizo con este acuerdo", en: "What was done to this agreement" },
  noActivity: { es: "Nada registrado", en: "Nothing on record" },
} as const satisfies Readonly<Record<string, Sentence>>;

/** The life of an agreement, as far as it has come. */
export const stateWords = {
  draft: { es: "Borrador", en: "Draft" },
  proposed: { es: "Propuesto", en: "Proposed" },
  agreed: { es: "Acordado", en: "Agreed" },
  inForce: { es: "En vigor", en: "In force" },
  superseded: { es: "Sustituido", en: "Superseded" },
  terminated: { es: "Terminado", en: "Terminated" },
  expired: { es: "Vencido", en: "Expired" },
} as const satisfies Readonly<Record<string, Sentence>>;

export const periodWords = {
  open: { es: "abierto", en: "open" },
  provisional: { es: "provisional", en: "provisional" },
  final: { es: "definitivo", en: "final" },
} as const satisfies Readonly<Record<string, Sentence>>;

export const deedNames = {
  "draft.saved": { es: "Borrador guardado", en: "Draft saved" },
  "agreement.published": { es: "Revisión publicada", en: "Revision published" },
} as const satisfies Readonly<Record<string, Sentence>>;

/** What is told of a deed, in the order it is said; a fact without words is for the audit alone. */
export const factWords = {
  number: { es: "revisión {value}", en: "revision {value}" },
  version: { es: "versión {value} del borrador", en: "version {value} of the draft" },
  existing: {
    es: "{value, select, keep {lo abierto sigue con la revisión en que empezó} other {lo abierto pasa a esta revisión}}",
    en: "{value, select, keep {what is open keeps the revision it started under} other {what is open moves to this revision}}",
  },
} as const satisfies Readonly<Record<string, Sentence>>;
