/**
 * A support agreement with credits and disputes: January of 2026 with one ticket kept, two missed.
 */
import type { AgreementDocument } from "../src/engine/agreement.ts";
import type { Event } from "../src/engine/event.ts";
import { readDocuments } from "../src/language/reader.ts";
import { at } from "./story.ts";

export const support = readDocuments(`
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: support, title: Support}
spec:
  purpose: to answer
  parties:
    - {id: team, kind: team, role: [provider]}
    - id: client
      kind: company
      role: [consumer]
      contacts: [{name: Carla, email: carla@client.example}]
    - {id: revops, kind: team, role: [measurer]}
  term: {from: 2026-01-01, timeZone: UTC}
  calendars:
    office: {timeZone: UTC, week: {mon-fri: ["09:00-17:00"]}}
  commitments:
    - id: answer
      obliged: team
      beneficiary: client
      scope: {subject: ticket}
      clock: {start: ticket.created, stop: ticket.repliedPublic}
      target: [{within: 4bh}]
      calendar: office
      objective: {atLeast: "75%", each: month}
  remedies:
    - id: credits
      on: [answer]
      kind: serviceCredit
      base: {charges: monthly, amount: 1000 USD}
      tiers: [{atLeast: "50%", below: "75%", credit: "5%"}, {below: "50%", credit: "10%"}]
      claim: {automatic: false, within: 30d}
    - id: plan
      on: [answer]
      kind: correctivePlan
      when: {misses: 1}
      plan: {within: 5bd, by: obliged}
  disputes:
    window: 10bd
    who: [team, client]
    steps: [{by: measurer, within: 3bd}, {by: team, within: 5bd}]
    effect: provisional
    default: measurementStands
`).documents[0] as AgreementDocument;

function ticket(id: number, ...deeds: readonly [type: string, wall: string][]): readonly Event[] {
  return deeds.map(([type, wall], index) => ({
    id: `${id}-${index}`,
    source: "desk",
    type: `ticket.${type}`,
    subject: `ticket/${id}`,
    occurredAt: at(wall),
  }));
}

export const supportTickets: readonly Event[] = [
  ...ticket(1, ["created", "2026-01-05 09:00"], ["repliedPublic", "2026-01-05 10:00"]),
  ...ticket(2, ["created", "2026-01-06 09:00"], ["repliedPublic", "2026-01-06 16:00"]),
  ...ticket(3, ["created", "2026-01-07 09:00"], ["repliedPublic", "2026-01-08 16:00"]),
];
