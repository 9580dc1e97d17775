/** What the page of credits says. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const standingOfCredit = {
  proposed: { es: "Propuesto", en: "Proposed" },
  claimed: { es: "Reclamado", en: "Claimed" },
  approved: { es: "Aprobado", en: "Approved" },
  applied: { es: "Aplicado", en: "Applied" },
  declined: { es: "Rechazado", en: "Declined" },
  expired: { es: "Vencido", en: "Expired" },
} as const satisfies Readonly<Record<string, Sentence>>;

export const moveWords = {
  claimed: { es: "Reclamar", en: "Claim" },
  approved: { es: "Aprobar", en: "Approve" },
  applied: { es: "Aplicar", en: "Apply" },
  declined: { es: "Rechazar", en: "Decline" },
} as const satisfies Readonly<Record<string, Sentence>>;

/** What the ledger writes by itself; the reasons of people stand as they wrote them. */
export const ledgerReasons: Readonly<Record<string, Sentence>> = {
  judged: { es: "Por lo medido", en: "As it was measured" },
  "judged again": { es: "Se juzgó de nuevo", en: "It was judged again" },
  "earned back": { es: "Recuperado", en: "Earned back" },
  "needs no claim": { es: "No hace falta reclamarlo", en: "It needs no claim" },
  "not claimed in time": { es: "Nadie lo reclamó a tiempo", en: "Nobody claimed it in time" },
};

export const creditWords = {
  title: { es: "Créditos", en: "Credits" },
  none: { es: "Ningún crédito todavía", en: "No credit yet" },
  noneText: {
    es: "Se proponen solos cuando un período con consecuencias es final y no cumplió.",
    en: "They are proposed by themselves when a period with consequences is final and was not kept.",
  },
  credit: { es: "Acuerdo y consecuencia", en: "Agreement and consequence" },
  to: { es: "De › a", en: "From › to" },
  period: { es: "Período", en: "Period" },
  amount: { es: "Importe", en: "Amount" },
  standing: { es: "Situación", en: "Standing" },
  deadline: { es: "Plazo", en: "Deadline" },
  claimBy: { es: "reclamar: {left}", en: "to claim: {left}" },
  decideBy: { es: "decidir: {left}", en: "to decide: {left}" },
  moves: { es: "Qué se puede hacer", en: "What can be done" },
  invoice: { es: "Factura", en: "Invoice" },
  reason: { es: "Motivo", en: "Reason" },
  moveText: {
    es: "En nombre de {by}. Se añade una fila al libro; nada se edita.",
    en: "In the name of {by}. A row is added to the ledger; nothing is edited.",
  },
  done: { es: "Crédito de {amount}: {standing}", en: "Credit of {amount}: {standing}" },
  statement: { es: "Estado de cuenta", en: "Statement" },
  of: { es: "De quién", en: "Whose" },
  from: { es: "Desde", en: "From" },
  until: { es: "Hasta (sin incluirlo)", en: "Until (not included)" },
  noLines: { es: "Ningún crédito en ese tramo.", en: "No credit in that span." },
  print: { es: "Imprimir", en: "Print" },
  verify: { es: "Comprobar el libro", en: "Verify the ledger" },
  holds: {
    es: "Las {rows, plural, one {# fila} other {# filas}} del libro cuadran: nadie tocó ninguna.",
    en: "{rows, plural, one {The # row} other {All # rows}} of the ledger hold: nobody touched any.",
  },
  broken: {
    es: "El libro no cuadra desde la fila {row}: alguien la cambió, la quitó o la movió.",
    en: "The ledger does not hold from row {row} on: somebody changed, removed or moved it.",
  },
} as const satisfies Readonly<Record<string, Sentence>>;
