/** The words of the plain page, in both languages. */
import type { Language } from "../engine/agreement.ts";

/** Spanish, then English. */
const table = {
  title: ["Relojes en marcha", "Running clocks"],
  loading: ["Cargando…", "Loading…"],
  noScript: [
    "Esta página necesita JavaScript; los mismos datos están en /v1/clocks.",
    "This page needs JavaScript; the same is at /v1/clocks.",
  ],
  keyNeeded: [
    "Para ver los relojes hace falta una clave de API o una sesión.",
    "An API key or a session is needed to see the clocks.",
  ],
  signIn: ["Entrar con tu cuenta", "Sign in with your account"],
  key: ["Clave de API", "API key"],
  enter: ["Entrar", "Enter"],
  emptyTitle: ["Todavía no hay nada aquí", "There is nothing here yet"],
  emptyText: [
    "Carga una empresa de demostración con un año de historia, que luego sigue en tiempo real; o publica un acuerdo y envía eventos.",
    "Load a demo company with a year of history, which then goes on in real time; or publish an agreement and send events.",
  ],
  loadDemo: ["Cargar la demostración", "Load the demo"],
  loadingDemo: ["Cargando la demostración: {count} hechos…", "Loading the demo: {count} facts…"],
  state: ["Estado", "State"],
  due: ["Vence", "Due"],
  record: ["Registro", "Record"],
  commitment: ["Compromiso", "Commitment"],
  owner: ["Responsable", "Owner"],
  overdue: ["vencidos", "overdue"],
  dueToday: ["vencen hoy", "due today"],
  atRisk: ["en riesgo", "at risk"],
  unassigned: ["sin asignar", "unassigned"],
  open: ["abiertos", "open"],
  nothingOpen: ["No hay relojes en marcha.", "No clocks are running."],
  more: ["Mostrar más", "Show more"],
  close: ["Cerrar", "Close"],
  contract: ["Contrato HTTP y OpenAPI", "HTTP contract and OpenAPI"],
  live: ["En vivo. Actualizado a las {time}.", "Live. Updated at {time}."],
  away: ["Sin conexión: se reintenta.", "Connection lost: trying again."],
  stateOverdue: ["■ Vencido", "■ Overdue"],
  stateRisk: ["▲ En riesgo", "▲ At risk"],
  statePaused: ["⏸ En pausa", "⏸ Paused"],
  stateWaiting: ["◇ Por empezar", "◇ Not started"],
  stateRunning: ["● En marcha", "● Running"],
  provisional: ["(provisional)", "(provisional)"],
  noDue: ["sin fecha mientras está en pausa", "no due time while paused"],
  nobody: ["sin asignar", "unassigned"],
} as const;

export type PageWords = { readonly [K in keyof typeof table]: string };

export function pageWords(language: Language): PageWords {
  const column = language === "es" ? 0 : 1;
  const entries = Object.entries(table).map(([key, row]) => [key, row[column]]);
  return Object.fromEntries(entries) as PageWords;
}
