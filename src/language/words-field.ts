/** Fields in words, with their article; a field without words of its own is quoted. */
import type { Language, SubjectKind } from "../engine/agreement.ts";

type Phrase = readonly [es: string, en: string];

const fields: Readonly<Record<string, Phrase>> = {
  status: ["el estado", "the status"],
  priority: ["la prioridad", "the priority"],
  owner: ["la persona responsable", "the owner"],
  team: ["el equipo", "the team"],
  source: ["la fuente", "the source"],
  interest: ["el interés", "the interest"],
  lastActivity: ["la última actividad", "the last activity"],
  intent: ["la intención", "the intent"],
  campaign: ["la campaña", "the campaign"],
  phone: ["el teléfono", "the phone"],
  email: ["el correo", "the e-mail"],
  name: ["el nombre", "the name"],
  lifecycle: ["la etapa del ciclo de vida", "the lifecycle stage"],
  stage: ["la etapa", "the stage"],
  amount: ["el importe", "the amount"],
  attempts: ["el número de intentos", "the number of attempts"],
  channels: ["el número de canales", "the number of channels"],
  engagement: ["la interacción", "the engagement"],
  icpScore: ["la puntuación de cliente ideal", "the ideal customer score"],
  customer: ["el cliente", "the customer"],
  service: ["el servicio", "the service"],
  country: ["el país", "the country"],
  language: ["el idioma", "the language"],
  region: ["la región", "the region"],
  severity: ["la gravedad", "the severity"],
  reason: ["el motivo", "the reason"],
  "account.tier": ["el nivel de la cuenta", "the tier of the account"],
  "account.segment": ["el segmento de la cuenta", "the segment of the account"],
  "account.mrr": ["el ingreso mensual de la cuenta", "the monthly revenue of the account"],
  "company.employees": ["el número de empleados", "the number of employees"],
  "company.industry": ["el sector de la empresa", "the industry of the company"],
  "company.country": ["el país de la empresa", "the country of the company"],
  "company.name": ["el nombre de la empresa", "the name of the company"],
  "contact.role": ["el puesto del contacto", "the role of the contact"],
  "event.type": ["el tipo de evento", "the type of event"],
  "event.source": ["la fuente del evento", "the source of the event"],
  "event.actor.kind": ["el tipo de autor", "the kind of actor"],
};

/** Fields that are true or false, as clauses: what true says, and what false says. */
const flags: Readonly<Record<string, readonly [yes: Phrase, no: Phrase]>> = {
  "handoff.complete": [
    ["la entrega está completa", "the hand-over is complete"],
    ["la entrega no está completa", "the hand-over is not complete"],
  ],
};

export function fieldPhrase(field: string, language: Language): string {
  const phrase = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (phrase) return language === "es" ? phrase[0] : phrase[1];
  return language === "es" ? `el campo «${field}»` : `the field “${field}”`;
}

/** A field as the label of its box: "Número de empleados"; one without words keeps its name. */
export function fieldLabel(field: string, language: Language): string {
  if (!Object.hasOwn(fields, field)) return field;
  const bare = fieldPhrase(field, language).replace(/^(?:el|la|the) /, "");
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

export function flagClause(field: string, value: boolean, language: Language): string | undefined {
  const clauses = Object.hasOwn(flags, field) ? flags[field] : undefined;
  return clauses?.[value ? 0 : 1][language === "es" ? 0 : 1];
}

const subjects: Readonly<Record<SubjectKind, readonly [one: Phrase, many: Phrase]>> = {
  lead: [
    ["lead", "lead"],
    ["leads", "leads"],
  ],
  deal: [
    ["oportunidad", "deal"],
    ["oportunidades", "deals"],
  ],
  ticket: [
    ["ticket", "ticket"],
    ["tickets", "tickets"],
  ],
  account: [
    ["cuenta", "account"],
    ["cuentas", "accounts"],
  ],
  service: [
    ["servicio", "service"],
    ["servicios", "services"],
  ],
  campaign: [
    ["campaña", "campaign"],
    ["campañas", "campaigns"],
  ],
};

export function subjectName(kind: SubjectKind, language: Language, isMany: boolean): string {
  return subjects[kind][isMany ? 1 : 0][language === "es" ? 0 : 1];
}
