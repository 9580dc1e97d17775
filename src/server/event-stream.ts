/** NDJSON: facts without limit, a batch at a time, in bounded memory. */
import type { Readable } from "node:stream";
import type { Acting } from "../actions/acting.ts";
import { recordCloudEvents } from "../actions/cloud-event.ts";
import { LARGEST_BATCH, type RecordOptions } from "../actions/record-events.ts";
import { JSON_LIMIT } from "../api/route.ts";
import { refuse } from "../engine/problem.ts";

export type StreamAnswer = Awaited<ReturnType<typeof recordCloudEvents>>;

type Mutable = { -readonly [K in keyof StreamAnswer]: StreamAnswer[K] };

/** Refused events that are told one by one; the rest are counted. */
const MOST_TOLD = 1_000;

/**
 * Records a stream of lines. Each batch is durable before the next is read: a stream that breaks
 * off may be sent again from the start.
 *
 * A line that is no JSON is refused as an event. Refused whole: a line beyond 1 MiB.
 */
export async function recordStream(
  acting: () => Acting,
  lines: Readable,
  options: RecordOptions,
): Promise<StreamAnswer> {
  const answer: Mutable = { accepted: 0, duplicate: 0, refused: 0, events: [] };
  let batch: unknown[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    add(answer, await recordCloudEvents(acting(), batch, options));
    batch = [];
  };
  for await (const line of linesOf(lines)) {
    const value = readLine(line);
    if (value === undefined) continue;
    batch.push(value);
    if (batch.length === LARGEST_BATCH) await flush();
  }
  await flush();
  return answer;
}

function add(answer: Mutable, more: StreamAnswer): void {
  answer.accepted += more.accepted;
  answer.duplicate += more.duplicate;
  answer.refused += more.refused;
  const refused = more.events.filter(({ outcome }) => outcome === "refused");
  answer.events = [...answer.events, ...refused].slice(0, MOST_TOLD);
}

/** Nothing for an empty line; what is no JSON is a value that no event can be. */
function readLine(line: string): unknown {
  if (line.trim() === "") return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

async function* linesOf(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream) {
    rest += decoder.decode(chunk as Buffer, { stream: true });
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > JSON_LIMIT) refuse("body-too-large");
    yield* lines;
  }
  if (rest !== "") yield rest;
}
