/** What can be wrong with a request. */
import type { ProblemKind } from "./kind.ts";

export const requestProblems = {
  "batch-too-large": {
    severity: "error",
    status: 413,
    says: {
      es: "Un lote lleva como mucho {limit} eventos: divídelo, o envíalo como NDJSON.",
      en: "A batch holds at most {limit} events: split it, or send it as NDJSON.",
    },
  },
  "body-too-large": {
    severity: "error",
    status: 413,
    says: {
      es: "El cuerpo de la petición es demasiado grande para esta ruta.",
      en: "The body of the request is too large for this route.",
    },
  },
  "body-unreadable": {
    severity: "error",
    status: 400,
    says: {
      es: "El cuerpo de la petición no se puede leer: {reason}.",
      en: "The body of the request cannot be read: {reason}.",
    },
  },
  "body-kind-unknown": {
    severity: "error",
    status: 415,
    says: {
      es: "El tipo de contenido «{type}» no se admite aquí: envía JSON, o NDJSON donde la ruta lo diga.",
      en: 'Content of type "{type}" is not taken here: send JSON, or NDJSON where the route says so.',
    },
  },
  "request-wrong": {
    severity: "error",
    status: 422,
    says: {
      es: "En «{path}»: {reasonEs}.",
      en: 'At "{path}": {reasonEn}.',
    },
  },
  "route-unknown": {
    severity: "error",
    status: 404,
    says: {
      es: "No hay nada en {method} {path}: mira /docs.",
      en: "There is nothing at {method} {path}: see /docs.",
    },
  },
  "caller-unknown": {
    severity: "error",
    status: 401,
    says: {
      es: "Falta decir quién pregunta: inicia sesión o envía «Authorization: Bearer» con una clave.",
      en: 'Say who is asking: sign in, or send "Authorization: Bearer" with a key.',
    },
  },
  "permission-missing": {
    severity: "error",
    status: 403,
    says: {
      es: "Hace falta el permiso «{permission}» para esto: pídelo a quien administra el espacio.",
      en: 'This takes the permission "{permission}": ask an administrator of the workspace for it.',
    },
  },
  "thing-missing": {
    severity: "error",
    status: 404,
    says: {
      es: "No existe «{name}», o no está a tu alcance.",
      en: 'There is no "{name}", or it is not within your reach.',
    },
  },
  "version-stale": {
    severity: "error",
    status: 412,
    says: {
      es: "Otra persona guardó «{name}» antes: vuelve a leerlo y repite el cambio.",
      en: 'Somebody else saved "{name}" first: read it again and repeat the change.',
    },
  },
  "document-needed": {
    severity: "error",
    status: 422,
    says: {
      es: "El texto tiene que llevar exactamente un documento de tipo {kind}.",
      en: "The text must hold exactly one document of kind {kind}.",
    },
  },
  "key-in-use": {
    severity: "error",
    status: 409,
    says: {
      es: "La petición con esa Idempotency-Key todavía se está atendiendo: espera y repite.",
      en: "The request of that Idempotency-Key is still being answered: wait and repeat.",
    },
  },
  "key-of-another": {
    severity: "error",
    status: 422,
    says: {
      es: "Esa Idempotency-Key ya se usó con otra petición: usa una nueva.",
      en: "That Idempotency-Key was used for another request: use a new one.",
    },
  },
  "requests-too-many": {
    severity: "error",
    status: 429,
    says: {
      es: "Demasiadas peticiones: espera {seconds} segundos.",
      en: "Too many requests: wait {seconds} seconds.",
    },
  },
  "demo-not-empty": {
    severity: "error",
    status: 409,
    says: {
      es: "La demostración solo se carga en un espacio vacío, y este ya tiene acuerdos o eventos.",
      en: "The demo is loaded only into an empty workspace, and this one has agreements or events.",
    },
  },
  "port-in-use": {
    severity: "error",
    status: 503,
    says: {
      es: "El puerto {port} de {host} ya está ocupado: elige otro con --port.",
      en: "Port {port} of {host} is taken: choose another with --port.",
    },
  },
  "server-fault": {
    severity: "error",
    status: 500,
    says: {
      es: "Algo falló en el servidor. Nada quedó a medias; el registro lo guarda como {request}.",
      en: "Something failed in the server. Nothing is half done; the log keeps it as {request}.",
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
