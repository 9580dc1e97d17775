/** What a worker is made of. Time, chance and the way outside are handed in. */

import type { TimerBody } from "../actions/timer-body.ts";
import type { Instant, Millis } from "../engine/time.ts";
import type { Database, Db } from "../store/db.ts";
import type { Senders } from "./sending.ts";

export type Recording = { readonly workspaceId: string; readonly now: Instant };

/** What a timer sets off, in the transaction that finishes it. */
export type Deed = (db: Db, recording: Recording, body: TimerBody) => Promise<void>;

/**
 * `name` is the worker's own among all: leases are held under it. `chance` gives numbers in [0, 1).
 * `deeds`: what other timers set off, by the word of their body. `lost` hears of what failed.
 */
export type Worker = {
  readonly name: string;
  readonly database: Database;
  readonly now: () => Instant;
  readonly chance: () => number;
  readonly senders: Senders;
  readonly deeds: Readonly<Record<string, Deed>>;
  readonly heard: WorkerHearing;
  /** How long what it has taken is its own; 1 and 3 minutes where nothing is said. */
  readonly leases?: Readonly<Record<"timer" | "delivery", Millis>>;
};

/** What is told of the work, for logs and metrics. */
export type WorkerHearing = {
  readonly fired: (fired: {
    readonly kind: string;
    readonly does: TimerBody["does"];
    readonly lateness: Millis;
  }) => void;
  readonly delivered: (sent: {
    readonly channel: string;
    readonly outcome: "sent" | "failed" | "dead" | "held";
    readonly lateness: Millis;
  }) => void;
  readonly failed: (failure: { readonly what: string; readonly error: unknown }) => void;
};

/** For those who do not listen. */
export const unheard: WorkerHearing = {
  fired: () => undefined,
  delivered: () => undefined,
  failed: () => undefined,
};
