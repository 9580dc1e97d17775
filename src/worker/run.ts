/**
 * The loops of a worker: one for timers and one for deliveries, so that a slow receiver keeps no
 * promise from being watched. Each sleeps until the nearest is due or something is heard.
 */
import type { Instant, Millis } from "../engine/time.ts";
import type { WorkKind } from "../store/work.ts";
import { workRound } from "./round.ts";
import type { Worker } from "./worker.ts";

/** Ends early when `wake` is called; given by whoever knows the machine's clock. */
export type Sleep = (length: Millis) => {
  readonly slept: Promise<void>;
  readonly wake: () => void;
};

export type Running = {
  /** Something has changed: look again soon. */
  readonly hear: () => void;
  /** Ends after what is being done now is done. */
  readonly stop: () => Promise<void>;
};

/** Without hearing anything a worker looks this often. */
const LONGEST_SLEEP = 5_000;
/** However much is heard, it looks no more often than this. */
const SHORTEST_SLEEP = 50;
/** After a failure: the database may be on its way back. */
const AFTER_FAILURE = 500;

export function runWorker(worker: Worker, sleep: Sleep): Running {
  const loops = (["timer", "delivery"] as const).map((kind) => runLoop(worker, kind, sleep));
  return {
    hear: () => {
      for (const loop of loops) loop.hear();
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

function runLoop(worker: Worker, kind: WorkKind, sleep: Sleep): Running {
  let isStopping = false;
  let isHeard = false;
  let wake = () => undefined as undefined;
  const ended = loop();
  async function loop(): Promise<void> {
    while (!isStopping) {
      isHeard = false;
      const nextAt = await look(worker, kind, () => isStopping);
      if (isStopping) return;
      await rest(SHORTEST_SLEEP as Millis);
      if (isHeard || isStopping) continue;
      await rest(sleepUntil(nextAt, worker.now()), true);
    }
  }
  async function rest(length: Millis, mayWake = false): Promise<void> {
    const sleeping = sleep(length);
    if (mayWake || isStopping) wake = () => void sleeping.wake() as undefined;
    await sleeping.slept;
    wake = () => undefined;
  }
  return {
    hear: () => {
      isHeard = true;
      wake();
    },
    stop: () => {
      isStopping = true;
      wake();
      return ended;
    },
  };
}

/** When there is more; soon after a failure, since nobody knows what is waiting. */
async function look(
  worker: Worker,
  kind: WorkKind,
  isStopping: () => boolean,
): Promise<Instant | undefined> {
  try {
    return (await workRound(worker, kind, isStopping)).nextAt;
  } catch (error) {
    worker.heard.failed({ what: `looking for a ${kind}`, error });
    return (worker.now() + AFTER_FAILURE) as Instant;
  }
}

function sleepUntil(nextAt: Instant | undefined, now: Instant): Millis {
  const length = nextAt === undefined ? LONGEST_SLEEP : nextAt - now;
  return Math.max(0, Math.min(LONGEST_SLEEP, length)) as Millis;
}
