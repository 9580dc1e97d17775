/** Events: facts in, one or many. Docs: docs/reference/events.md. */
import { z } from "zod";
import { anything, BATCH_LIMIT, flag, problemSchema, type Route } from "./route.ts";

const answer = z.object({
  accepted: z.number(),
  duplicate: z.number(),
  refused: z.number(),
  events: z.array(
    z.object({
      source: z.string().optional(),
      id: z.string().optional(),
      outcome: z.enum(["accepted", "duplicate", "refused"]),
      problems: z.array(problemSchema).optional(),
    }),
  ),
});

export const eventRoutes = {
  recordEvents: {
    method: "POST",
    path: "/v1/events",
    permission: "record",
    says: {
      es: "Registra hechos como CloudEvents: uno, hasta 1.000 en una lista, o sin límite como NDJSON. 202: guardados y juzgados. `quiet` no avisa a nadie: para historiales.",
      en: "Record facts as CloudEvents: one, up to 1,000 in a list, or without limit as NDJSON. 202: kept and judged. `quiet` tells nobody: for history.",
    },
    query: z.strictObject({ quiet: flag.optional() }),
    body: anything,
    answer,
    status: 202,
    takes: [
      "application/json",
      "application/cloudevents+json",
      "application/cloudevents-batch+json",
      "application/x-ndjson",
    ],
    largest: BATCH_LIMIT,
    problems: ["batch-too-large", "event-not-object", "event-key-wrong"],
  },
  followChanges: {
    method: "GET",
    path: "/v1/live",
    permission: "read",
    says: {
      es: "Los cambios según ocurren (server-sent events); `Last-Event-ID` sigue donde se cortó, o dice «reset».",
      en: 'Changes as they happen (server-sent events); `Last-Event-ID` goes on where it broke, or says "reset".',
    },
    answer: anything,
    gives: "text/event-stream",
  },
} as const satisfies Readonly<Record<string, Route>>;
