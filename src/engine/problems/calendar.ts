/** What can be wrong with a calendar. */
import type { ProblemKind } from "./kind.ts";

export const calendarProblems = {
  "calendar-never-opens": {
    severity: "error",
    status: 422,
    says: {
      es: "El calendario «{calendar}» no abre nunca, así que nada puede vencer en él: añade horas a la semana o a una fecha.",
      en: 'The calendar "{calendar}" never opens, so nothing can fall due on it: add hours to its week or to a date.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
