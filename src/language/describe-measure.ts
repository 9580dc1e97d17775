/** Measures and objectives in words. */
import type { CommitmentSpec, Language, MeasureSpec, ObjectiveSpec } from "../engine/agreement.ts";
import type { ConditionSpec } from "../engine/condition.ts";
import { describeCondition } from "./describe-condition.ts";
import type { Describing } from "./describing.ts";
import { by, shareText } from "./words.ts";
import { eventClause } from "./words-event.ts";
import { durationWords, periodWords } from "./words-time.ts";

type Bound = "atLeast" | "atMost" | "above" | "below";

const bounds: Readonly<Record<Bound, Readonly<Record<Language, (value: string) => string>>>> = {
  atLeast: { es: (value) => `al menos ${value}`, en: (value) => `at least ${value}` },
  atMost: { es: (value) => `como máximo ${value}`, en: (value) => `at most ${value}` },
  above: {
    es: (value) => `más de ${value}`.replace("de el ", "del "),
    en: (value) => `more than ${value}`,
  },
  below: {
    es: (value) => `menos de ${value}`.replace("de el ", "del "),
    en: (value) => `less than ${value}`,
  },
};

/** "al menos el 90 %", "at most 45 days". */
export function boundWords(objective: ObjectiveSpec, language: Language): string {
  const keys = Object.keys(bounds) as readonly Bound[];
  const key = keys.find((one) => objective[one] !== undefined) ?? "atLeast";
  return bounds[key][language](valueWords(objective[key] ?? "", language));
}

function valueWords(value: string | number, language: Language): string {
  if (typeof value === "number") return String(value);
  if (value.endsWith("%")) return by(language, `el ${shareText(value, "es")}`, value);
  return durationWords(value, language);
}

/** What a measure promises: the clause that follows "promete a X que" and "promises X that". */
export function measureClause(
  { measure, objective }: CommitmentSpec & { readonly measure: MeasureSpec },
  { language }: Describing,
): string {
  const bound = objective
    ? boundWords(objective, language)
    : by(language, "lo que se acuerde", "what is agreed");
  const period = objective ? periodWords(objective.each, language) : "";
  const parts: Parts = {
    bound,
    period: by(language, `en ${period}`, `in ${period}`).replace("en cada", "cada"),
    of: by(language, `de ${period}`, `of ${period}`),
    where: whereWords(measure.where, language),
    language,
  };
  return clauseOfMeasure(measure, parts);
}

type Parts = {
  readonly bound: string;
  /** "cada mes", "in each month". */
  readonly period: string;
  /** "de cada mes", "of each month". */
  readonly of: string;
  readonly where: string;
  readonly language: Language;
};

function whereWords(where: ConditionSpec | undefined, language: Language): string {
  if (!where) return "";
  const condition = describeCondition(where, language);
  return by(language, `, si ${condition},`, `, if ${condition},`);
}

function clauseOfMeasure(measure: MeasureSpec, parts: Parts): string {
  if ("count" in measure) return countClause(measure, parts);
  if ("sum" in measure) return sumClause(measure, parts);
  if ("share" in measure) return shareClause(measure, parts);
  if ("conversion" in measure) return conversionClause(measure, parts);
  if ("duration" in measure) return durationClause(measure, parts);
  if ("cadence" in measure) return cadenceClause(measure, parts);
  return levelClause(measure, parts);
}

function countClause(
  { count, unless }: Extract<MeasureSpec, { readonly count: string }>,
  { bound, period, where, language }: Parts,
): string {
  const event = eventClause(count, language);
  const back = unless && eventClause(unless, language);
  return by(
    language,
    `habrá ${bound} casos ${period} en que ${event}${where}` +
      (back ? ` sin contar aquellos en que después ${back}` : ""),
    `there will be ${bound} cases ${period} in which ${event}${where}` +
      (back ? ` not counting those in which ${back} afterwards` : ""),
  );
}

function sumClause(
  { sum, of }: Extract<MeasureSpec, { readonly sum: string }>,
  { bound, period, where, language }: Parts,
): string {
  const event = eventClause(sum, language);
  return by(
    language,
    `la suma del campo «${of}» cuando ${event}${where} será ${ofBound(bound)} ${period}`,
    `the sum of the field “${of}” when ${event}${where} will be ${bound} ${period}`,
  );
}

function shareClause(
  { share, that }: Extract<MeasureSpec, { readonly share: string }>,
  { bound, of, where, language }: Parts,
): string {
  const event = eventClause(share, language);
  const met = describeCondition(that, language);
  return by(
    language,
    `en ${bound} de los casos ${of} en que ${event}${where} se cumplirá que ${met}`,
    `in ${bound} of the cases ${of} in which ${event}${where} it will be true that ${met}`,
  );
}

function conversionClause(
  { conversion }: Extract<MeasureSpec, { readonly conversion: unknown }>,
  { bound, of, where, language }: Parts,
): string {
  const from = eventClause(conversion.from, language);
  const to = eventClause(conversion.to, language);
  const within = durationWords(conversion.within, language);
  return by(
    language,
    `de los casos ${of} en que ${from}${where || ","} en ${bound} ${to} en un plazo de ${within}`,
    `of the cases ${of} in which ${from}${where || ","} in ${bound} ${to} within ${within}`,
  );
}

function durationClause(
  measure: Extract<MeasureSpec, { readonly duration: unknown }>,
  { bound, period, where, language }: Parts,
): string {
  const { duration, statistic, censored } = measure;
  const from = eventClause(duration.from, language);
  const to = eventClause(duration.to, language);
  const open = censored
    ? by(
        language,
        ", con los casos abiertos contados hasta donde van",
        ", open cases counted as far as they got",
      )
    : "";
  return by(
    language,
    `${statisticWords(statistic, "es")} del tiempo desde que ${from} hasta que ${to}${where} ` +
      `será ${ofBound(bound)} ${period}${open}`,
    `${statisticWords(statistic, "en")} of the time from when ${from} until ${to}${where} ` +
      `will be ${bound} ${period}${open}`,
  );
}

function statisticWords(statistic: string, language: Language): string {
  if (statistic === "mean") return by(language, "la media", "the mean");
  const rank = statistic.slice(1);
  if (rank === "50") return by(language, "la mediana (p50)", "the median (p50)");
  return by(
    language,
    `el percentil ${rank} (p${rank})`,
    `the ${ordinal(rank)} percentile (p${rank})`,
  );
}

/** "51st", "90th"; percentiles run from 50 to 99, so the teens need no care. */
function ordinal(rank: string): string {
  const endings: Readonly<Record<string, string>> = { 1: "st", 2: "nd", 3: "rd" };
  return `${rank}${endings[rank.slice(-1)] ?? "th"}`;
}

function cadenceClause(
  { cadence }: Extract<MeasureSpec, { readonly cadence: unknown }>,
  { bound, of, where, language }: Parts,
): string {
  const event = eventClause(cadence.event, language);
  const every = durationWords(cadence.every, language);
  const during = cadence.while && describeCondition(cadence.while, language);
  return by(
    language,
    `en ${bound} de las veces previstas ${of}${where} ${event} cada ${every}` +
      (during ? ` mientras ${during}` : ""),
    `in ${bound} of the times due ${of}${where} ${event} every ${every}` +
      (during ? ` while ${during}` : ""),
  );
}

type Level = Extract<
  MeasureSpec,
  { readonly survey: string } | { readonly retention: string } | { readonly availability: string }
>;

function levelClause(measure: Level, { bound, period, where, language }: Parts): string {
  const name = levelName(measure, language);
  return by(
    language,
    `${name}${where} será ${ofBound(bound)} ${period}`,
    `${name}${where} will be ${bound} ${period}`,
  );
}

function levelName(measure: Level, language: Language): string {
  if ("survey" in measure) return levelNames[measure.survey][language];
  if ("retention" in measure) return levelNames[measure.retention][language];
  const { availability } = measure;
  return by(
    language,
    `la disponibilidad del servicio «${availability}»`,
    `the availability of the service “${availability}”`,
  );
}

const levelNames = {
  csat: {
    es: "la satisfacción (CSAT, parte de respuestas de 4 o 5)",
    en: "satisfaction (CSAT, share of answers of 4 or 5)",
  },
  nps: {
    es: "la recomendación (NPS, % de 9–10 menos % de 0–6)",
    en: "recommendation (NPS, % of 9–10 less % of 0–6)",
  },
  ces: { es: "el esfuerzo (CES, media de 1 a 7)", en: "effort (CES, mean of 1 to 7)" },
  gross: { es: "la retención bruta de ingresos (GRR)", en: "gross revenue retention (GRR)" },
  net: { es: "la retención neta de ingresos (NRR)", en: "net revenue retention (NRR)" },
  logo: { es: "la retención de clientes", en: "customer retention" },
} as const;

/** Spanish compares with "de": "será de al menos el 90 %", but "será como máximo de 45 días". */
function ofBound(bound: string): string {
  const most = /^como máximo (el )?/.exec(bound);
  if (!most) return `de ${bound}`;
  const rest = bound.slice(most[0].length);
  return most[1] ? `como máximo del ${rest}` : `como máximo de ${rest}`;
}
