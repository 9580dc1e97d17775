/** A deal's life: stages, won or lost, and the hand-over to customer service. */
import { DAY, type Instant } from "../engine/time.ts";
import { happens, pick, pickWeighted, type Spread, wholeBetween } from "./random.ts";
import { type Story, tell, tidiedLater, workedLater } from "./story.ts";
import type { Member } from "./team.ts";

const crm = { id: "crm", kind: "integration" } as const;
const success = { id: "customer-success", kind: "human" } as const;

const untilNextStage: Spread = [300, 3_200, 9_000, 16_000];
const untilSubmitted: Spread = [20, 400, 1_300, 3_000];
const untilReceived: Spread = [20, 280, 700, 2_000];
const untilKickoff: Spread = [600, 1_900, 3_000, 5_000];
const untilLive: Spread = [3_000, 7_000, 14_000, 22_000];

const stages = ["diagnostico", "propuesta", "negociacion"] as const;
const lossReasons = ["precio", "competidor", "sin_decision", "tiempo"] as const;

/** Told inside the lead's story, since it is one thread of people and dates. */
export function tellDeal(story: Story, at: Instant, owner: Member): void {
  const { random, subject: lead } = story;
  const subject = lead.replace("lead/", "deal/");
  const by = { id: owner.id, kind: "human" } as const;
  const amount = wholeBetween(random, 4, 120) * 1_000;
  const links = [{ subject: lead, role: "lead" }];
  const opening = { owner: owner.id, amount, currency: "MXN", stage: stages[0], links };
  tell(story, "deal.created", { at, by, subject, data: opening });
  let changed = at;
  for (const stage of stages.slice(1)) {
    changed = workedLater(story, changed, untilNextStage);
    tell(story, "deal.stageChanged", { at: changed, by, subject, data: { stage } });
    if (happens(random, 0.2)) break;
  }
  const closed = workedLater(story, changed, untilNextStage);
  const outcome = pickWeighted(random, [
    ["won", 34],
    ["lost", 50],
    ["open", 16],
  ]);
  if (outcome === "lost") {
    const reason = pick(random, lossReasons);
    tell(story, "deal.lost", { at: closed, by, subject, data: { stage: "perdido", reason } });
  }
  if (outcome === "won") tellWon(story, { at: closed, subject, owner, amount });
}

type Won = {
  readonly at: Instant;
  readonly subject: string;
  readonly owner: Member;
  readonly amount: number;
};

function tellWon(story: Story, { at, subject, owner, amount }: Won): void {
  const { random, subject: lead } = story;
  const account = subject.replace("deal/", "account/n");
  const customer = account.slice("account/".length);
  const by = { id: owner.id, kind: "human" } as const;
  const links = [
    { subject: lead, role: "lead" },
    { subject: account, role: "account" },
  ];
  const service = "puesta-en-marcha";
  tell(story, "deal.won", {
    at,
    by,
    subject,
    data: { stage: "ganado", customer, service, amount, currency: "MXN", links },
  });
  const terms = { tier: "plata", mrr: Math.round(amount / 12), currency: "MXN" };
  tell(story, "account.created", {
    at,
    by: crm,
    subject: account,
    data: { customer, ...terms },
  });
  tellHandover(story, { at, subject, owner, amount });
  const isForgotten = !happens(random, 0.95);
  const kickoff = isForgotten ? tidiedLater(story, at) : workedLater(story, at, untilKickoff);
  tell(story, "onboarding.kickoffHeld", { at: kickoff, by: success, subject });
  const live = workedLater(story, kickoff, untilLive);
  tell(story, "onboarding.firstValue", { at: live, by: success, subject });
  const completed = (live + 7 * DAY) as Instant;
  tell(story, "onboarding.completed", { at: completed, by: success, subject });
}

function tellHandover(story: Story, { at, subject, owner, amount }: Won): void {
  const { random } = story;
  const by = { id: owner.id, kind: "human" } as const;
  const complete = happens(random, 0.8);
  const promised = {
    order: `PO-${amount}`,
    scope: "estandar",
    sponsor: "direccion",
    renewalDate: new Date(at + 365 * DAY).toISOString().slice(0, 10),
  };
  const rest = { successCriteria: "reporte mensual en un día", risks: "integración propia" };
  const submitted = workedLater(story, at, untilSubmitted);
  const data = complete ? { ...promised, ...rest } : promised;
  tell(story, "handoff.submitted", {
    at: submitted,
    by,
    subject,
    data: { ...data, handoff: { complete } },
  });
  const received = workedLater(story, submitted, untilReceived);
  if (complete) {
    tell(story, "handoff.accepted", { at: received, by: success, subject });
    return;
  }
  const reason = "REJ-CLER";
  tell(story, "handoff.returned", { at: received, by: success, subject, data: { reason } });
  const mended = workedLater(story, received, untilSubmitted);
  tell(story, "handoff.submitted", {
    at: mended,
    by,
    subject,
    data: { ...rest, handoff: { complete: true } },
  });
  const accepted = workedLater(story, mended, untilReceived);
  tell(story, "handoff.accepted", { at: accepted, by: success, subject });
}
