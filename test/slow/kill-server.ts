/**
 * A process that does what one half of the product does, until it is killed: `node kill-server.ts
 * work ADDRESS` fires timers and delivers; `record` takes facts by lines of its input and says
 * which are durable. Time is the machine's.
 */
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { recordEvents } from "../../src/actions/record-events.ts";
import type { Event } from "../../src/engine/event.ts";
import type { Instant, Millis } from "../../src/engine/time.ts";
import { Database, type Target } from "../../src/store/db.ts";
import { runWorker } from "../../src/worker/run.ts";
import { webhookSender } from "../../src/worker/standard-webhook.ts";
import { unheard } from "../../src/worker/worker.ts";

const [role = "", address = "", name = ""] = process.argv.slice(2);
const database = new Database(JSON.parse(address) as Target, { connections: 4 });
const now = () => Date.now() as Instant;

if (role === "record") {
  for await (const line of createInterface({ input: process.stdin })) {
    const { batch, events } = JSON.parse(line) as { batch: number; events: readonly Event[] };
    void record(batch, events);
  }
} else {
  // It ends with whoever started it.
  process.stdin.resume().on("close", () => process.exit(1));
  const send = webhookSender({ allowPrivate: true });
  runWorker(
    {
      name,
      database,
      now,
      chance: Math.random,
      senders: { webhook: send },
      deeds: {},
      heard: unheard,
      leases: { timer: 2_000 as Millis, delivery: 4_000 as Millis },
    },
    (length) => {
      const waking = new AbortController();
      const slept = wait(Math.min(length, 200), undefined, { signal: waking.signal });
      return { slept: slept.catch(() => undefined), wake: () => waking.abort() };
    },
  );
}

/** Says nothing of a batch that failed: whoever sent it sends it again. */
async function record(batch: number, events: readonly Event[]): Promise<void> {
  const acting = { database, workspaceId: "w1", actor: "test", now: now() };
  const isDurable = await recordEvents(acting, events).then(
    () => true,
    () => false,
  );
  process.stdout.write(`${JSON.stringify({ batch, isDurable })}\n`);
}
