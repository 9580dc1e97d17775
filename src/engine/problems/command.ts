/** What can be wrong with a command. */
import type { ProblemKind } from "./kind.ts";

export const commandProblems = {
  "file-missing": {
    severity: "error",
    status: 404,
    says: {
      es: "No existe el archivo «{file}».",
      en: 'There is no file "{file}".',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
