/**
 * Senders in processes of their own, as senders are: events of the simulated company in batches,
 * each sent when the one before is answered.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { generateEvents } from "../src/demo/company.ts";
import { toCloudEvent } from "../src/engine/cloud-event.ts";
import type { Event } from "../src/engine/event.ts";
import { ask, BATCH, EVENTS_PATH } from "./http.ts";

/** The first `events` of the company of `seed`, to the workspace of `key`. */
export type Sending = {
  readonly address: string;
  readonly key: string;
  readonly events: number;
  readonly seed?: number;
};

/** Its events are made before it begins: `prepare` tells it which, and waits. */
export type Sender = {
  readonly prepare: (sending: Sending) => Promise<void>;
  readonly send: (sending: Sending) => Promise<void>;
  readonly end: () => void;
};

export function openSender(): Sender {
  const child = fork(import.meta.filename);
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`a sender ended with ${code}`);
  });
  failed.catch(() => undefined);
  const told = async (message: object) => {
    const answered = once(child, "message");
    child.send(message);
    await Promise.race([answered, failed]);
  };
  return {
    prepare: (sending) => told({ ...sending, isPreparing: true }),
    send: told,
    end: () => child.kill(),
  };
}

const made = new Map<string, readonly Event[]>();

function eventsOf({ events, seed }: Sending): readonly Event[] {
  const name = `${events} ${seed}`;
  const known = made.get(name) ?? [...generateEvents(events, seed)];
  made.set(name, known);
  return known;
}

async function answer(sending: Sending & { readonly isPreparing?: boolean }): Promise<void> {
  const events = eventsOf(sending);
  const { address, key, isPreparing } = sending;
  for (let from = 0; from < events.length && !isPreparing; from += BATCH) {
    const body = events.slice(from, from + BATCH).map(toCloudEvent);
    await ask(address, key, { path: EVENTS_PATH, body });
  }
  process.send?.("done");
}

if (process.argv[1] === import.meta.filename) process.on("message", answer);
