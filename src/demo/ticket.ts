/**
 * A ticket's life: first answer, replies, waits, changes of priority, solved and sometimes
 * reopened.
 */
import type { Instant } from "../engine/time.ts";
import type { Customer } from "./account.ts";
import { topicOf } from "./names.ts";
import { happens, pickWeighted, type Random, type Spread, wholeBetween } from "./random.ts";
import { later, openStory, type Scene, type Story, tell, workedLater } from "./story.ts";
import { anyone, backFrom, type Member, someonePresent } from "./team.ts";

const desk = { id: "helpdesk", kind: "automation" } as const;
const client = { id: "customer", kind: "integration" } as const;

type Priority = "urgente" | "alta" | "normal";

const untilFirstReply: Readonly<Record<Priority, Spread>> = {
  urgente: [2, 10, 25, 70],
  alta: [5, 50, 130, 330],
  normal: [10, 110, 260, 580],
};

/** For the customer that bought it: somebody is on duty at night and on weekends. */
const untilWatchedReply: Spread = [1, 9, 45, 260];

const untilAssigned: Spread = [0.2, 5, 45, 400];
const untilReply: Spread = [5, 90, 250, 640];
const untilCustomer: Spread = [5, 700, 4_000, 16_000];
const untilSolved: Spread = [5, 150, 450, 1_900];
const untilSurvey: Spread = [5, 200, 2_000, 6_000];
const seconds: Spread = [0.1, 0.3, 1, 4];

export function tellTicket(
  scene: Scene,
  {
    number,
    at,
    customer,
  }: { readonly number: number; readonly at: Instant; readonly customer: Customer },
): Story {
  const story = openStory(scene, { kind: "ticket", number, source: "helpdesk" });
  const priority = tellCreation(story, at, customer);
  if (endsEarly(story, at)) return story;
  const agent = anyone(story.random, scene.team.agents);
  tellAssignment(story, later(story, at, untilAssigned), agent);
  const replied = tellFirstReply(story, { at, agent, priority, customer });
  const settled = tellConversation(story, replied, agent);
  tellSolution(story, settled, agent);
  return story;
}

function tellCreation(story: Story, at: Instant, { id, account }: Customer): Priority {
  const { random, scene } = story;
  const priority = pickWeighted<Priority>(random, [
    ["normal", 70],
    ["alta", 22],
    ["urgente", 8],
  ]);
  const channel = pickWeighted(random, [
    ["email", 5],
    ["portal", 4],
    ["phone", 1],
  ]);
  tell(story, "ticket.created", {
    at,
    by: client,
    data: {
      customer: id,
      account,
      service: "soporte",
      priority,
      channel,
      topic: topicOf(random, scene.language),
      status: "nuevo",
    },
  });
  return priority;
}

function endsEarly(story: Story, at: Instant): boolean {
  const end = pickWeighted(story.random, [
    ["", 94],
    ["ticket.spam", 2],
    ["ticket.merged", 2],
    ["ticket.noReplyNeeded", 2],
  ]);
  if (end === "") return false;
  const seen = workedLater(story, at, untilReply);
  tell(story, end, { at: seen, by: desk, data: { status: "cerrado" } });
  if (end === "ticket.noReplyNeeded") {
    const agent = anyone(story.random, story.scene.team.agents);
    const by = { id: agent.id, kind: "human" } as const;
    const data = { owner: agent.id, status: "resuelto" };
    tell(story, "ticket.solved", { at: later(story, seen, seconds), by, data });
  }
  return true;
}

function tellAssignment(story: Story, at: Instant, { id, name, team }: Member): void {
  tell(story, "ticket.assigned", { at, by: desk, data: { owner: id, ownerName: name, team } });
}

type FirstReply = {
  readonly at: Instant;
  readonly agent: Member;
  readonly priority: Priority;
  readonly customer: Customer;
};

function tellFirstReply(story: Story, { at, agent, priority, customer }: FirstReply): Instant {
  const { random, scene } = story;
  if (happens(random, 0.4)) {
    tell(story, "ticket.repliedPublic", { at: later(story, at, seconds), by: desk });
  }
  const until = backFrom(agent, at);
  const worker = until ? someonePresent(random, scene.team.agents, at) : agent;
  if (worker !== agent) tellAssignment(story, workedLater(story, at, untilAssigned), worker);
  const replied = customer.isWatched
    ? later(story, at, untilWatchedReply)
    : workedLater(story, at, untilFirstReply[priority], worker.pace);
  tell(story, "ticket.repliedPublic", {
    at: replied,
    by: { id: worker.id, kind: "human" },
    data: { status: "abierto" },
  });
  if (happens(random, 0.05)) tellPriority(story, replied, priority);
  return replied;
}

function tellPriority(story: Story, replied: Instant, from: Priority): void {
  const priority: Priority = from === "normal" ? "alta" : "normal";
  const at = workedLater(story, replied, untilAssigned);
  tell(story, "ticket.priorityChanged", { at, by: desk, data: { priority } });
}

/**
 * Rounds of questions and answers; between them the ticket waits for the customer, or for a third.
 */
function tellConversation(story: Story, from: Instant, agent: Member): Instant {
  const { random } = story;
  const by = { id: agent.id, kind: "human" } as const;
  let at = from;
  for (let rounds = roundsOf(random); rounds > 0; rounds -= 1) {
    const waiting = later(story, at, seconds);
    const status = happens(random, 0.12) ? "en_espera" : "esperando_cliente";
    tell(story, "ticket.statusChanged", { at: waiting, by, data: { status } });
    const asked = later(story, waiting, untilCustomer);
    tell(story, "ticket.customerReplied", { at: asked, by: client, data: { status: "abierto" } });
    at = workedLater(story, asked, untilReply, agent.pace);
    tell(story, "ticket.repliedPublic", { at, by });
  }
  return at;
}

function roundsOf(random: Random): number {
  return pickWeighted(random, [
    [0, 42],
    [1, 30],
    [2, 16],
    [3, 8],
    [5, 4],
  ]);
}

function tellSolution(story: Story, from: Instant, agent: Member): void {
  const { random } = story;
  const by = { id: agent.id, kind: "human" } as const;
  const solved = workedLater(story, from, untilSolved);
  tell(story, "ticket.solved", { at: solved, by, data: { status: "resuelto" } });
  if (happens(random, 0.08)) {
    const reopened = later(story, solved, untilCustomer);
    const again = workedLater(story, reopened, untilSolved);
    tell(story, "ticket.reopened", { at: reopened, by: client, data: { status: "abierto" } });
    tell(story, "ticket.repliedPublic", { at: workedLater(story, reopened, untilReply), by });
    tell(story, "ticket.solved", { at: again, by, data: { status: "resuelto" } });
  }
  if (happens(random, 0.25)) tellSurvey(story, solved);
}

function tellSurvey(story: Story, solved: Instant): void {
  const score = pickWeighted(story.random, [
    [5, 66],
    [4, 26],
    [3, 4],
    [2, 2],
    [1, 2],
  ]);
  const comment = score < 3 ? { commented: wholeBetween(story.random, 0, 1) === 1 } : {};
  tell(story, "survey.answered", {
    at: later(story, solved, untilSurvey),
    by: client,
    data: { survey: "csat", score, ...comment },
  });
}
