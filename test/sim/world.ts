/**
 * A world in virtual time from one seed: facts that are lost, repeated and out of order on their
 * way, receivers that fail, a process that stops. The actions, the worker and the store are the
 * real ones.
 */

import type { ClockNotice } from "../../src/actions/notice-body.ts";
import { type Random, randomFrom } from "../../src/demo/random.ts";
import type { Event } from "../../src/engine/event.ts";
import { judge } from "../../src/engine/judge.ts";
import { HOUR, type Instant, MINUTE } from "../../src/engine/time.ts";
import { clockId, clocksOfSubjects } from "../../src/store/clock.ts";
import { inWorkspace } from "../../src/store/db.ts";
import { listNotices, type Notice } from "../../src/store/notice.ts";
import { workRound } from "../../src/worker/round.ts";
import { messageId } from "../../src/worker/standard-webhook.ts";
import type { Worker } from "../../src/worker/worker.ts";
import { type Arrived, at, openScene, workerOf } from "../work-scene.ts";
import { Stopped, type StoppingDatabase } from "./stopping-database.ts";

/** One try to bring a fact to us. */
export type Arrival = { readonly at: Instant; readonly event: Event };

export type World = {
  readonly scene: Awaited<ReturnType<typeof openScene>>;
  readonly database: StoppingDatabase;
  readonly facts: readonly Event[];
  /** How often the process stopped and was started again. */
  stops: number;
};

/** Contacts of leads on two days; three of ten after the time is over, one of five learnt late. */
export function leads(random: Random, count: number): readonly Arrival[] {
  return Array.from({ length: count }, (_, index): readonly Arrival[] => {
    const subject = `lead/${index}`;
    const created = (at("02T09:00") + Math.floor(random() * 26 * HOUR)) as Instant;
    const made = event(`${index}a`, { subject, type: "lead.created", occurredAt: created });
    const facts = [{ ...made, data: { owner: random() < 0.5 ? "ana" : "leo" } }];
    if (random() < 0.8) {
      const connected = (created + Math.floor(random() * 3 * HOUR)) as Instant;
      facts.push({
        ...event(`${index}b`, { subject, type: "contact.connected", occurredAt: connected }),
        data: { owner: "ana" },
      });
    }
    return facts.flatMap((one) => arrivals(random, one));
  })
    .flat()
    .sort((a, b) => a.at - b.at);
}

function event(id: string, of: Pick<Event, "subject" | "type" | "occurredAt">): Event {
  return { ...of, id, source: "crm", actor: { kind: "human" } };
}

/** Usually soon, sometimes hours late, sometimes twice. */
function arrivals(random: Random, fact: Event): readonly Arrival[] {
  const delay = random() < 0.2 ? 6 * HOUR : 10 * MINUTE;
  const first = (fact.occurredAt + Math.floor(random() * delay)) as Instant;
  const again = (first + Math.floor(random() * HOUR)) as Instant;
  const copies = random() < 0.3 ? [first, again] : [first];
  return copies.map((when) => ({ at: when, event: fact }));
}

/** Brings every fact, goes on to `until`, and starts the process again whenever it stops. */
export async function live(
  database: StoppingDatabase,
  story: {
    readonly workspaceId: string;
    readonly arrivals: readonly Arrival[];
    readonly until: Instant;
    readonly fails?: () => boolean;
  },
): Promise<World> {
  const scene = await openScene(database, { workspaceId: story.workspaceId });
  const facts = [...new Map(story.arrivals.map(({ event: one }) => [one.id, one])).values()];
  const world: World = { scene, database, facts, stops: 0 };
  const { fails = () => false } = story;
  scene.answer.next = () => (fails() ? { kind: "failed", error: "busy" } : { kind: "sent" });
  scene.clock.now = story.arrivals[0]?.at ?? at("02T09:00");
  let worker = scene.worker;
  const surviving = async (step: () => Promise<void>): Promise<void> => {
    for (let attempt = 0; attempt < 1_000; attempt += 1) {
      try {
        await step();
        if (!database.isStopped) return;
      } catch (error) {
        if (!isStop(error)) throw error;
      }
      database.start();
      world.stops += 1;
      worker = anotherWorker(world);
    }
  };
  for (const { at: when, event: one } of story.arrivals) {
    await surviving(() => goTo(worker, scene.clock, when));
    // The sender is told nothing when the process stops, so it sends again.
    await surviving(async () => void (await scene.record(one)));
  }
  await surviving(() => goTo(worker, scene.clock, story.until));
  database.stopsAt = () => undefined;
  return world;
}

function isStop(error: unknown): boolean {
  return error instanceof Stopped || (error instanceof Error && isStop(error.cause));
}

function anotherWorker({ scene, database, stops }: World): Worker {
  const { clock, arrived, answer, workspaceId } = scene;
  return workerOf(database, { clock, arrived, answer, workspaceId, name: `worker/${stops + 1}` });
}

async function goTo(worker: Worker, clock: { now: Instant }, until: Instant): Promise<void> {
  for (let step = 0; step < 10_000; step += 1) {
    const timers = await workRound(worker, "timer");
    const deliveries = await workRound(worker, "delivery");
    const next = Math.min(timers.nextAt ?? until, deliveries.nextAt ?? until);
    if (next >= until) break;
    clock.now = Math.max(clock.now, next) as Instant;
  }
  clock.now = Math.max(clock.now, until) as Instant;
}

/** A clock in a word: what a replay of the facts must give as well. */
const inAWord = (clock: {
  readonly subject: string;
  readonly agreement: string;
  readonly commitment: string;
  readonly cycle: number;
  readonly state: string;
  readonly verdict: string;
  readonly breachedAt: Instant | null;
  readonly stoppedAt: Instant | null;
}) => `${clockId(clock)} ${clock.state} ${clock.verdict} ${clock.breachedAt} ${clock.stoppedAt}`;

export async function storedClocks({ scene, facts }: World): Promise<readonly string[]> {
  const subjects = [...new Set(facts.map(({ subject }) => subject))];
  const { database, workspaceId } = scene;
  const clocks = await inWorkspace(database, workspaceId, (db) =>
    clocksOfSubjects(db, workspaceId, subjects),
  );
  return clocks.map(inAWord).sort();
}

/** What the engine says of the facts alone. */
export function judgedClocks({ scene, facts }: World): readonly string[] {
  const { document, clock } = scene;
  const agreements = [{ document, from: at("01T00:00") }];
  const judged = judge({ agreements, calendars: [], events: facts, asOf: clock.now });
  return judged.clocks.map(inAWord).sort();
}

/** What people and receivers were told, each telling as often as it came under an id of its own. */
export async function tellings({ scene }: World): Promise<{
  readonly inboxes: readonly string[];
  readonly hook: readonly string[];
  readonly mails: readonly string[];
}> {
  const { database, workspaceId, arrived } = scene;
  const inboxes: Notice[] = [];
  for (const account of ["ana", "leo"]) {
    const own = await inWorkspace(database, workspaceId, (db) =>
      listNotices(db, workspaceId, { account, limit: 1_000 }),
    );
    inboxes.push(...own);
  }
  return {
    inboxes: inboxes.map(({ account, body }) => `${account} ${told(body)}`).sort(),
    hook: idsAnd(arrived, "webhook", workspaceId),
    mails: idsAnd(arrived, "email", workspaceId),
  };
}

function told(body: unknown): string {
  const { clock, what, at: when } = body as ClockNotice;
  return `${clock} ${what} ${when}`;
}

/** The same id again is the same telling: a receiver drops it. */
function idsAnd(arrived: readonly Arrived[], channel: string, workspaceId: string): string[] {
  const ids = arrived
    .filter((one) => one.channel === channel)
    .flatMap(({ message }) =>
      message.deliveries.map(({ id, recipient, body }) => [
        messageId(workspaceId, id),
        `${recipient} ${told(body)}`,
      ]),
    );
  return [...new Map(ids as [string, string][]).values()].sort();
}

export function seeded(seed: number): Random {
  return randomFrom(seed, 1);
}
