/** Calendars: their versions, their days, and what a draft would change. */
import { z } from "zod";
import { instant, name, problemSchema, type Route } from "./route.ts";

const text = z.string().min(1).max(1_048_576);
const date = z.iso.date();

const day = z.object({
  date: z.string(),
  open: z.array(z.object({ from: z.string(), to: z.string() })),
  openMs: z.number(),
  because: z.enum(["week", "holiday", "date"]),
  holiday: z.string().nullable(),
  version: z.string(),
});

const place = z.object({ code: z.string(), name: z.string() });

export const calendarRoutes = {
  listCalendars: {
    method: "GET",
    path: "/v1/calendars",
    permission: "read",
    says: {
      es: "Los calendarios con sus versiones, los que escriben los acuerdos, y la versión de los datos de zonas horarias.",
      en: "The calendars with their versions, those that agreements write out, and the version of the time zone data.",
    },
    answer: z.object({
      calendars: z.array(
        z.object({
          id: z.string(),
          number: z.number(),
          from: instant,
          createdBy: z.string(),
          createdAt: instant,
          text: z.string(),
          timeZone: z.string(),
          says: z.string(),
        }),
      ),
      written: z.array(
        z.object({
          agreement: z.string(),
          calendar: z.string(),
          timeZone: z.string(),
          says: z.string(),
        }),
      ),
      zones: z.string(),
    }),
  },
  publishCalendar: {
    method: "POST",
    path: "/v1/calendars/:calendar",
    permission: "publish",
    says: {
      es: "Publica una versión de un calendario desde un día; el tiempo anterior se sigue midiendo con la de antes.",
      en: "Publish a version of a calendar from a day on; time before it stays measured by the one before.",
    },
    params: z.strictObject({ calendar: name }),
    body: z.strictObject({ text, from: instant.optional() }),
    answer: z.object({ id: z.string(), number: z.number(), problems: z.array(problemSchema) }),
    status: 201,
    problems: ["document-needed"],
  },
  calendarDays: {
    method: "GET",
    path: "/v1/calendar-days",
    permission: "read",
    says: {
      es: "Los días de un calendario entre dos fechas (hasta 800): las horas, los festivos por su nombre y por qué. `agreement`: el acuerdo que lo escribe.",
      en: "The days of a calendar between two dates (up to 800): the hours, holidays by name, and why. `agreement`: the one that writes it out.",
    },
    query: z.strictObject({ calendar: name, agreement: name.optional(), from: date, to: date }),
    answer: z.object({ timeZone: z.string(), days: z.array(day) }),
    problems: ["thing-missing"],
  },
  calendarWhatIf: {
    method: "POST",
    path: "/v1/calendar-what-if",
    permission: "write",
    says: {
      es: "Qué cambiaría un texto antes de publicarlo: los relojes en marcha que vencerían a otra hora (se miran hasta 2.000) y los días del año siguiente que abrirían de otro modo.",
      en: "What a text would change before it is published: the running clocks that would fall due at another time (up to 2,000 are looked at) and the days of the year ahead that would open otherwise.",
    },
    body: z.strictObject({
      calendar: name,
      agreement: name.optional(),
      text,
      from: instant.optional(),
    }),
    answer: z.object({
      looked: z.number(),
      isCut: z.boolean(),
      moved: z.array(
        z.object({
          subject: z.string(),
          title: z.string().nullable(),
          agreement: z.string(),
          commitment: z.string(),
          owner: z.string().nullable(),
          before: instant.nullable(),
          after: instant.nullable(),
        }),
      ),
      days: z.array(z.object({ before: day, after: day })),
    }),
    problems: ["document-needed"],
  },
  holidayPlaces: {
    method: "GET",
    path: "/v1/holidays",
    permission: "read",
    says: {
      es: "Los países cuyos festivos se conocen, y las regiones de uno.",
      en: "The countries whose holidays are known, and the regions of one.",
    },
    query: z.strictObject({ country: z.string().min(2).max(3).optional() }),
    answer: z.object({ countries: z.array(place), regions: z.array(place) }),
  },
} as const satisfies Readonly<Record<string, Route>>;
