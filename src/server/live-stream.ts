/** Live changes as server-sent events. Docs: docs/reference/http.md#live. */
import type { HeardChange } from "../store/live.ts";
import type { Caller } from "./caller.ts";
import type { Asking } from "./handler.ts";
import type { LiveHub } from "./live-hub.ts";

/** A proxy closes what says nothing for a minute. */
const HEARTBEAT_MS = 20_000;

/** Bytes that a follower may be behind before it is cut off and has to come again. */
const MOST_BEHIND = 1_048_576;

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store",
  "x-accel-buffering": "no",
} as const;

/** Writes changes until the follower goes, or `closed` says that the server does. */
export function streamChanges(hub: LiveHub, asking: Asking, closed: AbortSignal): Promise<void> {
  const { caller, request, reply } = asking;
  const lastId = request.headers["last-event-id"];
  reply.hijack();
  const { raw } = reply;
  // Whoever left while it was found out who asks has said so already: nobody would end the stream.
  if (raw.closed || raw.destroyed || raw.socket?.destroyed !== false) return Promise.resolve();
  raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...headers });
  raw.write("retry: 1000\n\n");
  return new Promise((resolve) => {
    const stop = hub.follow(
      caller.workspaceId,
      typeof lastId === "string" ? lastId : undefined,
      (change) => {
        const text = change ? changeText(change, caller) : "event: reset\ndata: {}\n\n";
        if (text !== undefined && !raw.write(text) && raw.writableLength > MOST_BEHIND) {
          raw.destroy();
        }
      },
    );
    const end = () => raw.end();
    const beat = setInterval(async () => {
      raw.write(": still here\n\n");
      if (!(await asking.isStillIn())) end();
    }, HEARTBEAT_MS);
    closed.addEventListener("abort", end);
    raw.once("close", () => {
      clearInterval(beat);
      closed.removeEventListener("abort", end);
      stop();
      resolve();
    });
  });
}

/** A counterparty hears of its own agreements; one of some customers is told no clock's name. */
export function changeText(
  { id, kind, ids }: HeardChange,
  { agreements, customers }: Caller,
): string | undefined {
  const own = agreements ? ids.filter((one) => agreements.includes(agreementOf(kind, one))) : ids;
  if (agreements && ids.length > 0 && own.length === 0) return undefined;
  const data = JSON.stringify({ ids: customers && kind === "clocks" ? [] : own });
  return `id: ${id}\nevent: ${kind}\ndata: ${data}\n\n`;
}

function agreementOf(kind: HeardChange["kind"], id: string): string {
  return kind === "clocks" ? (id.split("/").at(-3) ?? "") : id;
}
