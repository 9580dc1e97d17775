/** What the planner says. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const planWords = {
  title: { es: "Planificador", en: "Planner" },
  lead: {
    es: "De una meta de ingresos a los leads que pide, con lo que tu historia sabe y lo que no.",
    en: "From a revenue goal to the leads it takes, with what your history knows and what it does not.",
  },
  goal: { es: "Meta de ingresos", en: "Revenue goal" },
  goalHint: {
    es: "Sin otra cosa dicha, lo que se ganaría si todo siguiera igual.",
    en: "Unless you say otherwise, what would be won if all went on as before.",
  },
  share: { es: "Parte que trae marketing", en: "Share sourced by marketing" },
  value: { es: "Valor medio de una venta", en: "Mean value of a deal" },
  valueHint: { es: "Vacío, el de cada fuente.", en: "Empty, that of each source." },
  span: { es: "Período", en: "Period" },
  month: { es: "un mes", en: "a month" },
  quarter: { es: "un trimestre", en: "a quarter" },
  year: { es: "un año", en: "a year" },
  from: { es: "Desde", en: "From" },
  history: { es: "Tasas de", en: "Rates from" },
  lastDays: { es: "los últimos {days, number} días", en: "the last {days, number} days" },
  reps: { es: "Personas que atienden", en: "People who answer" },
  load: { es: "MQL al mes por persona", en: "MQL a month each" },
  by: { es: "Fuentes", en: "Sources" },
  whole: { es: "todas como una", en: "all as one" },
  source: { es: "una por una", en: "one by one" },
  all: { es: "todas las fuentes", en: "all sources" },
  unknown: { es: "sin dato", en: "not known" },
  needs: { es: "Lo que pide la meta", en: "What the goal takes" },
  customers: { es: "Clientes", en: "Customers" },
  opportunities: { es: "Oportunidades", en: "Opportunities" },
  sql: { es: "SQL", en: "SQL" },
  mql: { es: "MQL", en: "MQL" },
  leads: { es: "Leads", en: "Leads" },
  range: { es: "entre {low, number} y {high, number}", en: "{low, number} to {high, number}" },
  rangeOpen: {
    es: "{low, number} o más, sin tope conocido",
    en: "{low, number} or more, no known end",
  },
  perMonth: { es: "{count, number} al mes", en: "{count, number} a month" },
  noNumber: { es: "ningún número basta", en: "no number is enough" },
  noNumberText: {
    es: "Alguna tasa es cero: en la historia nada llegó tan lejos. Supón una para planificar.",
    en: "Some rate is nothing: in history none got that far. Assume one to plan.",
  },
  rates: { es: "Tasas y mezcla", en: "Rates and mix" },
  ratesText: {
    es: "Lo que escribas aquí es un supuesto: reemplaza a la historia y no tiene intervalo.",
    en: "What you type here is an assumption: it replaces history and has no interval.",
  },
  rowSource: { es: "Fuente", en: "Source" },
  mix: { es: "Mezcla", en: "Mix" },
  deal: { es: "Valor", en: "Value" },
  cycle: { es: "Ciclo", en: "Cycle" },
  rateOpportunities: { es: "Ganadas de oportunidades", en: "Won of opportunities" },
  rateSql: { es: "Oportunidades de SQL", en: "Opportunities of SQL" },
  rateMql: { es: "SQL de MQL", en: "SQL of MQL" },
  rateLeads: { es: "MQL de leads", en: "MQL of leads" },
  ofSource: { es: "{what}, {source}", en: "{what}, {source}" },
  observed: { es: "{part, number} de {all, number}", en: "{part, number} of {all, number}" },
  rateRange: { es: "{low} a {high}", en: "{low} to {high}" },
  assumed: { es: "supuesto; en la historia {rate}", en: "assumed; in history {rate}" },
  days: { es: "días", en: "days" },
  forget: { es: "Quitar los supuestos", en: "Drop the assumptions" },
  perSource: { es: "Por fuente", en: "By source" },
  perLead: { es: "Valor por lead", en: "Value per lead" },
  arriveFrom: { es: "Deben llegar desde", en: "To arrive from" },
  worth: {
    es: "Los leads de un mes valen juntos {amount}. Mientras la suma llegue, una fuente puede cambiarse por otra: es el compromiso por valor.",
    en: "The leads of a month are worth {amount} together. As long as the sum is reached, one source may be traded for another: that is the promise by value.",
  },
  lag: {
    es: "Para ganar entre el {from} y el {to}, los leads deben empezar a llegar el {arrive}: un ciclo antes.",
    en: "To win between {from} and {to}, leads have to begin arriving on {arrive}: one cycle before.",
  },
  lagLate: {
    es: "Para ganar entre el {from} y el {to}, los leads debían empezar a llegar el {arrive}, un ciclo antes: ese día ya pasó, y los que falten ganarán más tarde.",
    en: "To win between {from} and {to}, leads had to begin arriving on {arrive}, one cycle before: that day is over, and those still missing will be won later.",
  },
  capacityShort: {
    es: "Hacen falta {needed, plural, one {# persona} other {# personas}} para atender esos MQL y hay {reps, number}: la promesa de marketing rompería la de ventas.",
    en: "{needed, plural, one {# person is} other {# people are}} needed to answer these MQL and there {reps, plural, one {is #} other {are #}}: marketing's promise would break that of sales.",
  },
  capacityFine: {
    es: "Con {reps, plural, one {# persona} other {# personas}} alcanza: {needed, plural, one {hace falta #} other {hacen falta #}}.",
    en: "{reps, plural, one {# person is} other {# people are}} enough: {needed, number} needed.",
  },
  capacityUnknown: {
    es: "Sin un número de MQL no se sabe cuántas personas hacen falta.",
    en: "Without a number of MQL it is not known how many people are needed.",
  },
  sample: {
    es: "Muestra: {leads, number} leads, {mql, number} MQL, {sql, number} SQL, {opportunities, number} oportunidades y {won, plural, one {# venta} other {# ventas}}, del {from} al {to}.",
    en: "Sample: {leads, number} leads, {mql, number} MQL, {sql, number} SQL, {opportunities, number} opportunities and {won, plural, one {# deal} other {# deals}} won, from {from} to {to}.",
  },
  few: {
    es: "Con {won, plural, one {# venta} other {# ventas}} en la historia, el rango es ancho: tómalo en serio antes de prometer.",
    en: "With {won, plural, one {# deal} other {# deals}} won in history the range is wide: take it seriously before you promise.",
  },
  assumptions: {
    es: "Supuestos: las tasas siguen como en ese tramo; el valor y el ciclo son los de la mitad de las ventas; los leads jóvenes del tramo aún pueden llegar más lejos. El rango junta lo mejor y lo peor de cada tasa (Wilson, 95 %).",
    en: "Assumptions: rates stay as in that span; value and cycle are those of half the deals; young leads of the span may still get further. The range joins the best and the worst of every rate (Wilson, 95%).",
  },
  typed: {
    es: "{count, plural, one {# valor escrito a mano} other {# valores escritos a mano}}.",
    en: "{count, plural, one {# value typed by hand} other {# values typed by hand}}.",
  },
  pace: { es: "Cómo va el volumen prometido", en: "How the promised volume goes" },
  paceLine: {
    es: "«{commitment}»: {value, number} hasta hoy; se esperaban {expected, number} de {wanted, number} en {elapsed, number} de {total, number} {days}.",
    en: '"{commitment}": {value, number} so far; expected were {expected, number} of {wanted, number} after {elapsed, number} of {total, number} {days}.',
  },
  businessDays: { es: "días hábiles", en: "business days" },
  weekdays: { es: "días de lunes a viernes", en: "days from Monday to Friday" },
  projection: {
    es: "Al cierre, entre {low, number} y {high, number}; lo más probable, {likely, number}.",
    en: "At the end, {low, number} to {high, number}; most likely {likely, number}.",
  },
  tooEarly: {
    es: "Es pronto para decir cómo acabará.",
    en: "It is too early to say how it will end.",
  },
  promise: { es: "Hacerlo promesa", en: "Make it a promise" },
  promiseText: {
    es: "«{commitment}» de «{title}» promete hoy {now}. El plan pide {count, number} por período.",
    en: '"{commitment}" of "{title}" promises {now} today. The plan takes {count, number} a period.',
  },
  promiseDeed: {
    es: "Llevar {count, number} a un borrador",
    en: "Take {count, number} to a draft",
  },
  promised: { es: "Borrador guardado con {count, number}", en: "Draft saved with {count, number}" },
  openDraft: { es: "Abrir el borrador", en: "Open the draft" },
  drafted: {
    es: "El borrador está guardado. Nadie promete nada hasta que se publique.",
    en: "The draft is saved. Nobody promises anything until it is published.",
  },
  amendFailed: {
    es: "El borrador que hay no se puede leer, o ya no tiene ese compromiso. Ábrelo y corrígelo primero.",
    en: "The draft there is cannot be read, or no longer has that commitment. Open it and mend it first.",
  },
  noPromise: {
    es: "Ningún acuerdo en vigor promete un volumen de leads. Publica uno con un compromiso «count» y aquí se llenará con este plan.",
    en: 'No agreement in force promises a volume of leads. Publish one with a "count" commitment, and this plan will fill it in.',
  },
  none: {
    es: "La historia no sabe de ningún lead entregado",
    en: "History knows of no lead handed over",
  },
  noneText: {
    es: "Escribe tus tasas y el plan se calcula con ellas; cuando lleguen hechos, las tasas saldrán de ahí.",
    en: "Type your rates and the plan is made with them; once facts arrive, rates come from there.",
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export const rateWords = {
  opportunities: planWords.rateOpportunities,
  sql: planWords.rateSql,
  mql: planWords.rateMql,
  leads: planWords.rateLeads,
} as const;
