/**
 * The time that pages show: the server's, as far as it is known, since a reader's own may be wrong.
 */
import { useSyncExternalStore } from "react";

const BEAT = 15_000;

let read = (): number => 0;
let ahead = 0;
let shown = 0;
const watchers = new Set<() => void>();

/** The entry hands in how the machine's clock is read. */
export function startTime(readClock: () => number): void {
  read = readClock;
  refresh();
}

export function learnTime(serverNow: string): void {
  ahead = Date.parse(serverNow) - read();
  refresh();
}

/** The instant now, renewed four times a minute: nothing on a page ticks faster. */
export function useNow(): number {
  return useSyncExternalStore(watch, () => shown);
}

function watch(told: () => void): () => void {
  watchers.add(told);
  const beat = setInterval(refresh, BEAT);
  return () => {
    clearInterval(beat);
    watchers.delete(told);
  };
}

function refresh(): void {
  shown = Math.floor(read() + ahead);
  for (const told of watchers) told();
}
