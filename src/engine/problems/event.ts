/** What can be wrong with an event. */
import type { ProblemKind } from "./kind.ts";

export const eventProblems = {
  "event-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "El evento no se puede leer: {reason}.",
      en: "The event cannot be read: {reason}.",
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
