/** Calendars in words: "L–V 9–14 y 15–18, Ciudad de México". */
import type { Language } from "../engine/agreement.ts";
import type { CalendarSpec, HolidaysSpec, HoursSpec, WeekSpec } from "../engine/calendar-spec.ts";
import { by, joined } from "./words.ts";
import { dateWords, zoneWords } from "./words-time.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const dayNames: Readonly<Record<Language, readonly string[]>> = {
  es: ["L", "M", "X", "J", "V", "S", "D"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};

/** The hours of a week and their city: what is printed beside a business day. */
export function describeHours(calendar: CalendarSpec, language: Language): string {
  if ("union" in calendar) return several(calendar.union, "or", language);
  if ("intersect" in calendar) return several(calendar.intersect, "and", language);
  return `${weekWords(calendar.week, language)}, ${zoneWords(calendar.timeZone, language)}`;
}

/** A whole calendar: its hours, holidays, single dates, later versions and absences. */
export function describeCalendar(calendar: CalendarSpec, language: Language): string {
  if (!("week" in calendar)) return describeHours(calendar, language);
  const parts = [
    describeHours(calendar, language),
    ...holidayWords(calendar.holidays, language),
    ...datesWords(calendar.dates, language),
    ...versionWords(calendar, language),
    ...absenceWords(calendar, language),
  ];
  return parts.join("; ");
}

function several(
  calendars: readonly CalendarSpec[],
  word: "and" | "or",
  language: Language,
): string {
  const parts = calendars.map((one) => `(${describeHours(one, language)})`);
  const lead =
    word === "or"
      ? by(language, "cuando abre alguno de estos: ", "when one of these is open: ")
      : by(language, "cuando abren todos estos: ", "when all of these are open: ");
  return `${lead}${joined(parts, word, language)}`;
}

/** Runs of days with the same hours, in the order of the week. */
function weekWords(week: WeekSpec, language: Language): string {
  const hours = DAYS.map((_, day) => hoursOfDay(week, day));
  const runs: { from: number; to: number; hours: string }[] = [];
  hours.forEach((text, day) => {
    const last = runs.at(-1);
    if (last && last.hours === text) last.to = day;
    else runs.push({ from: day, to: day, hours: text });
  });
  const open = runs.filter((run) => run.hours !== "");
  if (open.length === 0) return by(language, "sin horas", "no hours");
  const [only] = open;
  if (only && only.hours === "00:00-24:00" && only.from === 0 && only.to === 6) {
    return by(language, "todos los días, las 24 horas", "every day, around the clock");
  }
  return open
    .map((run) => `${runName(run, language)} ${hoursWords(run.hours.split(" "), language)}`)
    .join(", ");
}

function runName({ from, to }: { readonly from: number; readonly to: number }, language: Language) {
  const first = dayNames[language][from] ?? "";
  return from === to ? first : `${first}–${dayNames[language][to] ?? ""}`;
}

function hoursOfDay(week: WeekSpec, day: number): string {
  return Object.entries(week)
    .flatMap(([days, hours]) => (coversDay(days, day) ? hours : []))
    .toSorted()
    .join(" ");
}

function coversDay(days: string, day: number): boolean {
  const [from, to = from] = days
    .split("-")
    .map((name) => DAYS.indexOf(name as (typeof DAYS)[number]));
  if (from === undefined || to === undefined) return false;
  return from <= to ? from <= day && day <= to : day >= from || day <= to;
}

function hoursWords(hours: readonly string[], language: Language): string {
  const short = hours.map((one) => one.split("-").map(shortTime).join("–"));
  return joined(short, "and", language);
}

/** "9" for 09:00, "9:30" for 09:30. */
function shortTime(time: string): string {
  return time.replace(/^0(?=\d)/, "").replace(/:00$/, "");
}

function holidayWords(holidays: HolidaysSpec | undefined, language: Language): readonly string[] {
  if (!holidays) return [];
  const { country, region, add = [], remove = [], ics } = holidays;
  const place = [country && countryWords(country, language), region]
    .filter((part) => part !== undefined)
    .join(", ");
  const dates = (list: readonly string[]) =>
    joined(
      list.map((date) => dateWords(date, language)),
      "and",
      language,
    );
  return [
    ...(place
      ? [by(language, `cierra los festivos de ${place}`, `closed on the holidays of ${place}`)]
      : []),
    ...(ics ? [by(language, `cierra lo que diga ${ics}`, `closed as ${ics} says`)] : []),
    ...(add.length > 0
      ? [by(language, `cierra también ${dates(add)}`, `also closed on ${dates(add)}`)]
      : []),
    ...(remove.length > 0
      ? [by(language, `abre ${dates(remove)}`, `open on ${dates(remove)}`)]
      : []),
  ];
}

/** A country by its name; one that is not written as a code stays as it is. */
function countryWords(country: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames(language, { type: "region" }).of(country) ?? country;
}

function datesWords(dates: HoursSpec["dates"], language: Language): readonly string[] {
  return Object.entries(dates ?? {}).map(([date, hours]) => {
    const when = dateWords(date, language);
    if (hours.length === 0) return by(language, `${when} cerrado`, `closed on ${when}`);
    return `${when} ${hoursWords(hours, language)}`;
  });
}

function versionWords({ effective = [] }: HoursSpec, language: Language): readonly string[] {
  return effective.map(({ from, week, holidays, dates }) => {
    const parts = [
      ...(week ? [weekWords(week, language)] : []),
      ...holidayWords(holidays, language),
      ...datesWords(dates, language),
    ];
    const when = dateWords(from, language);
    return `${by(language, `desde el ${when}`, `from ${when}`)}: ${parts.join(", ")}`;
  });
}

function absenceWords({ absences = [] }: HoursSpec, language: Language): readonly string[] {
  return absences.map(({ owner, from, to }) =>
    by(
      language,
      `${owner} se ausenta de ${from} a ${to}`,
      `${owner} is away from ${from} to ${to}`,
    ),
  );
}
