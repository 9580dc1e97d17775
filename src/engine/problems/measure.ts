/** What can be wrong when periods are measured. */
import type { ProblemKind } from "./kind.ts";

export const measureProblems = {
  "objective-unreadable": {
    severity: "error",
    status: 422,
    says: {
      es: "«{commitment}» promete «{value}», que no es un valor de lo que mide: escribe un porcentaje (90%), un número, una duración (45d) o dinero (12000 MXN).",
      en: '"{commitment}" promises "{value}", which is no value of what it measures: write a percentage (90%), a number, a duration (45d) or money (12000 MXN).',
    },
  },
  "currencies-mixed": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{commitment}» mide importes en {currencies}, que no se pueden sumar ni comparar; acota con `where` la moneda que cuenta.",
      en: '"{commitment}" measures amounts in {currencies}, which cannot be added or compared; say with `where` which currency counts.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
