/** Hearing live changes: one connection that listens, and comes back when it is lost. */
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { Target } from "./db.ts";
import { type HeardChange, LIVE_CHANNEL } from "./live.ts";

/** `missed`: for a moment nobody listened, so what was heard is not all there was. */
export type Hearing = {
  readonly heard: (change: HeardChange) => void;
  readonly missed: () => void;
};

export type Listener = { readonly close: () => Promise<void> };

const RETRY_EVERY = 500;

/** Listens until it is closed. The first connection must succeed; later ones are tried again. */
export async function listenLive(target: Target, hearing: Hearing): Promise<Listener> {
  const config = typeof target === "string" ? { connectionString: target } : target;
  let isClosed = false;
  let client = await open();
  async function open(): Promise<pg.Client> {
    const opened = new pg.Client({ ...config, application_name: "acuerdo live" });
    opened.on("error", () => undefined);
    opened.once("end", () => void reopen());
    opened.on("notification", ({ payload }) => hear(payload));
    await opened.connect();
    await opened.query(`listen ${LIVE_CHANNEL}`);
    return opened;
  }
  async function reopen(): Promise<void> {
    if (isClosed) return;
    await wait(RETRY_EVERY);
    try {
      client = await open();
      hearing.missed();
    } catch {
      // The server is still away; the end of this client brings us here again.
    }
  }
  function hear(payload: string | undefined): void {
    if (payload) hearing.heard(JSON.parse(payload) as HeardChange);
  }
  return {
    close: async () => {
      isClosed = true;
      await client.end().catch(() => undefined);
    },
  };
}
