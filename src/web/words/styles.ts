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
  states: { es: "Mientras no hay nada", en: "While there is nothing" },
} as const satisfies Readonly<Record<string, Sentence>>;
