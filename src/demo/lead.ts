/** A lead's life: made, qualified, handed off, rejected or worked, and sometimes a deal. */
import type { Instant } from "../engine/time.ts";
import { campaignAt } from "./campaign.ts";
import { tellDeal } from "./deal.ts";
import { companyName, interestOf, person, plain } from "./names.ts";
import { drawFrom, happens, pick, pickWeighted, type Spread, wholeBetween } from "./random.ts";
import { answerOf, rejectionOf } from "./reason.ts";
import {
  later,
  openStory,
  type Scene,
  type Story,
  tell,
  tidiedLater,
  workedLater,
} from "./story.ts";
import { anyone, backFrom, type Member, someonePresent } from "./team.ts";

const machine = { id: "marketing-automation", kind: "automation" } as const;
const marketer = { id: "marketing", kind: "human" } as const;

const untilQualified: Spread = [1, 25, 900, 4_000];
const untilRouted: Spread = [0.2, 2, 12, 240];
const untilReviewed: Spread = [2, 15, 90, 420];
const untilRejected: Spread = [5, 60, 400, 1_500];
const untilAnswered: Spread = [20, 250, 700, 1_300];
const untilFirstAttempt: Spread = [1, 5, 25, 300];
const untilNextAttempt: Spread = [60, 480, 1_000, 2_000];
const untilDecided: Spread = [30, 400, 900, 1_700];
const untilMeeting: Spread = [480, 1_900, 4_000, 7_000];
const untilLeadReturns: Spread = [700, 3_000, 9_000, 16_000];
const untilNextTouch: Spread = [8_000, 17_500, 20_100, 34_000];
const untilArchived: Spread = [3_000, 9_000, 17_000, 20_000];
const seconds: Spread = [0.1, 0.4, 1.5, 5];

const rejectionReasons = [
  ["REJ-PROC", 3],
  ["REJ-CLER", 4],
  ["REJ-DEF", 5],
] as const;

const disqualificationReasons = [
  ["DSQ-NEED", 6],
  ["DSQ-BUDGET", 5],
  ["DSQ-FIT", 4],
  ["DSQ-TIMING", 4],
  ["DSQ-AUTH", 3],
  ["DSQ-COMP", 2],
  ["DSQ-DATA", 1],
  ["DSQ-OTHER", 1],
] as const;

const sources = [
  ["web", 5],
  ["webinar", 3],
  ["contenido", 4],
  ["evento", 1],
  ["referido", 1],
  ["anuncios", 3],
] as const;

const industries = ["manufactura", "logistica", "software", "comercio", "educacion"] as const;
const roles = ["direccion", "gerencia", "analista", "estudiante"] as const;
const countries = ["MX", "MX", "MX", "CO", "CL", "PE", "AR", "ES"] as const;
const channels = ["phone", "email", "whatsapp", "linkedin"] as const;

export function tellLead(scene: Scene, number: number, at: Instant): Story {
  const story = openStory(scene, { kind: "lead", number, source: "crm" });
  const fits = tellCreation(story, at);
  if (endsEarly(story, at)) return story;
  if (fits) tellHandoff(story, later(story, at, untilQualified));
  else tellNurturing(story, at, "lead");
  return story;
}

/**
 * True where the lead meets the definition of an MQL: profile of 60 points and engagement of 30.
 */
function tellCreation(story: Story, at: Instant): boolean {
  const { random, scene } = story;
  const { name, handle } = person(random, scene.language);
  const company = companyName(random, scene.language);
  const employees = wholeBetween(random, 5, 900);
  const industry = pick(random, industries);
  const role = pick(random, roles);
  const country = pick(random, countries);
  const engagement = wholeBetween(random, 15, 95);
  const reachable = {
    ...(happens(random, 0.99) ? { email: `${handle}@${plain(company)}.example` } : {}),
    ...(happens(random, 0.98)
      ? { phone: `+52 55 ${wholeBetween(random, 10_000_000, 99_999_999)}` }
      : {}),
  };
  tell(story, "lead.created", {
    at,
    by: machine,
    data: {
      name,
      ...reachable,
      company: { name: company, employees, industry, country },
      contact: { role },
      engagement,
      intent: happens(random, 0.18) ? "demo" : "informacion",
      source: pickWeighted(random, sources),
      campaign: campaignAt(scene, at, wholeBetween(random, 1, 24)),
      lifecycle: "lead",
      status: "nuevo",
    },
  });
  const fit =
    (employees >= 50 ? 30 : 0) +
    (["manufactura", "logistica", "software"].includes(industry) ? 30 : 0) +
    (["direccion", "gerencia"].includes(role) ? 25 : 0) +
    (["MX", "CO", "CL", "PE"].includes(country) ? 15 : 0);
  return fit >= 60 && engagement >= 30;
}

/** Spam, duplicates and deletions: a few of a hundred. */
function endsEarly(story: Story, at: Instant): boolean {
  const { random, subject } = story;
  const other = Number(subject.slice("lead/".length)) - 1;
  const end = pickWeighted(random, [
    ["", 965],
    ["lead.spam", 18],
    ["lead.merged", 14],
    ["lead.deleted", 3],
  ]);
  if (end === "" || (end === "lead.merged" && other < 1)) return false;
  const data = end === "lead.merged" ? { mergedInto: `lead/${other}` } : { status: "cerrado" };
  tell(story, end, { at: later(story, at, untilQualified), by: machine, data });
  return true;
}

function tellHandoff(story: Story, at: Instant): void {
  const { random, scene } = story;
  const complete = happens(random, 0.97);
  const context = complete
    ? { lastActivity: "webinar", interest: interestOf(random, scene.language) }
    : { lastActivity: "formulario" };
  tell(story, "lead.qualified", { at, by: machine, data: { lifecycle: "mql" } });
  const handedOff = later(story, at, seconds);
  tell(story, "lead.handedOff", {
    at: handedOff,
    by: machine,
    data: { ...context, handoff: { complete } },
  });
  const owner = anyone(random, scene.team.sellers);
  const routed = later(story, handedOff, untilRouted);
  tellAssignment(story, routed, owner);
  const worker = answersRejection(story, routed, owner);
  if (worker) tellWork(story, worker.at, worker.owner);
}

function tellAssignment(story: Story, at: Instant, { id, name, team }: Member): void {
  tell(story, "lead.assigned", { at, by: machine, data: { owner: id, ownerName: name, team } });
}

type Worked = { readonly at: Instant; readonly owner: Member };

/** Who works the lead from when on; undefined where it ends in a rejection. */
function answersRejection(story: Story, at: Instant, owner: Member): Worked | undefined {
  const { random, scene } = story;
  if (!happens(random, scene.returned)) return { at, owner };
  const by = { id: owner.id, kind: "human" } as const;
  const rejected = workedLater(story, at, untilRejected);
  const reason = pickWeighted(random, rejectionReasons);
  tell(story, "lead.rejected", {
    at: rejected,
    by,
    data: { reason, status: "rechazado", ...rejectionOf(story, reason, rejected) },
  });
  const answer = pickWeighted(random, [
    ["lead.rejectionAccepted", 45],
    ["lead.corrected", 22],
    ["lead.rerouted", 15],
    ["lead.rejectionDisputed", 10],
    ["", 8],
  ]);
  if (answer === "") return undefined;
  const answered = workedLater(story, rejected, untilAnswered);
  const said = { status: "abierto", ...answerOf(story, answer) };
  tell(story, answer, { at: answered, by: marketer, data: said });
  if (answer === "lead.rejectionAccepted") return takenOff(story, answered);
  const next =
    answer === "lead.rerouted" ? someonePresent(random, scene.team.sellers, answered) : owner;
  if (next !== owner) tellAssignment(story, answered, next);
  return { at: answered, owner: next };
}

/** What was rejected for good leaves the list of those to call. */
function takenOff(story: Story, at: Instant): undefined {
  const data = { status: "cerrado" };
  tell(story, "lead.deleted", { at: workedLater(story, at, untilAnswered), by: machine, data });
}

function tellWork(story: Story, at: Instant, assigned: Member): void {
  const { random } = story;
  const { at: from, owner } = reassigned(story, at, assigned);
  const by = { id: owner.id, kind: "human" } as const;
  const start = backFrom(owner, from) ?? from;
  const accepted = workedLater(story, start, untilReviewed, owner.pace);
  if (happens(random, 0.98)) {
    tell(story, "lead.accepted", {
      at: accepted,
      by,
      data: { lifecycle: "sal", status: "abierto" },
    });
  }
  if (happens(random, 0.3)) {
    const sent = later(story, at, seconds);
    tell(story, "contact.attempted", { at: sent, by: machine, data: { channel: "email" } });
  }
  const waited = happens(random, 0.06) ? tellWait(story, start) : start;
  tellAttempts(story, waited, owner);
}

/** A lead of someone absent is often given to another the same day; a few of the rest as well. */
function reassigned(story: Story, at: Instant, owner: Member): Worked {
  const { random, scene } = story;
  const moves = happens(random, backFrom(owner, at) ? 0.6 : 0.03);
  if (!moves) return { at, owner };
  const moved = workedLater(story, at, untilRejected);
  const next = someonePresent(random, scene.team.sellers, moved);
  tellAssignment(story, moved, next);
  return { at: moved, owner: next };
}

/** The lead asks to be called another day. */
function tellWait(story: Story, at: Instant): Instant {
  const asked = later(story, at, seconds);
  const back = later(story, asked, untilLeadReturns);
  tell(story, "lead.statusChanged", {
    at: asked,
    by: machine,
    data: { status: "esperando_al_lead" },
  });
  tell(story, "lead.statusChanged", { at: back, by: machine, data: { status: "abierto" } });
  return back;
}

function tellAttempts(story: Story, from: Instant, owner: Member): void {
  const { random } = story;
  const by = { id: owner.id, kind: "human" } as const;
  const persistence = happens(random, 0.015) ? 3 : wholeBetween(random, 5, 8);
  let at = workedLater(story, from, untilFirstAttempt, owner.pace);
  for (let attempts = 1; attempts <= persistence; attempts += 1) {
    const channel = pick(random, channels);
    tell(story, "contact.attempted", { at, by, data: { channel } });
    if (happens(random, 0.3)) {
      const data = { channel, status: "en_conversacion" };
      tell(story, "contact.connected", { at: later(story, at, seconds), by, data });
      tellDecision(story, at, owner);
      return;
    }
    at = workedLater(story, at, untilNextAttempt);
  }
  tell(story, "lead.closedUnreached", {
    at,
    by,
    data: { reason: "DSQ-UNREACH", status: "cerrado" },
  });
  if (happens(random, 0.5)) tellNurturing(story, at, "mql");
}

function tellDecision(story: Story, at: Instant, owner: Member): void {
  const { random } = story;
  const by = { id: owner.id, kind: "human" } as const;
  if (happens(random, 0.5)) tellMeeting(story, at, owner);
  const decided = workedLater(story, at, untilDecided, owner.pace);
  const decision = pickWeighted(random, [
    ["lead.sqlAccepted", 38],
    ["lead.disqualified", 38],
    ["lead.recycled", 16],
    ["", 8],
  ]);
  if (decision === "") {
    const data = { reason: "DSQ-TIMING", status: "nutricion" };
    tell(story, "lead.recycled", { at: tidiedLater(story, at), by, data });
    return;
  }
  if (decision === "lead.sqlAccepted") {
    tell(story, decision, { at: decided, by, data: { lifecycle: "sql", status: "calificado" } });
    tellDeal(story, decided, owner);
    return;
  }
  const reason = pickWeighted(random, disqualificationReasons);
  const status = decision === "lead.recycled" ? "nutricion" : "cerrado";
  tell(story, decision, { at: decided, by, data: { reason, status } });
  if (status === "nutricion") tellNurturing(story, decided, "mql");
}

function tellMeeting(story: Story, at: Instant, owner: Member): void {
  const by = { id: owner.id, kind: "human" } as const;
  const held = workedLater(story, at, untilMeeting);
  const outcome = happens(story.random, 0.82) ? "meeting.held" : "meeting.noShow";
  tell(story, "meeting.booked", {
    at,
    by,
    data: { meeting: { at: new Date(held).toISOString() } },
  });
  tell(story, outcome, { at: held, by });
}

/** A touch about every fortnight for a while, some of them late; then the lead is archived. */
function tellNurturing(story: Story, at: Instant, lifecycle: "lead" | "mql"): void {
  const { random } = story;
  tell(story, "lead.statusChanged", { at, by: machine, data: { status: "nutricion", lifecycle } });
  let touched = at;
  for (let touches = wholeBetween(random, 0, 5); touches > 0; touches -= 1) {
    touched = (touched + Math.round(drawFrom(random, untilNextTouch)) * 60_000) as Instant;
    tell(story, "touch.sent", { at: touched, by: machine, data: { channel: "email" } });
  }
  const given = later(story, touched, untilArchived);
  tell(story, "lead.statusChanged", { at: given, by: machine, data: { status: "archivado" } });
}
