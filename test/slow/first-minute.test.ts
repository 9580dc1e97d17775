/**
 * The first minute from outside: the product is started, an agreement published, a fact posted; the
 * clock breaches at its instant and a listener on this machine receives it, signed.
 */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startEmbedded } from "../../src/store/embedded/server.ts";
import { signature } from "../../src/worker/standard-webhook.ts";

const agreement = `
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: quick, title: Quick, language: en}
spec:
  purpose: Leads are called while they are warm.
  parties:
    - {id: sales, title: Sales, kind: team, role: [provider]}
    - {id: marketing, title: Marketing, kind: team, role: [consumer]}
  term: {from: 2026-01-01, timeZone: UTC}
  commitments:
    - id: contact
      obliged: sales
      beneficiary: marketing
      scope: {subject: lead}
      clock: {start: lead.created, stop: contact.connected}
      target: [{within: 2s}]
      objective: {atLeast: "90%", each: month}
`;

type Received = { readonly headers: Readonly<Record<string, unknown>>; readonly body: string };

let folder: string;
let child: ChildProcess;
let listener: Server;
let database: Awaited<ReturnType<typeof startEmbedded>>;
const received: Received[] = [];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "acuerdo-minute-"));
  database = await startEmbedded({ directory: join(folder, "data") });
  listener = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    received.push({ headers: request.headers, body });
    response.end();
  }).listen(0, "127.0.0.1");
  await once(listener, "listening");
});
after(async () => {
  child?.kill("SIGKILL");
  listener.close();
  await database.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Starts the product on the database and gives back where it is and a key for it. */
async function startProduct(): Promise<{ readonly origin: string; readonly key: string }> {
  const { host, user, database: name } = database.address;
  const script = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
  child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", script, "serve"], {
    env: {
      ...process.env,
      DATABASE_URL: `postgres://${user}@/${name}?host=${encodeURIComponent(host)}`,
      ACUERDO_PORT: String(await freePort()),
      ACUERDO_ALLOW_PRIVATE: "1",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  assert.ok(child.stdout);
  let origin = "";
  for await (const line of createInterface({ input: child.stdout })) {
    origin ||= /http:\/\/\S+$/.exec(line)?.[0] ?? "";
    const key = /^\s*(ak\.\S+)$/.exec(line)?.[1];
    if (key !== undefined) return { origin, key };
  }
  return assert.fail("the product ended before it gave a key");
}

test("a fact is posted, its clock breaches, and the news arrives signed", async () => {
  const { origin, key } = await startProduct();
  const call = async (method: string, path: string, body: unknown) => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const answer = await fetch(new URL(path, origin), {
      method,
      headers,
      body: JSON.stringify(body),
    });
    const told = await answer.json();
    assert.ok(answer.ok, JSON.stringify(told));
    return told as Record<string, unknown>;
  };
  const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`;
  const { secret } = await call("PUT", "/v1/webhooks/mine", { url, types: ["clock.*"] });
  await call("POST", "/v1/agreements/quick/revisions", { text: agreement });
  const time = new Date();
  await call("POST", "/v1/events", {
    specversion: "1.0",
    id: "1",
    source: "curl",
    type: "lead.created",
    subject: "lead/1",
    time: time.toISOString(),
  });
  for (let look = 0; look < 200 && received.length === 0; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const [{ headers, body }] = received as [Received];
  const { type, data, timestamp } = JSON.parse(body);
  assert.equal(type, "clock.breached");
  assert.equal(data.clock, "lead/1/quick/contact/1");
  assert.equal(Date.parse(timestamp), time.getTime() + 2_000);
  const id = String(headers["webhook-id"]);
  const seconds = Number(headers["webhook-timestamp"]);
  assert.equal(headers["webhook-signature"], signature({ id, seconds, body }, [String(secret)]));
});
