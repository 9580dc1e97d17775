/**
 * A company's year as its tools would have recorded it: the same for the same seed.
 *
 * Leads arrive by working days, in bursts after a campaign, with a trickle at night and on
 * weekends; each lead, ticket and account then lives a story of its own. Events come in the order
 * in which they arrive; what has happened but not arrived waits in a heap, so memory grows with
 * what is under way.
 */
import type { Language } from "../engine/agreement.ts";
import { openCalendar } from "../engine/calendar.ts";
import type { Event } from "../engine/event.ts";
import { DAY, type Instant } from "../engine/time.ts";
import { openTime } from "../engine/timetable.ts";
import { type Customers, customersOf, pickCustomer, tellAccount } from "./account.ts";
import { type Arrival, Arrivals } from "./arrivals.ts";
import { tellCampaigns } from "./campaign.ts";
import { tellLead } from "./lead.ts";
import { tellOutages } from "./outage.ts";
import { happens, type Random, randomFrom } from "./random.ts";
import type { Scene } from "./story.ts";
import { hireTeam, tellAbsences } from "./team.ts";
import { tellTicket } from "./ticket.ts";

/**
 * `country` names the holidays ("MX"); without it there are none. `to` is not included. `returned`
 * is the share of leads handed over that sales sends back.
 */
export type CompanySpec = {
  readonly seed: number;
  readonly leads: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly timeZone: string;
  readonly language: Language;
  readonly country?: string;
  readonly returned?: number;
};

const USUALLY_RETURNED = 0.07;
const TICKETS_PER_LEAD = 0.8;
const LEADS_PER_CUSTOMER = 50;
const FEWEST_CUSTOMERS = 20;

/**
 * Every fact of the company's time, in order of arrival. Law: the same spec gives the same events.
 */
export function* generateCompany(spec: CompanySpec): Generator<Event> {
  const scene = openScene(spec);
  const customers = customersOf(spec.seed, customersFor(spec.leads), spec.language);
  const arrivals = new Arrivals();
  const add = (arrival: Arrival): void => {
    const { occurredAt } = arrival.event;
    if (arrival.at < spec.to && occurredAt >= spec.from) arrivals.add(arrival);
  };
  for (const arrival of background(scene, customers)) add(arrival);
  for (const beginning of beginnings(scene, spec.leads)) {
    yield* arrivals.takeBefore(beginning.at);
    for (const arrival of begin(scene, customers, beginning)) add(arrival);
  }
  yield* arrivals.takeBefore(spec.to);
}

/** At most `count` events of a company large enough to have them: for tests and benchmarks. */
export function* generateEvents(count: number, seed = 7): Generator<Event> {
  const leads = Math.ceil(count / 13) + 30;
  const [from, to] = [Date.UTC(2026, 0, 1, 6) as Instant, Date.UTC(2027, 0, 1, 6) as Instant];
  const spec = { seed, leads, from, to, timeZone: "America/Mexico_City", language: "es" } as const;
  let left = count;
  if (left <= 0) return;
  for (const event of generateCompany(spec)) {
    yield event;
    left -= 1;
    if (left === 0) return;
  }
}

function openScene(spec: CompanySpec): Scene {
  const { seed, leads, from, to, timeZone, language, country } = spec;
  const office = openCalendar({
    timeZone,
    week: { "mon-fri": ["09:00-14:00", "15:00-18:00"] },
    ...(country ? { holidays: { country } } : {}),
  });
  const returned = spec.returned ?? USUALLY_RETURNED;
  const team = hireTeam(seed, leads, { from, to, language });
  return { seed, from, to, office, language, returned, team };
}

function customersFor(leads: number): number {
  return Math.max(FEWEST_CUSTOMERS, Math.ceil(leads / LEADS_PER_CUSTOMER));
}

function* background(scene: Scene, customers: Customers): Generator<Arrival> {
  yield* tellAbsences(scene.team);
  for (const story of [...tellCampaigns(scene), ...tellOutages(scene)]) yield* story.arrivals;
  let number = 0;
  for (const customer of customers) {
    number += 1;
    yield* tellAccount(scene, number, customer).arrivals;
  }
}

type Beginning = {
  readonly kind: "lead" | "ticket";
  readonly number: number;
  readonly at: Instant;
  readonly random: Random;
};

function begin(
  scene: Scene,
  customers: Customers,
  { kind, number, at, random }: Beginning,
): Arrival[] {
  if (kind === "lead") return tellLead(scene, number, at).arrivals;
  const customer = pickCustomer(random, customers);
  return tellTicket(scene, { number, at, customer }).arrivals;
}

const ARRIVAL_STREAM = 12;

/**
 * Leads and tickets in the order in which they begin: exactly `leads`, spread over the days by
 * weight.
 */
function* beginnings(scene: Scene, leads: number): Generator<Beginning> {
  const random = randomFrom(scene.seed, ARRIVAL_STREAM);
  const days = weighDays(scene, random);
  const total = days.reduce((sum, { weight }) => sum + weight, 0);
  const tickets = Math.round(leads * TICKETS_PER_LEAD);
  let passed = 0;
  const begun = { lead: 0, ticket: 0 };
  for (const day of days) {
    passed += day.weight;
    const share = passed / total;
    const today = [
      ...timesOf(day, random, Math.round(leads * share) - begun.lead, "lead"),
      ...timesOf(day, random, Math.round(tickets * share) - begun.ticket, "ticket"),
    ].sort((one, other) => one.at - other.at);
    for (const { kind, at } of today) {
      begun[kind] += 1;
      yield { kind, number: begun[kind], at, random };
    }
  }
}

type Day = {
  readonly from: Instant;
  readonly to: Instant;
  readonly isWorking: boolean;
  readonly weight: number;
};

/** A burst follows a campaign: one working day in fourteen brings up to five times the usual. */
function weighDays({ from, to, office }: Scene, random: Random): readonly Day[] {
  const days: Day[] = [];
  for (let start = from as number; start < to; start += DAY) {
    const span = { from: start as Instant, to: Math.min(start + DAY, to) as Instant };
    const isWorking = openTime(office, span) > 0;
    const burst = isWorking && happens(random, 1 / 14) ? 2 + 3 * random() : 1;
    const length = (span.to - span.from) / DAY;
    const weight = (isWorking ? 1 : 0.15) * burst * length * (0.8 + 0.4 * random());
    days.push({ ...span, isWorking, weight });
  }
  return days;
}

type Start = { readonly kind: "lead" | "ticket"; readonly at: Instant };

/**
 * Three of four begin in the nine busiest hours of a working day, which starts at `from`'s wall
 * time.
 */
function timesOf(day: Day, random: Random, count: number, kind: Start["kind"]): readonly Start[] {
  const length = day.to - day.from;
  return Array.from({ length: count }, () => {
    const isBusy = day.isWorking && happens(random, 0.75);
    const share = isBusy ? (8.5 + 9.5 * random()) / 24 : random();
    return { kind, at: (day.from + Math.floor(share * length)) as Instant };
  });
}
