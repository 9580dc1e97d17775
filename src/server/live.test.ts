import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openServed, type Served } from "../../test/served.ts";
import { openClient, RequestRefused } from "../api/client.ts";
import { permissions } from "../api/permission.ts";

const text = `
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: handover, title: Handover}
spec:
  purpose: Leads are called while they are warm.
  parties:
    - {id: sales, kind: team, role: [provider]}
    - {id: marketing, kind: team, role: [consumer]}
  term: {from: 2026-01-01, timeZone: UTC}
  commitments:
    - id: first-contact
      obliged: sales
      beneficiary: marketing
      scope: {subject: lead}
      clock: {start: lead.assigned, stop: contact.connected}
      target: [{within: 2h}]
      objective: {atLeast: "90%", each: month}
`;

const event = (id: string, subject = "lead/1") => ({
  id,
  source: "crm",
  type: "lead.assigned",
  subject,
  time: "2026-03-02T09:00:00Z",
});

type Heard = { readonly id: string; readonly kind: string };

describe("a server that listens", () => {
  let served: Served;
  let address = "";
  before(async () => {
    served = await openServed();
    address = await served.server.app.listen({ port: 0, host: "127.0.0.1" });
  });
  after(() => served.close());

  /** Follows live changes; `next` waits for one that was not given yet. */
  async function follow(key: string, lastId?: string) {
    const stop = new AbortController();
    const answer = await fetch(`${address}/v1/live`, {
      headers: {
        authorization: `Bearer ${key}`,
        ...(lastId === undefined ? {} : { "last-event-id": lastId }),
      },
      signal: stop.signal,
    });
    assert.equal(answer.headers.get("content-type"), "text/event-stream; charset=utf-8");
    const heard = changesOf(answer.body as ReadableStream<Uint8Array>);
    return {
      next: async () => (await heard.next()).value as Heard,
      stop: () => stop.abort(),
    };
  }

  async function agreed() {
    const { id, key } = await served.workspace();
    const client = openClient({ address, key });
    await client.publishRevision({ params: { agreement: "handover" }, body: { text } });
    return { id, key, client };
  }

  test("who follows hears of changes in this workspace and in no other", async () => {
    const [mine, other] = [await agreed(), await agreed()];
    const following = await follow(mine.key);
    await other.client.recordEvents({ query: {}, body: event("other") });
    await mine.client.recordEvents({ query: {}, body: event("1") });
    const heard = await following.next();
    assert.equal(heard.kind, "clocks");
    following.stop();
  });

  test("who comes back hears what was missed, or a reset where nobody knows", async () => {
    const { key, client } = await agreed();
    const first = await follow(key);
    await client.recordEvents({ query: {}, body: event("1") });
    const { id } = await first.next();
    first.stop();
    await client.recordEvents({ query: {}, body: event("2", "lead/2") });
    const again = await follow(key, id);
    const missed = await again.next();
    assert.notEqual(missed.id, id);
    assert.equal(missed.kind, "clocks");
    again.stop();
    const lost = await follow(key, "0.unknown");
    assert.equal((await lost.next()).kind, "reset");
    lost.stop();
  });

  test("the client speaks the table: what is refused has its problems", async () => {
    const { client } = await agreed();
    await client.recordEvents({ query: {}, body: [event("1"), event("1")] });
    const { clocks } = await client.listClocks({ query: { open: "true", state: ["running"] } });
    assert.deepEqual(
      clocks.map(({ subject }) => subject),
      ["lead/1"],
    );
    await assert.rejects(
      client.getAgreement({ params: { agreement: "a/b ñ" } }),
      (error) => error instanceof RequestRefused && error.document.code === "thing-missing",
    );
  });

  test("a stream of 20,000 lines is recorded while it comes", async () => {
    const { key, client } = await agreed();
    const lines = Array.from({ length: 20_000 }, (_, index) =>
      JSON.stringify(event(`${index}`, `lead/${index % 500}`)),
    );
    const answer = await fetch(`${address}/v1/events?quiet=true`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/x-ndjson" },
      body: new Blob([lines.join("\n")]).stream(),
      duplex: "half",
    } as RequestInit);
    assert.equal(((await answer.json()) as { accepted: number }).accepted, 20_000);
    assert.equal((await client.countClocks({ query: {} })).open, 500);
  });

  test("ten thousand requests without a key are refused, and those with one go on", async () => {
    const { client } = await agreed();
    const codes = new Map<number, number>();
    for (let round = 0; round < 100; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => served.ask("/v1/clocks", { key: "ak.main.x.forged" })),
      );
      for (const { statusCode } of answers) {
        codes.set(statusCode, (codes.get(statusCode) ?? 0) + 1);
      }
    }
    assert.deepEqual([...codes.keys()].sort(), [401, 429]);
    assert.ok((codes.get(401) ?? 0) <= 120);
    assert.deepEqual((await client.getWorkspace()).caller.permissions, [...permissions]);
  });

  test("the demo is a year of history, for an empty workspace only", async () => {
    const { key } = await served.workspace();
    const load = () =>
      fetch(`${address}/v1/demo`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify({ leads: 20 }),
      });
    const lines = (await (await load()).text()).trim().split("\n");
    const last = JSON.parse(lines.at(-1) ?? "");
    assert.equal(last.done, true);
    assert.ok(last.recorded > 100);
    const again = await load();
    assert.equal(((await again.json()) as { code: string }).code, "demo-not-empty");
  });
});

async function* changesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Heard> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream) {
    rest += decoder.decode(chunk, { stream: true });
    const parts = rest.split("\n\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      const kind = /^event: (.*)$/m.exec(part)?.[1];
      if (kind !== undefined) yield { kind, id: /^id: (.*)$/m.exec(part)?.[1] ?? "" };
    }
  }
}
