/** What the page of a commitment says of who spends its margin, its items and its sources. */
import type { Sentence } from "../../engine/problems/kind.ts";
import type { SpendingSide } from "../commitment-view.ts";

export const spendingWords: Readonly<Record<SpendingSide, Sentence>> = {
  source: { es: "Fuente", en: "Source" },
  team: { es: "Equipo", en: "Team" },
  owner: { es: "Responsable", en: "Owner" },
  segment: { es: "Segmento", en: "Segment" },
};

export const commitmentWords = {
  spending: { es: "Quién gasta el margen", en: "Who spends the margin" },
  origins: { es: "De dónde viene", en: "Where it comes from" },
  amount: { es: "Resultado", en: "Result" },
  ofPeriod: { es: "Período que empieza el {period}", en: "Period that begins {period}" },
  unknown: { es: "no se sabe", en: "not known" },
  missed: { es: "Incumplidos", en: "Missed" },
  ofAll: { es: "De todos", en: "Of all" },
  attainment: { es: "Cumplimiento", en: "Attainment" },
  items: { es: "Los relojes del período", en: "The clocks of the period" },
  ofItems: {
    es: "{count, plural, one {# reloj venció} other {# relojes vencieron}} en el período que empieza el {period}",
    en: "{count, plural, one {# clock fell} other {# clocks fell}} due in the period that begins {period}",
  },
  firstItems: {
    es: "{count, plural, one {El primero} other {Los primeros #}} de los que vencieron en el período que empieza el {period}",
    en: "{count, plural, one {The first} other {The first #}} of those that fell due in the period that begins {period}",
  },
  noItems: { es: "Ningún incumplimiento en el período", en: "No miss in the period" },
  withMet: { es: "Ver también los cumplidos", en: "See those kept too" },
  onlyMissed: { es: "Solo los incumplidos", en: "Only those missed" },
  everyPart: { es: "Ver todos", en: "See all" },
  wasDue: { es: "Vencía", en: "Was due" },
  source: { es: "Fuente", en: "Source" },
  guard: { es: "Lo vigila", en: "Guarded by" },
  sources: { es: "Frescura de las fuentes", en: "How fresh the sources are" },
  lastFact: { es: "último hecho:", en: "latest fact:" },
  silentSince: { es: "sin señal desde", en: "silent since" },
  noFact: { es: "ninguno en tres semanas", en: "none in three weeks" },
} as const satisfies Readonly<Record<string, Sentence>>;
