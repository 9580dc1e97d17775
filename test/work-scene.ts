/** A workspace with a promise that escalates, people, and a worker whose clock the test moves. */

import { recordEvents } from "../src/actions/record-events.ts";
import type { AgreementDocument } from "../src/engine/agreement.ts";
import type { Event } from "../src/engine/event.ts";
import { type Instant, readInstant } from "../src/engine/time.ts";
import { readDocuments } from "../src/language/reader.ts";
import { insertRevision, saveAgreement } from "../src/store/agreement.ts";
import { type Database, inWorkspace } from "../src/store/db.ts";
import { saveMember } from "../src/store/member.ts";
import { saveWebhook } from "../src/store/webhook.ts";
import { addWorkspace } from "../src/store/workspace.ts";
import { workRound } from "../src/worker/round.ts";
import type { Message, Outcome, Senders } from "../src/worker/sending.ts";
import { unheard, type Worker } from "../src/worker/worker.ts";

/** March 2026 in UTC; the 2nd is a Monday. */
export const at = (text: string) => readInstant(`2026-03-${text}Z`) as Instant;

const agreementText = (escalation: string) => `
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: handover, title: Handover}
spec:
  purpose: Leads are called while they are warm.
  parties:
    - {id: sales, kind: team, role: [provider], teams: [sdr]}
    - id: marketing
      kind: team
      role: [consumer]
      contacts: [{name: Mara, email: mara@example.org}]
  term: {from: 2026-01-01, timeZone: UTC}
  calendars:
    office: {timeZone: UTC, week: {mon-fri: ["09:00-18:00"]}}
  commitments:
    - id: first-contact
      obliged: sales
      beneficiary: marketing
      scope: {subject: lead}
      clock:
        start: lead.created
        stop: contact.connected
        cancel: lead.merged
      target: [{within: 2bh}]
      warnAt: ["50%"]
      objective: {atLeast: "90%", each: month}
${escalation === "" ? "" : "      escalate: late\n"}
${escalation === "" ? "" : `  escalations:\n    late:\n${escalation}`}
`;

/** One thing a receiver was told. */
export type Arrived = { readonly at: Instant; readonly channel: string; readonly message: Message };

export type Scene = Awaited<ReturnType<typeof openScene>>;

const people = [
  { account: "ana", role: "member", email: "ana@example.org", team: "sdr", title: "Ana" },
  { account: "leo", role: "member", email: "leo@example.org", team: "sdr", title: "Leo" },
  { account: "eva", role: "manager", email: "eva@example.org", team: "sdr", title: "Eva" },
] as const;

/** `escalation` holds the steps, indented by six; without it the owner is told. */
export async function openScene(
  database: Database,
  {
    workspaceId,
    escalation = "",
    agreement = agreementText(escalation),
    url = "https://example.org/",
  }: {
    readonly workspaceId: string;
    readonly escalation?: string;
    readonly agreement?: string;
    readonly url?: string;
  },
) {
  const [document] = readDocuments(agreement).documents as [AgreementDocument];
  const began = at("01T00:00");
  await inWorkspace(database, workspaceId, async (db) => {
    const recording = { workspaceId, now: began };
    await addWorkspace(db, {
      id: workspaceId,
      title: "Ñandú",
      language: "en",
      timeZone: "UTC",
      settings: {},
      createdAt: began,
    });
    for (const person of people) await saveMember(db, recording, person);
    for (const [id, kind] of [
      ["hook", "standard"],
      ["sales-chat", "slack"],
    ] as const) {
      const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
      await saveWebhook(db, recording, { id, kind, url, secret, types: ["*"], createdBy: "ana" });
    }
    const state = "inForce";
    await saveAgreement(db, recording, { id: "handover", title: "Handover", state, labels: {} });
    await insertRevision(db, workspaceId, {
      agreement: "handover",
      number: 1,
      text: "",
      document,
      contentHash: "",
      from: at("01T00:00"),
      existing: "keep",
      publishedBy: "ana",
      publishedAt: began,
    });
  });
  const arrived: Arrived[] = [];
  const clock = { now: began };
  const answer: { next: (message: Message) => Outcome } = { next: () => ({ kind: "sent" }) };
  const worker = workerOf(database, { clock, arrived, answer, workspaceId });
  return {
    database,
    workspaceId,
    clock,
    arrived,
    answer,
    worker,
    document,
    record: (...events: readonly Event[]) =>
      recordEvents({ database, workspaceId, actor: "test", now: clock.now }, events),
    /** Goes on to an instant, working at each at which there is something to do. */
    goTo: (until: Instant) => goTo(worker, clock, until),
  };
}

/**
 * Senders that keep what they are given of one workspace: a worker works for all of them, those of
 * other tests too. `answer` says what the receiver answers.
 */
export function workerOf(
  database: Database,
  kept: {
    readonly clock: { now: Instant };
    readonly arrived: Arrived[];
    readonly answer: { next: (message: Message) => Outcome };
    readonly workspaceId: string;
    readonly name?: string;
  },
): Worker {
  const send = (channel: string) => async (message: Message) => {
    const outcome = kept.answer.next(message);
    const isOwn = message.workspace.id === kept.workspaceId;
    if (outcome.kind === "sent" && isOwn)
      kept.arrived.push({ at: kept.clock.now, channel, message });
    return outcome;
  };
  const senders: Senders = {
    email: send("email"),
    slack: send("slack"),
    teams: send("teams"),
    webhook: send("webhook"),
  };
  return {
    name: kept.name ?? "worker/1",
    database,
    now: () => kept.clock.now,
    chance: () => 0.5,
    senders,
    deeds: {},
    heard: {
      ...unheard,
      failed: ({ what, error }) => {
        throw new Error(what, { cause: error });
      },
    },
  };
}

export async function goTo(worker: Worker, clock: { now: Instant }, until: Instant): Promise<void> {
  for (let step = 0; step < 10_000; step += 1) {
    const timers = await workRound(worker, "timer");
    const deliveries = await workRound(worker, "delivery");
    const next = Math.min(timers.nextAt ?? until, deliveries.nextAt ?? until);
    if (next >= until) break;
    clock.now = Math.max(clock.now, next) as Instant;
  }
  clock.now = until;
  await workRound(worker, "timer");
  await workRound(worker, "delivery");
}

let facts = 0;

/** A fact of a lead, at the scene's hour unless another is given. */
export function fact(type: string, occurredAt: Instant, more: Partial<Event> = {}): Event {
  facts += 1;
  return {
    id: `e${facts}`,
    source: "crm",
    type,
    subject: "lead/1",
    occurredAt,
    actor: { kind: "human" },
    ...more,
  };
}
