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
  "reason-unknown": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{reason}» no es ningún motivo de la lista; elige uno para que la otra parte pueda actuar.",
      en: '"{reason}" is no reason of the list; choose one that the other party can act on.',
    },
  },
  "reason-of-other-kind": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{reason}» es de la otra lista: se rechaza antes de contactar (REJ) y se descalifica después (DSQ).",
      en: '"{reason}" is of the other list: leads are rejected before contact (REJ) and disqualified after it (DSQ).',
    },
  },
  "reason-bare": {
    severity: "warning",
    status: 422,
    says: {
      es: "El motivo «{reason}» necesita el campo «{field}».",
      en: 'The reason "{reason}" needs the field "{field}".',
    },
  },
  "unreachable-locked": {
    severity: "error",
    status: 409,
    says: {
      es: "Todavía no se puede cerrar como ilocalizable: {field} es {value} y lo acordado es {wanted}.",
      en: "It cannot be closed as not reached yet: {field} is {value}, and {wanted} was agreed.",
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
