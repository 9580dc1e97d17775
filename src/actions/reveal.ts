/**
 * The reveal: what a workspace already promises without knowing it. The last ninety days of facts,
 * judged under three candidate promises by the code that will judge the one that is chosen.
 */
import type { AgreementDocument, Language } from "../engine/agreement.ts";
import { localDate, openCalendar } from "../engine/calendar.ts";
import type { CalendarSpec } from "../engine/calendar-spec.ts";
import {
  type Candidate,
  type CandidateName,
  candidateNames,
  candidatesOf,
  type Held,
  heldOf,
  objectiveOf,
} from "../engine/candidate.ts";
import type { Event } from "../engine/event.ts";
import { judge } from "../engine/judge.ts";
import type { JudgedClock } from "../engine/judged.ts";
import { quantile, survivalQuantile } from "../engine/statistics.ts";
import { DAY, type Instant, type Millis } from "../engine/time.ts";
import { isOpen } from "../engine/timetable.ts";
import {
  type FirstKind,
  firstAgreement,
  firstKinds,
  type Office,
} from "../language/first-agreement.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { historiesOf } from "../store/event.ts";
import { type KindCount, kindCounts, subjectsSince } from "../store/reveal-subject.ts";
import type { Acting } from "./acting.ts";
import { type RevealHour, worstHours } from "./reveal-hour.ts";

const REVEAL_DAYS = 90;

/** Subjects that are looked at; of more, the latest. */
const MOST_SUBJECTS = 10_000;
const STEP = 1_000;

export type RevealAsked = {
  readonly kind: FirstKind;
  readonly office: Office;
  readonly language: Language;
};

export type RevealCandidate = Candidate & Held & { readonly objective: number };

/** `clocks` are those of each candidate, in the order of their starts. */
export type Reveal = {
  readonly from: Instant;
  readonly until: Instant;
  readonly isCut: boolean;
  readonly subjects: number;
  readonly start: string;
  readonly stop: readonly string[];
  readonly median: Millis | null;
  readonly ninth: Millis | null;
  readonly untouched: { readonly all: number; readonly outside: number };
  readonly worst: readonly RevealHour[];
  readonly candidates: readonly RevealCandidate[];
  readonly volume: number;
  readonly clocks: ReadonlyMap<CandidateName, readonly JudgedClock[]>;
};

/** What a reveal can be made of. */
export function revealKinds({ database, workspaceId }: Acting): Promise<readonly KindCount[]> {
  return inWorkspace(database, workspaceId, (db) => kindCounts(db, workspaceId, firstKinds));
}

/** Undefined where nothing that was begun in those days has been answered. */
export async function reveal(acting: Acting, asked: RevealAsked): Promise<Reveal | undefined> {
  const { database, workspaceId } = acting;
  const found = await inWorkspace(database, workspaceId, (db) => readFacts(db, acting, asked.kind));
  const signals = signalsOf(asked.kind, found.events);
  if (!signals) return undefined;
  const trial = { ...found, ...asked, ...signals };
  const any = judgeTrial(trial, [{ name: "attainable", within: "8bh" }]).get("attainable");
  const lengths = lengthsOf(any ?? []);
  const candidates = candidatesOf(lengths, asked.office.always ? "elapsed" : "open");
  if (!candidates) return undefined;
  const clocks = judgeTrial(trial, candidates);
  return {
    ...found,
    ...signals,
    median: (survivalQuantile(lengths, 50) ?? null) as Millis | null,
    ninth: (survivalQuantile(lengths, 90) ?? null) as Millis | null,
    untouched: untouchedOf(clocks.get("attainable") ?? [], trialAgreement(trial, candidates)),
    worst: worstHours(clocks.get("attainable") ?? [], asked.office.timeZone),
    candidates: candidates.map((one) => heldBy(one, clocks.get(one.name) ?? [])),
    volume: volumeOf(found, asked.office.timeZone),
    clocks,
  };
}

type Facts = Pick<Reveal, "from" | "until" | "isCut" | "subjects"> & {
  readonly events: readonly Event[];
};

/** Up to now, or up to the last fact where the log ended days ago. */
async function readFacts(db: Db, { workspaceId, now }: Acting, kind: FirstKind): Promise<Facts> {
  const [count] = await kindCounts(db, workspaceId, [kind]);
  const last = Math.min(count?.lastAt ?? now, now);
  const until = (now - last > 2 * DAY ? last + 1 : now) as Instant;
  const from = (until - REVEAL_DAYS * DAY) as Instant;
  const asked = { kind, since: from, limit: MOST_SUBJECTS + 1 };
  const found = await subjectsSince(db, workspaceId, asked);
  const ids = found.slice(0, MOST_SUBJECTS);
  const events: Event[] = [];
  for (let at = 0; at < ids.length; at += STEP) {
    const subjects = ids.slice(at, at + STEP);
    for (const { of, event } of await historiesOf(db, workspaceId, { subjects })) {
      if (event.subject === of) events.push(event);
    }
  }
  const isCut = found.length > MOST_SUBJECTS;
  return { from, until, isCut, subjects: ids.length, events };
}

const starts: Readonly<Record<FirstKind, readonly string[]>> = {
  lead: ["lead.assigned", "lead.handedOff", "lead.qualified", "lead.created"],
  deal: ["deal.created"],
  ticket: ["ticket.created"],
};

const stops: Readonly<Record<FirstKind, readonly string[]>> = {
  lead: ["contact.attempted", "contact.connected"],
  deal: ["contact.attempted", "contact.connected", "meeting.held", "deal.stageChanged", "deal.won"],
  ticket: ["ticket.repliedPublic"],
};

type Signals = Pick<Reveal, "start" | "stop">;

/** From the latest step that at least half of the subjects have; until any that is told of. */
function signalsOf(kind: FirstKind, events: readonly Event[]): Signals | undefined {
  const told = Map.groupBy(events, ({ type }) => type);
  const reached = (type: string) => new Set(told.get(type)?.map(({ subject }) => subject)).size;
  const most = Math.max(...starts[kind].map(reached));
  const start = starts[kind].find((type) => reached(type) > 0 && reached(type) * 2 >= most);
  const stop = stops[kind].filter((type) => reached(type) > 0);
  return start === undefined || stop.length === 0 ? undefined : { start, stop };
}

type Trial = Facts & Signals & RevealAsked;

const NAME = "trial";

function trialAgreement(trial: Trial, candidates: readonly Candidate[]): AgreementDocument {
  const promises = candidates.map(({ name, within }) => ({ id: name, within, atLeast: 90 }));
  const from = localDate(trial.office.timeZone, trial.from);
  return firstAgreement({ ...trial, from, name: NAME, promises });
}

function judgeTrial(trial: Trial, candidates: readonly Candidate[]): Reveal["clocks"] {
  const agreements = [trialAgreement(trial, candidates)];
  const { clocks } = judge({ agreements, events: trial.events, asOf: trial.until });
  const counted = clocks.filter(({ startedAt }) => startedAt !== null && startedAt >= trial.from);
  return new Map(
    candidateNames.map((name) => [name, counted.filter((one) => one.commitment === name)]),
  );
}

function isCounted({ verdict }: JudgedClock): boolean {
  return verdict !== "void" && verdict !== "excused";
}

function lengthsOf(clocks: readonly JudgedClock[]) {
  const counted = clocks.filter(isCounted);
  const lengthIn = ({ spent }: JudgedClock) => spent.openMs;
  return {
    ended: counted.filter(({ state }) => state === "stopped").map(lengthIn),
    censored: counted.filter(({ state }) => state === "running").map(lengthIn),
  };
}

function heldBy(candidate: Candidate, clocks: readonly JudgedClock[]): RevealCandidate {
  const held = heldOf(clocks.map(({ verdict }) => verdict));
  return { ...candidate, ...held, objective: objectiveOf(held) };
}

/** Never answered though the attainable promise would be broken; some began outside hours. */
export function isUntouched({ state, verdict }: JudgedClock): boolean {
  return state === "running" && verdict === "breached";
}

function untouchedOf(clocks: readonly JudgedClock[], { spec }: AgreementDocument) {
  const [calendar] = Object.values(spec.calendars ?? {});
  const hours = openCalendar(calendar as CalendarSpec);
  const all = clocks.filter(isUntouched);
  const outside = all.filter(({ startedAt }) => startedAt !== null && !isOpen(hours, startedAt));
  return { all: all.length, outside: outside.length };
}

/** So many new ones a month as all but the weakest quarter of whole months had; 0 of none. */
function volumeOf({ events, from, until }: Facts, timeZone: string): number {
  const months = Map.groupBy(
    events.filter(({ type, occurredAt }) => type === "lead.created" && occurredAt >= from),
    ({ occurredAt }) => localDate(timeZone, occurredAt).slice(0, 7),
  );
  const cut = new Set([from, until].map((at) => localDate(timeZone, at).slice(0, 7)));
  const whole = [...months].filter(([month]) => !cut.has(month)).map(([, one]) => one.length);
  return (
    quantile(
      whole.toSorted((a, b) => a - b),
      25,
    ) ?? 0
  );
}
