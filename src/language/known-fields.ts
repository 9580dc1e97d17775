/**
 * The fields that the connectors, the importer and the engine deliver, by kind of subject. A field
 * of a CRM's own goes under `custom.`, or is named by whoever asks for the check.
 */
import type { SubjectKind } from "../engine/agreement.ts";

const ofEvery =
  "id owner ownerName team status customer service source createdAt updatedAt currency " +
  "country language region territory tags account account.id account.name account.tier " +
  "account.segment account.mrr account.owner account.country account.industry event.type " +
  "event.source event.actor.kind event.actor.id reason";

const ofLead =
  "email phone name intent campaign interest score engagement icpScore lifecycle attempts " +
  "channels lastActivity lastContactAt consent medium content term form page value " +
  "expectedValue channel company.name company.employees company.industry company.country " +
  "company.revenue company.domain contact.role contact.seniority contact.department " +
  "contact.country handoff.complete rejection.reason disqualification.reason recycle.date " +
  "assignedAt lead.id";

const fields: Readonly<Record<SubjectKind, string>> = {
  lead: ofLead,
  deal:
    "stage amount value closeDate pipeline probability product order scope sponsor " +
    "successCriteria risks renewalDate handoff.complete lead.id win.reason loss.reason mrr " +
    "kickoffAt firstValueAt",
  ticket:
    "priority channel group queue type category severity subject requester solvedAt target " +
    "due satisfaction csat reopened language product",
  account: "tier segment mrr arr industry size health renewalDate nps csat ces churn.reason name",
  service: "name impact incident severity region",
  campaign: "name channel cost budget spend medium audience",
};

export const subjectKinds = Object.keys(fields) as readonly SubjectKind[];

/** The known fields of a kind of subject; of every kind where none is named. */
export function knownFields(kind?: SubjectKind): readonly string[] {
  const own = kind ? fields[kind] : Object.values(fields).join(" ");
  return [...new Set(`${ofEvery} ${own}`.split(" "))].toSorted();
}
