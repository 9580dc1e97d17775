/** The shape of a calendar. Meaning: docs/reference/calendar.md. */
import type {
  AbsenceSpec,
  CalendarVersionSpec,
  HolidaysSpec,
  HoursSpec,
} from "../../engine/calendar-spec.ts";
import {
  calendar,
  either,
  formatted,
  list,
  mapOf,
  maybeEmpty,
  type RecordShape,
  record,
  type Shape,
  text,
} from "../shape.ts";

const hours = maybeEmpty(text, 48);
const week = mapOf(hours);
const dates = mapOf(hours, "date", 5_000);

const holidays = record<HolidaysSpec>({
  "country?": [
    text,
    "Country whose public holidays close, like MX.",
    "País cuyos festivos cierran, como MX.",
  ],
  "region?": [text, "Region of that country, like JAL.", "Región de ese país, como JAL."],
  "add?": [list(formatted("date")), "Dates closed besides.", "Fechas que cierran además."],
  "remove?": [list(formatted("date")), "Holidays that are worked.", "Festivos que se trabajan."],
  "ics?": [
    text,
    "File or address of an ICS calendar.",
    "Archivo o dirección de un calendario ICS.",
  ],
});

const version = record<CalendarVersionSpec>({
  from: [
    formatted("date"),
    "First local date of this version.",
    "Primera fecha local de esta versión.",
  ],
  "week?": [week, "Hours of each day of the week.", "Horas de cada día de la semana."],
  "holidays?": [holidays, "Public holidays.", "Festivos."],
  "dates?": [dates, "Hours of single dates.", "Horas de fechas sueltas."],
});

const absence = record<AbsenceSpec>({
  owner: [text, "Whose absence.", "Quién se ausenta."],
  from: [formatted("moment"), "First date or moment away.", "Primera fecha o momento de ausencia."],
  to: [
    formatted("moment"),
    "Last date away, or moment back.",
    "Última fecha de ausencia, o momento de vuelta.",
  ],
});

const hoursShape = record<HoursSpec>({
  timeZone: [
    text,
    "IANA time zone, like America/Mexico_City.",
    "Zona horaria IANA, como America/Mexico_City.",
  ],
  week: [week, "Hours by day: mon, mon-fri, sat.", "Horas por día: mon, mon-fri, sat."],
  "holidays?": [holidays, "Public holidays, closed.", "Festivos, cerrados."],
  "dates?": [
    dates,
    "Hours that replace a local date's; [] closes it.",
    "Horas que sustituyen las de una fecha local; [] la cierra.",
  ],
  "effective?": [list(version), "Later versions.", "Versiones posteriores."],
  "absences?": [
    list(absence, 10_000),
    "When owners are away.",
    "Cuándo se ausentan los responsables.",
  ],
});

const union = record<{ readonly union: unknown }>({
  union: [list(calendar, 50), "Open when one of them is.", "Abierto cuando lo está alguno."],
});

const intersect = record<{ readonly intersect: unknown }>({
  intersect: [list(calendar, 50), "Open when all of them are.", "Abierto cuando lo están todos."],
});

const reference = record<{ readonly ref: string }>({
  ref: [formatted("name"), "Name of a Calendar document.", "Nombre de un documento Calendar."],
});

/** A calendar where it is written out: own hours, a union or an intersection. */
export const calendarShapes: readonly RecordShape[] = [hoursShape, union, intersect];

/** A calendar of an agreement: written out, or the name of a Calendar document. */
export const agreementCalendar: Shape = either(...calendarShapes, reference);
