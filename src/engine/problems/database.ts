/** What can be wrong with the database: its binaries, its files, its process and its migrations. */
import type { ProblemKind } from "./kind.ts";

export const databaseProblems = {
  "database-binary-missing": {
    severity: "error",
    status: 503,
    says: {
      es: "No hay un PostgreSQL incluido para este equipo ({platform}): indica uno tuyo con DATABASE_URL=postgres://usuario:clave@servidor/base.",
      en: "There is no built-in PostgreSQL for this machine ({platform}): name one of yours with DATABASE_URL=postgres://user:password@host/database.",
    },
  },
  "database-binary-broken": {
    severity: "error",
    status: 503,
    says: {
      es: "El PostgreSQL incluido no arranca en este equipo ({reason}): indica uno tuyo con DATABASE_URL=postgres://usuario:clave@servidor/base.",
      en: "The built-in PostgreSQL does not run on this machine ({reason}): name one of yours with DATABASE_URL=postgres://user:password@host/database.",
    },
  },
  "database-major-wrong": {
    severity: "error",
    status: 503,
    says: {
      es: "Los datos de «{directory}» son de PostgreSQL {found} y este programa trae el {need}: expórtalos con la versión anterior de Acuerdo e impórtalos en un directorio nuevo.",
      en: 'The data in "{directory}" belongs to PostgreSQL {found} and this program brings {need}: export it with the previous version of Acuerdo and import it into a new directory.',
    },
  },
  "database-unreadable": {
    severity: "error",
    status: 503,
    says: {
      es: "Este usuario no puede usar los datos de «{directory}», que son de otro: arranca Acuerdo con el usuario que los creó o cambia su dueño.",
      en: 'This user may not use the data in "{directory}", which belongs to another: start Acuerdo as the user who made it, or change its owner.',
    },
  },
  "database-in-use": {
    severity: "error",
    status: 503,
    says: {
      es: "El proceso {pid} ya usa los datos de «{directory}» y no acepta conexiones: detenlo, o usa otro directorio.",
      en: 'Process {pid} already uses the data in "{directory}" and takes no connections: stop it, or use another directory.',
    },
  },
  "database-start-failed": {
    severity: "error",
    status: 503,
    says: {
      es: "PostgreSQL no arrancó con los datos de «{directory}»: {reason}.",
      en: 'PostgreSQL did not start on the data in "{directory}": {reason}.',
    },
  },
  "database-moved": {
    severity: "info",
    status: 200,
    says: {
      es: "El usuario «{account}», con el que corre PostgreSQL, no llega a «{from}»: los datos están en «{to}».",
      en: 'The user "{account}", who runs PostgreSQL, cannot reach "{from}": the data is in "{to}".',
    },
  },
  "database-restarted": {
    severity: "warning",
    status: 200,
    says: {
      es: "PostgreSQL se detuvo y volvió a arrancar con los datos de «{directory}»; nada confirmado se perdió.",
      en: 'PostgreSQL stopped and was started again on the data in "{directory}"; nothing acknowledged was lost.',
    },
  },
  "database-role-missing": {
    severity: "error",
    status: 503,
    says: {
      es: "El usuario «{user}» de DATABASE_URL no puede crear el rol «{role}»: pide a quien administra la base que ejecute «create role {role}; grant {role} to {user}».",
      en: 'The user "{user}" of DATABASE_URL may not create the role "{role}": ask whoever runs the database for "create role {role}; grant {role} to {user}".',
    },
  },
  "database-version-old": {
    severity: "error",
    status: 503,
    says: {
      es: "El servidor es PostgreSQL {found} y hace falta el {need} o posterior.",
      en: "The server is PostgreSQL {found}; {need} or later is needed.",
    },
  },
  "migration-changed": {
    severity: "error",
    status: 503,
    says: {
      es: "La migración «{migration}» ya está aplicada y su archivo ha cambiado desde entonces: recupera el archivo original y escribe el cambio en una migración nueva.",
      en: 'Migration "{migration}" is applied already and its file has changed since: bring the original file back and write the change as a new migration.',
    },
  },
  "migration-unknown": {
    severity: "error",
    status: 503,
    says: {
      es: "La base tiene la migración «{migration}», que este programa no conoce: es de una versión más nueva de Acuerdo; actualiza el programa.",
      en: 'The database has migration "{migration}", which this program does not know: it comes from a newer Acuerdo; update the program.',
    },
  },
  "archive-unreadable": {
    severity: "error",
    status: 422,
    says: {
      es: "El archivo de exportación no se puede leer: {reason}.",
      en: "The export cannot be read: {reason}.",
    },
  },
  "value-unstorable": {
    severity: "error",
    status: 422,
    says: {
      es: "Un valor no se puede guardar ({reason}): quita los caracteres nulos o partidos y los números fuera de rango.",
      en: "A value cannot be stored ({reason}): take out null or broken characters and numbers out of range.",
    },
  },
  "accounts-exist": {
    severity: "error",
    status: 409,
    says: {
      es: "Ya hay cuentas de personas aquí: restaura en una base vacía, o sin las cuentas (--without-accounts).",
      en: "There are accounts of people here already: restore into an empty database, or without the accounts (--without-accounts).",
    },
  },
  "workspace-exists": {
    severity: "error",
    status: 409,
    says: {
      es: "Ya existe el espacio de trabajo «{workspace}»: importa con otro nombre o en una base vacía.",
      en: 'There is already a workspace "{workspace}": import under another name, or into an empty database.',
    },
  },
  "workspace-missing": {
    severity: "error",
    status: 404,
    says: {
      es: "No existe el espacio de trabajo «{workspace}».",
      en: 'There is no workspace "{workspace}".',
    },
  },
  "cursor-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "El cursor no es de esta lista: empieza por la primera página.",
      en: "The cursor does not belong to this list: start from the first page.",
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
