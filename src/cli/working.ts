/** A worker put together from the settings: in the server's process, or in one of its own. */
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { continueDemo } from "../actions/demo.ts";
import { listenLive } from "../store/listen.ts";
import { smtpMail } from "../worker/email.ts";
import { runWorker, type Sleep } from "../worker/run.ts";
import { openSenders } from "../worker/senders.ts";
import { unheard, type Worker, type WorkerHearing } from "../worker/worker.ts";
import type { OpenDatabase } from "./database.ts";
import { demo } from "./demo.ts";
import type { Terminal } from "./terminal.ts";

export type Working = { readonly stop: () => Promise<void> };

/** Works until it is stopped; what is under way then is finished first. */
export async function startWorking(
  terminal: Terminal,
  { database, target }: Pick<OpenDatabase, "database" | "target">,
  { origin, heard = {} }: { readonly origin: string; readonly heard?: Partial<WorkerHearing> },
): Promise<Working> {
  const { smtpUrl, mailFrom, allowPrivate } = terminal.serving;
  const sendMail = smtpUrl === undefined ? {} : { sendMail: smtpMail(smtpUrl, mailFrom) };
  const worker: Worker = {
    name: `worker/${randomUUID()}`,
    database,
    now: terminal.now,
    chance: Math.random,
    senders: openSenders({ origin, outside: { allowPrivate }, ...sendMail }),
    deeds: {
      demo: async (db, recording, body) => {
        if (body.does === "demo") await continueDemo(db, recording, body, demo);
      },
    },
    heard: {
      ...unheard,
      ...heard,
      failed: ({ what, error }) => {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        void terminal.warn(`${what}: ${text}\n`);
      },
    },
  };
  const running = runWorker(worker, sleep);
  const hearing = { heard: running.hear, missed: running.hear };
  const listener = await listenLive(target, hearing);
  return {
    stop: async () => {
      await listener.close();
      await running.stop();
    },
  };
}

const sleep: Sleep = (length) => {
  const waking = new AbortController();
  const slept = wait(length, undefined, { signal: waking.signal }).catch(() => undefined);
  return { slept, wake: () => waking.abort() };
};
