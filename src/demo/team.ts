/** The people who answer: their pace, their absences, and who takes the next piece of work. */
import type { Language } from "../engine/agreement.ts";
import type { Event } from "../engine/event.ts";
import { DAY, HOUR, type Instant } from "../engine/time.ts";
import type { Arrival } from "./arrivals.ts";
import { person } from "./names.ts";
import { drawFrom, pick, type Random, randomFrom, type Spread, wholeBetween } from "./random.ts";

export type Absence = { readonly from: Instant; readonly to: Instant };

/** `pace` multiplies the time the work takes: below 1 is quick, 2 and more is the slow one. */
export type Member = {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly pace: number;
  readonly absences: readonly Absence[];
};

export type Crew = readonly [Member, ...Member[]];

export type Team = { readonly sellers: Crew; readonly agents: Crew };

type Year = { readonly from: Instant; readonly to: Instant; readonly language: Language };

const TEAM_STREAM = 15;
const absenceDays: Spread = [1, 4, 9, 15];
const paces: Spread = [0.5, 0.8, 1.1, 1.6];

/** Sizes follow the work: one seller for some 400 leads a year, one agent for some 500 tickets. */
export function hireTeam(seed: number, leads: number, year: Year): Team {
  const random = randomFrom(seed, TEAM_STREAM);
  const sellers = Math.min(40, Math.max(3, Math.ceil(leads / 400)));
  const agents = Math.min(40, Math.max(3, Math.ceil(leads / 500)));
  return {
    sellers: hire(random, { size: sellers, team: "sdr", year }),
    agents: hire(random, { size: agents, team: "cs", year }),
  };
}

/** Anyone of the crew, those absent at that instant included: routing often forgets to look. */
export function anyone(random: Random, crew: Crew): Member {
  return pick(random, crew);
}

/** Someone who is there; the first of the crew where nobody is. */
export function someonePresent(random: Random, crew: Crew, at: Instant): Member {
  const start = wholeBetween(random, 0, crew.length - 1);
  for (let step = 0; step < crew.length; step += 1) {
    const member = crew[(start + step) % crew.length];
    if (member && !backFrom(member, at)) return member;
  }
  return crew[0];
}

/** When a member absent at that instant is back; undefined for one who is there. */
export function backFrom(member: Member, at: Instant): Instant | undefined {
  return member.absences.find(({ from, to }) => from <= at && at < to)?.to;
}

/** The facts about absences, as the calendar of people tells them. */
export function tellAbsences({ sellers, agents }: Team): Arrival[] {
  return [...sellers, ...agents].flatMap((member) =>
    member.absences.flatMap(({ from, to }, index) => [
      absenceFact(member, { type: "owner.absent", at: from, index, data: { absentUntil: to } }),
      absenceFact(member, { type: "owner.back", at: to, index, data: { absentUntil: null } }),
    ]),
  );
}

type AbsenceFact = {
  readonly type: "owner.absent" | "owner.back";
  readonly at: Instant;
  readonly index: number;
  readonly data: { readonly absentUntil: Instant | null };
};

function absenceFact(member: Member, { type, at, index, data }: AbsenceFact): Arrival {
  const absentUntil = data.absentUntil === null ? null : new Date(data.absentUntil).toISOString();
  const event: Event = {
    id: `${type.replace(".", "-")}-${member.id}-${index + 1}`,
    source: "people",
    type,
    subject: `owner/${member.id}`,
    occurredAt: at,
    recordedAt: at,
    data: { name: member.name, team: member.team, absentUntil },
  };
  return { at, event };
}

type Hiring = { readonly size: number; readonly team: string; readonly year: Year };

function hire(random: Random, { size, team, year }: Hiring): Crew {
  const member = (index: number): Member => {
    const { name, handle } = person(random, year.language);
    const pace = index === 1 ? 2.6 : drawFrom(random, paces);
    const id = `${handle}-${index + 1}`;
    return { id, name, team, pace, absences: absencesIn(random, year) };
  };
  return [member(0), ...Array.from({ length: size - 1 }, (_, index) => member(index + 1))];
}

function absencesIn(random: Random, { from, to }: Year): readonly Absence[] {
  const absences: Absence[] = [];
  let at = from + wholeBetween(random, 10, 120) * DAY;
  while (at < to) {
    const until = at + Math.round(drawFrom(random, absenceDays)) * DAY;
    absences.push({ from: at as Instant, to: until as Instant });
    at = until + wholeBetween(random, 60, 160) * DAY + 9 * HOUR;
  }
  return absences;
}
