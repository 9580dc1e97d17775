/**
 * How a subject's history is told: facts in open hours, some of them learnt late, some told twice.
 */
import type { Language } from "../engine/agreement.ts";
import type { ActorKind, Attributes, Event } from "../engine/event.ts";
import { HOUR, type Instant, MINUTE, type Millis, SECOND } from "../engine/time.ts";
import { dueAt, nextOpen, type Timetable } from "../engine/timetable.ts";
import type { Arrival } from "./arrivals.ts";
import { drawFrom, happens, type Random, randomFrom, type Spread } from "./random.ts";
import type { Team } from "./team.ts";

/** What all stories of a company share. */
export type Scene = {
  readonly seed: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly office: Timetable;
  readonly language: Language;
  /** The share of leads handed over that comes back. */
  readonly returned: number;
  readonly team: Team;
};

export type Story = {
  readonly scene: Scene;
  readonly random: Random;
  readonly source: string;
  readonly subject: string;
  readonly arrivals: Arrival[];
};

type Told = {
  readonly at: Instant;
  readonly by?: { readonly id: string; readonly kind: ActorKind };
  readonly subject?: string;
  readonly data?: Attributes;
};

/** A subject's number within its kind, and the kind's own range of streams. */
type Character = { readonly kind: string; readonly number: number; readonly source: string };

/**
 * Shares of all facts. Late ones are learnt hours to days after; repeated ones arrive again as they
 * were.
 */
const LATE = 0.02;
const REPEATED = 0.004;

const usualDelay: Spread = [1, 4, 20, 90];
const lateDelay: Spread = [2, 9, 40, 96];
const repeatDelay: Spread = [1, 15, 120, 600];

const streams: Readonly<Record<string, number>> = { lead: 1, ticket: 2, account: 3, campaign: 4 };

export function openStory(scene: Scene, { kind, number, source }: Character): Story {
  const stream = Math.imul(number, 16) + (streams[kind] ?? 0);
  const random = randomFrom(scene.seed, stream);
  return { scene, random, source, subject: [kind, number].join("/"), arrivals: [] };
}

/** Adds a fact; it arrives seconds later, or late, and once in a while twice. */
export function tell(story: Story, type: string, told: Told): void {
  const { random, source, arrivals } = story;
  const recordedAt = (told.at + delayOf(random)) as Instant;
  // Joined, and so one text: a template leaves its parts to be put together by whoever looks first.
  const id = [story.subject.replace("/", "-"), arrivals.length + 1].join("-");
  const { at: occurredAt, by: actor, data, subject = story.subject } = told;
  const fact = { id, source, type, subject, occurredAt, recordedAt };
  const event: Event =
    actor && data
      ? // Nearly all are such, and millions are made: one literal makes one small object.
        { id, source, type, subject, occurredAt, recordedAt, actor, data }
      : { ...fact, ...(actor ? { actor } : {}), ...(data ? { data } : {}) };
  arrivals.push({ at: recordedAt, event });
  if (happens(random, REPEATED)) {
    const again = recordedAt + Math.round(drawFrom(random, repeatDelay) * MINUTE);
    arrivals.push({ at: again as Instant, event });
  }
}

/** After that many minutes of open hours; people answer while the office is open. */
export function workedLater(story: Story, at: Instant, minutes: Spread, pace = 1): Instant {
  const { office } = story.scene;
  const open = nextOpen(office, at) ?? at;
  const spent = Math.round(drawFrom(story.random, minutes) * pace * MINUTE) as Millis;
  return dueAt(office, open, spent) ?? ((open + spent) as Instant);
}

/** Days until somebody finds what was forgotten, and does it after all or takes it off the list. */
const untilTidied: Spread = [4 * 1_440, 8 * 1_440, 18 * 1_440, 40 * 1_440];

export function tidiedLater(story: Story, at: Instant): Instant {
  return workedLater(story, later(story, at, untilTidied), [5, 60, 200, 400]);
}

/** After that many minutes, whatever the hour. */
export function later(story: Story, at: Instant, minutes: Spread): Instant {
  return (at + Math.round(drawFrom(story.random, minutes) * MINUTE)) as Instant;
}

function delayOf(random: Random): number {
  if (!happens(random, LATE)) return Math.round(drawFrom(random, usualDelay) * SECOND);
  return Math.round(drawFrom(random, lateDelay) * HOUR);
}
