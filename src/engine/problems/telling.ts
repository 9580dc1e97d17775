/** What can be wrong with addresses that are told, with rules, and with what follows from them. */
import type { ProblemKind } from "./kind.ts";

export const tellingProblems = {
  "webhook-url": {
    severity: "error",
    status: 422,
    says: {
      es: "«{url}» no sirve como dirección: escribe una que empiece por https:// y no lleve contraseña.",
      en: '"{url}" cannot be written to: give an address that begins with https:// and holds no password.',
    },
  },
  "webhook-retired": {
    severity: "error",
    status: 422,
    says: {
      es: "Microsoft retiró los conectores de webhook.office.com: crea en el canal un flujo «Enviar alertas de webhook a un canal» y pega aquí su dirección.",
      en: 'Microsoft retired the connectors of webhook.office.com: make a workflow "Send webhook alerts to a channel" in the channel and paste its address here.',
    },
  },
  "webhook-host": {
    severity: "error",
    status: 422,
    says: {
      es: "Esa dirección no es de {kind}: copia la que te da {kind} para el canal.",
      en: "That is no address of {kind}: copy the one that {kind} gives for the channel.",
    },
  },
  "rule-wrong": {
    severity: "error",
    status: 422,
    says: {
      es: "La regla no se puede leer en «{path}»: {wantedEs}.",
      en: 'The rule cannot be read at "{path}": {wantedEn}.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
