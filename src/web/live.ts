/** Live changes: one stream for the whole page; what it tells of is asked for again. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { livePath } from "./paths.ts";
import { askServer } from "./server-client.ts";
import { readServerEvents } from "./server-events.ts";

/** Which questions an announced change makes old, by the first word of their key. */
const touched: Readonly<Record<string, readonly string[]>> = {
  clocks: ["clocks", "counts", "proof", "subject", "handoffs"],
  agreements: ["agreements", "agreement"],
  calendars: ["proof", "calendars", "calendar-days", "calendar-what-if"],
  periods: ["periods", "work", "loop", "reviews", "disputes", "credits"],
  notices: ["inbox"],
  reset: [
    ...["clocks", "counts", "proof", "subject", "agreements", "agreement", "periods", "work"],
    ...["disputes", "credits", "handoffs", "loop", "reviews", "inbox", "calendars"],
  ],
};

/** Changes come in bursts: one more within this time starts no second question. */
const GATHER = 250;

/** Before a stream that broke off is asked for again. */
const AGAIN = 1_000;

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

/** Follows the stream while the page is open; one that broke off goes on where it was. */
export function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const leaving = new AbortController();
    follow(gatherFor(queries), leaving.signal);
    return () => leaving.abort();
  }, [queries]);
}

async function follow(gather: (kind: string) => void, signal: AbortSignal): Promise<void> {
  let last: string | undefined;
  while (!signal.aborted) {
    try {
      const answer = await askServer(livePath, {
        signal,
        headers: last === undefined ? {} : { "last-event-id": last },
      });
      if (!answer.ok || !answer.body) return connected(false);
      connected(true);
      const text = answer.body.pipeThrough(new TextDecoderStream());
      for await (const { id, kind } of readServerEvents(chunksOf(text))) {
        last = id ?? last;
        gather(kind);
      }
    } catch {
      if (signal.aborted) return;
    }
    connected(false);
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
}

/** Not every browser lets a stream be walked over. */
async function* chunksOf(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
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
