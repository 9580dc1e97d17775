/** What happens, in words: one clause for every known event type, in the present tense. */
import type { Language } from "../engine/agreement.ts";

type Clause = readonly [es: string, en: string];

const clauses: Readonly<Record<string, Clause>> = {
  "lead.created": ["se crea el lead", "the lead is created"],
  "lead.qualified": ["se califica el lead", "the lead is qualified"],
  "lead.handedOff": ["se entrega el lead", "the lead is handed off"],
  "lead.assigned": ["se asigna el lead", "the lead is assigned"],
  "lead.accepted": ["se acepta el lead", "the lead is accepted"],
  "lead.rejected": ["se rechaza el lead", "the lead is rejected"],
  "lead.corrected": ["se corrige el lead", "the lead is corrected"],
  "lead.rerouted": ["se redirige el lead", "the lead is rerouted"],
  "lead.rejectionAccepted": ["se acepta el rechazo", "the rejection is accepted"],
  "lead.rejectionDisputed": ["se disputa el rechazo", "the rejection is disputed"],
  "lead.sqlAccepted": ["se acepta el lead como SQL", "the lead is accepted as an SQL"],
  "lead.disqualified": ["se descalifica el lead", "the lead is disqualified"],
  "lead.recycled": ["se recicla el lead", "the lead is recycled"],
  "lead.closedUnreached": ["se cierra el lead sin contacto", "the lead is closed unreached"],
  "lead.merged": ["se fusiona el lead con otro", "the lead is merged into another"],
  "lead.deleted": ["se borra el lead", "the lead is deleted"],
  "lead.spam": ["se marca el lead como spam", "the lead is marked as spam"],
  "lead.test": ["se marca el lead como prueba", "the lead is marked as a test"],
  "lead.statusChanged": ["cambia el estado del lead", "the status of the lead changes"],
  "contact.attempted": ["se intenta el contacto", "contact is attempted"],
  "contact.connected": ["se logra el contacto", "contact is made"],
  "touch.sent": ["se envía un mensaje de seguimiento", "a nurturing touch is sent"],
  "meeting.booked": ["se agenda la reunión", "the meeting is booked"],
  "meeting.held": ["se celebra la reunión", "the meeting is held"],
  "meeting.noShow": ["nadie acude a la reunión", "the meeting is a no-show"],
  "deal.created": ["se crea la oportunidad", "the deal is created"],
  "deal.stageChanged": ["cambia la etapa de la oportunidad", "the deal changes stage"],
  "deal.won": ["se gana la oportunidad", "the deal is won"],
  "deal.lost": ["se pierde la oportunidad", "the deal is lost"],
  "handoff.submitted": ["se presenta la entrega", "the hand-over is submitted"],
  "handoff.returned": ["se devuelve la entrega", "the hand-over is returned"],
  "handoff.accepted": ["se acepta la entrega", "the hand-over is accepted"],
  "onboarding.kickoffHeld": ["se celebra la reunión de arranque", "the kick-off is held"],
  "onboarding.completed": ["se completa la puesta en marcha", "onboarding is completed"],
  "onboarding.firstValue": [
    "el cliente obtiene su primer resultado",
    "the customer gets first value",
  ],
  "ticket.created": ["se crea el ticket", "the ticket is created"],
  "ticket.assigned": ["se asigna el ticket", "the ticket is assigned"],
  "ticket.repliedPublic": ["se responde al cliente", "the customer is replied to"],
  "ticket.customerReplied": ["escribe el cliente", "the customer writes"],
  "ticket.statusChanged": ["cambia el estado del ticket", "the status of the ticket changes"],
  "ticket.priorityChanged": [
    "cambia la prioridad del ticket",
    "the priority of the ticket changes",
  ],
  "ticket.solved": ["se resuelve el ticket", "the ticket is solved"],
  "ticket.reopened": ["se reabre el ticket", "the ticket is reopened"],
  "ticket.merged": ["se fusiona el ticket con otro", "the ticket is merged into another"],
  "ticket.spam": ["se marca el ticket como spam", "the ticket is marked as spam"],
  "ticket.noReplyNeeded": [
    "se marca que no hace falta responder",
    "the ticket is marked as needing no reply",
  ],
  "survey.answered": ["se responde la encuesta", "the survey is answered"],
  "account.created": ["se crea la cuenta", "the account is created"],
  "account.renewed": ["se renueva la cuenta", "the account renews"],
  "account.expanded": ["se amplía la cuenta", "the account expands"],
  "account.contracted": ["se reduce la cuenta", "the account contracts"],
  "account.churned": ["se pierde la cuenta", "the account churns"],
  "service.down": ["se cae el servicio", "the service goes down"],
  "service.up": ["se restablece el servicio", "the service is up again"],
  "campaign.launched": ["se lanza la campaña", "the campaign is launched"],
  "campaign.spent": ["se gasta en la campaña", "the campaign spends"],
  "owner.absent": ["se ausenta la persona responsable", "the owner goes away"],
  "owner.back": ["vuelve la persona responsable", "the owner is back"],
};

/** The types that have a clause; a test holds them to the engine's list. */
export const eventTypesInWords: readonly string[] = Object.keys(clauses);

/** What happens when an event of this type comes; a custom type is quoted. */
export function eventClause(type: string, language: Language): string {
  const clause = Object.hasOwn(clauses, type) ? clauses[type] : undefined;
  if (clause) return language === "es" ? clause[0] : clause[1];
  return language === "es" ? `ocurre «${type}»` : `“${type}” happens`;
}
