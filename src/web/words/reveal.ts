/** What the reveal says: what is already promised, under which promise, and what to make of it. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const revealWords = {
  title: { es: "Lo que ya prometes", en: "What you already promise" },
  span: {
    es: "Del {from} al {until}: {count, plural, one {# registro} other {# registros}}, desde que {start} hasta que {stop}.",
    en: "From {from} to {until}: {count, plural, one {# record} other {# records}}, from when {start} until {stop}.",
  },
  cut: {
    es: "Solo se miran los {count, number} más recientes.",
    en: "Only the latest {count, number} are looked at.",
  },
  nothing: { es: "Todavía no hay qué revelar", en: "There is nothing to reveal yet" },
  nothingText: {
    es: "Hacen falta registros de los que se sepa cuándo empezaron y cuándo se atendieron.",
    en: "It takes records of which it is known when they began and when they were answered.",
  },
  kind: { es: "Registros", en: "Records" },
  lead: { es: "Leads ({count, number})", en: "Leads ({count, number})" },
  deal: { es: "Oportunidades ({count, number})", en: "Deals ({count, number})" },
  ticket: { es: "Tickets ({count, number})", en: "Tickets ({count, number})" },
  hours: { es: "Horario con el que se cuenta", en: "Hours that are counted" },
  zone: { es: "Zona horaria", en: "Time zone" },
  zoneWrong: {
    es: "No es una zona horaria: escribe una como America/Mexico_City.",
    en: "That is no time zone: write one such as Europe/Madrid.",
  },
  country: { es: "Festivos de", en: "Holidays of" },
  noCountry: { es: "ningún país", en: "no country" },
  region: { es: "Región", en: "Region" },
  noRegion: { es: "todo el país", en: "the whole country" },
  opens: { es: "Abre (lun–vie)", en: "Opens (Mon–Fri)" },
  closes: { es: "Cierra", en: "Closes" },
  always: { es: "Cuentan todas las horas, todos los días", en: "Every hour of every day counts" },
  median: { es: "La mitad, en", en: "Half within" },
  ninth: { es: "Nueve de cada diez, en", en: "Nine in ten within" },
  neverMedian: {
    es: "No se sabe: menos de la mitad se atendió en estos días.",
    en: "Not known: fewer than half were answered in these days.",
  },
  neverNinth: {
    es: "No se sabe: menos de nueve de cada diez se atendieron en estos días.",
    en: "Not known: fewer than nine in ten were answered in these days.",
  },
  untouched: { es: "Sin atender", en: "Never answered" },
  untouchedText: {
    es: "{outside, plural, =0 {todos entraron en horario} one {# entró fuera de horario} other {# entraron fuera de horario}}",
    en: "{outside, plural, =0 {all came within hours} one {# came outside hours} other {# came outside hours}}",
  },
  worst: { es: "Las peores horas", en: "The worst hours" },
  worstHour: {
    es: "{day} {hour} h: {missed, number} de {judged, number} tarde",
    en: "{day} {hour}:00: {missed, number} of {judged, number} late",
  },
  noWorst: {
    es: "ninguna con cinco casos y un retraso",
    en: "none with five cases and a late one",
  },
  promise: { es: "Promesa", en: "Promise" },
  term: { es: "Plazo", en: "Within" },
  metCount: { es: "Cumplidos", en: "Met" },
  judgedCount: { es: "Juzgados", en: "Judged" },
  low: { es: "Al menos, con 95 % de confianza", en: "At least, with 95% confidence" },
  high: { es: "Como máximo, con 95 % de confianza", en: "At most, with 95% confidence" },
  promises: {
    es: "Tres promesas, juzgadas sobre esos días",
    en: "Three promises, judged over those days",
  },
  conservative: { es: "Conservadora", en: "Conservative" },
  attainable: { es: "Alcanzable", en: "Attainable" },
  stretch: { es: "Exigente", en: "Stretch" },
  within: { es: "en {length}", en: "within {length}" },
  held: {
    es: "{share} ({met, number} de {judged, number})",
    en: "{share} ({met, number} of {judged, number})",
  },
  interval: {
    es: "con 95 % de confianza, entre {low} y {high}",
    en: "with 95% confidence, between {low} and {high}",
  },
  missed: {
    es: "{count, plural, =0 {ninguno tarde} one {ver # que llegó tarde} other {ver los # que llegaron tarde}}",
    en: "{count, plural, =0 {none late} one {see the # that was late} other {see the # that were late}}",
  },
  make: { es: "Crear acuerdo con este objetivo", en: "Make an agreement of this" },
  makeLabel: {
    es: "Crear acuerdo con este objetivo: {name}",
    en: "Make an agreement of this: {name}",
  },
  stake: { es: "Cuánto dinero es", en: "How much money it is" },
  value: { es: "Una venta vale", en: "A sale is worth" },
  wins: { es: "Ventas de cada cien atendidos", en: "Sales of a hundred answered" },
  stakeSays: {
    es: "{count, plural, one {# sin atender} other {# sin atender}} × {wins, number} de cada cien × {value, number} = {sum, number} en juego en 90 días.",
    en: "{count, plural, one {# never answered} other {# never answered}} × {wins, number} in a hundred × {value, number} = {sum, number} at stake in 90 days.",
  },
  stakeHint: {
    es: "Supone que los que nadie atendió se ganarían como los demás.",
    en: "Taking it that those nobody answered would be won as the others are.",
  },
  items: {
    es: "{count, plural, =0 {Ningún registro} one {# registro} other {# registros}}",
    en: "{count, plural, =0 {No records} one {# record} other {# records}}",
  },
  itemsCut: { es: "Se muestran los 500 más recientes.", en: "The latest 500 are shown." },
  showAll: { es: "Todos los juzgados", en: "All that were judged" },
  showMissed: { es: "Llegaron tarde", en: "Came late" },
  showUntouched: { es: "Nadie los atendió", en: "Nobody answered" },
  openRecord: { es: "Ver qué pasó con {name}", en: "See what happened to {name}" },
  itsClocks: {
    es: "Ver {count, plural, one {su reloj} other {sus # relojes}}",
    en: "See {count, plural, one {its clock} other {its # clocks}}",
  },
  notSeen: {
    es: "No está entre los registros de esta lista.",
    en: "It is not among the records of this list.",
  },
  hideItems: { es: "Ocultar la lista", en: "Hide the list" },
  record: { es: "Registro", en: "Record" },
  started: { es: "Empezó", en: "Began" },
  answered: { es: "Atendido", en: "Answered" },
  took: { es: "Tardó (en horario)", en: "Took (counted hours)" },
  verdict: { es: "Veredicto", en: "Verdict" },
  met: { es: "a tiempo", en: "in time" },
  breached: { es: "tarde", en: "late" },
} as const satisfies Readonly<Record<string, Sentence>>;

export const makeWords = {
  title: { es: "Tu primer acuerdo", en: "Your first agreement" },
  text: {
    es: "Obliga a ambas partes desde el día que digas; se puede cambiar publicando otra revisión.",
    en: "It binds both sides from the day you say; it is changed by publishing another revision.",
  },
  name: { es: "Título", en: "Title" },
  taken: {
    es: "Ya hay un acuerdo que se llama así: ponle otro título.",
    en: "There is an agreement by that name: give it another title.",
  },
  atLeast: { es: "Objetivo de cada mes", en: "Objective of each month" },
  atLeastHint: {
    es: "Propuesto por lo bajo del intervalo: lo que se cumplió puede volver a cumplirse.",
    en: "Proposed from the low end of the interval: what was kept can be kept again.",
  },
  volume: { es: "A cambio, leads nuevos al mes", en: "In return, new leads a month" },
  volumeHint: {
    es: "Lo que marketing promete a ventas; sin número, no promete nada.",
    en: "What marketing promises sales; without a number it promises nothing.",
  },
  from: { es: "En vigor desde", en: "In force from" },
  fromHint: {
    es: "Se juzga lo que empezó desde ese día.",
    en: "What began on or after that day is judged.",
  },
  clause: { es: "Lo que dirá", en: "What it will say" },
  publish: { es: "Publicar y poner en vigor", en: "Publish and put in force" },
  mayNot: {
    es: "Tu rol no publica: guárdalo como borrador para quien pueda.",
    en: "Your role does not publish: save it as a draft for somebody who may.",
  },
  draft: { es: "Guardar como borrador", en: "Save as a draft" },
  cancel: { es: "Volver a las tres promesas", en: "Back to the three promises" },
  published: { es: "En vigor: «{title}»", en: 'In force: "{title}"' },
  drafted: { es: "Borrador guardado: «{title}»", en: 'Draft saved: "{title}"' },
} as const satisfies Readonly<Record<string, Sentence>>;
