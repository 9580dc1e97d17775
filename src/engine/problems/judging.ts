/** What can be wrong when agreements meet events. */
import type { ProblemKind } from "./kind.ts";

export const judgingProblems = {
  "definition-cyclic": {
    severity: "error",
    status: 422,
    says: {
      es: "El término «{term}» se define por sí mismo.",
      en: 'The term "{term}" is defined by itself.',
    },
  },
  "definition-untestable": {
    severity: "error",
    status: 422,
    says: {
      es: "El término «{term}» no tiene definición con `when`, así que no se puede comprobar.",
      en: 'The term "{term}" has no definition with `when`, so it cannot be tested.',
    },
  },
  "test-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "La comprobación «{test}» no existe o su valor no se puede comparar.",
      en: 'There is no test "{test}", or its value cannot be compared.',
    },
  },
  "kinds-differ": {
    severity: "warning",
    status: 422,
    says: {
      es: "El campo «{field}» trae valores de otro tipo que aquel con el que «{agreement}» lo compara; la comparación es falsa.",
      en: 'The field "{field}" carries values of another kind than "{agreement}" compares it with; the comparison is false.',
    },
  },
  "tolerance-unit": {
    severity: "error",
    status: 422,
    says: {
      es: "El plazo {within} y su tolerancia {tolerance} cuentan tiempos distintos: escribe las dos en horario (bh, bd) o las dos en tiempo seguido (h, d).",
      en: "The target {within} and its tolerance {tolerance} count different time: write both in open time (bh, bd) or both in elapsed time (h, d).",
    },
  },
  "extends-missing": {
    severity: "error",
    status: 422,
    says: {
      es: "«{agreement}» extiende «{base}», que no está entre los acuerdos dados.",
      en: '"{agreement}" extends "{base}", which is not among the agreements given.',
    },
  },
  "extends-cyclic": {
    severity: "error",
    status: 422,
    says: {
      es: "«{agreement}» se extiende a sí mismo a través de «{base}».",
      en: '"{agreement}" extends itself through "{base}".',
    },
  },
  "calendar-missing": {
    severity: "error",
    status: 422,
    says: {
      es: "El compromiso «{commitment}» de «{agreement}» usa el calendario «{calendar}», que no existe.",
      en: 'The commitment "{commitment}" of "{agreement}" uses the calendar "{calendar}", which does not exist.',
    },
  },
  "duration-unreadable": {
    severity: "error",
    status: 422,
    says: {
      es: "«{text}» no es una duración: escribe un número y su unidad, como 15m, 4bh o 2bd.",
      en: '"{text}" is not a duration: write a number and its unit, such as 15m, 4bh or 2bd.',
    },
  },
  "share-unreadable": {
    severity: "error",
    status: 422,
    says: {
      es: "«{text}» no es un porcentaje: escribe por ejemplo 75%.",
      en: '"{text}" is not a percentage: write 75%, for example.',
    },
  },
  "term-unreadable": {
    severity: "error",
    status: 422,
    says: {
      es: "La vigencia de «{agreement}» no se puede leer: {date} no es una fecha, o la zona {zone} no existe.",
      en: 'The term of "{agreement}" cannot be read: {date} is not a date, or there is no zone {zone}.',
    },
  },
  "exclusion-unreadable": {
    severity: "error",
    status: 422,
    says: {
      es: "La exclusión «{exclusion}» no se puede leer: da un intervalo con principio y fin, o una regla RRULE con su DURATION (PT2H).",
      en: 'The exclusion "{exclusion}" cannot be read: give an interval with its start and end, or an RRULE with its DURATION (PT2H).',
    },
  },
  "levels-tie": {
    severity: "error",
    status: 409,
    says: {
      es: "«{first}» y «{second}» prometen «{commitment}» al mismo nivel para {subject}; ninguno gana, así que no se juzga.",
      en: '"{first}" and "{second}" promise "{commitment}" at the same level for {subject}; neither wins, so it is not judged.',
    },
  },
  "never-due": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{commitment}» de {subject} no vence en los diez años que siguen a su inicio: su calendario no abre lo bastante.",
      en: '"{commitment}" of {subject} does not fall due within ten years of its start: its calendar does not open enough.',
    },
  },
  "due-date-unreadable": {
    severity: "warning",
    status: 422,
    says: {
      es: "El campo «{field}» de {subject} no es una fecha, así que «{commitment}» no vence.",
      en: 'The field "{field}" of {subject} is not a date, so "{commitment}" does not fall due.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
