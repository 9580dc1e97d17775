/**
 * Events as they come in at the edges, and what is answered of each. Docs:
 * docs/reference/events.md.
 */
import { readCloudEvent } from "../engine/cloud-event.ts";
import type { Event } from "../engine/event.ts";
import { type Problem, refuse } from "../engine/problem.ts";
import type { Acting } from "./acting.ts";
import { gatherEvents } from "./gather-events.ts";
import { LARGEST_BATCH, type RecordOptions } from "./record-events.ts";
import { keyText } from "./record-news.ts";

/** What became of one event of a batch, in the order of the batch. */
export type EventAnswer = {
  readonly source?: string;
  readonly id?: string;
  readonly outcome: "accepted" | "duplicate" | "refused";
  readonly problems?: readonly Problem[];
};

export type Recorded = {
  readonly accepted: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly events: readonly EventAnswer[];
};

/**
 * Records a batch of CloudEvents as they came; what is wrong with one keeps only that one out.
 *
 * When it returns, everything accepted is durable and judged. The same (source, id) again changes
 * nothing. Refused: more than 1,000.
 */
export async function recordCloudEvents(
  acting: Acting,
  values: readonly unknown[],
  options: RecordOptions = {},
): Promise<Recorded> {
  if (values.length > LARGEST_BATCH) refuse("batch-too-large", { limit: LARGEST_BATCH });
  const reads = values.map(readCloudEvent);
  const events = reads.flatMap(({ event }) => (event ? [event] : []));
  const fresh = await gatherEvents(acting, events, options);
  const answers = reads.map(({ event, problems = [] }, index): EventAnswer => {
    if (event) return answerOf(event, fresh);
    return { ...namesOf(values[index]), outcome: "refused", problems };
  });
  const count = (asked: EventAnswer["outcome"]) =>
    answers.filter(({ outcome }) => outcome === asked).length;
  return {
    accepted: count("accepted"),
    duplicate: count("duplicate"),
    refused: count("refused"),
    events: answers,
  };
}

function answerOf(event: Event, fresh: Set<string>): EventAnswer {
  const { source, id } = event;
  const key = keyText(event);
  // The second of two in one batch is a repetition of the first.
  return { source, id, outcome: fresh.delete(key) ? "accepted" : "duplicate" };
}

function namesOf(value: unknown): Pick<EventAnswer, "source" | "id"> {
  if (typeof value !== "object" || value === null) return {};
  const { source, id } = value as { source?: unknown; id?: unknown };
  return {
    ...(typeof source === "string" ? { source } : {}),
    ...(typeof id === "string" ? { id } : {}),
  };
}
