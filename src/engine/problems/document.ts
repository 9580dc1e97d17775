/** What can be wrong with the form of a document: its keys and their values. */
import type { ProblemKind } from "./kind.ts";

export const documentProblems = {
  "key-duplicate": {
    severity: "error",
    status: 422,
    says: {
      es: "La clave «{key}» está dos veces: deja una.",
      en: 'The key "{key}" is here twice: keep one.',
    },
  },
  "key-not-text": {
    severity: "error",
    status: 422,
    says: {
      es: "Una clave tiene que ser un texto.",
      en: "A key has to be a text.",
    },
  },
  "key-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "La clave «{key}» no existe aquí. Las que hay son: {known}.",
      en: 'There is no key "{key}" here. The keys are: {known}.',
    },
  },
  "key-misspelt": {
    severity: "error",
    status: 422,
    says: {
      es: "La clave «{key}» no existe aquí. ¿Querías decir «{similar}»?",
      en: 'There is no key "{key}" here. Did you mean "{similar}"?',
    },
  },
  "key-missing": {
    severity: "error",
    status: 422,
    says: {
      es: "Falta la clave «{key}».",
      en: 'The key "{key}" is missing.',
    },
  },
  "key-choice-missing": {
    severity: "error",
    status: 422,
    says: {
      es: "Falta una de estas claves: {keys}.",
      en: "One of these keys is missing: {keys}.",
    },
  },
  "key-choice-double": {
    severity: "error",
    status: 422,
    says: {
      es: "Solo puede haber una de estas claves y hay varias: {keys}.",
      en: "Only one of these keys may stand here, and there are several: {keys}.",
    },
  },
  "key-needs": {
    severity: "error",
    status: 422,
    says: {
      es: "La clave «{key}» solo tiene sentido junto a «{needs}».",
      en: 'The key "{key}" only makes sense beside "{needs}".',
    },
  },
  "value-missing": {
    severity: "error",
    status: 422,
    says: {
      es: "Aquí falta el valor: complétalo o quita la clave.",
      en: "The value is missing here: fill it in or take the key away.",
    },
  },
  "text-wanted": {
    severity: "error",
    status: 422,
    says: {
      es: "Aquí va un texto, y hay {value}.",
      en: "A text goes here, and there is {value}.",
    },
  },
  "text-empty": {
    severity: "error",
    status: 422,
    says: {
      es: "Este texto está vacío: complétalo o quita la clave.",
      en: "This text is empty: fill it in or take the key away.",
    },
  },
  "number-wanted": {
    severity: "error",
    status: 422,
    says: {
      es: "Aquí va un número, y hay {value}.",
      en: "A number goes here, and there is {value}.",
    },
  },
  "number-whole": {
    severity: "error",
    status: 422,
    says: {
      es: "Aquí va un número entero, y hay {value}.",
      en: "A whole number goes here, and there is {value}.",
    },
  },
  "number-outside": {
    severity: "error",
    status: 422,
    says: {
      es: "El número {value} queda fuera de lo posible: de {least} a {most}.",
      en: "The number {value} is outside what is possible: {least} to {most}.",
    },
  },
  "number-not-finite": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no es un número con el que se pueda medir: escribe uno finito.",
      en: '"{value}" is no number to measure with: write a finite one.',
    },
  },
  "number-inexact": {
    severity: "error",
    status: 422,
    says: {
      es: "El número {value} es demasiado largo para guardarlo exacto: ponlo entre comillas.",
      en: "The number {value} is too long to be kept exactly: put it in quotes.",
    },
  },
  "scalar-wanted": {
    severity: "error",
    status: 422,
    says: {
      es: "Aquí va un solo valor, y hay {value}.",
      en: "A single value goes here, and there is {value}.",
    },
  },
  "condition-list": {
    severity: "error",
    status: 422,
    says: {
      es: "Para decir que «{field}» es uno de varios valores, escribe {field}: {in: [...]}.",
      en: 'To say that "{field}" is one of several values, write {field}: {in: [...]}.',
    },
  },
  "flag-wanted": {
    severity: "error",
    status: 422,
    says: {
      es: "Aquí va true o false, y hay {value}.",
      en: "true or false goes here, and there is {value}.",
    },
  },
  "list-wanted": {
    severity: "error",
    status: 422,
    says: {
      es: "Aquí va una lista, y hay {value}: ponlo entre corchetes.",
      en: "A list goes here, and there is {value}: put it in brackets.",
    },
  },
  "list-empty": {
    severity: "error",
    status: 422,
    says: {
      es: "Esta lista está vacía: complétala o quita la clave.",
      en: "This list is empty: fill it in or take the key away.",
    },
  },
  "list-too-long": {
    severity: "error",
    status: 422,
    says: {
      es: "La lista tiene {count} elementos y el máximo es {limit}.",
      en: "The list has {count} entries and {limit} is the most.",
    },
  },
  "map-wanted": {
    severity: "error",
    status: 422,
    says: {
      es: "Aquí van claves con sus valores, y hay {value}.",
      en: "Keys with their values go here, and there is {value}.",
    },
  },
  "map-empty": {
    severity: "error",
    status: 422,
    says: {
      es: "Aquí no hay ninguna clave: complétalo o quítalo.",
      en: "There is no key here: fill it in or take it away.",
    },
  },
  "word-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no es ninguna de las palabras posibles: {known}.",
      en: '"{value}" is none of the possible words: {known}.',
    },
  },
  "word-misspelt": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no es ninguna de las palabras posibles. ¿Querías decir «{similar}»?",
      en: '"{value}" is none of the possible words. Did you mean "{similar}"?',
    },
  },
  "name-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no sirve de nombre: minúsculas sin acento, cifras y guiones, 63 como mucho, sin guion al principio ni al final.",
      en: '"{value}" is no name: lower case letters, digits and hyphens, 63 at most, no hyphen first or last.',
    },
  },
  "event-type-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no es un tipo de evento: se escribe como «lead.assigned», en minúscula inicial y con un punto.",
      en: '"{value}" is no event type: they are written like "lead.assigned", lower case first and with a dot.',
    },
  },
  "percent-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no es un porcentaje: escríbelo como 90% o 99.9%.",
      en: '"{value}" is no percentage: write it like 90% or 99.9%.',
    },
  },
  "share-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no es una parte del total: va de 0% a 100%.",
      en: '"{value}" is no share of a whole: it runs from 0% to 100%.',
    },
  },
  "money-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no es un importe: escríbelo como 40000 MXN o 12.50 USD.",
      en: '"{value}" is no amount: write it like 40000 MXN or 12.50 USD.',
    },
  },
  "credit-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no es un crédito: escribe una parte de la base (5%) o un importe (300 USD).",
      en: '"{value}" is no credit: write a share of the base (5%) or an amount (300 USD).',
    },
  },
  "date-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no es una fecha que exista: se escribe año-mes-día, como 2026-03-31.",
      en: '"{value}" is no date that exists: it is written year-month-day, like 2026-03-31.',
    },
  },
  "moment-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no es ni fecha ni momento: escribe 2026-03-31 o 2026-03-31T10:00:00-06:00.",
      en: '"{value}" is neither a date nor a moment: write 2026-03-31 or 2026-03-31T10:00:00-06:00.',
    },
  },
  "wall-time-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no es una hora del día: va de 00:00 a 24:00.",
      en: '"{value}" is no time of day: it runs from 00:00 to 24:00.',
    },
  },
  "step-time-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no dice cuándo: escribe 75% (del plazo), -1bh (antes), breach (al incumplirse) o +30bm (después).",
      en: '"{value}" does not say when: write 75% (of the target), -1bh (before), breach or +30bm (after).',
    },
  },
  "value-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no se puede medir: escribe un número, un porcentaje (90%), un plazo (45d) o un importe (1000 MXN).",
      en: '"{value}" cannot be measured: write a number, a percentage (90%), a duration (45d) or an amount (1000 MXN).',
    },
  },
  "statistic-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no es un estadístico: escribe mean o un percentil de p50 a p99.",
      en: '"{value}" is no statistic: write mean or a percentile from p50 to p99.',
    },
  },
  "trigger-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no es un motivo de revisión: escribe «missed 2 of 3» o «volume change 30%».",
      en: '"{value}" triggers no review: write "missed 2 of 3" or "volume change 30%".',
    },
  },
  "edit-impossible": {
    severity: "error",
    status: 422,
    says: {
      es: "No se puede cambiar «{path}»: el texto tiene errores o no hay nada en ese lugar.",
      en: 'Cannot change "{path}": the text has errors, or nothing stands in that place.',
    },
  },
  "periods-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "«{value}» no cuenta periodos: escribe «3 periods».",
      en: '"{value}" counts no periods: write "3 periods".',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
