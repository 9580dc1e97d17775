/** What the page of the audit says. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const auditWords = {
  lead: {
    es: "Quién hizo qué. Cada fila sella todas las anteriores: una que se cambie o se quite rompe la cadena donde está.",
    en: "Who did what. Each row seals all before it: one that is changed or removed breaks the chain where it stands.",
  },
  verify: { es: "Comprobar la cadena", en: "Verify the chain" },
  verifying: { es: "Recorriendo la cadena…", en: "Walking the chain…" },
  whole: {
    es: "Cadena íntegra: {rows, plural, one {# fila comprobada} other {# filas comprobadas}} el {at}.",
    en: "The chain is whole: {rows, plural, one {# row verified} other {# rows verified}} on {at}.",
  },
  broken: {
    es: "La cadena se rompe en la fila {row}: esa fila o la anterior se cambió, se quitó o se metió después. Comprobada el {at}.",
    en: "The chain breaks at row {row}: that row or the one before was changed, removed or put in later. Verified on {at}.",
  },
  rows: { es: "Hechos", en: "Deeds" },
  number: { es: "Fila", en: "Row" },
  at: { es: "Cuándo", en: "When" },
  actor: { es: "Quién", en: "Who" },
  deed: { es: "Qué", en: "What" },
  target: { es: "Sobre qué", en: "On what" },
  facts: { es: "Datos", en: "Facts" },
  hash: { es: "Sello", en: "Seal" },
  from: { es: "Desde", en: "From" },
  to: { es: "Hasta (incluido)", en: "To (included)" },
  deedHint: { es: "O su comienzo: member.", en: "Or its beginning: member." },
  targetHint: { es: "O su comienzo: agreement/", en: "Or its beginning: agreement/" },
  actorHint: { es: "Nombre, correo o account/…", en: "Name, address or account/…" },
  left: { es: "Alguien que ya no es miembro", en: "Somebody who is no longer a member" },
  filter: { es: "Filtrar", en: "Filter" },
  clear: { es: "Quitar filtro", en: "Clear the filter" },
  none: { es: "Nada pasa el filtro.", en: "Nothing passes the filter." },
  older: { es: "Anteriores", en: "Earlier" },
} as const satisfies Readonly<Record<string, Sentence>>;
