/** Lengths of time, periods and zones in words. */
import type { Language, PeriodLength } from "../engine/agreement.ts";
import { durationText, readDuration } from "../engine/duration.ts";
import { by } from "./words.ts";

/** "2 días hábiles"; a text that is no duration stays as it is. */
export function durationWords(text: string, language: Language): string {
  const duration = readDuration(text);
  return duration ? durationText(duration, language) : text;
}

/** As `durationWords`, and says of elapsed hours that they run whatever the calendar says. */
export function limitWords(text: string, language: Language): string {
  const words = durationWords(text, language);
  if (!/\d[smh]$/.test(text)) return words;
  return by(language, `${words} de reloj`, words.replace(" ", " elapsed "));
}

/** Whether a duration is one of its unit. */
export function isOne(text: string): boolean {
  return Number.parseFloat(text) === 1;
}

export function isBusinessDays(text: string): boolean {
  return text.endsWith("bd");
}

const periods: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  week: { es: "cada semana", en: "each week" },
  month: { es: "cada mes", en: "each month" },
  quarter: { es: "cada trimestre", en: "each quarter" },
  year: { es: "cada año", en: "each year" },
};

/** "cada mes", "each month that begins on day 16", "los últimos 28 días". */
export function periodWords(each: PeriodLength, language: Language): string {
  if (typeof each === "string") return periods[each]?.[language] ?? each;
  if ("rolling" in each) {
    const length = durationWords(each.rolling, language);
    return by(language, `los últimos ${length}`, `the last ${length}`);
  }
  const { startDay } = each.month;
  return by(
    language,
    `cada mes contado desde el día ${startDay}`,
    `each month counted from day ${startDay}`,
  );
}

const cities: Readonly<Record<string, string>> = {
  "America/Mexico_City": "Ciudad de México",
  "America/New_York": "Nueva York",
  "America/Los_Angeles": "Los Ángeles",
  "America/Bogota": "Bogotá",
  "America/Panama": "Panamá",
  "America/Asuncion": "Asunción",
  "America/Cancun": "Cancún",
  "America/Mazatlan": "Mazatlán",
  "America/Merida": "Mérida",
  "Europe/London": "Londres",
  "Europe/Paris": "París",
  "Europe/Berlin": "Berlín",
  "Europe/Rome": "Roma",
  "Europe/Lisbon": "Lisboa",
  "Europe/Brussels": "Bruselas",
  "Asia/Tokyo": "Tokio",
};

/** The city a zone is named for: "Ciudad de México". */
export function zoneWords(timeZone: string, language: Language): string {
  const city = timeZone.slice(timeZone.lastIndexOf("/") + 1).replaceAll("_", " ");
  return (language === "es" ? cities[timeZone] : undefined) ?? city;
}

/** "24 dic 2026", "24 Dec 2026". */
export function dateWords(date: string, language: Language): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const name = monthNames[language].split(" ")[Number(month) - 1] ?? month;
  return `${Number(day)} ${name} ${year}`;
}

const monthNames: Readonly<Record<Language, string>> = {
  es: "ene feb mar abr may jun jul ago sep oct nov dic",
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
};
