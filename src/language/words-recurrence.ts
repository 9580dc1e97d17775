/** Rules of recurrence in words: "los domingos, a las 3:00, durante 2 h". */
import type { Language } from "../engine/agreement.ts";
import { by, joined } from "./words.ts";

type Say = (value: string, language: Language) => string | undefined;

const frequencies: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  DAILY: { es: "cada día", en: "each day" },
  WEEKLY: { es: "cada semana", en: "each week" },
  MONTHLY: { es: "cada mes", en: "each month" },
  YEARLY: { es: "cada año", en: "each year" },
};

const days: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  MO: { es: "lunes", en: "Mondays" },
  TU: { es: "martes", en: "Tuesdays" },
  WE: { es: "miércoles", en: "Wednesdays" },
  TH: { es: "jueves", en: "Thursdays" },
  FR: { es: "viernes", en: "Fridays" },
  SA: { es: "sábados", en: "Saturdays" },
  SU: { es: "domingos", en: "Sundays" },
};

/** What each part of a rule says, in the order it is said; undefined where it has no words. */
const phrases: Readonly<Record<string, Say>> = {
  FREQ: (value, language) => frequencies[value]?.[language],
  BYMONTHDAY: (value, language) =>
    /^\d+$/.test(value) ? by(language, `el día ${value}`, `on day ${value}`) : undefined,
  BYDAY: (value, language) => {
    const named = value.split(",").map((day) => days[day]?.[language]);
    const known = named.filter((day) => day !== undefined);
    if (known.length < named.length) return undefined;
    return `${by(language, "los", "on")} ${joined(known, "and", language)}`;
  },
  BYHOUR: (value, language) =>
    /^\d+$/.test(value) ? by(language, `a las ${value}:00`, `at ${value}:00`) : undefined,
  DURATION: (value, language) => {
    const [, hours, minutes] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(value) ?? [];
    const length = [hours && `${hours} h`, minutes && `${minutes} min`].filter(Boolean).join(" ");
    return length === "" ? undefined : `${by(language, "durante", "for")} ${length}`;
  },
};

/** A rule with a part that has no words stays as it is written. */
export function recurrenceWords(rule: string, language: Language): string {
  const parts = new Map(
    rule.split(";").map((part) => part.split("=", 2) as [string, string | undefined]),
  );
  if (parts.get("FREQ") === "WEEKLY" && parts.has("BYDAY")) parts.delete("FREQ");
  const said = Object.entries(phrases)
    .filter(([key]) => parts.has(key))
    .map(([key, say]) => say(parts.get(key) ?? "", language));
  const isWhole = said.length === parts.size && !said.includes(undefined);
  return isWhole ? said.join(", ") : rule;
}
