/** Days and dates of calendars as people say them. Dates have no zone: they are read as UTC. */
import { useMemo } from "react";
import type { Day } from "./calendar-json.ts";
import { type Reader, useReader } from "./reader.tsx";
import { calendarWords } from "./words/calendar.ts";

/** A Monday, from which the days of the week are counted. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;

export function useDates() {
  const { language } = useReader();
  return useMemo(() => {
    const locale = language === "es" ? "es" : "en-GB";
    const said = (how: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(locale, { ...how, timeZone: "UTC" });
      return (date: string) => format.format(Date.parse(`${date}T00:00:00Z`));
    };
    const month = said({ month: "long", year: "numeric" });
    const monthAlone = said({ month: "long" });
    return {
      full: said({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
      short: said({ weekday: "short", day: "numeric", month: "short", year: "numeric" }),
      month: (text: string) => capital(month(`${text}-01`)),
      monthAlone: (text: string) => capital(monthAlone(`${text}-01`)),
      weekday: (day: number, length: "long" | "short" | "narrow") =>
        new Intl.DateTimeFormat(locale, { weekday: length, timeZone: "UTC" }).format(
          MONDAY + day * DAY,
        ),
    };
  }, [language]);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

type Say = Reader["say"];

/** "09:00–14:00, 15:00–18:00", or that it is closed. */
export function hoursText(say: Say, { open }: Pick<Day, "open">): string {
  if (open.length === 0) return say(calendarWords.closed);
  return open.map(({ from, to }) => `${from}–${to}`).join(", ");
}

/** Why a day is as it is. */
export function dayWords(say: Say, { because, holiday }: Pick<Day, "because" | "holiday">): string {
  if (because === "holiday") return holiday ?? say(calendarWords.holiday);
  return say(because === "date" ? calendarWords.dated : calendarWords.week);
}
