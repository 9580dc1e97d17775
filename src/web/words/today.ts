/** What the page of today says. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const todayWords = {
  title: { es: "Hoy", en: "Today" },
  counters: { es: "Filtrar la lista", en: "Filter the list" },
  all: { es: "Abiertos", en: "Open" },
  overdue: { es: "Vencidos", en: "Overdue" },
  today: { es: "Vencen hoy", en: "Due today" },
  risk: { es: "En riesgo", en: "At risk" },
  unassigned: { es: "Sin asignar", en: "Unassigned" },
  views: { es: "Vistas", en: "Views" },
  viewAll: { es: "Todos los acuerdos", en: "All agreements" },
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
    es: "Publica un acuerdo y envía hechos, o carga una empresa de demostración con un año de historia que sigue viva.",
    en: "Publish an agreement and send facts, or load a demo company with a year of history that goes on living.",
  },
  loadDemo: { es: "Cargar la demostración", en: "Load the demo" },
  demoGoing: { es: "Cargando la demostración: {said}", en: "Loading the demo: {said}" },
  tidy: { es: "Actualizar la lista", en: "Renew the list" },
  openProof: { es: "Ver la prueba de {name}", en: "See the proof of {name}" },
  others: { es: "Sus otros relojes", en: "Its other clocks" },
  gone: { es: "Este reloj ya no existe", en: "This clock is no more" },
} as const satisfies Readonly<Record<string, Sentence>>;
