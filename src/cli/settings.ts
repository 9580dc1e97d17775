/** What the environment says: one table, read once at the start and passed down. */
import type { Language } from "../engine/agreement.ts";
import type { Sentence } from "../engine/problems/kind.ts";

export type Settings = {
  readonly language: Language;
  readonly hasColours: boolean | undefined;
  readonly width: number;
  readonly serving: ServingSettings;
};

/**
 * What `serve`, `work` and `migrate` are told. Without `databaseUrl` the database is our own, in
 * `data`.
 */
export type ServingSettings = {
  readonly databaseUrl: string | undefined;
  readonly data: string;
  readonly host: string;
  readonly port: number;
  readonly origin: string | undefined;
  readonly logLevel: LogLevel;
  readonly isBehindProxy: boolean;
  readonly requestsPerMinute: number;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly allowPrivate: boolean;
};

const logLevels = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof logLevels)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

/** What each variable means; the reference page is printed from here. */
export const settingRows: readonly {
  readonly names: readonly string[];
  readonly says: Sentence;
}[] = [
  {
    names: ["ACUERDO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"],
    says: {
      es: "Idioma: lo que empieza por «en» es inglés, por «es» español; el primero que lo diga. Si ninguno, inglés.",
      en: 'Language: what begins with "es" is Spanish, with "en" English; the first that says one. If none does, English.',
    },
  },
  {
    names: ["NO_COLOR", "FORCE_COLOR"],
    says: {
      es: "Sin colores, o con ellos aunque no haya terminal.",
      en: "No colours, or colours even without a terminal.",
    },
  },
  {
    names: ["COLUMNS"],
    says: { es: "Ancho de la ayuda; 100 si no se da.", en: "Width of the help; 100 if not given." },
  },
  {
    names: ["DATABASE_URL"],
    says: {
      es: "Un servidor PostgreSQL 15 o posterior: postgres://usuario:clave@servidor/base. Sin ella, una base propia en ACUERDO_DATA.",
      en: "A PostgreSQL server, 15 or later: postgres://user:password@host/database. Without it, a database of our own in ACUERDO_DATA.",
    },
  },
  {
    names: ["ACUERDO_DATA"],
    says: {
      es: "Carpeta de la base propia; ./data si no se da.",
      en: "Folder of our own database; ./data if not given.",
    },
  },
  {
    names: ["ACUERDO_HOST", "ACUERDO_PORT"],
    says: {
      es: "Dónde escucha el servidor; 127.0.0.1 y 8420 si no se dan.",
      en: "Where the server listens; 127.0.0.1 and 8420 if not given.",
    },
  },
  {
    names: ["ACUERDO_ORIGIN"],
    says: {
      es: "Dirección por la que la gente llega (https://acuerdo.ejemplo.com); los enlaces de los correos empiezan así.",
      en: "Address people come by (https://acuerdo.example.com); links in mails begin with it.",
    },
  },
  {
    names: ["ACUERDO_LOG"],
    says: {
      es: "Cuánto se registra: silent, error, warn, info o debug; warn si no se da.",
      en: "How much is logged: silent, error, warn, info or debug; warn if not given.",
    },
  },
  {
    names: ["ACUERDO_PROXY"],
    says: {
      es: "«1» si delante hay un proxy de confianza que dice de quién viene cada petición.",
      en: '"1" where a trusted proxy in front says whom each request comes from.',
    },
  },
  {
    names: ["ACUERDO_REQUESTS_PER_MINUTE"],
    says: {
      es: "Peticiones por minuto de una dirección; 60000 si no se da.",
      en: "Requests a minute from one address; 60000 if not given.",
    },
  },
  {
    names: ["ACUERDO_SMTP_URL", "ACUERDO_MAIL_FROM"],
    says: {
      es: "Servidor de correo (smtps://usuario:clave@servidor:465) y remitente; sin él no sale ningún correo.",
      en: "Mail server (smtps://user:password@host:465) and sender; without it no mail is sent.",
    },
  },
  {
    names: ["ACUERDO_ALLOW_PRIVATE"],
    says: {
      es: "«1» deja que los webhooks lleguen a direcciones de tu propia red y por http.",
      en: '"1" lets webhooks reach addresses of your own network, and by http.',
    },
  },
];

const PORT = 8_420;
const REQUESTS_PER_MINUTE = 60_000;

const WIDTH = 100;

export function readSettings(environment: Environment): Settings {
  const width = Number(environment.COLUMNS);
  return {
    language: languageOf(environment),
    hasColours: environment.NO_COLOR ? false : environment.FORCE_COLOR ? true : undefined,
    width: Number.isInteger(width) && width >= 40 && width <= 300 ? width : WIDTH,
    serving: servingOf(environment),
  };
}

function servingOf(environment: Environment): ServingSettings {
  const port = wholeOf(environment.ACUERDO_PORT, PORT);
  return {
    databaseUrl: environment.DATABASE_URL || undefined,
    data: environment.ACUERDO_DATA || "data",
    host: environment.ACUERDO_HOST || "127.0.0.1",
    port: port <= 65_535 ? port : PORT,
    origin: environment.ACUERDO_ORIGIN?.replace(/\/+$/, "") || undefined,
    logLevel: logLevels.find((level) => level === environment.ACUERDO_LOG) ?? "warn",
    isBehindProxy: environment.ACUERDO_PROXY === "1",
    requestsPerMinute: wholeOf(environment.ACUERDO_REQUESTS_PER_MINUTE, REQUESTS_PER_MINUTE),
    smtpUrl: environment.ACUERDO_SMTP_URL || undefined,
    mailFrom: environment.ACUERDO_MAIL_FROM || "Acuerdo <acuerdo@localhost>",
    allowPrivate: environment.ACUERDO_ALLOW_PRIVATE === "1",
  };
}

function wholeOf(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}

function languageOf(environment: Environment): Language {
  const names = settingRows[0]?.names ?? [];
  for (const name of names) {
    const said = environment[name]?.slice(0, 2).toLowerCase();
    if (said === "es" || said === "en") return said;
  }
  return "en";
}
