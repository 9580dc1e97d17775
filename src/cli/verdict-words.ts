/** The words for states, verdicts and statuses in both languages. */
import type { State, Verdict } from "../engine/clock.ts";
import type { Period } from "../engine/period.ts";
import type { Sentence } from "../engine/problems/kind.ts";

export const verdictWords: Readonly<Record<Verdict | "notAssessable", Sentence>> = {
  open: { es: "abierto", en: "open" },
  met: { es: "cumplido", en: "met" },
  breached: { es: "incumplido", en: "breached" },
  excused: { es: "excusado", en: "excused" },
  void: { es: "anulado", en: "void" },
  notAssessable: { es: "sin casos suficientes", en: "too few to assess" },
};

export const stateWords: Readonly<Record<State, Sentence>> = {
  waiting: { es: "en espera", en: "waiting" },
  running: { es: "en marcha", en: "running" },
  paused: { es: "en pausa", en: "paused" },
  stopped: { es: "detenido", en: "stopped" },
  cancelled: { es: "cancelado", en: "cancelled" },
};

export const statusWords: Readonly<Record<Period["status"], Sentence>> = {
  open: { es: "en curso", en: "open" },
  provisional: { es: "provisional", en: "provisional" },
  final: { es: "definitivo", en: "final" },
};
