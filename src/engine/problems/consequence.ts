/**
 * What can be wrong with what is asked of disputes, credits, corrections and reviews that are kept.
 */
import type { ProblemKind } from "./kind.ts";

export const consequenceProblems = {
  "period-unknown": {
    severity: "error",
    status: 404,
    says: {
      es: "«{commitment}» no tiene ningún período que empiece en {from}.",
      en: '"{commitment}" has no period that begins at {from}.',
    },
  },
  "party-not-yours": {
    severity: "error",
    status: 403,
    says: {
      es: "No figuras entre los contactos de «{party}»: solo ellos pueden actuar en su nombre.",
      en: 'You are not among the contacts of "{party}": only they can act in its name.',
    },
  },
  "dispute-too-wide": {
    severity: "error",
    status: 403,
    says: {
      es: "Dejar algo fuera de «{agreement}» toca a todos sus clientes: disputa los relojes de los tuyos.",
      en: 'Leaving something out of "{agreement}" touches all its customers: dispute the clocks of your own.',
    },
  },
  "link-over": {
    severity: "error",
    status: 404,
    says: {
      es: "Ese enlace expiró, se revocó o está incompleto: pide otro.",
      en: "That link expired, was revoked, or is incomplete: ask for another.",
    },
  },
  "acted-meanwhile": {
    severity: "error",
    status: 409,
    says: {
      es: "Otra persona acaba de actuar sobre «{name}»: vuelve a mirarlo y repite.",
      en: 'Somebody else has just acted on "{name}": look at it again and repeat.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
