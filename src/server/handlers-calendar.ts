/** Calendars, their days, and what a draft of one would change. */
import { daysOfCalendar, knownCalendars } from "../actions/calendar.ts";
import { calendarWhatIf, type MovedClock } from "../actions/calendar-what-if.ts";
import { publishCalendar } from "../actions/publish-calendar.ts";
import { tellProblem } from "../api/problem-document.ts";
import type { CalendarDay } from "../engine/calendar-day.ts";
import { holidayCountries, holidayRegions } from "../engine/holiday.ts";
import { type Instant, instantText, readInstant } from "../engine/time.ts";
import type { HandlersOf } from "./handler.ts";

type Names =
  | "listCalendars"
  | "publishCalendar"
  | "calendarDays"
  | "calendarWhatIf"
  | "holidayPlaces";

export const calendarHandlers: HandlersOf<Names> = {
  listCalendars: async ({ acting, language }) => {
    const { rows, says, written } = await knownCalendars(acting, language);
    const calendars = rows.map(({ id, number, from, createdBy, createdAt, text }) => ({
      id,
      number,
      from: instantText(from),
      createdBy,
      createdAt: instantText(createdAt),
      text,
      timeZone: says.get(id)?.timeZone ?? "",
      says: says.get(id)?.says ?? "",
    }));
    return { calendars, written: [...written], zones: process.versions.tz ?? "" };
  },
  publishCalendar: async ({ acting, language }, { params, body: { text, from } }) => {
    const publication = { ...params, text, ...fromOf(from) };
    const { calendar, problems } = await publishCalendar(acting, publication);
    const told = problems.map((one) => tellProblem(one, language));
    return { id: calendar.id, number: calendar.number, problems: told };
  },
  calendarDays: async ({ acting, language }, { query: { agreement, ...rest } }) => {
    const asked = { ...rest, ...(agreement === undefined ? {} : { agreement }), language };
    const { timeZone, days } = await daysOfCalendar(acting, asked);
    return { timeZone, days: days.map(dayJson) };
  },
  calendarWhatIf: async ({ acting, language }, { body: { agreement, from, ...rest } }) => {
    const named = agreement === undefined ? {} : { agreement };
    const { looked, isCut, moved, days } = await calendarWhatIf(acting, {
      ...rest,
      ...named,
      ...fromOf(from),
      language,
    });
    const told = days.map(({ before, after }) => ({
      before: dayJson(before),
      after: dayJson(after),
    }));
    return { looked, isCut, moved: moved.map(movedJson), days: told };
  },
  holidayPlaces: async ({ language }, { query: { country } }) => ({
    countries: [...holidayCountries(language)],
    regions: country === undefined ? [] : [...holidayRegions(country, language)],
  }),
};

function fromOf(text: string | undefined): { readonly from?: Instant } {
  const from = text === undefined ? undefined : readInstant(text);
  return from === undefined ? {} : { from };
}

function dayJson(day: CalendarDay) {
  return { ...day, open: day.open.map((hours) => ({ ...hours })) };
}

function movedJson({ clock, before, after }: MovedClock) {
  const { subject, agreement, commitment, owner, facets } = clock;
  const text = (at: Instant | null) => (at === null ? null : instantText(at));
  return {
    subject,
    title: facets?.title ?? null,
    agreement,
    commitment,
    owner,
    before: text(before),
    after: text(after),
  };
}
