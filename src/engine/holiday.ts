/**
 * Public holidays by country and region, through the `date-holidays` package.
 *
 * Only whole public holidays close a day: bank, school and optional days and afternoons off do not.
 * A substitute day counts as well as the day it stands for.
 * Source: docs/reference/calendar.md#holidays.
 */
import Holidays from "date-holidays";
import type { Language } from "./agreement.ts";
import { dayNumber } from "./calendar-date.ts";
import { under } from "./calendar-path.ts";
import type { HolidaysSpec } from "./calendar-spec.ts";
import { type Problem, problem } from "./problem.ts";
import { DAY, HOUR } from "./time.ts";
import type { Report } from "./week.ts";

/** What closes a day: a country's public holidays, with dates added and dates taken away. */
export type HolidayRule = {
  readonly country: string | undefined;
  readonly region: string | undefined;
  readonly add: ReadonlySet<number>;
  readonly remove: ReadonlySet<number>;
};

/** Outside these years a country's holidays are not known, and nobody's are counted. */
const KNOWN_FROM = 1950;
const KNOWN_TO = 2149;

/** What each closed day of a year is called. */
type Named = ReadonlyMap<number, Readonly<Record<Language, string>>>;

const years = new Map<string, ReadonlySet<number>>();
const names = new Map<string, Named>();
const books = new Map<string, Holidays>();
const regionsByCountry = new Map<string, readonly string[]>();
let countries: ReadonlySet<string> | undefined;

/** Whether the rule closes that day (see `dayNumber`). A removed date stays open, even if added. */
export function isHoliday(rule: HolidayRule, day: number): boolean {
  if (rule.remove.has(day)) return false;
  if (rule.add.has(day)) return true;
  if (rule.country === undefined) return false;
  const year = new Date(day * DAY).getUTCFullYear();
  return publicHolidays(rule.country, rule.region, year).has(day);
}

/**
 * What a day that the rule closes is called; undefined for one that was added by hand, or is open.
 */
export function holidayName(
  rule: HolidayRule,
  day: number,
  language: Language,
): string | undefined {
  if (rule.country === undefined || !isHoliday(rule, day)) return undefined;
  const year = new Date(day * DAY).getUTCFullYear();
  return holidayNames(rule.country, rule.region, year).get(day)?.[language];
}

/** A country or region whose holidays are known, by its code. */
export type HolidayPlace = { readonly code: string; readonly name: string };

/** Every country whose holidays are known, by name. */
export function holidayCountries(language: Language): readonly HolidayPlace[] {
  const said = new Intl.DisplayNames(language, { type: "region" });
  const names = Object.entries(new Holidays().getCountries(language));
  const plain = names.map(([code, name]) => [code, said.of(code) ?? name] as const);
  return placesOf(Object.fromEntries(plain), language);
}

/** The regions of a country that have holidays of their own; none for no country. */
export function holidayRegions(country: string, language: Language): readonly HolidayPlace[] {
  return placesOf(new Holidays().getStates(country, language) ?? {}, language);
}

function placesOf(
  names: Readonly<Record<string, string>>,
  language: Language,
): readonly HolidayPlace[] {
  const places = Object.entries(names).map(([code, name]) => ({ code, name }));
  return places.sort((a, b) => a.name.localeCompare(b.name, language));
}

/** Reads what a calendar says of holidays. */
export function readHolidays(spec: HolidaysSpec, path: string, report: Report): HolidayRule {
  const { country, region, ics } = spec;
  for (const found of placeProblems(spec, path)) report(found);
  if (ics !== undefined && spec.add === undefined) {
    report(problem("holidays-unread", { ics }, { path: under(path, "ics") }));
  }
  return {
    country,
    region,
    add: readDateList(spec.add, under(path, "add"), report),
    remove: readDateList(spec.remove, under(path, "remove"), report),
  };
}

function placeProblems({ country, region }: HolidaysSpec, path: string): Problem[] {
  const place = { path: under(path, "region") };
  if (country === undefined) {
    return region === undefined ? [] : [problem("region-without-country", { region }, place)];
  }
  const regions = regionsOf(country);
  if (!regions) return [problem("country-unknown", { country }, { path: under(path, "country") })];
  if (region === undefined) return [];
  if (regions.length === 0) return [problem("region-without-holidays", { country, region }, place)];
  if (regions.includes(region)) return [];
  return [problem("region-unknown", { country, region, known: regions.join(", ") }, place)];
}

/** The codes of a country's regions. Undefined: no such country. */
function regionsOf(country: string): readonly string[] | undefined {
  const known = regionsByCountry.get(country);
  if (known) return known;
  const book = new Holidays();
  countries ??= new Set(Object.keys(book.getCountries()));
  if (!countries.has(country)) return undefined;
  const regions = Object.keys(book.getStates(country) ?? {});
  regionsByCountry.set(country, regions);
  return regions;
}

function readDateList(
  dates: readonly string[] | undefined,
  path: string,
  report: Report,
): ReadonlySet<number> {
  const days = new Set<number>();
  if (dates !== undefined && !Array.isArray(dates)) {
    report(problem("calendar-misshapen", { part: path, expected: "[YYYY-MM-DD]" }, { path }));
    return days;
  }
  (dates ?? []).forEach((date, i) => {
    const day = dayNumber(date);
    if (day === undefined) report(problem("date-unknown", { date }, { path: under(path, i) }));
    else days.add(day);
  });
  return days;
}

function publicHolidays(
  country: string,
  region: string | undefined,
  year: number,
): ReadonlySet<number> {
  const key = `${country}/${region ?? ""}/${year}`;
  const known = years.get(key);
  if (known) return known;
  const isKnown = year >= KNOWN_FROM && year <= KNOWN_TO;
  const found = new Set(isKnown ? holidaysIn(country, region, year).flatMap(daysOf) : []);
  years.set(key, found);
  return found;
}

/** Only pages show names, so a calendar is laid out without them. */
function holidayNames(country: string, region: string | undefined, year: number): Named {
  const key = `${country}/${region ?? ""}/${year}`;
  const known = names.get(key);
  if (known) return known;
  const found = new Map<number, Record<Language, string>>();
  const book = bookOf(country, region);
  const spanish = new Map(book.getHolidays(year, "es").map((one) => [keyOf(one), one.name]));
  for (const holiday of holidaysIn(country, region, year)) {
    const called = { es: spanish.get(keyOf(holiday)) ?? holiday.name, en: holiday.name };
    for (const day of daysOf(holiday)) found.set(day, found.get(day) ?? called);
  }
  names.set(key, found);
  return found;
}

type Holiday = ReturnType<Holidays["getHolidays"]>[number];

function holidaysIn(country: string, region: string | undefined, year: number) {
  return bookOf(country, region).getHolidays(year, "en");
}

/** A holiday over a change of the clocks is at most this much shorter or longer than whole days. */
const CHANGE = 2 * HOUR;

/** The whole days of a holiday: none of one that begins in the middle of a day. */
function daysOf({ date, start, end }: Holiday): readonly number[] {
  const first = dayNumber(date.slice(0, 10));
  if (first === undefined || !date.startsWith("00:00:00", 11)) return [];
  const length = Math.floor((end.getTime() - start.getTime() + CHANGE) / DAY);
  return Array.from({ length: Math.max(1, length) }, (_, passed) => first + passed);
}

function keyOf({ date, rule }: Holiday): string {
  return `${date} ${rule}`;
}

/** Says that dates are those of no zone in particular; the package's types want a text. */
const NO_ZONE = "";

function bookOf(country: string, region: string | undefined): Holidays {
  const key = `${country}/${region ?? ""}`;
  const known = books.get(key);
  if (known) return known;
  const options = { types: ["public" as const] };
  const book = region ? new Holidays(country, region, options) : new Holidays(country, options);
  // Only dates are wanted. To place them in the country's zone took longer than all the rest.
  book.setTimezone(NO_ZONE);
  books.set(key, book);
  return book;
}
