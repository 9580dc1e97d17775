/** What can be wrong with an agreement file. */
import type { ProblemKind } from "./kind.ts";

export const documentProblems = {
  "key-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "La clave «{key}» no existe aquí. Las que hay son: {known}.",
      en: 'There is no key "{key}" here. The keys are: {known}.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
