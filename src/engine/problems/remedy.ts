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
  "remedy-base-missing": {
    severity: "warning",
    status: 422,
    says: {
      es: "La cuenta «{customer}» no dice un importe con su moneda en «{field}», así que «{remedy}» no le debe nada.",
      en: 'The account "{customer}" says no amount with its currency in "{field}", so "{remedy}" owes it nothing.',
    },
  },
  "correction-without-reason": {
    severity: "error",
    status: 422,
    says: {
      es: "La corrección «{correction}» no dice por qué: escribe el motivo.",
      en: 'The correction "{correction}" does not say why: give its reason.',
    },
  },
  "correction-not-approved": {
    severity: "error",
    status: 422,
    says: {
      es: "Nadie ha aprobado la corrección «{correction}»: hace falta una aprobación.",
      en: 'Nobody has approved the correction "{correction}": it needs an approval.',
    },
  },
  "correction-repeated": {
    severity: "error",
    status: 409,
    says: {
      es: "Ya existe la corrección «{correction}»: las correcciones se añaden, no se cambian.",
      en: 'The correction "{correction}" exists already: corrections are appended, not changed.',
    },
  },
  "correction-unknown": {
    severity: "error",
    status: 404,
    says: {
      es: "No hay ninguna corrección vigente «{correction}» que retirar.",
      en: 'There is no correction "{correction}" in effect to take back.',
    },
  },
  "commitment-not-promised": {
    severity: "error",
    status: 404,
    says: {
      es: "El acuerdo no promete «{commitment}».",
      en: 'The agreement does not promise "{commitment}".',
    },
  },
  "waiver-not-given": {
    severity: "error",
    status: 403,
    says: {
      es: "Solo «{party}», a quien se prometió «{commitment}», puede dispensarlo: falta su aprobación.",
      en: 'Only "{party}", to whom "{commitment}" was promised, can waive it: its approval is missing.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
