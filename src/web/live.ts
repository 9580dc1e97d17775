/** Live changes: one stream for the whole page; what it tells of is asked for again. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { livePath } from "./paths.ts";

/** Which questions an announced change makes old, by the first word of their key. */
const touched: Readonly<Record<string, readonly string[]>> = {
  clocks: ["clocks", "counts", "proof", "subject"],
  agreements: ["agreements", "agreement"],
  calendars: ["proof"],
  periods: ["periods", "work"],
  reset: ["clocks", "counts", "proof", "subject", "agreements", "agreement", "periods", "work"],
};

/** Changes come in bursts: one more within this time starts no second question. */
const GATHER = 250;

let isConnected = true;
const watchers = new Set<() => void>();

/** Whether the stream stands. */
export function useConnected(): boolean {
  return useSyncExternalStore(
    (told) => {
      watchers.add(told);
      return () => watchers.delete(told);
    },
    () => isConnected,
  );
}

/** Follows the stream while the page is open; the browser connects again by itself. */
export function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const stream = new EventSource(livePath);
    const gather = gatherFor(queries);
    for (const kind of Object.keys(touched)) {
      stream.addEventListener(kind, () => gather(kind));
    }
    stream.onopen = () => connected(true);
    stream.onerror = () => connected(false);
    return () => stream.close();
  }, [queries]);
}

function gatherFor(queries: QueryClient): (kind: string) => void {
  const waiting = new Set<string>();
  return (kind) => {
    if (waiting.size === 0) {
      setTimeout(() => {
        for (const key of waiting) queries.invalidateQueries({ queryKey: [key] });
        waiting.clear();
      }, GATHER);
    }
    for (const key of touched[kind] ?? []) waiting.add(key);
  };
}

function connected(now: boolean): void {
  if (now === isConnected) return;
  isConnected = now;
  for (const told of watchers) told();
}
