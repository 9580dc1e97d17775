/** What the page of today says. */
import type { Sentence } from "../../engine/problems/kind.ts";
import type { TodaySide } from "../today-view.ts";

export const sideWords: Readonly<Record<TodaySide, Sentence>> = {
  agreement: { es: "Acuerdo", en: "Agreement" },
  owner: { es: "Responsable", en: "Owner" },
  team: { es: "Equipo", en: "Team" },
};

export const todayWords = {
  title: { es: "Hoy", en: "Today" },
  counters: { es: "Filtrar la lista", en: "Filter the list" },
  all: { es: "Abiertos", en: "Open" },
  overdue: { es: "Vencidos", en: "Overdue" },
  today: { es: "Vencen hoy", en: "Due today" },
  risk: { es: "En riesgo", en: "At risk" },
  unassigned: { es: "Sin asignar", en: "Unassigned" },
  views: { es: "Vistas", en: "Views" },
  viewAll: { es: "Todos", en: "All" },
  viewMine: { es: "Míos", en: "Mine" },
  sides: { es: "Ver por", en: "See by" },
  group: { es: "Agrupar la lista", en: "Group the list" },
  ungroup: { es: "Lista seguida", en: "One list" },
  seeGroup: {
    es: "{count, plural, one {Ver # abierto} other {Ver los # abiertos}}",
    en: "{count, plural, one {See # open} other {See all # open}}",
  },
  saveView: { es: "Guardar esta vista", en: "Save this view" },
  save: { es: "Guardar", en: "Save" },
  viewName: { es: "Nombre de la vista", en: "Name of the view" },
  viewNameHint: {
    es: "Guarda el filtro en este navegador. Su enlace también sirve a otros.",
    en: "Keeps the filter in this browser. Its link serves others too.",
  },
  viewSaved: { es: "Vista guardada: {name}", en: "View saved: {name}" },
  dropView: { es: "Quitar la vista {name}", en: "Remove the view {name}" },
  openUntil: { es: "oficina abierta hasta {moment}", en: "office open until {moment}" },
  closedUntil: { es: "oficina cerrada hasta {moment}", en: "office closed until {moment}" },
  alwaysOpen: { es: "siempre abierta", en: "always open" },
  neverOpen: { es: "cerrada, sin próxima apertura", en: "closed, with no next opening" },
  budget: { es: "Margen de los períodos en curso", en: "Margin of the current periods" },
  used: {
    es: "{used, plural, one {# incumplimiento} other {# incumplimientos}}; {allowed, plural, =0 {no cabe ninguno} one {cabe #} other {caben #}}",
    en: "{used, plural, one {# miss} other {# misses}}; {allowed, plural, =0 {none allowed} one {# allowed} other {# allowed}}",
  },
  until: { es: "hasta {until}", en: "until {until}" },
  state: { es: "Estado", en: "State" },
  record: { es: "Registro", en: "Record" },
  commitment: { es: "Compromiso", en: "Commitment" },
  owner: { es: "Responsable", en: "Owner" },
  due: { es: "Vence", en: "Due" },
  noOwner: { es: "sin asignar", en: "unassigned" },
  list: {
    es: "Relojes abiertos, por el instante en que vencen",
    en: "Open clocks, by the instant they are due",
  },
  shown: {
    es: "{shown, number} de {total, number} por instante de vencimiento",
    en: "{shown, number} of {total, number} by the instant they are due",
  },
  listByWorth: {
    es: "Relojes abiertos, por el valor en juego",
    en: "Open clocks, by the value at stake",
  },
  shownByWorth: {
    es: "{shown, number} de {total, number} por valor en juego; al final, los de valor desconocido",
    en: "{shown, number} of {total, number} by the value at stake; those of unknown value last",
  },
  sortByWorth: { es: "Ordenar por valor", en: "Order by value" },
  sortByDue: { es: "Ordenar por vencimiento", en: "Order by due time" },
  load: {
    es: "{count, plural, one {# abierto} other {# abiertos}}",
    en: "{count, number} open",
  },
  nothingUntil: { es: "Nada vence hasta {moment}", en: "Nothing is due until {moment}" },
  fresh: {
    es: "{count, plural, one {# nueva: mostrar} other {# nuevas: mostrar}}",
    en: "{count, plural, one {# new: show} other {# new: show}}",
  },
  settled: {
    es: "{count, plural, one {# resuelta desde que abriste la lista} other {# resueltas desde que abriste la lista}}",
    en: "{count, plural, one {# settled since you opened the list} other {# settled since you opened the list}}",
  },
  settledRow: { es: "ya no está en la lista", en: "no longer in the list" },
  nothingDue: { es: "Nada en esta lista", en: "Nothing in this list" },
  nothingText: {
    es: "No hay relojes abiertos que cumplan este filtro. Eso dice lo que se sabe hasta ahora, no que todo vaya bien.",
    en: "No open clock passes this filter. That is what is known so far, not that all is well.",
  },
  seeAll: { es: "Ver todos los abiertos", en: "See all that are open" },
  empty: { es: "Todavía no hay nada que medir", en: "There is nothing to measure yet" },
  emptyText: {
    es: "Trae tus datos de un CSV, o carga una empresa de demostración con un año de historia que sigue viva.",
    en: "Bring your data from a CSV, or load a demo company with a year of history that goes on living.",
  },
  otherWays: { es: "Empezar con mis datos", en: "Start with my data" },
  loadDemo: { es: "Cargar la demostración", en: "Load the demo" },
  demoGoing: {
    es: "Cargando la demostración: {count, plural, one {# hecho} other {# hechos}}",
    en: "Loading the demo: {count, plural, one {# fact} other {# facts}}",
  },
  tidy: { es: "Actualizar la lista", en: "Renew the list" },
  openProof: { es: "Ver la prueba de {name}", en: "See the proof of {name}" },
  others: { es: "Sus otros relojes", en: "Its other clocks" },
  gone: { es: "Este reloj ya no existe", en: "This clock is no more" },
} as const satisfies Readonly<Record<string, Sentence>>;
