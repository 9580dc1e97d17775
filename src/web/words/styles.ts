/** What the page of parts says. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const stylesWords = {
  title: { es: "Piezas", en: "Parts" },
  text: {
    es: "Cada pieza de las pantallas en cada estado. El color es lo último que dice algo.",
    en: "Every part of the screens in every state. Colour is the last to say something.",
  },
  clocks: { es: "Relojes", en: "Clocks" },
  paused: { es: "En pausa, con su riesgo", en: "Paused, with their risk" },
  type: { es: "Letra", en: "Type" },
  sample: {
    es: "Ventas contacta cada lead en 15 minutos hábiles.",
    en: "Sales contacts every lead within 15 open minutes.",
  },
  figures: { es: "Cifras que se alinean", en: "Figures that line up" },
  colours: { es: "Colores", en: "Colours" },
  buttons: { es: "Botones", en: "Buttons" },
  first: { es: "Publicar", en: "Publish" },
  second: { es: "Cancelar", en: "Cancel" },
  quiet: { es: "Discreto", en: "Quiet" },
  off: { es: "Sin permiso para publicar", en: "No permission to publish" },
  dialog: { es: "Abrir un diálogo", en: "Open a dialog" },
  dialogText: {
    es: "Escape lo cierra y el foco vuelve al botón.",
    en: "Escape closes it and the focus returns to the button.",
  },
  timeline: { es: "Línea de tiempo", en: "Timeline" },
  fields: { es: "Campos", en: "Fields" },
  label: { es: "Nombre del campo", en: "Name of the field" },
  hint: { es: "Lo que ayuda a rellenarlo.", en: "What helps to fill it in." },
  fieldProblem: { es: "Escribe un valor de 0 a 100.", en: "Write a value from 0 to 100." },
  warning: {
    es: "Con menos de 5 relojes la cuota dice poco.",
    en: "With fewer than 5 clocks the share says little.",
  },
  tables: { es: "Tablas y gráficos", en: "Tables and charts" },
  tableCaption: { es: "Relojes por equipo", en: "Clocks by team" },
  team: { es: "Equipo", en: "Team" },
  notes: { es: "Pestañas, problemas y avisos", en: "Tabs, problems and notes" },
  tabs: { es: "Partes de la página", en: "Parts of the page" },
  note: { es: "Dar un aviso", en: "Give a note" },
  noteUndo: { es: "Dar un aviso que se deshace", en: "Give a note with a way back" },
  done: { es: "Lead reasignado", en: "Lead reassigned" },
  undone: { es: "Deshecho", en: "Undone" },
  confirm: { es: "Pedir confirmación", en: "Ask to confirm" },
  confirmText: {
    es: "La revisión entra en vigor para los relojes que empiecen desde ahora.",
    en: "The revision takes effect for clocks that start from now on.",
  },
  states: { es: "Mientras no hay nada", en: "While there is nothing" },
} as const satisfies Readonly<Record<string, Sentence>>;
