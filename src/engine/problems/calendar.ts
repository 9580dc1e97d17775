/** What can be wrong with a calendar, a wall time or a duration. */
import type { ProblemKind } from "./kind.ts";

export const calendarProblems = {
  "calendar-never-opens": {
    severity: "error",
    status: 422,
    says: {
      es: "El calendario «{calendar}» no abre nunca, así que nada puede vencer en él: añade horas a la semana o a una fecha.",
      en: 'The calendar "{calendar}" never opens, so nothing can fall due on it: add hours to its week or to a date.',
    },
  },
  "calendar-misshapen": {
    severity: "error",
    status: 422,
    says: {
      es: "«{part}» del calendario no tiene la forma esperada: {expected}.",
      en: 'The "{part}" of the calendar does not have the expected shape: {expected}.',
    },
  },
  "calendar-too-large": {
    severity: "error",
    status: 422,
    says: {
      es: "El calendario tiene demasiado de «{part}»: el máximo es {limit}.",
      en: 'The calendar has too much of "{part}": the most is {limit}.',
    },
  },
  "time-zone-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "No existe la zona horaria «{zone}»: escribe un nombre de la IANA, como America/Mexico_City.",
      en: 'There is no time zone "{zone}": write an IANA name, such as America/Mexico_City.',
    },
  },
  "interval-unreadable": {
    severity: "error",
    status: 422,
    says: {
      es: "No entiendo el intervalo «{interval}»: escribe HH:MM-HH:MM, como 09:00-14:00.",
      en: 'The interval "{interval}" cannot be read: write HH:MM-HH:MM, such as 09:00-14:00.',
    },
  },
  "interval-empty": {
    severity: "error",
    status: 422,
    says: {
      es: "El intervalo «{interval}» termina cuando empieza: no deja tiempo abierto.",
      en: 'The interval "{interval}" ends when it begins: it leaves no open time.',
    },
  },
  "interval-backwards": {
    severity: "error",
    status: 422,
    says: {
      es: "El intervalo «{interval}» termina antes de empezar: escribe una noche como dos intervalos, uno hasta 24:00 y otro desde 00:00 del día siguiente.",
      en: 'The interval "{interval}" ends before it begins: write a night as two intervals, one until 24:00 and one from 00:00 of the next day.',
    },
  },
  "intervals-overlap": {
    severity: "warning",
    status: 422,
    says: {
      es: "Los intervalos {first} y {second} de «{day}» se pisan: cuentan como uno solo. ¿Es lo que quieres?",
      en: 'The intervals {first} and {second} of "{day}" overlap: they count as one. Is that what you mean?',
    },
  },
  "day-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "No existe el día «{day}»: escribe mon, tue, wed, thu, fri, sat, sun o un tramo como mon-fri.",
      en: 'There is no day "{day}": write mon, tue, wed, thu, fri, sat, sun or a range such as mon-fri.',
    },
  },
  "date-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "No existe la fecha «{date}»: escribe AAAA-MM-DD, como 2026-12-24.",
      en: 'There is no date "{date}": write YYYY-MM-DD, such as 2026-12-24.',
    },
  },
  "time-unreadable": {
    severity: "error",
    status: 422,
    says: {
      es: "No entiendo la hora «{text}»: escribe HH:MM, de 00:00 a 24:00.",
      en: 'The time "{text}" cannot be read: write HH:MM, from 00:00 to 24:00.',
    },
  },
  "country-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "No conozco los festivos del país «{country}»: escribe su código ISO de dos letras, como MX, o enumera las fechas en add.",
      en: 'The holidays of the country "{country}" are not known: write its two-letter ISO code, such as MX, or list the dates in add.',
    },
  },
  "region-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "{country} no tiene la región «{region}». Las que conozco son: {known}.",
      en: '{country} has no region "{region}". The known ones are: {known}.',
    },
  },
  "region-without-holidays": {
    severity: "warning",
    status: 422,
    says: {
      es: "No conozco festivos propios de «{region}» ({country}): cuentan solo los del país. Añade los que falten en add.",
      en: 'No holidays of its own are known for "{region}" ({country}): only those of the country count. Add the missing ones in add.',
    },
  },
  "region-without-country": {
    severity: "error",
    status: 422,
    says: {
      es: "La región «{region}» necesita un país: añade country.",
      en: 'The region "{region}" needs a country: add country.',
    },
  },
  "holidays-unread": {
    severity: "error",
    status: 422,
    says: {
      es: "Los festivos de «{ics}» no se han leído: léelos antes de abrir el calendario y pon sus fechas en add.",
      en: 'The holidays of "{ics}" have not been read: read them before the calendar is opened and put their dates in add.',
    },
  },
  "version-disorder": {
    severity: "error",
    status: 422,
    says: {
      es: "La versión desde {from} está después de la versión desde {previous}: ordénalas por fecha, cada fecha una vez.",
      en: "The version from {from} comes after the version from {previous}: put them in order of date, each date once.",
    },
  },
  "absence-unreadable": {
    severity: "error",
    status: 422,
    says: {
      es: "No entiendo «{text}» en una ausencia: escribe una fecha, o un instante con su desfase horario.",
      en: '"{text}" in an absence cannot be read: write a date, or an instant with its offset.',
    },
  },
  "absence-backwards": {
    severity: "error",
    status: 422,
    says: {
      es: "La ausencia de {owner} termina ({to}) antes de empezar ({from}).",
      en: "The absence of {owner} ends ({to}) before it begins ({from}).",
    },
  },
  "duration-without-unit": {
    severity: "error",
    status: 422,
    says: {
      es: "A la duración «{text}» le falta la unidad: s, m, h, d o w si el reloj no para, bs, bm, bh o bd si cuenta el horario.",
      en: 'The duration "{text}" has no unit: s, m, h, d or w around the clock, bs, bm, bh or bd in open time.',
    },
  },
  "duration-too-long": {
    severity: "error",
    status: 422,
    says: {
      es: "La duración «{text}» pasa de 10 años: nada vence tan tarde.",
      en: 'The duration "{text}" is over 10 years: nothing falls due that late.',
    },
  },
  "instant-outside": {
    severity: "error",
    status: 422,
    says: {
      es: "«{at}» no es un instante entre los años 1 y 9999, en milisegundos enteros.",
      en: '"{at}" is not an instant between the years 1 and 9999, in whole milliseconds.',
    },
  },
  "amount-not-whole": {
    severity: "error",
    status: 422,
    says: {
      es: "«{amount}» no es una cantidad entera de cero en adelante.",
      en: '"{amount}" is not a whole amount from zero up.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
