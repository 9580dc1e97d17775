/** What the pages of reviews say. Brackets stand around what is linked. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const reviewWords = {
  title: { es: "Revisiones", en: "Reviews" },
  one: { es: "Revisión", en: "Review" },
  open: { es: "Abiertas", en: "Open" },
  past: { es: "Cerradas", en: "Closed" },
  noOpen: { es: "Ninguna revisión abierta", en: "No review is open" },
  noPast: { es: "Ninguna revisión cerrada todavía", en: "No review has been closed yet" },
  triggers: { es: "Qué abre una revisión", en: "What opens a review" },
  none: { es: "Todavía no hay revisiones", en: "There are no reviews yet" },
  noneText: {
    es: "Un acuerdo con «review» abre una al final de cada período, y cuando un compromiso se incumple tantas veces como se acordó.",
    en: 'An agreement with "review" opens one at the end of each span, and when a commitment is missed as often as was agreed.',
  },
  toAgreements: { es: "Ver los acuerdos", en: "See the agreements" },
  agreement: { es: "Acuerdo", en: "Agreement" },
  why: { es: "Por qué", en: "Why" },
  span: { es: "Mira hacia atrás", en: "Looks back on" },
  dueAt: { es: "Se abrió", en: "Opened" },
  state: { es: "Estado", en: "State" },
  missingSigns: { es: "Faltan firmas de", en: "Signatures missing" },
  causeCadence: { es: "fin del período de revisión", en: "end of the review's span" },
  causeMissed: {
    es: "«{commitment}»{more, plural, =0 {} one { y # más} other { y # más}}: {misses, number} de {of, number} veces sin cumplir",
    en: '"{commitment}"{more, plural, =0 {} one { and # more} other { and # more}}: missed {misses, number} of {of, number} times',
  },
  causeVolume: {
    es: "el volumen de «{commitment}»{more, plural, =0 {} one { y de # más} other { y de # más}} cambió {change} o más",
    en: 'the volume of "{commitment}"{more, plural, =0 {} one { and # more} other { and # more}} changed by {change} or more',
  },
  fromTo: { es: "{from} – {to}", en: "{from} – {to}" },
  summary: { es: "En resumen", en: "In short" },
  print: { es: "Imprimir", en: "Print" },
  markdown: { es: "Guardar en Markdown", en: "Save as Markdown" },
  frozen: {
    es: "Todo lo que sigue quedó como estaba al celebrarse, el {moment}.",
    en: "All that follows is as it stood when it was held, on {moment}.",
  },
  live: {
    es: "Lo que sigue se recalcula hasta que se celebre; entonces queda fijo.",
    en: "What follows is worked out anew until the review is held; then it stays.",
  },
  sides: { es: "Cumplimiento de ambos lados", en: "Attainment both ways" },
  commitment: { es: "Compromiso", en: "Commitment" },
  periods: { es: "Períodos", en: "Periods" },
  kept: { es: "Cumplidos", en: "Kept" },
  latest: { es: "El último", en: "The latest" },
  keptOf: { es: "{met, number} de {all, number}", en: "{met, number} of {all, number}" },
  causes: { es: "Las causas mayores", en: "The biggest causes" },
  noCauses: { es: "No hubo incumplimientos.", en: "Nothing was missed." },
  causeAt: {
    es: "{missed, number} de {of, number} incumplimientos de «{commitment}» son de {dimension} «{value}», en {cases, plural, one {# caso} other {# casos}}.",
    en: '{missed, number} of {of, number} misses of "{commitment}" are of {dimension} "{value}", in {cases, plural, one {# case} other {# cases}}.',
  },
  causeWhole: {
    es: "«{commitment}» acumuló {missed, plural, one {# incumplimiento} other {# incumplimientos}} en {cases, plural, one {# caso} other {# casos}}, sin un origen que destaque.",
    en: '"{commitment}" has {missed, plural, one {# miss} other {# misses}} in {cases, plural, one {# case} other {# cases}}, with no origin that stands out.',
  },
  record: { es: "Disputas y correcciones", en: "Disputes and corrections" },
  noRecord: {
    es: "Ni disputas ni correcciones en este tramo.",
    en: "No disputes or corrections in this span.",
  },
  dispute: {
    es: "Disputa de {by} sobre «{commitment}»: {reason}",
    en: 'Dispute of {by} about "{commitment}": {reason}',
  },
  correction: { es: "Corrección de {by}: {reason}", en: "Correction by {by}: {reason}" },
  credits: { es: "Créditos y remedios", en: "Credits and remedies" },
  noCredits: { es: "Ninguno venció en este tramo.", en: "None fell due in this span." },
  credit: {
    es: "{party} debe {amount} a {to} por «{remedy}»",
    en: '{party} owes {amount} to {to} for "{remedy}"',
  },
  remedyPlan: {
    es: "{party} debe un plan de mejora por «{commitment}»",
    en: '{party} owes a corrective plan for "{commitment}"',
  },
  remedyLeads: {
    es: "{party} debe {count, plural, one {reponer # lead} other {reponer # leads}} por «{commitment}»",
    en: '{party} owes {count, plural, one {# replacement lead} other {# replacement leads}} for "{commitment}"',
  },
  remedyOther: {
    es: "{party} debe «{remedy}» por «{commitment}»",
    en: '{party} owes "{remedy}" for "{commitment}"',
  },
  proposals: { es: "Para decidir", en: "To decide" },
  noProposals: { es: "Nada lo pide por sí solo.", en: "Nothing asks for it by itself." },
  proposeObjective: {
    es: "«{commitment}» se cumplió en {met, number} de {of, plural, one {# período, que llegó a {reached}} other {# períodos; la mitad llegó a {reached}}}. ¿Más medios, o un objetivo que se pueda cumplir?",
    en: '"{commitment}" was kept in {met, number} of {of, plural, one {# period, which reached {reached}} other {# periods; half of them reached {reached}}}. More means, or an objective that can be kept?',
  },
  proposeDefinition: {
    es: "{share} de los rechazos ({part, number} de {all, number}) son «{detail}»: ¿cambiar la definición?",
    en: '{share} of rejections ({part, number} of {all, number}) are "{detail}": change the definition?',
  },
  feedback: { es: "Comentarios", en: "Feedback" },
  noFeedback: { es: "Nadie ha anotado nada todavía.", en: "Nobody has noted anything yet." },
  note: { es: "Nota", en: "Note" },
  addNote: { es: "Anotar", en: "Add the note" },
  noted: { es: "Anotado", en: "Noted" },
  decisions: { es: "Decisiones", en: "Decisions" },
  noDecisions: { es: "Todavía ninguna.", en: "None yet." },
  decision: { es: "Qué se decide", en: "What is decided" },
  owner: { es: "Responsable", en: "Owner" },
  ownerHint: {
    es: "Con el correo o el nombre de alguien del espacio, la tarea llega a su lista.",
    en: "With the address or name of somebody in the workspace, the task reaches their list.",
  },
  becomes: { es: "Se vuelve", en: "Becomes" },
  becomesTask: { es: "una tarea", en: "a task" },
  becomesDraft: { es: "un borrador del acuerdo", en: "a draft of the agreement" },
  becomesNothing: { es: "nada más", en: "nothing else" },
  until: { es: "Hasta", en: "By" },
  decide: { es: "Decidir", en: "Decide" },
  decided: { es: "Decisión anotada", en: "Decision noted" },
  decisionLine: { es: "{owner} · {becomes}", en: "{owner} · {becomes}" },
  madeTask: { es: "tarea creada", en: "task made" },
  madeDraft: { es: "borrador iniciado", en: "draft begun" },
  minutes: { es: "Acta", en: "Minutes" },
  minutesHint: {
    es: "Quién estuvo, qué se dijo y qué se acordó. Al celebrar, la agenda queda fija.",
    en: "Who was there, what was said and agreed. Once held, the agenda stays as it is.",
  },
  hold: { es: "Celebrar con esta acta", en: "Hold with these minutes" },
  held: { es: "Celebrada: la agenda quedó fija", en: "Held: the agenda is fixed" },
  signatures: { es: "Firmas", en: "Signatures" },
  unsigned: { es: "Nadie ha firmado todavía.", en: "Nobody has signed yet." },
  sign: { es: "Firmar por {party}", en: "Sign for {party}" },
  signedBy: { es: "{party} firmó", en: "{party} signed" },
  signText: {
    es: "Firmar dice que {party} está de acuerdo con el acta y las decisiones. No se puede deshacer.",
    en: "To sign says that {party} agrees with the minutes and the decisions. It cannot be undone.",
  },
  close: { es: "Cerrar la revisión", en: "Close the review" },
  closeText: {
    es: "{tasks, plural, =0 {Ninguna decisión se vuelve tarea} one {# decisión se vuelve tarea} other {# decisiones se vuelven tareas}} y {drafts, plural, =0 {ninguna, borrador} one {# se vuelve borrador} other {# se vuelven borradores}}. Cerrada, la revisión es parte del registro.",
    en: "{tasks, plural, =0 {No decision becomes a task} one {# decision becomes a task} other {# decisions become tasks}}, and {drafts, plural, =0 {none a draft} one {# becomes a draft} other {# become drafts}}. Closed, the review is part of the record.",
  },
  closed: { es: "Revisión cerrada", en: "Review closed" },
  mustFill: { es: "Escribe algo aquí.", en: "Write something here." },
  actAs: { es: "En nombre de", en: "In the name of" },
  mayNot: {
    es: "Tu papel puede leer la revisión, no cambiarla.",
    en: "Your role may read the review, not change it.",
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export const reviewStates = {
  opened: { es: "en preparación", en: "in preparation" },
  held: { es: "celebrada, por firmar", en: "held, to be signed" },
  signed: { es: "firmada, por cerrar", en: "signed, to be closed" },
  closed: { es: "cerrada", en: "closed" },
} as const satisfies Readonly<Record<string, Sentence>>;

/** The five sentences; what stands in brackets leads to its part of the page. */
export const summaryWords = {
  sides: { es: "{list}.", en: "{list}." },
  side: {
    es: "{party} cumplió [{met, number} de {all, plural, one {# período} other {# períodos}}]",
    en: "{party} kept [{met, number} of {all, plural, one {# period} other {# periods}}]",
  },
  noSides: { es: "Ningún período terminó en este tramo.", en: "No period ended in this span." },
  cause: {
    es: "Lo que más pesa: [{missed, number} de {of, number} incumplimientos] de «{commitment}» son de {dimension} «{value}».",
    en: 'What weighs most: [{missed, number} of {of, number} misses] of "{commitment}" are of {dimension} "{value}".',
  },
  causeWhole: {
    es: "Lo que más pesa: [{missed, plural, one {# incumplimiento} other {# incumplimientos}}] de «{commitment}», sin un origen que destaque.",
    en: 'What weighs most: [{missed, plural, one {# miss} other {# misses}}] of "{commitment}", with no origin that stands out.',
  },
  noCause: { es: "[No hubo incumplimientos] que contar.", en: "[Nothing was missed]." },
  record: {
    es: "Hubo [{disputes, plural, =0 {0 disputas} one {# disputa} other {# disputas}}] y [{corrections, plural, =0 {0 correcciones} one {# corrección} other {# correcciones}}].",
    en: "On record are [{disputes, plural, =0 {0 disputes} one {# dispute} other {# disputes}}] and [{corrections, plural, =0 {0 corrections} one {# correction} other {# corrections}}].",
  },
  credits: {
    es: "Los créditos suman [{amount}], y [{remedies, plural, =0 {no hay remedios} one {hay # remedio más} other {hay # remedios más}}].",
    en: "Credits add up to [{amount}], and [{remedies, plural, =0 {there are no remedies} one {there is # remedy more} other {there are # remedies more}}].",
  },
  noCredits: {
    es: "No se debe dinero, y [{remedies, plural, =0 {ningún remedio} one {# remedio} other {# remedios}}] {remedies, plural, =0 {quedó pendiente} one {venció} other {vencieron}}.",
    en: "No money is owed, and [{remedies, plural, =0 {no remedy} one {# remedy} other {# remedies}}] fell due.",
  },
  proposals: {
    es: "Hay [{count, plural, =0 {0 propuestas} one {# propuesta} other {# propuestas}}] sobre la mesa y [{decisions, plural, =0 {0 decisiones} one {# decisión} other {# decisiones}}] {decisions, plural, one {tomada} other {tomadas}}.",
    en: "[{count, plural, =0 {0 proposals} one {# proposal} other {# proposals}}] {count, plural, one {is} other {are}} on the table and [{decisions, plural, =0 {0 decisions} one {# decision} other {# decisions}}] taken.",
  },
} as const satisfies Readonly<Record<string, Sentence>>;
