/** What can be wrong with a command. Status 400 is a command used wrongly: exit code 2. */
import type { ProblemKind } from "./kind.ts";

export const commandProblems = {
  "command-unknown": {
    severity: "error",
    status: 400,
    says: {
      es: "No hay ninguna orden «{command}». Las que hay son: {known}.",
      en: 'There is no command "{command}". The commands are: {known}.',
    },
  },
  "command-unknown-near": {
    severity: "error",
    status: 400,
    says: {
      es: "No hay ninguna orden «{command}». ¿Querías decir «{nearest}»?",
      en: 'There is no command "{command}". Did you mean "{nearest}"?',
    },
  },
  "option-unknown": {
    severity: "error",
    status: 400,
    says: {
      es: "La orden «{command}» no tiene la opción «{option}». Las que tiene son: {known}.",
      en: 'The command "{command}" has no option "{option}". Its options are: {known}.',
    },
  },
  "option-unknown-near": {
    severity: "error",
    status: 400,
    says: {
      es: "La orden «{command}» no tiene la opción «{option}». ¿Querías decir «{nearest}»?",
      en: 'The command "{command}" has no option "{option}". Did you mean "{nearest}"?',
    },
  },
  "option-without-value": {
    severity: "error",
    status: 400,
    says: {
      es: "A la opción «{option}» le falta su valor: {option} {value}.",
      en: 'The option "{option}" lacks its value: {option} {value}.',
    },
  },
  "option-with-value": {
    severity: "error",
    status: 400,
    says: {
      es: "La opción «{option}» no lleva valor.",
      en: 'The option "{option}" takes no value.',
    },
  },
  "option-repeated": {
    severity: "error",
    status: 400,
    says: {
      es: "La opción «{option}» solo se puede dar una vez.",
      en: 'The option "{option}" can be given only once.',
    },
  },
  "option-value-wrong": {
    severity: "error",
    status: 400,
    says: {
      es: "La opción «{option}» no puede ser «{given}»: se espera {wantedEs}.",
      en: 'The option "{option}" cannot be "{given}": {wantedEn} is expected.',
    },
  },
  "option-missing": {
    severity: "error",
    status: 400,
    says: {
      es: "Falta la opción «{option}».",
      en: 'The option "{option}" is missing.',
    },
  },
  "options-together": {
    severity: "error",
    status: 400,
    says: {
      es: "Las opciones «{one}» y «{other}» no van juntas: da una de las dos.",
      en: 'The options "{one}" and "{other}" do not go together: give one of them.',
    },
  },
  "argument-missing": {
    severity: "error",
    status: 400,
    says: {
      es: "A la orden «{command}» le falta un argumento: «acuerdo {command} {usage}».",
      en: 'The command "{command}" lacks an argument: "acuerdo {command} {usage}".',
    },
  },
  "argument-extra": {
    severity: "error",
    status: 400,
    says: {
      es: "La orden «{command}» no espera «{given}»: «acuerdo {command} {usage}».",
      en: 'The command "{command}" does not expect "{given}": "acuerdo {command} {usage}".',
    },
  },
  "file-missing": {
    severity: "error",
    status: 404,
    says: {
      es: "No existe el archivo «{file}».",
      en: 'There is no file "{file}".',
    },
  },
  "file-unreadable": {
    severity: "error",
    status: 422,
    says: {
      es: "El archivo «{file}» no se puede leer: {reason}.",
      en: 'The file "{file}" cannot be read: {reason}.',
    },
  },
  "file-unwritable": {
    severity: "error",
    status: 422,
    says: {
      es: "El archivo «{file}» no se puede escribir: {reason}. Uno que ya existe no se sobrescribe.",
      en: 'The file "{file}" cannot be written: {reason}. One that is there already is not written over.',
    },
  },
  "input-too-large": {
    severity: "error",
    status: 422,
    says: {
      es: "«{file}» pasa de {limit} bytes, que es lo más que se lee de un archivo así.",
      en: '"{file}" is larger than {limit} bytes, the most that is read of such a file.',
    },
  },
  "address-unreachable": {
    severity: "error",
    status: 422,
    says: {
      es: "No se pudo leer «{address}»: {reason}.",
      en: '"{address}" could not be read: {reason}.',
    },
  },
  "ics-empty": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{name}» no tiene ningún evento de día entero, así que no cierra ninguna fecha.",
      en: '"{name}" has no whole-day event, so it closes no date.',
    },
  },
  "agreement-missing": {
    severity: "error",
    status: 422,
    says: {
      es: "No hay ningún acuerdo en los archivos dados.",
      en: "There is no agreement in the files given.",
    },
  },
  "calendar-choice": {
    severity: "error",
    status: 422,
    says: {
      es: "Di con --calendar cuál de los calendarios de «{file}» ({count}): {known}.",
      en: 'Say with --calendar which of the calendars of "{file}" ({count}): {known}.',
    },
  },
  "subject-unknown": {
    severity: "error",
    status: 404,
    says: {
      es: "Ningún evento trata de «{subject}», o ningún compromiso lo alcanza.",
      en: 'No event is about "{subject}", or no commitment covers it.',
    },
  },
  "line-too-long": {
    severity: "error",
    status: 422,
    says: {
      es: "La línea pasa de {limit} bytes y no se ha leído.",
      en: "The line is longer than {limit} bytes and was not read.",
    },
  },
  "line-not-json": {
    severity: "error",
    status: 422,
    says: {
      es: "La línea no es JSON: {reason}.",
      en: "The line is not JSON: {reason}.",
    },
  },
  "line-not-text": {
    severity: "error",
    status: 422,
    says: {
      es: "La línea no es texto UTF-8.",
      en: "The line is not UTF-8 text.",
    },
  },
  "mapping-not-one": {
    severity: "error",
    status: 422,
    says: {
      es: "Un archivo de correspondencias lleva un solo documento, y este lleva {count}.",
      en: "A mapping file holds one document, and this one holds {count}.",
    },
  },
  "mapping-date-form": {
    severity: "error",
    status: 422,
    says: {
      es: "«{form}» no es una forma de fecha: usa iso, epoch, epochMillis, o letras como dd/MM/yyyy HH:mm:ss.",
      en: '"{form}" is no form of a date: use iso, epoch, epochMillis, or letters like dd/MM/yyyy HH:mm:ss.',
    },
  },
  "mapping-moment": {
    severity: "error",
    status: 422,
    says: {
      es: "«{text}» no es una hora: escribe algo como 2026-03-31T18:00:00Z o 2026-03-31T12:00.",
      en: '"{text}" is no time: write something like 2026-03-31T18:00:00Z or 2026-03-31T12:00.',
    },
  },
  "mapping-delimiter": {
    severity: "error",
    status: 422,
    says: {
      es: "Lo que separa las celdas tiene que ser un solo carácter, y no «{delimiter}».",
      en: 'What stands between cells must be one character, not "{delimiter}".',
    },
  },
  "column-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "El archivo no tiene la columna «{column}». Las que tiene son: {known}.",
      en: 'The file has no column "{column}". Its columns are: {known}.',
    },
  },
  "column-unknown-near": {
    severity: "error",
    status: 422,
    says: {
      es: "El archivo no tiene la columna «{column}». ¿Querías decir «{nearest}»?",
      en: 'The file has no column "{column}". Did you mean "{nearest}"?',
    },
  },
  "column-twice": {
    severity: "error",
    status: 422,
    says: {
      es: "El archivo tiene dos columnas con el nombre «{column}»: cambia una.",
      en: 'The file has two columns named "{column}": rename one.',
    },
  },
  "csv-unreadable": {
    severity: "error",
    status: 422,
    says: {
      es: "El CSV no se puede leer a partir de aquí: {reason}. Lo que sigue no se ha leído.",
      en: "The CSV cannot be read from here on: {reason}. What follows was not read.",
    },
  },
  "row-length": {
    severity: "error",
    status: 422,
    says: {
      es: "Las celdas de la fila ({cells}) no son las de la cabecera ({columns}): no se ha usado.",
      en: "The cells of the row ({cells}) are not those of the header ({columns}): it was not used.",
    },
  },
  "row-unknown": {
    severity: "warning",
    status: 422,
    says: {
      es: "Ninguna regla de la correspondencia habla de esta fila: no se ha usado.",
      en: "No rule of the mapping speaks of this row: it was not used.",
    },
  },
  "cell-missing": {
    severity: "error",
    status: 422,
    says: {
      es: "La celda «{column}» está vacía y hace falta: la fila no se ha usado.",
      en: 'The cell "{column}" is empty and is needed: the row was not used.',
    },
  },
  "cell-unreadable": {
    severity: "error",
    status: 422,
    says: {
      es: "La celda «{column}» no se puede leer: «{text}». La fila no se ha usado.",
      en: 'The cell "{column}" cannot be read: "{text}". The row was not used.',
    },
  },
  "cell-without-zone": {
    severity: "error",
    status: 422,
    says: {
      es: "La hora «{text}» de la columna «{column}» no dice su zona: añade timeZone a la correspondencia.",
      en: 'The time "{text}" of the column "{column}" has no zone: add timeZone to the mapping.',
    },
  },
  "events-future": {
    severity: "warning",
    status: 422,
    says: {
      es: "Eventos posteriores al {asOf}: {count}. Se aceptan y cuentan a partir de su hora; el primero está aquí.",
      en: "Events after {asOf}: {count}. They are accepted and count from their time on; the first is here.",
    },
  },
  "events-ancient": {
    severity: "warning",
    status: 422,
    says: {
      es: "Eventos de antes de 1970: {count}. Se aceptan, pero mira si es la fecha que querías; el primero está aquí.",
      en: "Events from before 1970: {count}. They are accepted, but check that the date is meant; the first is here.",
    },
  },
  "problems-more": {
    severity: "error",
    status: 422,
    says: {
      es: "Problemas que además no se muestran: {count}.",
      en: "Further problems, not shown: {count}.",
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
