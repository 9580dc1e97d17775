/** What the editor of agreements says. */
import type { Language } from "../../engine/agreement.ts";
import type { Sentence } from "../../engine/problems/kind.ts";

type Words = Readonly<Record<string, Sentence>>;

export const editorWords = {
  pageTitle: { es: "Editar: {title}", en: "Edit: {title}" },
  form: { es: "Formulario del acuerdo", en: "Form of the agreement" },
  text: { es: "Texto del acuerdo en YAML", en: "Text of the agreement in YAML" },
  undo: { es: "Deshacer", en: "Undo" },
  redo: { es: "Rehacer", en: "Redo" },
  saving: { es: "Guardando…", en: "Saving…" },
  saved: { es: "Borrador guardado ({at})", en: "Draft saved ({at})" },
  unsaved: { es: "Cambios sin guardar", en: "Changes not saved yet" },
  unchanged: { es: "Sin cambios", en: "No changes" },
  notSaved: { es: "Sin guardar: hay dos versiones", en: "Not saved: there are two versions" },
  saveFailed: { es: "No se guardó: {says}", en: "Not saved: {says}" },
  saveAgain: { es: "Guardar de nuevo", en: "Save again" },
  conflict: {
    es: "Se guardó otra versión de este borrador ({who}, {at}). Tu texto sigue aquí, sin guardar. Elige con cuál seguir.",
    en: "Another version of this draft was saved ({who}, {at}). Your text is still here, not saved. Choose which to go on with.",
  },
  conflictSame: {
    es: "El mismo texto ya se guardó ({who}, {at}). Sigue con él.",
    en: "The same text was saved already ({who}, {at}). Go on with it.",
  },
  takeTheirs: { es: "Seguir con su texto", en: "Go on with their text" },
  keepMine: { es: "Guardar el mío encima", en: "Save mine over it" },
  seeTheirs: { es: "Ver su texto", en: "See their text" },
  problems: { es: "Problemas del texto", en: "Problems of the text" },
  noProblems: { es: "Sin problemas", en: "No problems" },
  problemCount: {
    es: "{errors, plural, =0 {Sin errores} one {# error} other {# errores}} · {warnings, plural, =0 {sin avisos} one {# aviso} other {# avisos}}",
    en: "{errors, plural, =0 {No errors} one {# error} other {# errors}} · {warnings, plural, =0 {no warnings} one {# warning} other {# warnings}}",
  },
  errorCount: {
    es: "{count, plural, one {# error} other {# errores}}",
    en: "{count, plural, one {# error} other {# errors}}",
  },
  warningCount: {
    es: "{count, plural, one {# aviso} other {# avisos}}",
    en: "{count, plural, one {# warning} other {# warnings}}",
  },
  line: { es: "Línea {line, number}:", en: "Line {line, number}:" },
  notWhole: {
    es: "El YAML no se puede leer entero, así que el formulario espera. Corrige la línea marcada: el texto sigue como está.",
    en: "The YAML cannot be read whole, so the form waits. Mend the marked line: the text stays as it is.",
  },
  readOnly: {
    es: "Con tu rol puedes leer este acuerdo, pero no cambiarlo.",
    en: "Your role may read this agreement, not change it.",
  },
  mayNotPublish: { es: "Tu rol no puede publicar", en: "Your role may not publish" },
  stopErrors: {
    es: "{errors, plural, one {Corrige # error antes} other {Corrige # errores antes}}",
    en: "{errors, plural, one {Mend # error first} other {Mend # errors first}}",
  },
  stopUnsaved: { es: "Antes se guarda", en: "It is saved first" },
  stopSame: { es: "Nada que publicar", en: "Nothing to publish" },
  publishOpen: { es: "Publicar…", en: "Publish…" },
  publish: { es: "Publicar la revisión", en: "Publish the revision" },
  publishTitle: { es: "Publicar una revisión", en: "Publish a revision" },
  publishText: {
    es: "Una revisión publicada no se cambia: se publica otra.",
    en: "A published revision is never changed: another one is published.",
  },
  published: { es: "Revisión publicada", en: "Revision published" },
  whatChanges: { es: "Qué cambia", en: "What changes" },
  firstRevision: { es: "Es la primera revisión.", en: "It is the first revision." },
  since: { es: "En vigor desde", en: "In force since" },
  sinceTerm: {
    es: "El inicio de la vigencia ({from})",
    en: "The start of the term ({from})",
  },
  sinceNow: { es: "Ahora", en: "Now" },
  sinceChosen: { es: "Un día", en: "A day" },
  sinceDay: { es: "Desde el día", en: "From the day" },
  existing: { es: "Los relojes en marcha", en: "Clocks that run" },
  existingKeep: {
    es: "Siguen con la revisión con la que empezaron",
    en: "Keep the revision they started under",
  },
  existingRecompute: {
    es: "Pasan a esta y se recalculan",
    en: "Move to this revision and are recomputed",
  },
  inYaml: { es: "Escrito en YAML: ir a su línea", en: "Written in YAML: go to its line" },
  take: { es: "Quitar «{name}»", en: "Take “{name}” away" },
  example: { es: "Por ejemplo, {text}", en: "For example, {text}" },
  unit: { es: "Unidad", en: "Unit" },
  title: { es: "Título", en: "Title" },
  language: { es: "Idioma", en: "Language" },
  purpose: { es: "Propósito", en: "Purpose" },
  id: { es: "Identificador", en: "Identifier" },
  kind: { es: "Clase", en: "Kind" },
  role: { es: "Papeles", en: "Roles" },
  signatory: { es: "Firma", en: "Signatory" },
  newParty: { es: "parte", en: "party" },
  addParty: { es: "Añadir parte", en: "Add a party" },
  from: { es: "Primer día", en: "First day" },
  to: { es: "Último día", en: "Last day" },
  toHint: { es: "Vacío: sin fin", en: "Empty: no end" },
  timeZone: { es: "Zona horaria", en: "Time zone" },
  renew: { es: "Renovación", en: "Renewal" },
  notice: { es: "Preaviso", en: "Notice" },
  newService: { es: "servicio", en: "service" },
  addService: { es: "Añadir servicio", en: "Add a service" },
  provider: { es: "Lo presta", en: "Provided by" },
  consumer: { es: "Lo recibe", en: "Received by" },
  every: { es: "Cada", en: "Every" },
  reviewBy: { es: "La lleva", en: "Held by" },
  othersText: {
    es: "Estas cláusulas no tienen campos aquí: se escriben en el YAML.",
    en: "These clauses have no fields here: they are written in the YAML.",
  },
  newCalendar: { es: "horario", en: "hours" },
  addShared: { es: "Usar un calendario del espacio", en: "Use a calendar of the workspace" },
  addCalendar: { es: "Añadir horario propio", en: "Add hours of its own" },
  calendar: { es: "Calendario", en: "Calendar" },
  shared: { es: "Calendario del espacio", en: "Calendar of the workspace" },
  joinedCalendars: { es: "Calendario compuesto", en: "Joined calendar" },
  hoursOf: { es: "Horas ({days})", en: "Hours ({days})" },
  holidays: { es: "Festivos del país", en: "Holidays of the country" },
  dates: { es: "Fechas especiales", en: "Special dates" },
  ownerHours: { es: "las de la persona responsable", en: "the owner's own" },
  newCommitment: { es: "compromiso", en: "commitment" },
  addCommitment: { es: "Añadir compromiso", en: "Add a commitment" },
  noSentence: {
    es: "La frase aparece cuando el compromiso se puede leer.",
    en: "The sentence appears once the commitment can be read.",
  },
  obliged: { es: "Lo debe", en: "Owed by" },
  beneficiary: { es: "A quién", en: "Owed to" },
  service: { es: "Servicio", en: "Service" },
  by: { es: "Se juzga con", en: "Judged by" },
  clock: { es: "un reloj por caso", en: "a clock for each case" },
  measure: { es: "una medida del período", en: "a measure of the period" },
  subject: { es: "Sobre", en: "About" },
  where: { es: "solo si", en: "only if" },
  onlyIf: { es: "solo si", en: "only if" },
  when: { es: "cuando se cumple", en: "when it becomes true" },
  while: { es: "mientras", en: "while" },
  that: { es: "que cumplen", en: "that meet" },
  objective: { es: "Objetivo", en: "Objective" },
  value: { es: "Valor", en: "Value" },
  each: { es: "Cada período de", en: "Each period of" },
  minVolume: { es: "Volumen mínimo", en: "Least volume" },
  minVolumeHint: {
    es: "Con menos, el período no se evalúa",
    en: "With fewer, the period is not assessed",
  },
  warnAt: { es: "Avisar al", en: "Warn at" },
  warnHint: { es: "50%, 75%: del plazo gastado", en: "50%, 75%: of the time spent" },
  escalate: { es: "Escalado", en: "Escalation" },
  guard: { es: "Contrapeso", en: "Kept honest by" },
  start: { es: "Empieza con", en: "Starts with" },
  stop: { es: "Termina con", en: "Stops with" },
  pause: { es: "Pausa", en: "Pause" },
  addPause: { es: "Añadir pausa", en: "Add a pause" },
  pauseEvents: { es: "Entre dos hechos", en: "Between two events" },
  atMost: { es: "Como máximo", en: "At most" },
  addEvent: { es: "Añadir hecho", en: "Add an event" },
  targetName: { es: "Plazo {number, number}", en: "Target {number, number}" },
  addTarget: { es: "Añadir plazo", en: "Add a target" },
  within: { es: "Dentro de", en: "Within" },
  dueDate: { es: "Fecha de vencimiento", en: "Due date" },
  measureKind: { es: "Qué se mide", en: "What is measured" },
  event: { es: "Hecho", en: "Event" },
  unless: { es: "Salvo si después", en: "Unless later" },
  field: { es: "Campo", en: "Field" },
  fromEvent: { es: "Desde el hecho", en: "From the event" },
  toEvent: { es: "Hasta el hecho", en: "To the event" },
  statistic: { es: "Estadístico", en: "Statistic" },
  newRemedy: { es: "consecuencia", en: "remedy" },
  addRemedy: { es: "Añadir consecuencia", en: "Add a remedy" },
  on: { es: "Por los compromisos", en: "For the commitments" },
  commas: { es: "Separados por comas", en: "With commas between" },
  charges: { es: "Base", en: "Base" },
  amount: { es: "Importe de la base", en: "Amount of the base" },
  cap: { es: "Tope de la base", en: "Cap, of the base" },
  whenBelow: { es: "Si queda por debajo de", en: "Where it falls below" },
  tierName: { es: "Tramo {number, number}", en: "Tier {number, number}" },
  addTier: { es: "Añadir tramo", en: "Add a tier" },
  credit: { es: "Crédito", en: "Credit" },
  addCondition: { es: "Añadir condición: {label}", en: "Add a condition: {label}" },
  addTest: { es: "Añadir campo", en: "Add a field" },
  addAny: { es: "Añadir «alguna de»", en: "Add “any of”" },
  addNot: { es: "Añadir «no»", en: "Add “not”" },
  addChoice: { es: "Añadir alternativa", en: "Add a choice" },
  anyHolds: { es: "alguna de estas", en: "any of these" },
  allHold: { es: "todas estas", en: "all of these" },
  notHolds: { es: "no se cumple", en: "none of it holds" },
  isTerm: { es: "Es un término", en: "Is a term" },
  test: { es: "Prueba", en: "Test" },
  yes: { es: "sí", en: "yes" },
  no: { es: "no", en: "no" },
} as const satisfies Words;

/** A change that the leads which came back ask for. */
export const amendmentWords = {
  title: {
    es: "Un cambio de «{term}» por los rechazos",
    en: "A change of “{term}” for rejections",
  },
  place: { es: "La definición, por los rechazos", en: "The definition, for rejections" },
  says: {
    es: "Con este cambio, {kept, number} de los {all, plural, one {# lead devuelto} other {# leads devueltos}} más recientes por «{detail}» no se habrían entregado.",
    en: "With this change, {kept, number} of the {all, plural, one {# latest lead} other {# latest leads}} that came back for “{detail}” would not have been handed over.",
  },
  cost: {
    es: "De {all, plural, one {# aceptado} other {los # aceptados}} más recientes, {kept, plural, =0 {ninguno se habría} one {# se habría} other {# se habrían}} quedado fuera.",
    en: "Of {all, plural, one {# accepted lately} other {the # accepted lately}}, {kept, plural, =0 {none} one {#} other {#}} would have stayed out.",
  },
  none: {
    es: "Ningún límite separa los leads devueltos por «{detail}» de los aceptados: las dos partes tienen que hablarlo.",
    en: "No bound tells leads that came back for “{detail}” from those accepted: the parties have to talk.",
  },
  take: { es: "Llevar al borrador", en: "Put into the draft" },
  line: { es: "Ver su línea", en: "See its line" },
  leave: { es: "Dejarlo como está", en: "Leave it as it is" },
  taken: {
    es: "Está en el borrador; nada cambia hasta que se publique.",
    en: "It is in the draft; nothing changes until it is published.",
  },
} as const satisfies Words;

export const sectionWords = {
  about: { es: "Acuerdo", en: "Agreement" },
  parties: { es: "Partes", en: "Parties" },
  term: { es: "Vigencia", en: "Term" },
  calendars: { es: "Calendarios", en: "Calendars" },
  services: { es: "Servicios", en: "Services" },
  commitments: { es: "Compromisos", en: "Commitments" },
  remedies: { es: "Consecuencias", en: "Remedies" },
  review: { es: "Revisión periódica", en: "Review" },
  others: { es: "Otras cláusulas", en: "Other clauses" },
  targets: { es: "Plazos", en: "Targets" },
} as const satisfies Words;

/** Clauses that are written in the text alone, by their keys. */
export const clauseWords: Words = {
  extends: { es: "Amplía", en: "Extends" },
  driver: { es: "Objetivo de negocio", en: "Business goal" },
  appliesTo: { es: "Para quién rige", en: "Whom it holds for" },
  definitions: { es: "Definiciones", en: "Definitions" },
  icp: { es: "Cliente ideal", en: "Ideal customer" },
  handoffs: { es: "Entregas", en: "Hand-overs" },
  exclusions: { es: "Qué no cuenta", en: "What does not count" },
  escalations: { es: "Avisos y escalado", en: "Warnings and escalation" },
  disputes: { es: "Desacuerdos", en: "Disputes" },
  reporting: { es: "Informes", en: "Reports" },
  communication: { es: "Comunicación", en: "Communication" },
  change: { es: "Cambios", en: "Changes" },
  termination: { es: "Fin", en: "End" },
  governance: { es: "Quién lo cuida", en: "Who looks after it" },
  legal: { es: "Derecho", en: "Law" },
};

export const testWords = {
  is: { es: "es", en: "is" },
  in: { es: "es uno de", en: "is one of" },
  notIn: { es: "no es ninguno de", en: "is none of" },
  atLeast: { es: "al menos", en: "at least" },
  atMost: { es: "como máximo", en: "at most" },
  above: { es: "más de", en: "above" },
  below: { es: "menos de", en: "below" },
  like: { es: "se parece a (* y ?)", en: "is like (* and ?)" },
  exists: { es: "tiene valor", en: "has a value" },
  changed: { es: "cambió", en: "changed" },
} as const satisfies Words;

export const unitWords = {
  m: { es: "minutos", en: "minutes" },
  h: { es: "horas", en: "hours" },
  d: { es: "días de 24 h", en: "days of 24 h" },
  w: { es: "semanas", en: "weeks" },
  bm: { es: "minutos hábiles", en: "business minutes" },
  bh: { es: "horas hábiles", en: "business hours" },
  bd: { es: "días hábiles", en: "business days" },
} as const satisfies Words;

export const measureWords = {
  count: { es: "Cantidad de hechos", en: "Number of events" },
  sum: { es: "Suma de un campo", en: "Sum of a field" },
  share: { es: "Parte que cumple", en: "Share that meets" },
  conversion: { es: "Conversión", en: "Conversion" },
  duration: { es: "Duración", en: "Duration" },
  survey: { es: "Encuesta", en: "Survey" },
  retention: { es: "Retención", en: "Retention" },
  availability: { es: "Disponibilidad", en: "Availability" },
  cadence: { es: "Cadencia", en: "Cadence" },
} as const satisfies Words;

export const languageOptions = {
  es: { es: "español", en: "Spanish" },
  en: { es: "inglés", en: "English" },
} as const satisfies Words;

export const partyKindOptions = {
  team: { es: "equipo", en: "team" },
  company: { es: "empresa", en: "company" },
  person: { es: "persona", en: "person" },
} as const satisfies Words;

export const renewOptions = {
  automatic: { es: "automática", en: "automatic" },
  manual: { es: "manual", en: "manual" },
  none: { es: "ninguna", en: "none" },
} as const satisfies Words;

export const reviewEveryOptions = {
  month: { es: "mes", en: "month" },
  quarter: { es: "trimestre", en: "quarter" },
  year: { es: "año", en: "year" },
} as const satisfies Words;

export const eachOptions = {
  week: { es: "una semana", en: "a week" },
  month: { es: "un mes", en: "a month" },
  quarter: { es: "un trimestre", en: "a quarter" },
  year: { es: "un año", en: "a year" },
} as const satisfies Words;

export const boundOptions = {
  atLeast: { es: "al menos", en: "at least" },
  above: { es: "más de", en: "more than" },
  atMost: { es: "como máximo", en: "at most" },
  below: { es: "menos de", en: "less than" },
} as const satisfies Words;

export const subjectOptions = {
  lead: { es: "leads", en: "leads" },
  deal: { es: "oportunidades", en: "deals" },
  ticket: { es: "tickets", en: "tickets" },
  account: { es: "cuentas", en: "accounts" },
  service: { es: "servicios", en: "services" },
  campaign: { es: "campañas", en: "campaigns" },
} as const satisfies Words;

export const remedyOptions = {
  serviceCredit: { es: "crédito de servicio", en: "service credit" },
  penalty: { es: "penalización", en: "penalty" },
  reward: { es: "recompensa", en: "reward" },
  correctivePlan: { es: "plan de mejora", en: "corrective plan" },
  leadReplacement: { es: "reposición de leads", en: "lead replacement" },
  rerouting: { es: "redirección", en: "rerouting" },
  meeting: { es: "reunión", en: "meeting" },
} as const satisfies Words;

export const chargesOptions = {
  monthly: { es: "cargos del mes", en: "charges of the month" },
  quarterly: { es: "cargos del trimestre", en: "charges of the quarter" },
  yearly: { es: "cargos del año", en: "charges of the year" },
} as const satisfies Words;

export const newWords = {
  title: { es: "Nuevo acuerdo", en: "New agreement" },
  how: { es: "Cómo empezar", en: "How to begin" },
  empty: { es: "Vacío", en: "Empty" },
  yaml: { es: "Desde un YAML", en: "From YAML" },
  copy: { es: "Copia de otro", en: "Copy of another" },
  name: { es: "Nombre en el sistema", en: "Name in the system" },
  nameHint: {
    es: "Minúsculas, cifras y guiones; no cambia después",
    en: "Lower case, digits and hyphens; it does not change later",
  },
  nameWrong: {
    es: "Usa minúsculas, cifras y guiones (63 como máximo).",
    en: "Use lower case, digits and hyphens (63 at most).",
  },
  taken: {
    es: "Ya hay un acuerdo con ese nombre.",
    en: "There is an agreement of that name already.",
  },
  one: { es: "Una parte", en: "One party" },
  other: { es: "La otra parte", en: "The other party" },
  file: { es: "Archivo YAML", en: "YAML file" },
  paste: { es: "O pega aquí el texto", en: "Or paste the text here" },
  which: { es: "Acuerdo que se copia", en: "Agreement to copy" },
  create: { es: "Crear el borrador", en: "Create the draft" },
} as const satisfies Words;

/** What the text's own editor says to screen readers and in its tooltips. */
const phrases: Readonly<Record<string, string>> = {
  Completions: "Sugerencias",
  Diagnostics: "Problemas",
  "No diagnostics": "Sin problemas",
  close: "cerrar",
  "Control character": "Carácter de control",
};

export function phrasesOf(language: Language): Readonly<Record<string, string>> {
  return language === "es" ? phrases : {};
}
