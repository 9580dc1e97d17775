/** What the shared parts say. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const partsWords = {
  export: { es: "Exportar", en: "Export" },
  asTable: { es: "Ver como tabla", en: "See as a table" },
  noRows: { es: "No hay filas", en: "There are no rows" },
  more: {
    es: "Mostrar más ({shown, number} de {total, number})",
    en: "Show more ({shown, number} of {total, number})",
  },
  required: { es: "(obligatorio)", en: "(required)" },
  undo: { es: "Deshacer", en: "Undo" },
  cancel: { es: "Cancelar", en: "Cancel" },
  problems: { es: "Problemas", en: "Problems" },
  line: { es: "línea {line}", en: "line {line}" },
} as const satisfies Readonly<Record<string, Sentence>>;
