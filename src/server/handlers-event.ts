/** Facts in, and changes out as they happen. */
import { Readable } from "node:stream";
import { type Recorded, recordCloudEvents } from "../actions/cloud-event.ts";
import { tellProblem } from "../api/problem-document.ts";
import type { Language } from "../engine/agreement.ts";
import type { Instant } from "../engine/time.ts";
import { recordStream } from "./event-stream.ts";
import type { HandlersOf } from "./handler.ts";
import type { LiveHub } from "./live-hub.ts";
import { streamChanges } from "./live-stream.ts";
import type { Metrics } from "./metrics.ts";

export type EventParts = {
  readonly metrics: Metrics;
  readonly hub: LiveHub;
  readonly closed: AbortSignal;
  readonly now: () => Instant;
};

export function eventHandlers({
  metrics,
  hub,
  closed,
  now,
}: EventParts): HandlersOf<"recordEvents" | "followChanges"> {
  return {
    recordEvents: async ({ acting, language }, { query, body }) => {
      const options = { isQuiet: query.quiet ?? false };
      const recorded =
        body instanceof Readable
          ? await recordStream(() => ({ ...acting, now: now() }), body, options)
          : await recordCloudEvents(acting, Array.isArray(body) ? body : [body], options);
      for (const outcome of ["accepted", "duplicate", "refused"] as const) {
        metrics.events.inc({ outcome }, recorded[outcome]);
      }
      return recordedJson(recorded, language);
    },
    followChanges: async (asking) => {
      metrics.followers.inc();
      await streamChanges(hub, asking, closed);
      metrics.followers.dec();
    },
  };
}

function recordedJson(recorded: Recorded, language: Language) {
  return {
    ...recorded,
    events: recorded.events.map(({ problems, ...event }) => ({
      ...event,
      ...(problems ? { problems: problems.map((one) => tellProblem(one, language)) } : {}),
    })),
  };
}
