/** What can be wrong with an event. */
import type { ProblemKind } from "./kind.ts";

export const eventProblems = {
  "event-not-object": {
    severity: "error",
    status: 422,
    says: {
      es: "Un evento es un objeto JSON con id, source, type, subject y time.",
      en: "An event is a JSON object with id, source, type, subject and time.",
    },
  },
  "event-key-wrong": {
    severity: "error",
    status: 422,
    says: {
      es: "La clave «{key}» del evento tiene que ser {wantedEs}.",
      en: 'The event\'s key "{key}" must be {wantedEn}.',
    },
  },
  "event-too-deep": {
    severity: "error",
    status: 422,
    says: {
      es: "Los datos del evento se anidan más de {deepest} niveles.",
      en: "The event's data are nested more than {deepest} levels deep.",
    },
  },
  "event-not-finite": {
    severity: "error",
    status: 422,
    says: {
      es: "Los datos del evento llevan un número que no es finito (NaN o infinito).",
      en: "The event's data hold a number that is not finite (NaN or infinity).",
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
