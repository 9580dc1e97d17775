/** What can be wrong with money, remedies, ledgers, disputes, corrections and reviews. */
import type { ProblemKind } from "./kind.ts";

export const remedyProblems = {
  "money-unreadable": {
    severity: "error",
    status: 422,
    says: {
      es: "«{text}» no es un importe: escríbelo como 40000 MXN o 12.50 USD, con una moneda de ISO 4217.",
      en: '"{text}" is no amount: write it like 40000 MXN or 12.50 USD, with a currency of ISO 4217.',
    },
  },
  "currency-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "«{currency}» no es una moneda de ISO 4217.",
      en: '"{currency}" is no currency of ISO 4217.',
    },
  },
  "money-currencies": {
    severity: "error",
    status: 422,
    says: {
      es: "{first} y {second} son monedas distintas, y no se suman ni se comparan.",
      en: "{first} and {second} are different currencies, and are neither added nor compared.",
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
