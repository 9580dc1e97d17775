/** What the screens say of a clock. */
import type { Sentence } from "../../engine/problems/kind.ts";
import type { Standing } from "../standing.ts";

export const standingWords: Readonly<Record<Standing, Sentence>> = {
  onTrack: { es: "En curso", en: "On track" },
  atRisk: { es: "En riesgo", en: "At risk" },
  overdue: { es: "Vencido", en: "Overdue" },
  paused: { es: "En pausa", en: "Paused" },
  met: { es: "A tiempo", en: "Met" },
  missed: { es: "Fuera de plazo", en: "Missed" },
  notStarted: { es: "Sin empezar", en: "Not started" },
  notAssessable: { es: "No evaluable", en: "Not assessable" },
};

/** A verdict that was decided afterwards. */
export const correctedWords = {
  met: { es: "Corregido: a tiempo", en: "Corrected: met" },
  breached: { es: "Corregido: incumplido", en: "Corrected: missed" },
  excused: { es: "Corregido: excusado", en: "Corrected: excused" },
} as const satisfies Readonly<Record<string, Sentence>>;

/** What stands beside the word: time left, time over, time taken. */
export const standingAmounts = {
  left: { es: "quedan {length}", en: "{length} left" },
  over: { es: "hace {length}", en: "{length} ago" },
  taken: { es: "{length}", en: "{length}" },
  pausedOver: { es: "hace {length}, en pausa", en: "{length} ago, paused" },
} as const satisfies Readonly<Record<string, Sentence>>;

export const clockWords = {
  provisional: { es: "provisional", en: "provisional" },
  started: { es: "Arrancó", en: "Started" },
  dueAt: { es: "Vence", en: "Due" },
  wasDue: { es: "Vencía", en: "Was due" },
  breachedAt: { es: "Incumplido", en: "Breached" },
  stoppedAt: { es: "Se detuvo", en: "Stopped" },
  target: { es: "Plazo", en: "Target" },
  spent: { es: "Gastado", en: "Spent" },
  elapsed: { es: "{length} de reloj", en: "{length} by the clock" },
  stretches: { es: "Tramos", en: "Stretches" },
  from: { es: "Desde", en: "From" },
  to: { es: "Hasta", en: "To" },
  what: { es: "Qué", en: "What" },
  running: { es: "cuenta", en: "counts" },
  pausedStretch: { es: "en pausa", en: "paused" },
  closed: { es: "cerrado", en: "closed" },
  timeline: {
    es: "Línea de tiempo: {running} contando, {paused} en pausa, {closed} con la oficina cerrada",
    en: "Timeline: {running} counting, {paused} paused, {closed} with the office closed",
  },
  goesOn: { es: "… y sigue hasta {moment}", en: "… and on until {moment}" },
  clause: { es: "La cláusula", en: "The clause" },
  elsewhere: { es: "Abrir donde está el registro", en: "Open where the record is" },
  withdrawn: { es: "(retirado: no cuenta)", en: "(taken back: counts for nothing)" },
  history: { es: "Últimos hechos", en: "Latest facts" },
  inWords: { es: "Paso a paso", en: "Step by step" },
} as const satisfies Readonly<Record<string, Sentence>>;
