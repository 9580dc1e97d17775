/** What the page of sources says. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const sourceWords = {
  lead: {
    es: "De dónde llegan los hechos y hasta cuándo se conocen. «Sin datos» no es «todo bien»: la fuente que calla se señala.",
    en: 'Where facts come from and up to when they are known. "No data" is not "all is well": a source that falls silent is pointed out.',
  },
  bring: {
    es: "Traer datos o deshacer un archivo traído",
    en: "Bring data, or undo a file brought in",
  },
  none: { es: "Todavía no llega nada", en: "Nothing comes in yet" },
  noneText: {
    es: "Registra un hecho con una clave de API, importa un CSV o carga la demostración.",
    en: "Record a fact with an API key, import a CSV or load the demo.",
  },
  source: { es: "Fuente", en: "Source" },
  state: { es: "Señal", en: "Signal" },
  silent: { es: "Sin señal desde {at}", en: "No signal since {at}" },
  heard: { es: "con señal", en: "heard from" },
  quiet: { es: "nada en tres semanas", en: "nothing in three weeks" },
  last: { es: "Último hecho", en: "Last fact" },
  lag: { es: "Retraso (9 de cada 10)", en: "Lag (9 in 10)" },
  recent: { es: "Hechos en tres semanas", en: "Facts in three weeks" },
  known: { es: "Conocida hasta", en: "Known until" },
  unknown: { es: "sin marca", en: "no watermark" },
  rule: {
    es: "Una fuente calla cuando, a estas mismas horas de las dos semanas anteriores, ya habría contado tres hechos o más desde el último.",
    en: "A source is silent when, at these same hours of the two weeks before, it would have told of three facts or more since the last one.",
  },
} as const satisfies Readonly<Record<string, Sentence>>;
