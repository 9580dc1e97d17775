import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readServerEvents } from "./server-events.ts";

const text = [
  "retry: 1000\n\n",
  "id: 7.clocks\nevent: clocks\ndata: {}\n\n",
  ": still here\n\n",
  "event: reset\ndata: {}\n\n",
  "event: cut off",
].join("");

async function read(chunks: readonly string[]) {
  async function* stream() {
    yield* chunks;
  }
  const events = [];
  for await (const event of readServerEvents(stream())) events.push(event);
  return events;
}

describe("a stream of server-sent events", () => {
  const wanted = [
    { id: "7.clocks", kind: "clocks" },
    { id: undefined, kind: "reset" },
  ];

  test("tells each event once, and nothing of heartbeats or what was cut off", async () => {
    assert.deepEqual(await read([text]), wanted);
  });

  test("reads the same however the text is cut", async () => {
    for (let size = 1; size < text.length; size += 1) {
      const chunks = text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
      assert.deepEqual(await read(chunks), wanted, `in chunks of ${size}`);
    }
  });
});
